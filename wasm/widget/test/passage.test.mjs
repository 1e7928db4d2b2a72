import assert from "node:assert/strict";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();

/** @param {import("playwright-core").Page} page */
const marked = (page) => page.evaluate(() => [.../** @type {any} */ (CSS.highlights.get("key-points") ?? [])].map((r) => r.toString().replace(/\s+/g, " ")));

test("a quote that links and emphasis split is found and marked", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const before = await page.locator("article").innerHTML();
  await page.getByRole("link", { name: "Show in the article" }).first().click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.deepEqual(await marked(page), [card.quotes[0].text]);
  // The page scrolls there smoothly.
  await page.waitForFunction(() => {
    const [range] = /** @type {any} */ (CSS.highlights.get("key-points"));
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  const restored = await page.evaluate(() => (/** @type {HTMLElement} */ (document.activeElement).blur(), document.querySelector("article")?.innerHTML));
  assert.equal(restored, before, "the page's DOM is as it was");
});

test("an interrupted quotation is marked in its parts", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.getByRole("link", { name: "Show in the article" }).nth(1).click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.deepEqual(await marked(page), card.quotes[1].text.split(" … "));
});

test("a denial leads to where it stands, by keyboard", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.getByRole("link", { name: "Show in the article" }).last().press("Enter");
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.deepEqual(await marked(page), [card.denials[1].text]);
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /Petra Lund/, "the keyboard goes on at the passage");
});

test("a click on the words of a quote leads there too, selecting them does not", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.locator("key-points blockquote").nth(2).dblclick();
  await page.locator("key-points blockquote").nth(2).click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.deepEqual(await marked(page), [card.quotes[2].text]);
});

test("touch leads there", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.getByRole("link", { name: "Show in the article" }).first().tap();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
}, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

test("a page can take the navigation over", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.evaluate(() => document.addEventListener("keypoints:navigate", (e) => e.preventDefault()));
  await page.getByRole("link", { name: "Show in the article" }).first().click();
  await page.waitForTimeout(200);
  const last = await page.evaluate(() => ({ ...(/** @type {any} */ (window).events.at(-1)), highlighted: CSS.highlights.has("key-points"), hash: location.hash }));
  assert.equal(last.kind, "quote");
  assert.equal(last.item.text, card.quotes[0].text);
  assert.equal(last.highlighted, false);
  assert.equal(last.hash, "");
});

test("a page with a base address keeps its readers", async (page, site) => {
  await open(page, site, embed, { head: '<base href="https://elsewhere.example/">' });
  await event(page);
  await page.getByRole("link", { name: "Show in the article" }).first().click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.ok(page.url().startsWith(site.origin));
});

test("a card of another page links to a text fragment there", async (page, site) => {
  const elsewhere = { ...card, article: { ...card.article, url: "https://courier.example/ferry?id=7" } };
  site.endpoint = (_url, response) => void response.end(JSON.stringify(elsewhere));
  await open(page, site, `<key-points src="https://courier.example/ferry?id=7"></key-points>${embed}`);
  await event(page);
  const href = await page.getByRole("link", { name: "Show in the article" }).first().getAttribute("href");
  assert.equal(href, "https://courier.example/ferry?id=7" + card.quotes[0].fragment);
});

test("a text fragment of the card is one that Chromium scrolls to", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const href = await page.getByRole("link", { name: "Show in the article" }).last().getAttribute("href");
  const other = await page.context().newPage();
  site.pages.set("/plain.html", { body: `<p style="height:3000px">Top</p><p>Its director, Petra Lund, denied that ${card.denials[1].claim.text}.</p>` });
  await other.goto(site.origin + "/plain.html" + href?.slice(href.indexOf("#")));
  await other.waitForFunction(() => scrollY > 1000);
});

