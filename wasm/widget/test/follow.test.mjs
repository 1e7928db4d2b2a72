import assert from "node:assert/strict";
import { card, suite } from "./harness.mjs";

const test = suite();

/** Articles of a small application: name, and what is said in it. @type {Record<string, [string, string]>} */
const stories = {
  ferry: ["Ingrid Halvorsen", "We will not send people out on that water after dark with one engine."],
  bridge: ["Tomas Eriksen", "The bridge was inspected twice this year, and nobody found a crack in it."],
  harvest: ["Petra Lund", "Half of the apples were lost to the frost, and the rest came three weeks late."],
};
/** @param {string} name */
const text = (name) => `<h1>The ${name} and the council</h1><p>The council of Norrhaven spoke of the ${name} on Tuesday, in a session that went on until the evening, and put off what it had to decide.</p><p>“${stories[name][1]}” said ${stories[name][0]}, who chairs the council’s committee.</p><p>The committee meets again in May, and the council wants to hear from the people who live there before it decides on the ${name}.</p><p>“We have asked for a report,” said Marit Solberg, the council’s director, in a letter to this newspaper about the ${name}.</p>`;
/** @param {string} name */
const cardOf = (name) => ({ ...card, article: { ...card.article, url: null, headline: `The ${name} and the council` }, quotes: [{ ...card.quotes[0], text: stories[name][1], speaker: { name: stories[name][0], role: null, mention: stories[name][0] } }], denials: [] });

/**
 * An application whose layout keeps the element. app.go(name) shows an article as a router does.
 * @param {string} element  @param {{canonical?: string, first?: string, api?: boolean}} [options]
 */
const application = (element, { canonical = "", first = "ferry" } = {}) => `<!doctype html><html lang="en"><head><title>The Courier</title><link rel="icon" href="data:,">${canonical && `<link rel="canonical" href="${canonical}">`}<link rel="stylesheet" href="/page.css"></head><body><main>${element}<article>${first && text(first)}</article></main>
<script>
  const texts = ${JSON.stringify(Object.fromEntries(Object.keys(stories).map((name) => [name, text(name)])))};
  window.shown = []; window.events = [];
  for (const n of ["ready", "error"]) document.addEventListener("keypoints:" + n, (e) => events.push(n + " " + (e.detail.mode ?? "") + " " + (e.detail.error?.type ?? e.detail.card?.article.headline)));
  const draw = (name) => { document.querySelector("article").innerHTML = texts[name] ?? "<h1>Weather</h1><p>Mild.</p>"; };
  const head = (name) => { const link = document.querySelector("link[rel=canonical]"); if (link) link.href = "/" + name; };
  window.app = {
    draw, head,
    go(name, { textAfter = 0, headAfter = 0, replace = false } = {}) {
      history[replace ? "replaceState" : "pushState"]({ name }, "", "/" + name + location.search);
      if (textAfter > 0) { document.querySelector("article").textContent = ""; setTimeout(draw, textAfter, name); } else if (!textAfter) draw(name);
      if (headAfter > 0) setTimeout(head, headAfter, name); else if (!headAfter) head(name);
    },
  };
  addEventListener("popstate", () => { if (location.pathname !== window.path) draw(window.path = location.pathname.slice(1)), head(window.path); });
  // What stands on the card while another article's text stands in the page.
  const look = () => {
    const card = document.querySelector("key-points")?.shadowRoot?.querySelector("section:not(.fitting)"), article = document.querySelector("article h1")?.textContent;
    const words = card && card.checkVisibility({ visibilityProperty: true }) && !card.classList.contains("waiting") ? card.querySelector(".key-points-headline")?.textContent : "";
    if (words && article && words !== article) shown.push(words + " over " + article);
    requestAnimationFrame(look);
  };
  look();
</script><script async src="$CDN/v1/embed.js"></script></body></html>`;

