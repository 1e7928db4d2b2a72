import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();
const policy = "default-src 'none'; script-src 'self' $CDN 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' $CDN; worker-src blob:; img-src 'self' data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types key-points";
/** @param {string} csp */
const headers = (csp) => ({ headers: { "Content-Security-Policy": csp } });
const without = (/** @type {string} */ directive, /** @type {string} */ source) => policy.replace(new RegExp(`(${directive}[^;]*?) ${source.replace(/[$]/g, "\\$")}(?=[ ;])`), "$1");

for (const mode of ["edge", "local", "inline"]) {
  test(`mode=${mode} works under a strict policy with Trusted Types`, async (page, site) => {
    /** @type {string[]} */ const errors = [];
    page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
    const inside = mode === "inline" ? '<section class="key-points"><h2 class="key-points-title">Key points</h2><p class="key-points-headline">Ferry</p></section>' : "";
    await open(page, site, `<key-points mode="${mode}">${inside}</key-points>${embed}`, headers(policy));
    await event(page);
    assert.notEqual(await page.locator("key-points section").evaluateAll((all) => all.map((e) => getComputedStyle(e).borderBlockStartWidth)).then((w) => w.at(-1)), "0px", "styled");
    assert.deepEqual(errors, []);
  });
}

test("a strict page can use the engine again after its Worker has gone", async (page, site) => {
  await open(page, site, `<key-points mode="local"></key-points>${embed}`, headers(policy));
  await event(page);
  // It goes some time after its last answer.
  await new Promise((done) => page.workers()[0].on("close", done));
  await page.locator("key-points").evaluate((e) => /** @type {any} */ (e).refresh());
  const names = await page.evaluate(() => /** @type {any} */ (window).events.map((/** @type {any} */ e) => e.name));
  assert.deepEqual(names, ["ready", "ready"]);
});

const missing = /** @type {[string, string, string, string, RegExp][]} */ ([
  ["connect-src", "$CDN", "edge", 'fallback="none"', /connect-src http/],
  ["worker-src", "blob:", "local", "", /worker-src blob:/],
  ["script-src", "'wasm-unsafe-eval'", "local", "", /'wasm-unsafe-eval'/],
  ["connect-src", "$CDN", "local", "", /connect-src http/],
]);
for (const [directive, source, mode, attributes, said] of missing) {
  test(`mode=${mode} under a policy without ${directive} ${source} says so in the console`, async (page, site) => {
    /** @type {string[]} */ const messages = [];
    page.on("console", (m) => messages.push(m.text()));
    await open(page, site, `<key-points mode="${mode}" ${attributes}></key-points>${embed}`, headers(without(directive, source).replace(/worker-src;/, "worker-src 'none';")));
    await event(page, "error");
    const own = messages.filter((m) => m.startsWith("<key-points"));
    assert.ok(own.some((m) => said.test(m)), messages.join("\n"));
  });
}

test("a page that trusts scripts by nonce alone gets the engine and the passages", async (page, site) => {
  /** @type {string[]} */ const errors = [];
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  await open(page, site, `<key-points mode="local"></key-points><script nonce="r4nd0m" async src="$CDN/v1/embed.js"></script>`,
    headers("default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; connect-src $CDN; worker-src blob:; img-src data:"));
  await event(page);
  await page.getByRole("link", { name: "Show in the article" }).first().click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.deepEqual(errors, []);
});

/** A file of the version that embed.js belongs to. @param {string} name */
async function versioned(name) {
  const alias = await readFile(new URL("../../../dist/public/v1/embed.js", import.meta.url), "utf8");
  const folder = /"([0-9a-f]{20})\/"/.exec(alias)?.[1];
  assert.ok(folder, "embed.js knows its folder");
  return { folder, path: `/v1/${folder}/${name}`, content: await readFile(new URL(`../../../dist/public/v1/${folder}/${name}`, import.meta.url)) };
}

