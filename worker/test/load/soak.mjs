/**
 * Holds one workerd under mixed load and watches its memory:
 *
 *     node worker/test/load/soak.mjs [MINUTES] [BUNDLE]        30 by default, dist/bundle
 *
 * At once and all the time: hits of some cards, misses of pages that nobody has asked
 * for, posts, batches, purges, wrong requests, bodies that are too large, and clients
 * that leave. Each lane asks at a fixed pace, about 210 requests a second together. It
 * prints a row a minute, and fails where an answer has a status that it should not have,
 * or where workerd holds more in the last third of the time than in the second: over 5
 * percent and 8 MB.
 */
import { Connection, get, post } from "./client.mjs";
import { cardPath, page, publisher } from "./page.mjs";
import { bundle, start } from "./workerd.mjs";

const minutes = Number(process.argv[2] ?? 30), end = performance.now() + 60_000 * minutes;
const site = await publisher((request, response) => {
  if (request.url?.startsWith("/gone")) response.writeHead(404).end();
  else response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ETag: '"1"' }).end(page);
});
/** Memory of the WebAssembly instances in MB, as the Worker logs it. */
let instances = 0;
const server = await start(bundle(process.argv[3]), { DEVELOPMENT: "true", FRESH_SECONDS: "20", STALE_SECONDS: "40", PURGE_SECRET: "s" }, {
  onLog: (line) => { instances = Number(/"wasm_mb":(\d+)/.exec(line)?.[1] ?? instances); },
});

let n = 0, asked = 0;
/** @type {Record<string, number>} */ const wrong = {};
const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {number} pause milliseconds @param {() => [string | Buffer, number]} next a request and the status it should get */
async function lane(pause, next) {
  const connection = new Connection(server.port);
  while (performance.now() < end) {
    const [request, expected] = next();
    const status = await connection.ask(request);
    asked++;
    if (status !== expected) wrong[`${status}, not ${expected}`] = (wrong[`${status}, not ${expected}`] ?? 0) + 1;
    await sleep(pause);
  }
  connection.close();
}

const line = JSON.stringify({ html: page, url: "https://news.example/a" });
const large = post("/v1/card", "text/html", "<p>".repeat(2 << 20));
const purge = (/** @type {string} */ secret) => `POST /v1/purge?url=${encodeURIComponent(`${site.url}/front/1`)} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secret}\r\nContent-Length: 0\r\n\r\n`;
/** @type {(() => [string | Buffer, number])[]} */
const others = [
  () => [get("/healthz"), 200],
  () => [get(cardPath(`${site.url}/gone/${n++}`)), 404],
  () => [get(`${cardPath(`${site.url}/x`)}&quotes=1000`), 400],
  () => [get(cardPath("https://127.1/")), 403],
  () => [get("/nothing"), 404],
  () => [post("/v1/card", "text/html", "\0\x01\x02".repeat(1000)), 415],
  () => [post("/v1/card", "text/html", "<div>".repeat(10_000)), 422],
  () => [large, 413],
  () => [purge("s"), 200],
  () => [purge("wrong"), 401],
  () => [get(`/oembed?url=${encodeURIComponent(`${site.url}/front/1`)}`), 200],
  () => [post("/v1/cards", "application/x-ndjson", `${line}\nnot json\n${line}\n`), 200],
];

/** Clients that leave before they are answered. */
async function leavers() {
  while (performance.now() < end) {
    const connection = new Connection(server.port);
    connection.ask(get(cardPath(`${site.url}/left/${n++}`))).catch(() => {});
    await sleep(10);
    connection.close();
    await sleep(5_000);
  }
}

/** @type {{minute: number, rss: number}[]} */ const samples = [];
async function watch() {
  let cpu = server.cpu(), before = performance.now();
  const begin = before;
  console.log("minute   requests   CPU %   workerd MB   wasm MB");
  for (let i = 1; performance.now() < end; i++) {
    await sleep(Math.min(10_000, Math.max(1, end - performance.now())));
    samples.push({ minute: (performance.now() - begin) / 60_000, rss: server.memory() / 2 ** 20 });
    if (i % 6 !== 0) continue;
    const now = performance.now(), used = server.cpu();
    console.log(`${samples.at(-1)?.minute.toFixed(1).padStart(6)} ${String(asked).padStart(10)} ${(100 * (used - cpu) / (now - before)).toFixed(0).padStart(7)} ${samples.at(-1)?.rss.toFixed(0).padStart(12)} ${String(instances).padStart(9)}`);
    cpu = used;
    before = now;
  }
}

await Promise.all([
  ...Array.from({ length: 4 }, () => lane(20, () => [get(cardPath(`${site.url}/front/${n++ % 20}`)), 200])),
  lane(400, () => [get(cardPath(`${site.url}/story/${n++}`)), 200]),
  lane(500, () => [post("/v1/card?format=page&quotes=all", "text/html", page), 200]),
  lane(1000, () => others[n++ % others.length]()),
  leavers(),
  watch(),
]);

const mean = (/** @type {number} */ from, /** @type {number} */ to) => {
  const part = samples.filter((s) => s.minute > from * minutes && s.minute <= to * minutes).map((s) => s.rss);
  return part.reduce((a, b) => a + b, 0) / part.length;
};
const middle = mean(1 / 3, 2 / 3), last = mean(2 / 3, 1.1), growth = last - middle;
await server.stop();
site.close();
const fits = growth <= Math.max(8, 0.05 * middle) && Object.keys(wrong).length === 0;
console.log(`${fits ? "PASS" : "FAIL"}: ${asked} requests in ${minutes} minutes; workerd held ${middle.toFixed(0)} MB in the second third, ${last.toFixed(0)} MB in the last; unexpected: ${JSON.stringify(wrong)}`);
process.exit(fits ? 0 : 1);
