/**
 * Measures what a request costs workerd in CPU, for the project's bundle and for a
 * Worker of @mozilla/readability and linkedom (peer.mjs, the article's
 * text only), and prints one line of JSON. Both fetch the page from this process, each in a
 * workerd of its own. The arguments are the project's folder and a page.
 */
import { readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [root, pageFile] = process.argv.slice(2);
const page = readFileSync(pageFile);
const load = (/** @type {string} */ name) => import(pathToFileURL(join(root, "worker/test/load", name)).href);
const { bundle, start } = await load("workerd.mjs");
const { Connection, get } = await load("client.mjs");

/** Requests of a round; rounds of a young isolate; those until V8 has compiled what is hot; those that count then. */
const COUNT = 50, YOUNG = 3, WARMING = 22, ROUNDS = 5;
/** Hits to a miss: they are short. */
const HITS = 20;

const origin = http.createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page));
await new Promise((resolve) => origin.listen(0, "127.0.0.1", () => resolve(undefined)));
const site = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (origin.address()).port}`;
const script = await build({ entryPoints: [join(import.meta.dirname, "peer.mjs")], bundle: true, format: "esm", write: false, minify: true, external: ["canvas"], logLevel: "error" });
const ours = await start(bundle(join(root, "dist/bundle")), { DEVELOPMENT: "true", FRESH_SECONDS: "86400" });
const theirs = await start({ "entry.js": script.outputFiles[0].text }, {}, { tiers: false });

/** CPU time of all threads of a process in ms, from the scheduler. @param {number} pid */
function spent(pid) {
  let total = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      total += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]) / 1e6;
    } catch {} // ended meanwhile
  }
  return total;
}

let n = 0;
const story = (/** @type {string} */ path) => `${path}?url=${encodeURIComponent(`${site}/story/${n++}`)}`;
const kinds = {
  miss: { server: ours, count: COUNT, path: () => story("/v1/card") },
  hit: { server: ours, count: HITS * COUNT, path: () => `/v1/card?url=${encodeURIComponent(`${site}/front`)}` },
  peer: { server: theirs, count: COUNT, path: () => story("/") },
};

/** What a request of a kind takes, in ms. @param {keyof typeof kinds} kind */
async function round(kind) {
  const { server, count, path } = kinds[kind], connection = new Connection(server.port), before = spent(server.pid);
  for (let i = 0; i < count; i++) {
    const status = await connection.ask(get(path()));
    if (status !== 200) throw new Error(`${kind}: status ${status}`);
  }
  connection.close();
  return (spent(server.pid) - before) / count;
}

/** @type {Record<string, number[]>} */ const cpu = { miss: [], hit: [], peer: [], young: [], youngPeer: [] };
for (let i = 0; i < WARMING + ROUNDS; i++) {
  const miss = await round("miss"), peer = await round("peer");
  process.stderr.write(`  round ${i + 1} of ${WARMING + ROUNDS}: miss ${miss.toFixed(2)} ms, peer ${peer.toFixed(2)} ms\n`);
  if (i < YOUNG) {
    cpu.young.push(miss);
    cpu.youngPeer.push(peer);
  } else if (i >= WARMING) {
    cpu.miss.push(miss);
    cpu.peer.push(peer);
    cpu.hit.push(await round("hit"));
  }
}
await Promise.all([ours.stop(), theirs.stop()]);
origin.closeAllConnections();
origin.close();
const { version } = createRequire(join(root, "package.json"))("workerd/package.json");
console.log(JSON.stringify({ cpu, version }));
