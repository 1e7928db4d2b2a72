import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();

/** What axe-core finds in a page, by WCAG 2.2 AA and best practice. @param {import("playwright-core").Page} page */
async function findings(page) {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core") });
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.flat().join(" ") + " " + n.failureSummary).join(" | ")}`);
  });
}

for (const theme of ["auto", "light", "dark"]) {
  for (const [state, given] of Object.entries({ full: card, "quotes alone": { ...card, denials: [] }, "a headline alone": { ...card, quotes: [], denials: [] }, "a speaker nobody can tell": { ...card, quotes: [{ ...card.quotes[0], speaker: null }] } })) {
    test(`axe finds nothing: theme ${theme}, ${state}`, async (page, site) => {
      site.endpoint = (_url, response) => void response.end(JSON.stringify(given));
      await open(page, site, `<key-points theme="${theme}"></key-points>${embed}`);
      await event(page);
      assert.deepEqual(await findings(page), []);
    });
  }
}

test("axe finds nothing while the card is awaited, when it fails, in local and in inline mode", async (page, site) => {
  site.endpoint = () => {};
  await open(page, site, `<key-points></key-points>${embed}`);
  await page.waitForFunction(() => customElements.get("key-points"));
  assert.deepEqual(await findings(page), []);
  site.endpoint = (_url, response) => void response.writeHead(500).end();
  await open(page, site, `<key-points fallback="none"><a href="/summary">Summary</a></key-points>${embed}`);
  await event(page, "error");
  assert.deepEqual(await findings(page), []);
  await open(page, site, `<key-points mode="local"></key-points>${embed}`);
  await event(page);
  assert.deepEqual(await findings(page), []);
});

test("axe finds nothing in a folded card, a dark page, a right-to-left card", async (page, site) => {
  await open(page, site, `<key-points lang="ur"></key-points>${embed}`, { head: "<style>html { background: #111 } body { background: #111; color: #ddd } a { color: #9cf } key-points { --key-points-reserve: 20rem }</style>" });
  await event(page);
  assert.ok(await page.locator("key-points .key-points-more").isVisible());
  assert.deepEqual(await findings(page), []);
});

test("quotes are figures whose order makes sense to a screen reader", async (page, site) => {
  await open(page, site, `<key-points heading-level="3"></key-points>${embed}`);
  await event(page);
  const tree = await page.locator("key-points").ariaSnapshot();
  const order = ["heading \"Key points\" [level=3]", card.article.headline, "heading \"Said\" [level=4]", "figure", "blockquote", card.quotes[0].text, "Ingrid Halvorsen", "heading \"Denied\" [level=4]", "The operator, Sound Lines, rejected the claim that", "mark", card.denials[0].claim.text];
  let from = 0;
  for (const words of order) {
    const at = tree.indexOf(words, from);
    assert.ok(at >= 0, `${words} in order in\n${tree}`);
    from = at;
  }
});

test("focus can be seen, and every link is reached by keyboard", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const links = await page.locator("key-points a").count();
  const reached = new Set();
  for (let i = 0; i < links + 8; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner && { index: [.../** @type {ShadowRoot} */ (document.activeElement?.shadowRoot).querySelectorAll("a")].indexOf(/** @type {any} */ (inner)), outline: getComputedStyle(inner).outlineStyle };
    });
    if (!at) continue;
    assert.equal(at.outline, "solid");
    reached.add(at.index);
  }
  assert.equal(reached.size, links);
});

test("links are at least 24 pixels high", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  for (const link of await page.locator("key-points a.key-points-link").all()) assert.ok(((await link.boundingBox())?.height ?? 0) >= 24);
});

test("forced colors keep the card's edge", async (page, site) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, site, embed);
  await event(page);
  assert.equal(await page.locator("key-points section:not(.fitting)").evaluate((e) => getComputedStyle(e).borderInlineStartStyle), "solid");
});
