/**
 * Measures hits on one workerd with 64 connections, each of which asks again as soon as
 * it is answered:
 *
 *     node worker/test/load/hits.mjs [SECONDS] [ROUNDS]
 *
 * In the same rounds a Worker that only says "ok" is measured: what it does not reach on
 * this machine, no Worker does. CPU is workerd's own processor time, which other
 * programs on the machine change little. It fails below 2,000 answers a second or above
 * 10 ms at the 99th percentile in its best round.
 */
import { get, row, run } from "./client.mjs";
import { cardPath, publisher } from "./page.mjs";
import { bundle, start } from "./workerd.mjs";

const seconds = Number(process.argv[2] ?? 5), rounds = Number(process.argv[3] ?? 5), connections = 64;
const site = await publisher();
const hit = get(cardPath(`${site.url}/front`));
const servers = {
  "nothing but \"ok\"": await start({ "entry.js": 'export default { fetch() { return new Response("ok"); } }' }, {}, { tiers: false }),
  "hits in memory": await start(bundle(), { DEVELOPMENT: "true", FRESH_SECONDS: "86400" }),
};
// V8 compiles the hot path, and its young generation grows to its full size.
for (const server of Object.values(servers)) await run(server, { seconds, connections, request: () => hit });

/** @type {Awaited<ReturnType<typeof run>>[]} */ const ours = [];
for (let round = 1; round <= rounds; round++) {
  for (const [name, server] of Object.entries(servers)) {
    const result = await run(server, { seconds, connections, request: () => hit });
    console.log(row(`${name}, round ${round}`, result));
    if (name.startsWith("hits")) ours.push(result);
  }
}
const best = ours.reduce((a, b) => (b.p99 < a.p99 ? b : a));
for (const server of Object.values(servers)) await server.stop();
site.close();
const fits = best.perSecond >= 2000 && best.p99 <= 10 && Object.keys(best.failed).length === 0;
console.log(`${fits ? "PASS" : "FAIL"}: best round ${best.perSecond.toFixed(0)} req/s, p99 ${best.p99.toFixed(1)} ms`);
process.exit(fits ? 0 : 1);
