import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Engine } from "../engine.mjs";
import { article, embed, event, open, suite } from "./harness.mjs";

const test = suite();
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src https: data:; base-uri 'none'; form-action 'none'";

/** The card in a format, from the built engine. @param {string} format  @param {string} [page] */
async function made(format, page = article) {
  const engine = await Engine.from(await readFile(new URL("../../../dist/engine.wasm", import.meta.url)));
  return Buffer.from(engine.summarize({ format, url: "https://courier.example/ferry", contentType: "text/html; charset=utf-8" }, new TextEncoder().encode(page)).bytes);
}

test("a sandboxed frame gets the height of its card, whatever the width", async (page, site) => {
  site.pages.set("/v1/framed.html", { body: await made("page"), headers: { "Content-Security-Policy": policy } });
  site.pages.set("/host.html", { body: `<!doctype html><body><iframe id="card" src="${site.cdn}/v1/framed.html" width="600" height="120" sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation"></iframe><script async src="${site.cdn}/v1/frame.js"></script>` });
  await page.goto(site.origin + "/host.html");
  const height = () => page.locator("#card").evaluate((e) => Number(/** @type {HTMLIFrameElement} */ (e).height));
  const fits = async () => {
    const frame = page.frames()[1];
    await frame.waitForFunction(() => {
      const card = document.querySelector(".key-points")?.getBoundingClientRect();
      return card && Math.abs(card.height - innerHeight) <= 1;
    });
    return height();
  };
  const wide = await fits();
  await page.locator("#card").evaluate((e) => (/** @type {HTMLIFrameElement} */ (e).width = "320"));
  await page.waitForFunction((before) => Number(/** @type {any} */ (document.getElementById("card")).height) > before, wide);
  assert.ok(await fits() > wide);
});

for (const height of [320, 900]) {
  test(`a frame that was given ${height} px moves nothing that a reader sees, and has its card's height then`, async (page, site) => {
    await page.addInitScript(() => {
      /** @type {any} */ (window).shifts = [];
      new PerformanceObserver((list) => void (/** @type {any} */ (window).shifts.push(...list.getEntries().map((e) => /** @type {any} */ (e).value)))).observe({ type: "layout-shift", buffered: true });
    });
    site.pages.set("/v1/framed.html", { body: await made("page"), headers: { "Content-Security-Policy": policy } });
    site.pages.set("/host.html", { body: `<!doctype html><body><iframe id="card" src="${site.cdn}/v1/framed.html" width="360" height="${height}" sandbox="allow-scripts"></iframe>${"<p>The council meets again in May.</p>".repeat(90)}<script async src="${site.cdn}/v1/frame.js"></script>` });
    await page.goto(site.origin + "/host.html");
    await page.frames()[1].waitForFunction(() => document.querySelector(".key-points"));
    await page.waitForTimeout(500);
    const frame = () => page.locator("#card").evaluate((e) => Number(/** @type {HTMLIFrameElement} */ (e).height));
    assert.equal(await frame(), height);
    await page.evaluate(() => scrollTo(0, 1500));
    await page.waitForFunction((before) => Number(/** @type {any} */ (document.getElementById("card")).height) !== before, height);
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).shifts), []);
  }, { viewport: { width: 1000, height: 1100 } });
}

test("a frame of another origin cannot set a height", async (page, site) => {
  site.pages.set("/rogue.html", { body: `<!doctype html><script>parent.postMessage({ type: "keypoints:height", height: 4000 }, "*"); parent.postMessage({ done: true }, "*")</script>` });
  site.pages.set("/host.html", { body: `<!doctype html><body><script src="${site.cdn}/v1/frame.js"></script><script>addEventListener("message", (e) => { if (e.data.done) document.title = "told" })</script><iframe id="rogue" src="${site.origin}/rogue.html" height="100"></iframe>` });
  await page.goto(site.origin + "/host.html");
  await page.waitForFunction(() => document.title === "told");
  assert.equal(await page.locator("#rogue").getAttribute("height"), "100");
});

test("a link in the frame leads the page around it to the article's passage", async (page, site) => {
  site.pages.set("/v1/framed.html", { body: await made("page"), headers: { "Content-Security-Policy": policy } });
  site.pages.set("/host.html", { body: `<!doctype html><body><iframe src="${site.cdn}/v1/framed.html" width="600" height="700" sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation"></iframe>` });
  await page.route("https://courier.example/**", (route) => route.fulfill({ contentType: "text/html", body: article }));
  await page.goto(site.origin + "/host.html");
  await page.frameLocator("iframe").getByRole("link", { name: "Show in the article" }).first().click();
  await page.waitForURL("https://courier.example/ferry**");
});

