/**
 * Measures the CPU time that each kind of request takes, and what a million of them
 * cost on Cloudflare:
 *
 *     node worker/test/load/costs.mjs
 *
 * CPU is that of the whole workerd process, with its HTTP and with the stand-ins for
 * Cache API and KV, which Cloudflare does not bill: an upper bound. The prices are those
 * of developers.cloudflare.com/workers/platform/pricing and /kv/platform/pricing.
 */
import { Connection, get, post, run } from "./client.mjs";
import { cardPath, page, publisher } from "./page.mjs";
import { bundle, start } from "./workerd.mjs";

/** US dollars: a million requests, a million milliseconds of CPU, a million reads and writes of KV. */
const REQUESTS = 0.3, CPU = 0.02, READS = 0.5, WRITES = 5;
/** Cards of one round, less than the tiers keep. */
const CARDS = 150;

const site = await publisher();
const server = await start(bundle(), { DEVELOPMENT: "true", FRESH_SECONDS: "86400" });
const card = (/** @type {number} */ i) => get(cardPath(`${site.url}/${i}`));

/** CPU in ms of asking an isolate for each of some cards once. @param {string} isolate @param {number} from */
async function each(isolate, from) {
  const connection = new Connection(server.ports[isolate]), before = server.cpu();
  for (let i = from; i < from + CARDS; i++) if ((await connection.ask(card(i))) !== 200) throw new Error(`${isolate}: no card`);
  connection.close();
  return (server.cpu() - before) / CARDS;
}

/** @type {Record<string, number[]>} */ const spent = { miss: [], cache: [], kv: [] };
for (let round = 0; round < 6; round++) {
  const from = round * CARDS;
  spent.miss.push(await each("main", from));
  spent.cache.push(await each("cache-reader", from));
  spent.kv.push(await each("kv-reader", from));
}
const hit = get(cardPath(`${site.url}/0`)), body = post("/v1/card", "text/html", page);
/** @param {() => string | Buffer} request */
const repeated = async (request) => {
  await run(server, { seconds: 2, connections: 8, request });
  return (await run(server, { seconds: 4, connections: 8, request })).cpu;
};
const middle = (/** @type {number[]} */ all) => all.slice(1).sort((a, b) => a - b)[Math.floor((all.length - 1) / 2)];
const rows = [
  { kind: "hit in the isolate's memory", cpu: await repeated(() => hit), kv: 0 },
  { kind: "hit in the Cache API", cpu: middle(spent.cache), kv: 0 },
  { kind: "hit in KV", cpu: middle(spent.kv), kv: READS },
  { kind: "miss: a page of 100 KB", cpu: middle(spent.miss), kv: READS + WRITES },
  { kind: "POST of 100 KB", cpu: await repeated(() => body), kv: 0 },
];
console.log("| a million requests | CPU each | requests | CPU | KV | together |\n|---|---|---|---|---|---|");
for (const { kind, cpu, kv } of rows) {
  console.log(`| ${kind} | ${cpu.toFixed(cpu < 1 ? 2 : 1)} ms | $${REQUESTS.toFixed(2)} | $${(CPU * cpu).toFixed(3)} | ${kv ? `$${kv.toFixed(2)}` : "0"} | $${(REQUESTS + CPU * cpu + kv).toFixed(2)} |`);
}
await server.stop();
site.close();
