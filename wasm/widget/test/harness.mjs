/**
 * Real Chromium and a server for the widget's tests: the built files of
 * dist/public, pages of a test's own, and an endpoint that behaves as it is told.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { delimiter, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".tsv": "text/tab-separated-values; charset=utf-8", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };

/** An article of five paragraphs, with links and emphasis inside its quotations. */
export const article = await readFile(new URL("pages/ferry.html", import.meta.url), "utf8");
const style = await readFile(new URL("pages/page.css", import.meta.url));
export const card = JSON.parse(await readFile(new URL("pages/ferry.card.json", import.meta.url), "utf8"));

function chromiumPath() {
  for (const name of [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"]) {
    if (!name) continue;
    const found = name.includes("/") ? [name] : (process.env.PATH ?? "").split(delimiter).map((dir) => join(dir, name));
    for (const path of found) if (existsSync(path)) return path;
  }
  return null;
}

/** How Chromium is started. */
export const launching = { executablePath: chromiumPath() ?? undefined, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.test 127.0.0.1"] };

/** Why the tests cannot run here, or false. */
async function missing() {
  if (!chromiumPath()) return "needs Chromium (Debian: apt-get install chromium)";
  if (!existsSync(join(root, "dist/public/v1/embed.js"))) return "needs dist/public (make build)";
  return (await import("playwright-core").then(() => false, () => "needs the packages of package-lock.json (npm ci)"));
}

/**
 * @typedef {object} Site
 * @property {string} origin of the article's pages
 * @property {string} cdn another origin, of the widget and the endpoint
 * @property {import("playwright-core").Browser} browser
 * @property {Map<string, {body: string | Buffer, headers?: Record<string, string>}>} pages by path
 * @property {(url: URL, response: import("node:http").ServerResponse, body: Buffer) => void | Promise<void>} endpoint
 * @property {string[]} requests paths that the CDN was asked for
 */

/**
 * Declares a test in a fresh browser context; skips, or fails under
 * KEYPOINTS_REQUIRE_ALL, where Chromium or the build is missing.
 */
export function suite() {
  /** @type {Site} */ const site = /** @type {any} */ ({ pages: new Map(), requests: [] });
  /** @type {string | false} */ let reason = false;
  /** @type {import("node:http").Server[]} */ const servers = [];
  before(async () => {
    reason = await missing();
    if (reason) return;
    const { chromium } = await import("playwright-core");
    site.browser = await chromium.launch(launching);
    site.origin = await listen(servers, site, false);
    site.cdn = await listen(servers, site, true);
  });
  after(async () => {
    await site.browser?.close();
    for (const server of servers) server.closeAllConnections(), server.close();
  });
  /**
   * @param {string} name
   * @param {(page: import("playwright-core").Page, site: Site) => Promise<void>} body
   * @param {import("playwright-core").BrowserContextOptions} [options]
   */
  return (name, body, options = {}) => test(name, async (t) => {
    if (reason) {
      if (process.env.KEYPOINTS_REQUIRE_ALL === "1") assert.fail(reason);
      return t.skip(reason);
    }
    site.pages.clear();
    site.pages.set("/page.css", { body: style });
    site.requests.length = 0;
    site.endpoint = (_url, response) => void response.end(JSON.stringify(card));
    const context = await site.browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    context.setDefaultTimeout(15_000);
    try {
      await body(await context.newPage(), site);
    } finally {
      await context.close();
    }
  });
}

/** @param {import("node:http").Server[]} servers  @param {Site} site  @param {boolean} cdn */
async function listen(servers, site, cdn) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (cdn) site.requests.push(url.pathname);
    if (cdn) response.setHeader("Access-Control-Allow-Origin", "*");
    const page = site.pages.get(url.pathname);
    if (cdn && url.pathname === "/v1/card") {
      response.setHeader("Content-Type", "application/json");
      const body = [];
      for await (const chunk of request) body.push(chunk);
      return site.endpoint(url, response, Buffer.concat(body));
    }
    if (page) {
      response.writeHead(200, { "Content-Type": types[extname(url.pathname)] ?? types[".html"], ...page.headers });
      return response.end(page.body);
    }
    try {
      const name = url.pathname === "/" ? "/index.html" : url.pathname;
      const body = await readFile(join(root, "dist/public", name));
      response.writeHead(200, { ...(cdn ? await headersOf(url.pathname) : {}), "Content-Type": types[extname(name)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  servers.push(server);
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/** What dist/public/_headers gives a path, as a host of static files does. @param {string} path */
async function headersOf(path) {
  /** @type {Record<string, string>} */ const headers = {};
  let applies = false;
  for (const line of (await readFile(join(root, "dist/public/_headers"), "utf8")).split("\n")) {
    if (line.startsWith("/")) applies = line === path || (line.endsWith("*") && path.startsWith(line.slice(0, -1)));
    else if (applies && line.includes(": ")) headers[line.slice(0, line.indexOf(":")).trim()] = line.slice(line.indexOf(":") + 2);
  }
  return headers;
}

/**
 * Puts the article with some markup in place of its <!-- card --> on the site and opens it.
 * @param {import("playwright-core").Page} page
 * @param {Site} site
 * @param {string} markup $CDN stands for the CDN's origin
 * @param {{headers?: Record<string, string>, head?: string, path?: string, front?: boolean, component?: boolean}} [options] front: teasers in the place of the article's text; component: it stands in a shadow root
 */
export async function open(page, site, markup, { headers = {}, head = "", path = "/ferry.html", front = false, component = false } = {}) {
  const fill = (/** @type {string} */ s) => s.replaceAll("$CDN", site.cdn);
  const teasers = `<ul>${`<li><p><a href="/ferry">The harbor council of Norrhaven put off a night ferry across the sound.</a></p>`.repeat(12)}</ul>`;
  const shown = front ? article.replace(/<p>The harbor[^]*(?=<\/article>)/, teasers) : article;
  const body = (component ? inComponent(shown) : shown).replace("<!-- head -->", () => fill(head)).replace("<!-- card -->", () => fill(markup));
  site.pages.set(path, { body, headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, fill(v)])) });
  await page.addInitScript(() => {
    const w = /** @type {any} */ (window);
    w.events = [];
    w.seen = [];
    document.addEventListener("keypoints:seen", (e) => w.seen.push(/** @type {CustomEvent} */ (e).detail));
    for (const name of ["ready", "error", "navigate", "unfold"]) document.addEventListener("keypoints:" + name, (e) => w.events.push({ name, ...(/** @type {CustomEvent} */ (e)).detail }));
  });
  await page.goto(site.origin + path);
}

/** Puts an article's page into the shadow root of a component. @param {string} html */
export const inComponent = (html) => html.replace("<article>", '<news-story><template shadowrootmode="open"><article>').replace("</article>", "</article></template></news-story>");

/** One line that embeds the widget. */
export const embed = `<script async src="$CDN/v1/embed.js"></script>`;

/** @param {import("playwright-core").Page} page  @param {string} [name] */
export async function event(page, name = "ready") {
  await page.waitForFunction((n) => /** @type {any} */ (window).events.some((/** @type {any} */ e) => e.name === n), name);
}
