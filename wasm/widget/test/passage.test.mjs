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

test("a denied claim leads to where it stands, by keyboard", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.getByRole("link", { name: card.denials[1].claim.text }).press("Enter");
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.deepEqual(await marked(page), [card.denials[1].claim.text]);
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
  const href = await page.getByRole("link", { name: card.denials[1].claim.text }).getAttribute("href");
  const other = await page.context().newPage();
  site.pages.set("/plain.html", { body: `<p style="height:3000px">Top</p><p>Its director, Petra Lund, denied that ${card.denials[1].claim.text}.</p>` });
  await other.goto(site.origin + "/plain.html" + href?.slice(href.indexOf("#")));
  await other.waitForFunction(() => scrollY > 1000);
});