/**
 * @param {import("playwright-core").Page} page  @param {import("./harness.mjs").Site} site
 * @param {string} element  @param {Parameters<typeof application>[1] & {path?: string}} [options]
 */
async function start(page, site, element, { path = "/ferry", ...options } = {}) {
  /** @type {string[]} */ const asked = [];
  site.endpoint = (url, response) => {
    const name = new URL(url.searchParams.get("url") ?? "").pathname.slice(1);
    asked.push(name);
    if (stories[name]) response.end(JSON.stringify(cardOf(name)));
    else response.writeHead(422, { "Content-Type": "application/problem+json" }).end('{"type":"https://x/problems/not-an-article","title":"Not an article"}');
  };
  site.pages.set(path.split("?")[0], { body: application(element, options).replaceAll("$CDN", site.cdn) });
  await page.goto(site.origin + path);
  return asked;
}

/** Waits for the card of an article. @param {import("playwright-core").Page} page  @param {string} name */
const shows = (page, name) => page.waitForFunction((headline) => {
  const card = document.querySelector("key-points")?.shadowRoot?.querySelector("section:not(.fitting,.waiting)");
  return card?.querySelector(".key-points-headline")?.textContent === headline && card.checkVisibility({ visibilityProperty: true });
}, `The ${name} and the council`);
/** @param {import("playwright-core").Page} page  @param {string} name  @param {object} [how] */
const go = (page, name, how) => page.evaluate(([n, h]) => /** @type {any} */ (window).app.go(n, h), /** @type {const} */ ([name, how]));
/** What was wrong at any frame. @param {import("playwright-core").Page} page */
const wrong = (page) => page.evaluate(() => /** @type {any} */ (window).shown);

const element = "<key-points></key-points>";

/** Browsers with the Navigation API, and those without. @type {Record<string, (page: import("playwright-core").Page) => Promise<unknown>>} */
const browsers = {
  "with the Navigation API": async () => {},
  "without it": (page) => page.addInitScript(() => Object.defineProperty(window, "navigation", { value: undefined })),
};
for (const [name, prepare] of Object.entries(browsers)) {
  test(`the card follows pushState, back and forward, ${name}`, async (page, site) => {
    await prepare(page);
    const asked = await start(page, site, element);
    await shows(page, "ferry");
    await go(page, "bridge");
    await shows(page, "bridge");
    await go(page, "harvest", { textAfter: 300 });
    await shows(page, "harvest");
    await page.getByRole("heading", { name: "The harvest" }).waitFor();
    await page.goBack();
    await shows(page, "bridge");
    await page.goBack();
    await shows(page, "ferry");
    await page.goForward();
    await shows(page, "bridge");
    assert.deepEqual(asked, ["ferry", "bridge", "harvest", "bridge", "ferry", "bridge"]);
    assert.deepEqual(await wrong(page), []);
  });
}

test("the card is cleared at once, and its place is kept", async (page, site) => {
  await start(page, site, element);
  await shows(page, "ferry");
  const answer = site.endpoint;
  site.endpoint = (...all) => void setTimeout(() => answer(...all), 600);
  const height = () => page.locator("key-points").evaluate((e) => e.getBoundingClientRect().height);
  const before = await height();
  const visible = await page.evaluate(() => {
    /** @type {any} */ (window).app.go("bridge");
    return document.querySelector("key-points")?.shadowRoot?.textContent;
  });
  assert.equal(visible, "", "in the same turn");
  assert.equal(await height(), before);
  await shows(page, "bridge");
  assert.equal(await height(), before);
  assert.deepEqual(await wrong(page), []);
});

