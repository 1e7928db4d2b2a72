/** The demo page in Chromium, with an endpoint that runs the engine in Node. */
import { readFile } from "node:fs/promises";
import { Engine } from "../../wasm/widget/engine.mjs";

const dist = new URL("../../dist/", import.meta.url);

/** @type {Engine | undefined} */ let engine;

/** What the engine makes of a page, once a page was visited. @param {import("../../wasm/widget/engine.mjs").Options} options  @param {Uint8Array} page */
export const summarize = (options, page) => /** @type {Engine} */ (engine).summarize(options, page);

/** The endpoint: the engine in Node behind the API's parameters. @param {import("../../wasm/widget/test/harness.mjs").Site} site */
async function serve(site) {
  engine ??= await Engine.from(await readFile(new URL("engine.wasm", dist)));
  const made = engine;
  site.endpoint = (url, response, body) => {
    const options = /** @type {any} */ (Object.fromEntries(url.searchParams));
    if (!body.length) return void response.writeHead(403, { "Content-Type": "application/problem+json" }).end('{"type":"x/host-not-allowed","detail":"This endpoint does not fetch from that host."}');
    const { code, bytes, type } = made.summarize({ contentType: body.toString().startsWith("<") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8", ...options }, body);
    if (code) return void response.writeHead(422).end(JSON.stringify({ type, detail: Buffer.from(bytes).toString() }));
    response.writeHead(200, { "Server-Timing": "engine;dur=1.5" }).end(bytes);
  };
}

/** @param {import("playwright-core").Page} page  @param {import("../../wasm/widget/test/harness.mjs").Site} site  @param {string} [fragment] @param {string} [headline] */
export async function visit(page, site, fragment = "", headline = "China asks") {
  await serve(site);
  /** @type {string[]} */ const errors = [];
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  page.on("pageerror", (e) => errors.push(e.message));
  await page.goto(site.cdn + "/" + fragment);
  await ready(page, headline);
  return errors;
}

/** @param {import("playwright-core").Page} page  @param {string} headline */
export async function ready(page, headline) {
  await page.locator("#article .headline", { hasText: headline }).waitFor();
  await page.locator("key-points .key-points-headline", { hasText: headline }).waitFor();
  await page.waitForFunction(() => !/…/.test(document.querySelector(".runs tbody")?.textContent ?? "…"));
}

/** @param {import("playwright-core").Page} page */
export const marks = (page) => page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, h]) => [name, [.../** @type {any} */ (h)].map(String)])));

