/** Pages whose text scrolls elsewhere than in the viewport, and pages that keep it from their readers. */
import assert from "node:assert/strict";
import { article, card, embed, event, suite } from "./harness.mjs";

const test = suite();

/** @param {import("playwright-core").Page} page */
const links = (page) => page.locator("key-points section:not(.fitting) a.key-points-link");

/** Waits until nothing scrolls any more. @param {import("playwright-core").Page} page */
const still = (page) => page.evaluate(async () => {
  const places = () => [...document.querySelectorAll("*")].map((e) => e.scrollTop).join();
  for (let last = "", same = 0; same < 8; same = places() === last ? same + 1 : 0, last = places()) await new Promise((done) => requestAnimationFrame(done));
});

/** Where the middle of the marked passage is, and what is painted there. @param {import("playwright-core").Page} page */
const passage = (page) => page.evaluate(() => {
  const [range] = /** @type {any} */ (CSS.highlights.get("key-points") ?? [new Range()]), box = range.getClientRects()[0];
  if (!box) return { text: String(range), seen: false, far: 0 };
  const hit = document.elementFromPoint(box.left + box.width / 2, (box.top + box.bottom) / 2);
  return { text: String(range), seen: range.startContainer.parentElement.contains(hit), far: Math.abs((box.top + box.bottom) / 2 - innerHeight / 2) };
});

/**
 * @param {import("playwright-core").Page} page  @param {import("./harness.mjs").Site} site
 * @param {string} css  @param {(html: string) => string} [build] the page of the article's
 */
async function visit(page, site, css, build = (html) => html) {
  const html = article.replace("<!-- head -->", `<style>${css}</style>`).replace("<!-- card -->", "<key-points></key-points>").replace("</body>", embed.replace("$CDN", site.cdn) + "</body>");
  site.pages.set("/shell.html", { body: build(html) });
  await page.addInitScript(() => {
    const w = /** @type {any} */ (window);
    w.events = [];
    for (const name of ["ready", "seen"]) document.addEventListener("keypoints:" + name, () => w.events.push({ name }));
  });
  await page.goto(site.origin + "/shell.html");
  await event(page);
}

const gaps = "article > p { margin-block: 1em 30em }";
const inRoot = (/** @type {string} */ html) => html.replace("<body>", "<body><div id=app>").replace("</body>", "</div></body>");
/** @type {Record<string, [string, ((html: string) => string)?]>} */
const shells = {
  "a main that scrolls in a body that does not": [`html, body { height: 100% } body { overflow: hidden; padding: 0 } main { height: 100%; overflow: auto }`],
  "a column of 100dvh": [`body { display: flex; flex-direction: column; height: 100dvh; overflow: hidden; padding: 0 } header { flex: 0 0 90px } main { flex: 1; min-height: 0; overflow-y: auto }`],
  "a fixed root": [`#app { position: fixed; inset: 0; overflow: hidden; display: grid; grid-template-rows: 60px 1fr } main { overflow-y: scroll }`, inRoot],
  "a fixed root that scrolls": [`#app { position: fixed; inset: 0; overflow: auto }`, inRoot],
  "scrollers inside of each other": [`body { overflow: hidden; height: 100vh; padding: 0 } main { height: 100vh; overflow: auto; padding-block: 400px } article { height: 500px; overflow: auto }`],
  "a scroller in a page that scrolls": [`body { padding-block: 900px } main { height: 500px; overflow: auto }`],
  "a body that scrolls": [`html { overflow: hidden; height: 100% } body { height: 100%; overflow: auto; padding: 0 }`],
  "a bar over a page with room kept for it": [`html { scroll-padding-block-start: 300px } header { position: fixed; inset: 0 0 auto; height: 300px; background: #eee; z-index: 2 } main { padding-top: 300px }`],
};
for (const [name, [css, build]] of Object.entries(shells)) {
  for (const reducedMotion of /** @type {const} */ (["no-preference", "reduce"])) {
    test(`the card leads to its passages and back: ${name}, motion ${reducedMotion}`, async (page, site) => {
      await visit(page, site, css + gaps, build);
      for (const n of [0, 3, 4]) {
        await links(page).nth(n).scrollIntoViewIfNeeded();
        const before = await links(page).nth(n).evaluate((e) => Math.round(e.getBoundingClientRect().top));
        await links(page).nth(n).click();
        await page.waitForFunction(() => CSS.highlights.has("key-points"));
        await still(page);
        const { text, seen, far } = await passage(page);
        assert.ok(text.length > 20 && seen, `${text} is not in sight`);
        assert.ok(far < 250, `${far} px from the middle`);
        await page.locator("key-points button.key-points-back").waitFor();
        await page.keyboard.press("Escape");
        await still(page);
        const after = await links(page).nth(n).evaluate((e) => ({ top: Math.round(e.getBoundingClientRect().top), focus: /** @type {ShadowRoot} */ (e.getRootNode()).activeElement === e }));
        assert.ok(after.focus && Math.abs(after.top - before) <= 1, `${before} before, ${after.top} after`);
      }
    }, { viewport: { width: 800, height: 700 }, reducedMotion });
  }
}