test("replaceState of the same article's address asks for nothing and moves nothing", async (page, site) => {
  for (const canonical of ["", "/ferry"]) {
    const asked = await start(page, site, element, { path: "/ferry?utm_source=letter", canonical });
    await shows(page, "ferry");
    await page.evaluate(() => {
      /** @type {any} */ (window).node = document.querySelector("key-points")?.shadowRoot?.firstElementChild;
      history.replaceState(history.state, "", "/ferry");
    });
    await page.waitForTimeout(900);
    assert.ok(await page.evaluate(() => /** @type {any} */ (window).node.isConnected && /** @type {any} */ (window).node.checkVisibility({ visibilityProperty: true })));
    assert.deepEqual(asked, ["ferry"]);
    await page.locator("key-points").getByRole("link").first().click();
    await page.waitForFunction(() => CSS.highlights.has("key-points"));
  }
});

test("replaceState of another article's address is followed", async (page, site) => {
  const asked = await start(page, site, element);
  await shows(page, "ferry");
  await go(page, "bridge", { replace: true, textAfter: 200 });
  await shows(page, "bridge");
  assert.deepEqual(asked, ["ferry", "bridge"]);
  assert.deepEqual(await wrong(page), []);
});

test("an address of the same article, such as a gallery's, keeps its card", async (page, site) => {
  const asked = await start(page, site, element, { canonical: "/ferry" });
  await shows(page, "ferry");
  await page.evaluate(() => history.pushState(null, "", "/ferry/pictures"));
  await page.waitForTimeout(300);
  await shows(page, "ferry");
  // Its article's text goes later.
  await page.evaluate(() => /** @type {any} */ (window).app.go("bridge", { headAfter: 300 }));
  await shows(page, "bridge");
  assert.deepEqual(asked, ["ferry", "bridge"]);
});

test("a change of the hash alone does nothing", async (page, site) => {
  const asked = await start(page, site, element);
  await shows(page, "ferry");
  const kept = await page.evaluate(async () => {
    const node = document.querySelector("key-points")?.shadowRoot?.firstElementChild;
    location.hash = "comments";
    history.pushState(null, "", "#more");
    await new Promise((done) => setTimeout(done, 300));
    history.back();
    await new Promise((done) => setTimeout(done, 500));
    return node?.isConnected;
  });
  assert.ok(kept);
  assert.deepEqual(asked, ["ferry"]);
});

test("a slow answer is overtaken by that of the next article", async (page, site) => {
  await start(page, site, element);
  await shows(page, "ferry");
  const answer = site.endpoint;
  site.endpoint = (url, ...rest) => void setTimeout(() => answer(url, ...rest), url.search.includes("bridge") ? 900 : 50);
  await go(page, "bridge");
  await page.waitForTimeout(200);
  await go(page, "harvest");
  await shows(page, "harvest");
  await page.waitForTimeout(1200);
  await shows(page, "harvest");
  assert.deepEqual(await wrong(page), []);
  assert.ok(!(await page.evaluate(() => /** @type {any} */ (window).events)).some((/** @type {string} */ e) => e.includes("bridge")));
});

test("a canonical address is asked for when it comes after the other", async (page, site) => {
  for (const headAfter of [150, 900]) {
    const asked = await start(page, site, element, { canonical: "/ferry" });
    await shows(page, "ferry");
    const answer = site.endpoint;
    site.endpoint = (url, ...rest) => void setTimeout(() => answer(url, ...rest), url.search.includes("front") ? 2000 : 0);
    await page.evaluate((ms) => {
      history.pushState(null, "", "/front/7");
      /** @type {any} */ (window).app.draw("bridge");
      setTimeout(() => /** @type {any} */ (window).app.head("bridge"), ms);
    }, headAfter);
    await shows(page, "bridge");
    assert.ok(asked.at(-1) === "bridge", asked.join());
    assert.ok(!asked.slice(1).includes("ferry"), "never the one that was left");
    assert.deepEqual(await wrong(page), []);
  }
});

