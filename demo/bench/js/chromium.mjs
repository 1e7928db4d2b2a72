/**
 * Measures in Chromium the time from a script's start on an article's page to the
 * card shown, and prints one line of JSON. Ours is embed.js with mode=local: the
 * engine in a Web Worker reads the page's own HTML. Theirs comes in two forms:
 *
 * - main: @mozilla/readability on a clone of the live DOM, on the main thread since
 *   no Worker has a DOM, then compromise in a Worker that was started before;
 * - worker: the page's HTML goes to a Worker with linkedom, readability and
 *   compromise, so that nothing blocks the page, as ours.
 *
 * cold: a new browser profile with nothing in its caches. warm: the profile has seen
 * the page three times, for READING ms each but the last, so HTTP cache and code cache
 * are filled. The arguments are the project's folder, a page, and how many profiles to
 * take for both; COLD_RUNS more are for cold alone.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const [root, pageFile, profiles] = process.argv.slice(2);
const WARM_RUNS = 3;
/** Profiles more that see the page once: cold times vary most. */
const COLD_RUNS = 12;
/** How long a reader stays, in ms; Chromium writes its code cache some seconds after code was optimized. */
const READING = 5000;
const here = import.meta.dirname;
const executablePath = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => (name ? spawnSync("sh", ["-c", `command -v "${name}"`]).stdout.toString().trim() : []))
  .find((path) => path !== "");

/** @param {string} contents */
async function bundle(contents) {
  const made = await build({ stdin: { contents, resolveDir: here }, bundle: true, minify: true, format: "iife", write: false, external: ["canvas"], logLevel: "error" });
  return made.outputFiles[0].contents;
}

/** Makes the card's DOM as a small widget would. */
const show = `function show({ title, quotes }) {
  const card = document.createElement("aside");
  card.append(Object.assign(document.createElement("h2"), { textContent: title }));
  for (const { text, speaker } of quotes.slice(0, 3)) {
    const quote = document.createElement("blockquote");
    quote.append(text, Object.assign(document.createElement("cite"), { textContent: speaker ?? "" }));
    card.append(quote);
  }
  document.querySelector("#here").replaceWith(card);
  shown(card);
}`;

/** @type {Record<string, Uint8Array | Buffer>} */ const files = {
  "/main.js": await bundle(`import { Readability } from "@mozilla/readability";
${show}
const worker = new Worker("/quotes.js");
const found = new Readability(document.cloneNode(true)).parse();
const paragraphs = (found?.textContent ?? "").split("\\n").map((p) => p.trim()).filter((p) => p !== "");
worker.onmessage = ({ data }) => show({ title: found?.title ?? "", quotes: data });
worker.postMessage(paragraphs);`),
  "/quotes.js": await bundle(`import { quotes } from "./way.mjs"; onmessage = ({ data }) => postMessage(quotes(data));`),
  "/worker.js": await bundle(`${show}
const worker = new Worker("/whole.js");
worker.onmessage = ({ data }) => show(data);
worker.postMessage(document.documentElement.outerHTML);`),
  "/whole.js": await bundle(`import { card } from "./way.mjs"; onmessage = ({ data }) => postMessage(card(data));`),
};

const article = readFileSync(pageFile, "utf8");
/** A page that starts a script once it is read, and keeps when the card was shown. The card is below the headline, in view. @param {string} src  @param {string} element */
const host = (src, element) => article.replace("</h1>", () => `</h1>${element}`).replace("</body>", () => `<script>
let start; const finished = (ms) => { window.taken = ms; };
/** The card is shown when the frame that holds it was painted. */
function shown() { requestAnimationFrame(() => setTimeout(() => finished(performance.now() - start))); }
document.addEventListener("keypoints:ready", shown);
addEventListener("load", () => setTimeout(() => {
  start = performance.now();
  document.body.append(Object.assign(document.createElement("script"), { async: true, src: ${JSON.stringify(src)} }));
}, 300));
</script></body>`);
files["/ours.html"] = Buffer.from(host("/v1/embed.js", `<key-points id=here mode=local></key-points>`));
files["/main.html"] = Buffer.from(host("/main.js", `<div id=here></div>`));
files["/worker.html"] = Buffer.from(host("/worker.js", `<div id=here></div>`));

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".tsv": "text/tab-separated-values; charset=utf-8" };
// Compressed beforehand, as files of a CDN are.
const published = readdirSync(join(root, "dist/public/v1"), { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => join(f.parentPath ?? f.path, f.name));
for (const path of published) files[path.slice(join(root, "dist/public").length)] = readFileSync(path);
process.stderr.write("  compressing what is served …\n");
/** @type {Map<string, Buffer>} */ const compressed = new Map(await Promise.all(Object.entries(files).map(async ([path, body]) =>
  /** @type {[string, Buffer]} */ ([path, await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })]))));

/** @type {Record<string, number>} brotli 11, bytes of scripts and engine by the way that asked for them */ const transferred = {};
let asked = "";
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname, body = compressed.get(path);
  if (!body) return response.writeHead(404).end();
  const isPage = path.endsWith(".html");
  if (!isPage) transferred[asked] = (transferred[asked] ?? 0) + body.length;
  response.writeHead(200, { "Content-Type": types[/** @type {keyof types} */ (extname(path))] ?? "application/octet-stream", "Content-Encoding": "br", "Content-Length": body.length, "Cache-Control": isPage ? "no-store" : "public, max-age=31536000, immutable" }).end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;

/** @type {Record<string, {cold: number[], warm: number[]}>} */ const taken = { ours: { cold: [], warm: [] }, main: { cold: [], warm: [] }, worker: { cold: [], warm: [] } };
let version = "";
/**
 * Opens the pages of one way in a new profile.
 * @param {string} name  @param {(once: () => Promise<number>) => Promise<void>} read  is given what opens the page and gives ms
 */
async function inNewProfile(name, read) {
  const profile = mkdtempSync(join(tmpdir(), "keypoints-bench-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  try {
    version = context.browser()?.version() ?? version;
    const page = await context.newPage();
    await read(async () => {
      await page.goto(`${origin}/${name}.html`);
      await page.waitForFunction("window.taken !== undefined", undefined, { timeout: 60_000 });
      return Number(await page.evaluate("window.taken"));
    });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
/** @param {number[]} times */
const list = (times) => times.map((t) => t.toFixed(0)).join(", ");

for (let round = 1; round <= Number(profiles); round++) {
  for (const [name, times] of Object.entries(taken)) {
    await inNewProfile(name, async (once) => {
      asked = round === 1 ? name : "again";
      times.cold.push(await once());
      asked = "again";
      for (let i = 0; i < 2; i++) await once(), await new Promise((resolve) => setTimeout(resolve, READING));
      for (let i = 0; i < WARM_RUNS; i++) times.warm.push(await once());
    });
    process.stderr.write(`  profile ${round} of ${profiles}, ${name}: cold ${list(times.cold.slice(-1))} ms, warm ${list(times.warm.slice(-WARM_RUNS))} ms\n`);
  }
}
for (let round = 0; round < COLD_RUNS; round++) {
  for (const [name, times] of Object.entries(taken)) await inNewProfile(name, async (once) => void times.cold.push(await once()));
}
for (const [name, { cold }] of Object.entries(taken)) process.stderr.write(`  ${name}, cold: ${list(cold)} ms\n`);
server.closeAllConnections();
server.close();
delete transferred.again;
transferred.engine = [...compressed].find(([path]) => path.endsWith("engine.wasm"))?.[1].length ?? 0;
console.log(JSON.stringify({ taken, transferred, version }));
