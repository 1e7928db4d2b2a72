/**
 * Measures what a request costs workerd in CPU, for the project's bundle and for a
 * Worker of @mozilla/readability and linkedom (peer.mjs, the article's
 * text only), and prints one line of JSON. The arguments are the project's folder, a
 * page, and how many requests to count.
 */
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

const [root, pageFile, requests] = process.argv.slice(2);
const page = readFileSync(pageFile);

/** CPU time in ms of the workerd that a process started: of all its threads, in nanoseconds from the scheduler. @param {number} parent */
function spent(parent) {
  let total = 0;
  for (const pid of readdirSync("/proc").filter((n) => /^\d+$/.test(n))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      if (!/^Name:\s+workerd/m.test(status) || !status.includes(`PPid:\t${parent}\n`)) continue;
      for (const task of readdirSync(`/proc/${pid}/task`)) total += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]) / 1e6;
    } catch {} // ended meanwhile
  }
  return total;
}

const origin = http.createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page));
await new Promise((resolve) => origin.listen(0, "127.0.0.1", () => resolve(undefined)));
const site = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (origin.address()).port}`;

const server = spawn(process.execPath, ["worker/test/serve.mjs", "DEVELOPMENT=true", "FRESH_SECONDS=3600"], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
const ours = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data).split("\n")[0])));
server.stdout.resume();
const bundle = await build({ entryPoints: [join(import.meta.dirname, "peer.mjs")], bundle: true, format: "esm", write: false, minify: true, external: ["canvas"], logLevel: "error" });
const peer = new Miniflare({ modules: true, script: bundle.outputFiles[0].text, compatibilityDate: "2026-04-01", port: 0, cf: false });
const theirs = String(await peer.ready);

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
/** @param {string} url  @param {Buffer} [body] */
const ask = (url, body) => new Promise((resolve, reject) => {
  const request = http.request(url, { agent, method: body ? "POST" : "GET", headers: body ? { "Content-Type": "text/html", "Content-Length": body.length } : {} }, (response) => {
    response.resume().on("end", () => (response.statusCode === 200 ? resolve(undefined) : reject(new Error(`${url}: ${response.statusCode}`))));
  });
  request.on("error", reject).end(body);
});
const card = (/** @type {string} */ path) => `${ours}v1/card?url=${encodeURIComponent(site + path)}`;

const kinds = {
  miss: { pid: server.pid ?? 0, count: Number(requests), one: (/** @type {number} */ i) => ask(card(`/story/${i}`)) },
  hit: { pid: server.pid ?? 0, count: 20 * Number(requests), one: () => ask(card("/story/1")) },
  peer: { pid: process.pid, count: Number(requests), one: () => ask(theirs, page) },
};
/** @type {Record<string, number[]>} */ const cpu = { miss: [], hit: [], peer: [] };
let n = 0;
for (let round = 0; round < 5; round++) {
  for (const [name, { pid, count, one }] of Object.entries(kinds)) {
    const before = spent(pid);
    for (let i = 0; i < count; i++) await one(++n);
    // The first two rounds are V8's, which compiles what is hot.
    if (round > 1) cpu[name].push((spent(pid) - before) / count);
  }
  process.stderr.write(`  round ${round}${round > 1 ? "" : " (warms up)"}: ${Object.entries(cpu).map(([name, all]) => `${name} ${all.at(-1)?.toFixed(2) ?? "-"} ms`).join(", ")}\n`);
}
await peer.dispose();
server.stdin.end();
origin.closeAllConnections();
origin.close();
agent.destroy();
const version = JSON.parse(readFileSync(join(root, "node_modules/workerd/package.json"), "utf8")).version;
console.log(JSON.stringify({ cpu, version }));