test("mode=inline takes what format=html gives, with a passage behind each link", async (page, site) => {
  const html = (await made("html")).toString().replaceAll("https://courier.example/ferry", `${site.origin}/ferry.html`);
  site.pages.set("/ferry.html", { body: article.replace("<!-- card -->", () => `<key-points mode="inline">${html}</key-points><script async src="${site.cdn}/v1/embed.js"></script>`) });
  await page.goto(site.origin + "/ferry.html");
  await page.waitForFunction(() => document.querySelector("key-points")?.shadowRoot?.querySelector(".key-points"));
  const links = page.locator("key-points").getByRole("link", { name: "Show in the article" });
  assert.ok(await links.count() >= 3);
  for (const link of await links.all()) {
    await page.evaluate(() => CSS.highlights.clear());
    await link.click();
    await page.waitForFunction(() => CSS.highlights.has("key-points"));
  }
  assert.deepEqual(site.requests.filter((p) => !/embed\.js|on-demand\.mjs/.test(p)), []);
});

test("mode=inline hands on the card of its markup, and with each link the item", async (page, site) => {
  // A claim that another sentence makes has a link of its own.
  const story = article.replace("</article>", "<p>Councillor Bo Dahl said on Monday that the mayor, Ann Vale, had taken money from the yard. Vale denied the accusation on Tuesday.</p></article>");
  const wanted = JSON.parse((await made("json", story)).toString()), html = (await made("html", story)).toString();
  await open(page, site, `<key-points mode="inline">${html}</key-points>${embed}`);
  await event(page);
  const [{ card, mode }] = await page.evaluate(() => /** @type {any} */ (window).events);
  assert.equal(mode, "inline");
  assert.deepEqual(card, wanted);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (document.querySelector("key-points")).card), wanted);
  const told = await page.locator("key-points").evaluate((element) => {
    element.addEventListener("keypoints:navigate", (e) => e.preventDefault());
    for (const a of element.shadowRoot?.querySelectorAll("a") ?? []) a.click();
    return /** @type {any} */ (window).events.slice(1).map((/** @type {any} */ { kind, item }) => [kind, item]);
  });
  const { quotes, denials } = wanted, claims = denials.filter((/** @type {any} */ d) => d.claim && !d.text.includes(d.claim.text));
  assert.ok(claims.length > 0);
  assert.deepEqual(told.filter(([kind]) => kind !== "claim"), [...quotes.map((/** @type {any} */ q) => ["quote", q]), ...denials.map((/** @type {any} */ d) => ["denial", d])]);
  assert.deepEqual(told.filter(([kind]) => kind === "claim"), claims.map((/** @type {any} */ d) => ["claim", d.claim]));
});

for (const [name, data] of [["without its data", ""], ["with data that a filter cut off", ` data-card='{"version":1,"art'`]]) {
  test(`mode=inline shows markup ${name}`, async (page, site) => {
    const html = (await made("html")).toString().replace(/ data-card=('[^']*'|"[^"]*")/, data).replaceAll("https://courier.example/ferry", site.origin + "/ferry.html");
    await open(page, site, `<key-points mode="inline">${html}</key-points>${embed}`);
    await event(page);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).events[0].card), null);
    await page.locator("key-points").getByRole("link", { name: "Show in the article" }).first().click();
    await page.waitForFunction(() => CSS.highlights.has("key-points"));
  });
}

test("the element's markup is that of format=html", async (page, site) => {
  const html = (await made("html")).toString(), card = JSON.parse((await made("json")).toString());
  site.pages.set("/both.html", { body: `<!doctype html><body><div id="html">${html}</div><key-points mode="manual"></key-points><script src="${site.cdn}/v1/embed.js"></script>` });
  await page.goto(site.origin + "/both.html");
  const [native, own] = await page.evaluate(async (made) => {
    const element = /** @type {any} */ (document.querySelector("key-points"));
    const ready = new Promise((done) => element.addEventListener("keypoints:ready", done));
    element.card = made;
    await ready;
    const order = (/** @type {ParentNode} */ root) => [...root.querySelectorAll("[class^=key-points-]:is(h2, p, ul, figure, cite, span, a)")].map((e) => e.className + " " + e.textContent)
      .filter((line) => !/^key-points-(heading|caption|text|item|claim-link)/.test(line));
    return [order(/** @type {any} */ (document.getElementById("html"))), order(element.shadowRoot)];
  }, card);
  assert.ok(native.length > 10);
  assert.deepEqual(own, native);
});