test("an application that never changes the canonical address is followed by its addresses", async (page, site) => {
  const asked = await start(page, site, element, { canonical: "/ferry" });
  await shows(page, "ferry");
  await go(page, "bridge", { headAfter: -1 });
  await shows(page, "bridge");
  await page.goBack();
  await shows(page, "ferry");
  assert.deepEqual(asked, ["ferry", "bridge", "ferry"]);
});

test("a page without an article hides the card, and the next article has one", async (page, site) => {
  await start(page, site, `${element}<div style="block-size: 2000px"></div>`);
  await shows(page, "ferry");
  await go(page, "weather");
  await page.waitForFunction(() => /** @type {any} */ (window).events.some((/** @type {string} */ e) => /^error.*not-an-article/.test(e)), null, { timeout: 12_000 });
  assert.equal(await page.locator("key-points").evaluate((e) => e.shadowRoot?.textContent), "");
  await page.evaluate(() => scrollTo(0, 1800));
  await page.waitForFunction(() => getComputedStyle(/** @type {Element} */ (document.querySelector("key-points"))).display === "none");
  await page.evaluate(() => scrollTo(0, 0));
  await go(page, "bridge");
  await shows(page, "bridge");
  assert.deepEqual(await wrong(page), []);
});

test("mode=local reads the next article when its text is there", async (page, site) => {
  await start(page, site, `<key-points mode="local"></key-points>`);
  await shows(page, "ferry");
  await go(page, "bridge", { textAfter: 700 });
  await shows(page, "bridge");
  await page.goBack();
  await shows(page, "ferry");
  assert.deepEqual(await wrong(page), []);
});

test("a page that scripts write, and that the endpoint takes for no article, is read here", async (page, site) => {
  const asked = await start(page, site, element, { path: "/app", first: "" });
  await page.evaluate(() => setTimeout(() => /** @type {any} */ (window).app.draw("ferry"), 600));
  await shows(page, "ferry");
  assert.deepEqual(asked, ["app"]);
  assert.ok((await page.evaluate(() => /** @type {any} */ (window).events)).every((/** @type {string} */ e) => e.startsWith("ready local")));
  assert.equal(site.requests.filter((p) => p.endsWith("engine.wasm")).length, 1);
});

test("fallback=none forbids that, and a page without running text loads no engine", async (page, site) => {
  for (const [markup, first] of [[`<key-points fallback="none"></key-points>`, "ferry"], [element, ""]]) {
    await start(page, site, markup, { path: "/app", first });
    await page.waitForFunction(() => /** @type {any} */ (window).events.length, null, { timeout: 8000 });
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).events), ["error edge not-an-article"]);
    assert.ok(!site.requests.some((p) => p.endsWith("engine.wasm")));
  }
});

test("a card in the markup is shown when the application has written the next", async (page, site) => {
  const inline = (/** @type {string} */ name) => `<section class="key-points"><p class="key-points-headline">The ${name} and the council</p><ul><li><figure class="key-points-quote"><blockquote><p>${stories[name][1]}</p></blockquote></figure></li></ul></section>`;
  await start(page, site, `<key-points mode="inline">${inline("ferry")}</key-points>`);
  await shows(page, "ferry");
  await go(page, "bridge");
  await page.waitForTimeout(300);
  await page.locator("key-points").evaluate((e, html) => void (e.innerHTML = html), inline("bridge"));
  await shows(page, "bridge");
  assert.deepEqual(await wrong(page), []);
});

test("an article that wants no card takes none of the next one's", async (page, site) => {
  await start(page, site, element);
  await shows(page, "ferry");
  const answer = site.endpoint;
  site.endpoint = (_url, response) => void response.writeHead(422, { "Content-Type": "application/problem+json" }).end('{"type":"https://x/problems/opted-out","title":"None"}');
  await go(page, "bridge");
  await page.waitForFunction(() => getComputedStyle(/** @type {Element} */ (document.querySelector("key-points"))).display === "none");
  site.endpoint = answer;
  await go(page, "harvest");
  await shows(page, "harvest");
});
