import assert from "node:assert/strict";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();


for (const [name, rule] of [
  ["a box that cuts it off", "article{height:100px;overflow:hidden}"],
  ["what is not shown", "article p{visibility:hidden}"],
  ["a page that is held still", "html{overflow:hidden}"],
]) {
  test(`a click uncovers no passage in ${name}`, async (page, site) => {
    await open(page, site, embed, { head: `<style>${rule}</style>` });
    await event(page);
    // The card itself may stand in such a box: the card's own click is what counts.
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("key-points")?.shadowRoot?.querySelectorAll(".key-points-link")[2]).click());
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => ({ marked: CSS.highlights.has("key-points"), hash: location.hash, inside: document.querySelector("article")?.scrollTop, scrolled: scrollY })),
      { marked: false, hash: "", inside: 0, scrolled: 0 });
  });
}

test("a click opens nothing that the page has closed", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.evaluate(() => {
    const closed = document.createElement("details"), article = /** @type {Element} */ (document.querySelector("article"));
    closed.append(...[...article.children].filter((e) => e.tagName === "P"));
    article.append(closed);
  });
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("key-points")?.shadowRoot?.querySelector(".key-points-link")).click());
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(() => [CSS.highlights.has("key-points"), document.querySelector("details")?.open]), [false, false]);
});

test("a page that opted out has no card, and no place for one", async (page, site) => {
  site.endpoint = (_url, response) => void response.writeHead(422).end(JSON.stringify({ type: "/problems/opted-out", detail: "the page wants no card" }));
  await open(page, site, embed);
  await event(page, "error");
  assert.equal(await page.evaluate(() => document.querySelector("key-points")?.getBoundingClientRect().height), 0);
});

test("a card says that it was chosen automatically, unless the publisher says so elsewhere", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const notice = page.locator("key-points .key-points-notice");
  assert.equal(await notice.textContent(), "Chosen automatically from this article");
  await page.addStyleTag({ content: "key-points::part(notice){display:none}" });
  assert.equal(await notice.isVisible(), false);
});

test("what an editor set is marked, in words that all can read", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.evaluate((card) => {
    /** @type {any} */ (document.querySelector("key-points")).card = { ...card, quotes: card.quotes.map((/** @type {any} */ q, /** @type {number} */ i) => (i ? q : { ...q, edited: true })) };
  }, card);
  await page.locator("key-points .key-points-edited").waitFor();
  assert.deepEqual(await page.locator("key-points .key-points-edited").allTextContents(), ["Set by an editor"]);
});
