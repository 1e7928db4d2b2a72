/**
 * Measures hits on one workerd with 64 connections:
 *
 *     node worker/test/load/hits.mjs [SECONDS] [ROUNDS] [BUNDLE]
 *
 * First each connection asks again as soon as it is answered: how many answers a second
 * there can be. Then 2,000 requests a second are sent, whether answers come or not: how
 * long readers wait. (When all ask at once as fast as they can, workerd serves those
 * first that ask soonest, and the 99th percentile says how long it leaves the others.)
 * The same is measured of a Worker that only says "ok": what it does not reach on this
 * machine, no Worker does. With the folder of another bundle, its hits are measured beside,
 * in the same rounds: what a change costs. It fails where the best round is below 2,000 answers a second
 * or above 10 ms at the 99th percentile.
 */
import { get, paced, row, run } from "./client.mjs";
import { cardPath, publisher } from "./page.mjs";
import { bundle, start } from "./workerd.mjs";

const seconds = Number(process.argv[2] ?? 5), rounds = Number(process.argv[3] ?? 3), connections = 64;
const site = await publisher();
const hit = get(cardPath(`${site.url}/front`));
const other = process.argv[4];
const serve = (/** @type {string} */ folder) => start(bundle(folder), { DEVELOPMENT: "true", FRESH_SECONDS: "86400", EDITS_SECRET: "secret" });
/** @type {Record<string, Awaited<ReturnType<typeof start>>>} */
const servers = {
  "only \"ok\"": await start({ "entry.js": 'export default { fetch() { return new Response("ok"); } }' }, {}, { tiers: false }),
  ...(other && { "hits of the other bundle": await serve(other) }),
  "hits": await serve("dist/bundle"),
};
const how = { seconds, connections, rate: 2000, request: () => hit };
// V8 compiles the hot path, and its young generation grows to its full size.
for (const server of Object.values(servers)) await run(server, how);

let most = 0, shortest = Infinity, failed = false;
for (let round = 1; round <= rounds; round++) {
  for (const [name, server] of Object.entries(servers)) {
    const all = await run(server, how), some = await paced(server, how);
    console.log(`${row(`${name}, as many as can be, round ${round}`, all)}\n${row(`${name}, 2,000 a second, round ${round}`, some)}`);
    if (name !== "hits") continue;
    most = Math.max(most, all.perSecond);
    shortest = Math.min(shortest, some.p99);
    failed ||= Object.keys({ ...all.failed, ...some.failed }).length > 0;
  }
}
for (const server of Object.values(servers)) await server.stop();
site.close();
const fits = most >= 2000 && shortest <= 10 && !failed;
console.log(`${fits ? "PASS" : "FAIL"}: up to ${most.toFixed(0)} req/s; at 2,000 req/s p99 ${shortest.toFixed(1)} ms`);
process.exit(fits ? 0 : 1);