/** Pages of about so many characters whose last words are the passage. @type {Record<string, (size: number) => string>} */
const longPages = {
  "many paragraphs": (size) => "<p>The ferry was late again, and nobody on the quay knew why.</p>".repeat(size / 60) + "<p>Nobody was told of it.</p>",
  "one paragraph": (size) => `<p>${"The ferry was late again, and nobody on the quay knew why. ".repeat(size / 59)}Nobody was told of it.</p>`,
  "an element for each word": (size) => "<p>" + "<b>late</b> <i>again</i> ".repeat(size / 11) + "Nobody was told of it.</p>",
  "words that begin like the passage": (size) => `<p>${"Nobody was told ".repeat(size / 16)}Nobody was told of it.</p>`,
  "the passage in every line": (size) => "<p>Nobody was told of it.</p>\n".repeat(size / 22),
  "white space": (size) => `<p>a${" \n".repeat(size / 2)}Nobody was told of it.</p>`,
};

for (const [name, make] of Object.entries(longPages)) {
  test(`a megabyte is searched in slices, in steps that grow with it: ${name}`, async (page, site) => {
    await open(page, site, embed);
    await event(page);
    const work = (/** @type {number} */ size) => page.evaluate(async ({ html, passages }) => {
      const { assets } = /** @type {any} */ (customElements.get("key-points"));
      const { readPage, search } = await import(assets + "on-demand.mjs");
      const root = document.createElement("div");
      root.innerHTML = html;
      document.body.append(root);
      /** @type {number[]} */ const slices = [];
      const rest = async (/** @type {number} */ steps) => void slices.push(steps);
      const found = [];
      for (const [text, fragment] of passages) found.push((await search(text, fragment, readPage(root, rest), rest)).map(String));
      root.remove();
      return { found, most: Math.max(...slices), steps: slices.reduce((a, b) => a + b) };
    }, { html: make(size), passages: [["Nobody was told of it.", ""], ["Nobody was told of it … at all.", "#:~:text=the%20quay-,Nobody,at%20all"]] });
    const small = await work(250_000), large = await work(1_000_000);
    assert.deepEqual(large.found, [["Nobody was told of it."], []]);
    assert.ok(large.most <= 30_000, `${large.most} steps at one go`);
    assert.ok(large.steps <= 5 * small.steps && large.steps <= 40_000_000, `${small.steps} steps, ${large.steps} for four times the text`);
  });
}

test("the page of a megabyte does other things while a passage is searched", async (page, site) => {
  const passage = card.quotes[0].text;
  await open(page, site, embed);
  await event(page);
  await page.evaluate(() => {
    const before = document.createElement("p");
    before.textContent = "The ferry was late again, and nobody on the quay knew why. ".repeat(17_000);
    document.querySelector("article")?.prepend(before);
    // Whatever waits (the reader's next click, a frame) has its turn at each of these.
    const w = /** @type {any} */ (window), give = w.scheduler.yield.bind(w.scheduler);
    w.turns = 0;
    w.scheduler.yield = () => {
      w.turns++;
      return give();
    };
  });
  await page.getByRole("link", { name: "Show in the article" }).first().click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"), null, { timeout: 60_000 });
  assert.deepEqual(await marked(page), [passage]);
  const turns = await page.evaluate(() => /** @type {any} */ (window).turns);
  assert.ok(turns >= 50, `${turns} turns`);
});

test("a comment or a soft hyphen inside of words does not hide a passage, and what the page took away is not marked", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const found = await page.evaluate(async () => {
    const { assets } = /** @type {any} */ (customElements.get("key-points"));
    const { readPage, search } = await import(assets + "on-demand.mjs");
    const root = document.createElement("div");
    root.innerHTML = "<p>No<!-- -->body was to\u00adld <b>of</b> it.</p>";
    document.body.append(root);
    const read = await readPage(root);
    const there = (await search("Nobody was told of it.", "", read)).map(String);
    root.textContent = "";
    return [there, await search("Nobody was told of it.", "", read)];
  });
  assert.deepEqual(found, [["Nobody was to\u00adld of it."], []]);
});
