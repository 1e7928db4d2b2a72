/**
 * Measures the Worker's bundle in one workerd on this machine, with 64 connections:
 *
 *     node worker/test/load.mjs [SECONDS]
 *
 * hits: one card from the caches. misses: pages of 100 KB that are fetched, read and
 * kept. posts: the same page sent. peer: a Worker of @mozilla/readability and linkedom
 * gets the article's text (no quotes, no denials) of the same page. Server, publisher and client share the machine, so
 * compare figures of one run only. memory is what workerd holds afterwards.
 */
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

const seconds = Number(process.argv[2] ?? 10), connections = 64;
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

/** A news page of 100 KB as they are: a fifth of it text, the rest menus, teasers and inline JSON. */
const paragraph = (/** @type {number} */ i) => `<p class="story-body__paragraph">The council of Port Ellery met again on day ${i} to speak about the harbor bridge, its repairs, and what they cost the city so far. Several members asked why the work took two years longer than planned.</p>
${i % 3 ? "" : `<p class="story-body__paragraph">“We will open the bridge when it is safe, and not on day ${i},” said Nora Whitfield, the city engineer. She denied that the repairs had been delayed by cheaper steel.</p>`}\n`;
const teaser = (/** @type {number} */ i) => `<li class="teaser teaser--small"><a href="/news/${i}" data-track="list:${i}"><img src="/i/${i}.jpg" alt="" loading="lazy"><span class="teaser__title">Another headline of the day, number ${i}</span></a></li>\n`;
const repeat = (/** @type {(i: number) => string} */ part, /** @type {number} */ size) => { let s = ""; for (let i = 1; s.length < size; i++) s += part(i); return s; };
const page = `<!doctype html><html lang=en><head><title>Harbor bridge reopens after repairs</title><script>window.state=${JSON.stringify(repeat((i) => `{"id":${i}}`, 35_000))}</script></head><body><nav><ul>${repeat(teaser, 15_000)}</ul></nav>
<main><article><h1>Harbor bridge reopens after repairs</h1>\n${repeat(paragraph, 20_000)}</article></main><aside><h2>More news</h2><ul>${repeat(teaser, 20_000)}</ul></aside></body></html>`;

const origin = http.createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page));
await new Promise((resolve) => origin.listen(0, "127.0.0.1", () => resolve(undefined)));
const site = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (origin.address()).port}`;

const server = spawn(process.execPath, ["worker/test/serve.mjs", "DEVELOPMENT=true", "FRESH_SECONDS=3600"], { stdio: ["pipe", "pipe", "inherit"] });
const worker = new URL(await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data).split("\n")[0]))));
server.stdout.resume();

/** @param {string} path @param {string} [body] @param {URL} [to] @returns {Promise<number>} the status */
const ask = (path, body, to = worker) => new Promise((resolve, reject) => {
  const request = http.request({ host: to.hostname, port: to.port, path, agent, method: body ? "POST" : "GET", headers: body ? { "Content-Type": "text/html", "Content-Length": Buffer.byteLength(body) } : {} },
    (response) => response.resume().on("end", () => resolve(response.statusCode ?? 0)));
  request.on("error", reject).end(body);
});

/** Bytes that workerd holds: the largest process below miniflare's. */
function memory() {
  let largest = 0;
  for (const pid of readdirSync("/proc").filter((n) => /^\d+$/.test(n))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      if (/^Name:\s+workerd/m.test(status) && status.includes(`PPid:\t${server.pid}\n`)) largest = Math.max(largest, 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {}
  }
  return largest;
}

/** @param {string} name @param {number} lanes @param {(i: number) => Promise<number>} one */
async function measure(name, lanes, one) {
  const times = [], failed = {}, begin = performance.now(), end = begin + 1000 * seconds;
  let n = 0;
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (performance.now() < end) {
      const start = performance.now();
      const status = await one(n++);
      times.push(performance.now() - start);
      if (status !== 200) failed[status] = (failed[status] ?? 0) + 1;
    }
  }));
  times.sort((a, b) => a - b);
  const at = (q) => times[Math.min(times.length - 1, Math.floor(q * times.length))].toFixed(1);
  console.log(`${name.padEnd(30)} ${(1000 * times.length / (performance.now() - begin)).toFixed(0).padStart(6)} req/s   p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   memory ${(memory() / 2 ** 20).toFixed(0)} MB   not 200: ${JSON.stringify(failed)}`);
}

const card = (path) => `/v1/card?url=${encodeURIComponent(site + path)}`;
await ask(card("/one"));
await measure("hits, 64 connections", connections, () => ask(card("/one")));
await measure("misses of 100 KB, 1 connection", 1, (i) => ask(card(`/miss/${i}`)));
await measure("posts of 100 KB, 1 connection", 1, () => ask("/v1/card", page));
await measure("misses of 100 KB, 8 connections", 8, (i) => ask(card(`/many/${i}`)));
await measure("hits after that", connections, () => ask(card("/one")));

const bundle = await build({ entryPoints: ["worker/test/peer.mjs"], bundle: true, format: "esm", write: false, minify: true, external: ["canvas"], logLevel: "error" });
const peer = new Miniflare({ modules: true, script: bundle.outputFiles[0].text, compatibilityDate: "2026-04-01", port: 0, cf: false });
const peerURL = await peer.ready;
for (let round = 1; round <= 2; round++) {
  await measure(`posts to the peer, round ${round}`, 1, () => ask("/", page, peerURL));
  await measure(`posts to ours, round ${round}`, 1, () => ask("/v1/card", page));
}
await peer.dispose();
server.stdin.end();
origin.close();
agent.destroy();