test("a card in a scroller that shows little of it is seen", async (page, site) => {
  await visit(page, site, "body { overflow: hidden; height: 100vh; padding: 0 } main { height: 480px; overflow: auto }");
  await page.mouse.move(200, 100);
  await page.mouse.wheel(0, 200);
  await event(page, "seen");
}, { viewport: { width: 400, height: 800 } });

test("a passage in a paragraph that is higher than the window is led to, and one that is higher itself begins in sight", async (page, site) => {
  const filler = "The harbor master read the figures of the winter aloud, and the council listened. ".repeat(60), quote = card.quotes[0].text;
  for (const words of ["", filler]) {
    site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, quotes: [{ ...card.quotes[0], text: quote + words.trimEnd() }] }));
    await visit(page, site, "", (html) => html.replace(/<p>(The harbor)[^]*?<\/article>/, () => `<p>${filler}${filler}“${quote}${words.trimEnd()}” ${filler}</p></article>`));
    await links(page).first().click();
    await page.waitForFunction(() => CSS.highlights.has("key-points"));
    await still(page);
    const { top, bottom } = await page.evaluate(() => {
      const [range] = /** @type {any} */ (CSS.highlights.get("key-points")), { top, bottom } = range.getBoundingClientRect();
      return { top, bottom };
    });
    assert.ok(top >= 0 && top < 400 && (words || bottom < 700), `from ${top} to ${bottom}`);
  }
}, { viewport: { width: 500, height: 700 } });

/** What keeps text from a reader. @type {Record<string, string>} */
const barriers = {
  "a sheet over a page that is held still": `html, body { overflow: hidden; height: 100% } #wall { position: fixed; inset: 50% 0 0; background: #fff }`,
  "a page that is held still": `body { overflow: hidden; height: 100% }`,
  "a teaser that is cut off": `article { max-height: 60px; overflow: hidden }`,
  "a teaser that is cut off in an app's scroller": `body { overflow: hidden; height: 100vh; padding: 0 } main { height: 100vh; overflow: auto } article { max-height: 60px; overflow: clip }`,
  "a wall over an app's scroller": `body { overflow: hidden; height: 100vh; padding: 0 } main { height: 100vh; overflow: auto } #wall { position: fixed; inset: 40% 0 0; background: #fff }`,
  "an app's scroller that is held still": `body { overflow: hidden; height: 100vh; padding: 0 } main { height: 100vh; overflow: hidden }`,
  "text that is not shown": `article > p { visibility: hidden }`,
};
for (const [name, css] of Object.entries(barriers)) {
  test(`nothing behind a barrier is marked, and the reader is led to the top: ${name}`, async (page, site) => {
    await visit(page, site, css + gaps, (html) => html.replace("</body>", "<div id=wall></div></body>"));
    await links(page).last().evaluate((e) => /** @type {HTMLElement} */ (e).click());
    await page.waitForTimeout(400);
    await still(page);
    assert.equal(await page.evaluate(() => CSS.highlights.has("key-points")), false);
    assert.ok(await page.evaluate(() => [...document.querySelectorAll("*")].every((e) => e.scrollTop === 0)));
  }, { viewport: { width: 800, height: 700 } });
}
