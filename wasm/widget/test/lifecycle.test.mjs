import assert from "node:assert/strict";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();

test("two elements share the script and show two cards", async (page, site) => {
  await open(page, site, `<key-points></key-points><key-points quotes="1" theme="dark"></key-points>${embed}`);
  await page.waitForFunction(() => /** @type {any} */ (window).events.length === 2);
  assert.equal(await page.locator("key-points section").count(), 2);
  assert.equal(await page.locator("key-points").count(), 2, "none is added");
});

test("two local elements share one engine", async (page, site) => {
  await open(page, site, `<key-points mode="local"></key-points><key-points mode="local" quotes="1"></key-points>${embed}`);
  await page.waitForFunction(() => /** @type {any} */ (window).events.length === 2);
  assert.equal(page.workers().length, 1);
  assert.equal(site.requests.filter((p) => p.endsWith(".wasm")).length, 1);
});

test("a script that is loaded twice is harmless", async (page, site) => {
  const errors = [];
  page.on("pageerror", (e) => errors.push(e.message));
  await open(page, site, embed + embed + `<script async src="$CDN/v1/embed.js?again"></script>`);
  await event(page);
  await page.waitForTimeout(300);
  assert.equal(await page.locator("key-points").count(), 1);
  assert.deepEqual(errors, []);
});

test("a script in the head waits for the body and adds nothing there", async (page, site) => {
  await open(page, site, "<key-points></key-points>", { head: embed });
  await event(page);
  assert.equal(await page.locator("key-points").count(), 1);
});

test("an element in a component's shadow root is the page's, none is added", async (page, site) => {
  await open(page, site, `<key-points></key-points>`, { component: true });
  await page.evaluate((src) => void document.body.append(Object.assign(document.createElement("script"), { src })), site.cdn + "/v1/embed.js");
  await event(page);
  await page.waitForTimeout(300);
  assert.equal(await page.locator("key-points").count(), 1);
});

test("an element that an application inserts later works, and stops when it is removed", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  /** @type {(() => void)[]} */ const answers = [];
  site.endpoint = (_url, response) => void answers.push(() => response.end(JSON.stringify(card)));
  await page.evaluate(() => {
    const own = document.createElement("key-points");
    own.id = "late";
    document.querySelector("article")?.append(own);
    setTimeout(() => own.remove(), 300);
  });
  await page.waitForTimeout(600);
  for (const answer of answers) answer();
  await page.waitForTimeout(200);
  const names = await page.evaluate(() => /** @type {any} */ (window).events.map((/** @type {any} */ e) => e.name));
  assert.deepEqual(names, ["ready"], "the removed one says nothing");
});

test("moving and removing a hundred elements leaves none behind", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const left = await page.evaluate(async () => {
    const refs = [];
    for (let i = 0; i < 100; i++) {
      const e = document.createElement("key-points");
      document.body.append(e);
      refs.push(new WeakRef(e));
      await new Promise((done) => e.addEventListener("keypoints:ready", done, { once: true }));
      document.querySelector("article")?.prepend(e);
      e.remove();
    }
    /** @type {any} */ (window).events = [];
    /** @type {any} */ (window).refs = refs;
    return refs.length;
  });
  assert.equal(left, 100);
  const devtools = await page.context().newCDPSession(page);
  await page.waitForTimeout(300);
  await devtools.send("HeapProfiler.collectGarbage");
  const alive = await page.evaluate(() => /** @type {any} */ (window).refs.filter((/** @type {any} */ r) => r.deref()).length);
  assert.ok(alive <= 1, `${alive} of 100 elements are still in memory`);
});

test("a changed attribute makes the card anew, several at once only one time", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  site.requests.length = 0;
  await page.locator("key-points").evaluate((e) => {
    e.setAttribute("quotes", "1");
    e.setAttribute("denials", "0");
    e.setAttribute("lang", "fr");
  });
  await page.locator("key-points section[lang=fr]").waitFor();
  assert.equal(site.requests.filter((p) => p === "/v1/card").length, 1);
});

test("refresh resolves when the new card is there", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const changed = { ...card, article: { ...card.article, headline: "Night ferry is back" } };
  site.endpoint = (_url, response) => void response.end(JSON.stringify(changed));
  const text = await page.locator("key-points").evaluate(async (e) => {
    e.setAttribute("quotes", "2"); // has queued one already
    await /** @type {any} */ (e).refresh();
    return e.shadowRoot?.textContent;
  });
  assert.match(text ?? "", /Night ferry is back/);
});