const section = Buffer.from([0, 5, 4, ...Buffer.from("evil")]); // a module with one more section runs as well
// news.test is no secure context: there is no crypto.subtle.
for (const [name, host] of [["on-demand.mjs", "127.0.0.1"], ["engine.wasm", "127.0.0.1"], ["engine.wasm", "news.test"]]) {
  test(`a changed ${name} does not run on a page of http://${host}, and the console says so`, async (page, site) => {
    /** @type {string[]} */ const messages = [];
    page.on("console", (m) => messages.push(m.text()));
    const { path, content } = await versioned(name);
    site.pages.set(path, { body: Buffer.concat([content, name.endsWith(".wasm") ? section : Buffer.from("\nglobalThis.evil = true;")]) });
    await open(page, { ...site, origin: site.origin.replace("127.0.0.1", host) }, `<key-points mode="local"></key-points>${embed}`);
    await event(page, "error");
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).evil), undefined);
    assert.ok(messages.some((m) => m.startsWith("<key-points") && m.includes(name)), messages.join("\n"));
  });
}

test("a changed on-demand.mjs does not run, and the reader gets to the passage by its link", async (page, site) => {
  /** @type {string[]} */ const messages = [];
  page.on("console", (m) => messages.push(m.text()));
  const { path, content } = await versioned("on-demand.mjs");
  site.pages.set(path, { body: content + "\nglobalThis.evil = true;" });
  await open(page, site, embed);
  await event(page);
  const link = page.getByRole("link", { name: "Show in the article" }).first();
  await link.click();
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).evil), undefined);
  assert.ok(messages.some((m) => /on-demand\.mjs is missing or changed/.test(m)), messages.join("\n"));
});

test("changed labels are not shown", async (page, site) => {
  const { path, content } = await versioned("on-demand.mjs");
  site.pages.set(path, { body: content.toString().replace("Das Wichtigste", "Anzeige") });
  await open(page, site, `<key-points lang="de"></key-points>${embed}`);
  await event(page);
  assert.equal(await page.locator("key-points h2").innerText(), "Key points");
});

test("an integrity of the versioned script is one of all that it loads", async (page, site) => {
  const { folder, content } = await versioned("embed.js");
  const integrity = "sha384-" + createHash("sha384").update(content).digest("base64");
  await open(page, site, `<key-points mode="local"></key-points><script async src="$CDN/v1/${folder}/embed.js" integrity="${integrity}" crossorigin="anonymous"></script>`);
  await event(page);
  /** @param {string} inside @param {string} name */
  const pinned = async (inside, name) => assert.ok((await versioned(inside)).content.includes("sha256-" + createHash("sha256").update((await versioned(name)).content).digest("base64")), `${inside} pins ${name}`);
  for (const [inside, name] of [["embed.js", "on-demand.mjs"], ["on-demand.mjs", "engine.wasm"], ["on-demand.mjs", "languages/de.txt"]]) await pinned(inside, name);
  await open(page, site, `<script async src="$CDN/v1/${folder}/embed.js" integrity="${integrity}" crossorigin="anonymous"></script>`);
  await event(page);
  await open(page, site, `<script async src="$CDN/v1/${folder}/embed.js" integrity="${integrity.replace(/-..../, "-AAAA")}" crossorigin="anonymous"></script>`);
  await page.waitForTimeout(400);
  assert.equal(await page.evaluate(() => customElements.get("key-points")), undefined);
});

const attacks = ["<img src=x onerror=pwned()>", "<script>pwned()</script>", "javascript:pwned()", "\"><svg onload=pwned()>", "</section></key-points><iframe srcdoc='<script>top.pwned()</script>'>", "' onmouseover='pwned()"];
test("no field of a card can run a script or make an element", async (page, site) => {
  for (const attack of attacks) {
    const poison = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value), (key, v) => (typeof v === "string" && key !== "kind" ? attack : v));
    site.endpoint = (_url, response) => void response.end(JSON.stringify(poison(card)));
    await page.exposeFunction("pwned", () => assert.fail("a script ran")).catch(() => {});
    await open(page, site, embed);
    await event(page);
    const inside = await page.locator("key-points").evaluate((e) => {
      const root = /** @type {ShadowRoot} */ (e.shadowRoot);
      const all = [...root.querySelectorAll("*")];
      return {
        foreign: all.filter((n) => /^(script|img|svg|iframe|style|object)$/i.test(n.localName)).length,
        handlers: all.flatMap((n) => n.getAttributeNames()).filter((n) => n.startsWith("on")),
        schemes: [...new Set([...root.querySelectorAll("a")].map((a) => a.protocol))],
        text: root.querySelector("blockquote")?.textContent,
      };
    });
    assert.deepEqual({ ...inside, text: null }, { foreign: 0, handlers: [], schemes: ["http:"], text: null });
    assert.equal(inside.text, attack);
    for (const link of await page.getByRole("link", { name: attack }).all()) await link.click({ timeout: 2000 });
    assert.ok(page.url().startsWith(site.origin + "/ferry.html"));
  }
});

