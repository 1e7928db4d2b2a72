/**
 * Measures what a page of 100 KB costs that no cache has, next to a Worker of
 * @mozilla/readability and linkedom (peer.mjs) on the same page: the peer gives title,
 * author and text, ours the whole card.
 *
 *     node worker/test/load/misses.mjs [SECONDS] [ROUNDS]
 *
 * Both fetch the page from a publisher on this machine. They are measured in turn, each
 * in a workerd of its own. CPU is workerd's processor time for a request. It fails where
 * ours reaches less than the peer in the median round.
 */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { get, post, row, run } from "./client.mjs";
import { cardPath, page, publisher } from "./page.mjs";
import { bundle, start } from "./workerd.mjs";

const seconds = Number(process.argv[2] ?? 5), rounds = Number(process.argv[3] ?? 5);
const site = await publisher();
const script = await build({ entryPoints: [fileURLToPath(new URL("peer.mjs", import.meta.url))], bundle: true, format: "esm", write: false, minify: true, external: ["canvas"], logLevel: "error" });
const ours = await start(bundle(), { DEVELOPMENT: "true", FRESH_SECONDS: "86400" });
const peer = await start({ "entry.js": script.outputFiles[0].text }, {}, { tiers: false });

let n = 0;
const posted = post("/v1/card", "text/html", page);
const cases = [
  { name: "misses", server: ours, connections: 1, request: () => get(cardPath(`${site.url}/${n++}`)) },
  { name: "peer", server: peer, connections: 1, request: () => get(`/?url=${encodeURIComponent(`${site.url}/${n++}`)}`) },
  { name: "misses", server: ours, connections: 8, request: () => get(cardPath(`${site.url}/${n++}`)) },
  { name: "peer", server: peer, connections: 8, request: () => get(`/?url=${encodeURIComponent(`${site.url}/${n++}`)}`) },
  { name: "posts", server: ours, connections: 1, request: () => posted },
  { name: "peer's posts", server: peer, connections: 1, request: () => posted },
];
for (const one of cases) await run(one.server, { ...one, seconds: Math.min(seconds, 3) });

/** @type {Map<string, number[]>} */ const reached = new Map(), spent = new Map();
for (let round = 1; round <= rounds; round++) {
  for (const one of cases) {
    const name = `${one.name}, ${one.connections} connections`, result = await run(one.server, { ...one, seconds });
    console.log(row(`${name}, round ${round}`, result));
    reached.set(name, [...(reached.get(name) ?? []), result.perSecond]);
    spent.set(name, [...(spent.get(name) ?? []), result.cpu]);
  }
}
const middle = (/** @type {number[]} */ all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
let slower = false;
for (const [mine, theirs] of [["misses, 1 connections", "peer, 1 connections"], ["misses, 8 connections", "peer, 8 connections"], ["posts, 1 connections", "peer's posts, 1 connections"]]) {
  const [a, b, c, d] = [reached.get(mine), reached.get(theirs), spent.get(mine), spent.get(theirs)].map((all) => middle(all ?? []));
  console.log(`${mine}: ${a.toFixed(1)} req/s, peer ${b.toFixed(1)}: ${(a / b).toFixed(2)} times; CPU ${c.toFixed(1)} ms, peer ${d.toFixed(1)} ms: ${(d / c).toFixed(2)} times`);
  slower ||= a < b;
}
await ours.stop();
await peer.stop();
site.close();
process.exit(slower ? 1 : 0);