test("an answer that comes after a newer one is dropped", async (page, site) => {
  let n = 0;
  site.endpoint = (_url, response) => {
    const mine = ++n;
    setTimeout(() => response.end(JSON.stringify({ ...card, article: { ...card.article, headline: `Headline ${mine}` } })), mine === 1 ? 600 : 50);
  };
  await open(page, site, embed);
  await page.waitForFunction(() => document.querySelector("key-points"));
  await page.waitForTimeout(150);
  await page.locator("key-points").evaluate((e) => e.setAttribute("quotes", "2"));
  await page.waitForTimeout(900);
  assert.equal(await page.locator("key-points .key-points-headline").innerText(), "Headline 2");
});

test("events cross shadow roots and carry the card", async (page, site) => {
  await open(page, site, `<div id="host"></div>${embed}`);
  const detail = await page.evaluate(() => new Promise((done) => {
    const root = document.getElementById("host")?.attachShadow({ mode: "closed" });
    document.addEventListener("keypoints:ready", (e) => {
      if (/** @type {Element} */ (e.target).id === "host") done(/** @type {CustomEvent} */ (e).detail);
    });
    root?.append(document.createElement("key-points"));
  }));
  assert.equal(detail.card.article.headline, card.article.headline);
  assert.equal(detail.mode, "edge");
});

test("a card that was shown once is there without a network in local mode", async (page, site) => {
  await open(page, site, `<key-points mode="local"></key-points>${embed}`);
  await event(page);
  await page.context().setOffline(true);
  await page.locator("key-points").evaluate((e) => /** @type {any} */ (e).refresh());
  const names = await page.evaluate(() => /** @type {any} */ (window).events.map((/** @type {any} */ e) => e.name));
  assert.deepEqual(names, ["ready", "ready"]);
});

/** @param {import("playwright-core").Page} page  @returns {Promise<any[]>} */
const seen = async (page) => {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
  return page.evaluate(() => /** @type {any} */ (window).seen);
};

for (const [mode, inside] of Object.entries({ edge: "", inline: `<section class="key-points" style="block-size: 500px"><h2>Key points</h2></section>`, local: "" })) {
  test(`a card in mode=${mode} tells once that it was seen, when half of it is in sight`, async (page, site) => {
    await open(page, site, `<div style="block-size: 780px"></div><key-points mode="${mode}">${inside}</key-points>${embed}<div style="block-size: 3000px"></div>`);
    await event(page);
    assert.deepEqual(await seen(page), [], "its first lines are no card");
    const { top, height } = await page.locator("key-points").evaluate((e) => e.getBoundingClientRect());
    await page.evaluate((y) => scrollTo(0, y), top - 800 + height / 2 - 20);
    assert.deepEqual(await seen(page), []);
    await page.evaluate((y) => scrollTo(0, y), top - 800 + height / 2 + 20);
    const [{ card: shown }, ...more] = await seen(page);
    assert.deepEqual([shown, more], [await page.evaluate(() => /** @type {any} */ (document.querySelector("key-points")).card), []]);
    for (const y of [0, 3000, top]) await page.evaluate((y) => scrollTo(0, y), y);
    assert.equal((await seen(page)).length, 1);
    if (mode !== "edge") return;
    await page.evaluate(() => /** @type {any} */ (document.querySelector("key-points")).setAttribute("quotes", "1"));
    await page.waitForFunction(() => /** @type {any} */ (window).events.length === 2);
    assert.equal((await seen(page)).length, 2, "another card");
  });
}

test("a card that is twice as high as the window is seen when it fills half of that", async (page, site) => {
  site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, quotes: Array.from({ length: 9 }, () => ({ ...card.quotes[0], text: "We will not send people out on that water. ".repeat(9) })) }));
  await open(page, site, embed, { head: "<style>key-points { --key-points-reserve: 4000px }</style>" });
  await event(page);
  await page.evaluate(() => scrollTo(0, 300));
  assert.equal((await seen(page)).length, 1);
}, { viewport: { width: 400, height: 500 } });

test("nobody has seen a card where there is none", async (page, site) => {
  site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, quotes: [], denials: [] }));
  await open(page, site, embed);
  await event(page);
  assert.deepEqual(await seen(page), []);
});