for (const mode of ["edge", "local", "inline"]) {
  test(`mode=${mode} leaves the article's page as it was, but for what the README says`, async (page, site) => {
    const inside = mode === "inline" ? `<section class="key-points"><h2 class="key-points-title">Key points</h2><ul class="key-points-quotes"><li><figure class="key-points-quote"><blockquote><p>${card.quotes[2].text}</p></blockquote><figcaption><a class="key-points-link" href="${card.quotes[2].fragment}">Show in the article</a></figcaption></figure></li></ul></section>` : "";
    const head = `<script>
      globalThis.added = [];
      globalThis.own = null;
      new MutationObserver((list) => { for (const m of list) if (!m.target.closest?.("key-points")) added.push(...[...m.addedNodes].map((n) => n.outerHTML ?? "").filter(Boolean), ...(m.attributeName ? [m.attributeName] : [])); }).observe(document, { subtree: true, childList: true, attributes: true });
      globalThis.globals = new Set(Object.getOwnPropertyNames(globalThis));
      globalThis.state = async () => ({
        markup: document.documentElement.outerHTML.replace(/<key-points[^]*<\\/key-points>/, ""), sheets: document.styleSheets.length, scripts: document.scripts.length, adopted: document.adoptedStyleSheets.length, cookies: document.cookie, stored: localStorage.length + sessionStorage.length,
        caches: (await caches.keys()).length, databases: (await indexedDB.databases()).length, workers: (await navigator.serviceWorker.getRegistrations()).length,
      });
      addEventListener("DOMContentLoaded", () => { added.length = 0; globalThis.before = state(); });
    </script>`;
    await open(page, site, `<key-points mode="${mode}" lang="de">${inside}</key-points><script defer src="$CDN/v1/embed.js"></script>`, { head });
    await event(page);
    const look = () => page.evaluate(async () => {
      const w = /** @type {any} */ (globalThis);
      return { before: await w.before, after: await w.state(), added: w.added.splice(0), globals: Object.getOwnPropertyNames(w).filter((n) => !w.globals.has(n) && !["globals", "state", "before"].includes(n)) };
    });
    const made = await look();
    assert.deepEqual(made.after, made.before);
    assert.deepEqual(made.globals, []);
    assert.ok(made.added.every((/** @type {string} */ node) => /^<link rel="modulepreload"/.test(node)), made.added.join("\n"));
    await page.locator("key-points").getByRole("link").first().click();
    await page.waitForFunction(() => CSS.highlights.has("key-points"));
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    const led = await look();
    assert.deepEqual(led.after, { ...led.before, adopted: 1 }, "one style rule for the mark");
    assert.ok(led.added.every((/** @type {string} */ change) => change === "tabindex" || /^<link rel="modulepreload"/.test(change)), led.added.join("\n"));
    assert.equal((await page.context().cookies()).length, 0);
  });
}

test("the card sends no cookie and no referrer path, and stores nothing", async (page, site) => {
  await page.context().addCookies([{ name: "session", value: "secret", url: site.cdn }]);
  const asked = page.waitForRequest((r) => r.url().includes("/v1/card"));
  await open(page, site, embed);
  await event(page);
  const headers = await (await asked).allHeaders();
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, site.origin + "/");
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.equal((await page.context().cookies()).length, 1);
});
