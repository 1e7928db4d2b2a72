import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();

/** An article that is longer than the viewport, with the card above it. @param {string} [css] */
const long = (css = "") => ({ head: `<style>article > p { margin-block: 1em 30em } ${css}</style>` });
/** @param {import("playwright-core").Page} page */
const links = (page) => page.locator("key-points section:not(.fitting) a.key-points-link");
/** @param {import("playwright-core").Page} page */
const button = (page) => page.locator("key-points button.key-points-back");

/** Goes to a passage and waits until it is in view and still. @param {import("playwright-core").Page} page  @param {number} [n] */
async function go(page, n = 0) {
  await links(page).nth(n).click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  await still(page);
}

/** Waits until the page does not scroll any more. @param {import("playwright-core").Page} page */
const still = (page) => page.evaluate(async () => {
  for (let last = NaN, same = 0; same < 8; same = scrollY === last ? same + 1 : 0, last = scrollY) await new Promise((done) => requestAnimationFrame(done));
});

/** @param {import("playwright-core").Page} page */
const standing = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("key-points")?.shadowRoot);
  return { y: Math.round(scrollY), focus: [...root.querySelectorAll("a.key-points-link")].indexOf(/** @type {any} */ (root.activeElement)), marked: CSS.highlights.has("key-points"), buttons: root.querySelectorAll(".key-points-back").length };
});

/** @type {Record<string, (page: import("playwright-core").Page) => Promise<unknown>>} */
const ways = {
  "the button": (page) => button(page).click(),
  "the button, by keyboard": async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  },
  Escape: (page) => page.keyboard.press("Escape"),
  "the browser's Back": (page) => page.goBack(),
};
for (const [name, way] of Object.entries(ways)) {
  test(`${name} leads from the passage back to the card, as it was`, async (page, site) => {
    await open(page, site, embed, long());
    await event(page);
    await page.evaluate(() => addEventListener("click", () => (/** @type {any} */ (window).y ??= Math.round(scrollY)), { capture: true }));
    await links(page).nth(3).scrollIntoViewIfNeeded();
    await go(page, 3);
    const y = await page.evaluate(() => /** @type {any} */ (window).y);
    assert.ok((await standing(page)).y > y + 500, "the passage is away from the card");
    await button(page).waitFor();
    await way(page);
    await page.waitForFunction(() => !CSS.highlights.has("key-points"));
    await still(page);
    await page.waitForTimeout(300);
    assert.deepEqual(await standing(page), { y, focus: 3, marked: false, buttons: 0 });
    // Nothing of the way is left: Back leaves the page from here.
    await page.goBack();
    assert.equal(page.url(), "about:blank");
  });
}

test("who goes from one passage to another needs Back once, and the page's own state stays", async (page, site) => {
  await open(page, site, embed, { head: "<style>key-points { position: sticky; top: 0 }</style>" });
  await event(page);
  await page.evaluate(() => history.replaceState({ page: 7 }, ""));
  const before = await page.evaluate(() => history.length);
  await go(page, 0);
  await go(page, 2);
  assert.deepEqual(await page.evaluate(() => [history.length, history.state]), [before + 1, { page: 7 }]);
  assert.equal(await button(page).count(), 1);
  await page.goBack();
  await page.waitForFunction(() => !CSS.highlights.has("key-points"));
  assert.equal((await standing(page)).focus, 2, "to the item that was chosen last");
});

test("Escape first closes what the page has open above", async (page, site) => {
  await open(page, site, `${embed}<dialog>More</dialog><input id="search">`, long());
  await event(page);
  await go(page);
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog")?.open);
  await page.evaluate(() => document.getElementById("search")?.focus());
  await page.keyboard.press("Escape");
  assert.ok((await standing(page)).marked);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.keyboard.press("Escape");
  assert.ok(!(await standing(page)).marked);
});

/** Pages whose text leaves little room: width of the viewport, and CSS. @type {Record<string, [number, string]>} */
const layouts = {
  "a wide page": [1280, ""],
  "a narrow page": [240, ""],
  "a phone": [360, ""],
  "a column of 720 px": [720, "body { max-width: none }"],
  "text up to both edges": [360, "body { padding: 0 } p { text-align: justify }"],
  "a text beside it": [1000, "main { display: grid; grid-template-columns: 1fr 20em; gap: 6px } body { max-width: none }"],
  "right to left": [360, "article { direction: rtl }"],
};
for (const [name, [width, css]] of Object.entries(layouts)) {
  test(`the button covers no text and nothing else: ${name}`, async (page, site) => {
    await open(page, site, embed, { head: `<style>${css} key-points { --key-points-reserve: 200rem }</style>` });
    await event(page);
    if (name.includes("beside")) await page.evaluate(() => document.querySelector("main")?.append(Object.assign(document.createElement("div"), { textContent: "Weather, sport and letters. ".repeat(300) })));
    for (let n = 0; n < await links(page).count(); n++) {
      await go(page, n);
      await button(page).waitFor();
      const { covered, size, inside } = await page.evaluate(() => {
        const own = /** @type {Element} */ (document.querySelector("key-points")?.shadowRoot?.querySelector(".key-points-back")).getBoundingClientRect();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange(), covered = [];
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          if (/script|style/i.test(node.parentElement?.tagName ?? "")) continue;
          for (let i = 0; i < (node.nodeValue?.length ?? 0); i++) {
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const { left, right, top, bottom } = range.getBoundingClientRect(), sixth = (bottom - top) / 6;
            if (range.toString().trim() && left < own.right && right > own.left && top + sixth < own.bottom && bottom - sixth > own.top) covered.push(range.toString());
          }
        }
        return { covered: covered.join(""), size: own.width, inside: own.left >= 0 && own.right <= document.documentElement.clientWidth };
      });
      assert.equal(covered, "", `passage ${n}`);
      assert.ok(size >= 24 && inside);
    }
  }, { viewport: { width, height: 800 } });
}

test("the button is named in every language of the labels, and is not printed", async (page, site) => {
  const lines = (await readFile(new URL("../../internal/lang/labels.tsv", import.meta.url), "utf8")).split("\n").filter((l) => l && !l.startsWith("#"));
  await open(page, site, embed, long());
  await event(page);
  assert.equal(lines.length, 14);
  for (const line of lines) {
    const lang = line.split("\t")[0], name = /\|back:([^|]*)/.exec(line)?.[1];
    await page.evaluate((l) => document.querySelector("key-points")?.setAttribute("lang", l), lang);
    await page.locator(`key-points section[lang=${lang}]`).waitFor();
    await go(page);
    await page.getByRole("button", { name, exact: true }).waitFor();
    await page.keyboard.press("Escape");
  }
  await go(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await button(page).isVisible(), false);
});

test("the button goes when a bar of the page lies over it, and comes back", async (page, site) => {
  await open(page, site, embed, long("header { position: sticky; top: 0; block-size: 120px; background: #fff; z-index: 1 }"));
  await event(page);
  await go(page);
  await button(page).waitFor();
  const top = await button(page).evaluate((e) => e.getBoundingClientRect().top);
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, top - 30);
  await button(page).waitFor({ state: "hidden" });
  await page.mouse.wheel(0, 30 - top);
  await button(page).waitFor();
});

test("a card that gives its place back on the way does not lead astray", async (page, site) => {
  await open(page, site, embed, { head: "<style>key-points { --key-points-reserve: 200rem } article { padding-block-end: 400rem }</style>" });
  await event(page);
  await go(page, 2);
  await button(page).waitFor();
});

test("a passage that has gone says so, and comes back in another's place", async (page, site) => {
  await open(page, site, `<key-points lang="de"></key-points>${embed}`);
  await event(page);
  const text = await page.evaluate(() => {
    const p = /** @type {Element} */ (document.querySelector("article p:nth-of-type(3)")), text = p.innerHTML;
    p.textContent = "This paragraph was withdrawn.";
    return text;
  });
  await links(page).first().click();
  const status = page.locator("key-points figure").first().getByRole("status");
  await status.filter({ hasText: "Diese Stelle steht nicht mehr im Artikel" }).waitFor();
  assert.equal(page.url().includes("#"), false);
  await page.evaluate((html) => void (/** @type {Element} */ (document.querySelector("article p:nth-of-type(3)")).innerHTML = html), text);
  await go(page);
  assert.equal(await status.count(), 0);
});

test("words of the card can be selected with the mouse, and that leads nowhere", async (page, site) => {
  await open(page, site, embed, long());
  await event(page);
  const words = page.locator("key-points blockquote p").first();
  await words.scrollIntoViewIfNeeded();
  const box = /** @type {NonNullable<Awaited<ReturnType<typeof words.boundingBox>>>} */ (await words.boundingBox());
  const selected = () => page.evaluate(() => String(/** @type {any} */ (document.querySelector("key-points")?.shadowRoot).getSelection()));
  const led = async () => {
    await page.waitForTimeout(600);
    return page.evaluate(() => CSS.highlights.has("key-points"));
  };
  await page.mouse.move(box.x + 30, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 12, { steps: 8 });
  await page.mouse.up();
  assert.ok((await selected()).length > 8);
  assert.equal(await led(), false, "a selection");
  await page.mouse.click(box.x + 60, box.y + 12);
  assert.equal(await led(), false, "the click that ends it");
  await page.mouse.dblclick(box.x + 60, box.y + 12);
  assert.match(await selected(), /^\w+ ?$/);
  assert.equal(await led(), false, "a word by a double click");
  await page.mouse.click(box.x + 60, box.y + 12);
  await page.waitForTimeout(600);
  await page.mouse.click(box.x + 60, box.y + 12);
  assert.equal(await led(), true, "a click");
});

/** The contrast of letters and ground, as painted, of what is marked. @param {import("playwright-core").Page} page */
async function contrast(page) {
  const clip = await page.evaluate(() => {
    const [range] = /** @type {any} */ (CSS.highlights.get("key-points")), { x, y, width, height } = range.getClientRects()[0];
    return { x, y, width, height };
  });
  const png = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
    const context = /** @type {CanvasRenderingContext2D} */ (Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d"));
    context.drawImage(image, 0, 0);
    const { data: rgba } = context.getImageData(0, 0, image.width, image.height);
    /** @type {Record<string, number>} */ const times = {};
    const luminances = [];
    for (let i = 0; i < rgba.length; i += 4) {
      const [r, g, b] = [...rgba.slice(i, i + 3)].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      luminances.push(0.2126 * r + 0.7152 * g + 0.0722 * b);
      const color = [...rgba.slice(i, i + 3)].join();
      times[color] = (times[color] ?? 0) + 1;
    }
    const [low, high] = [Math.min(...luminances), Math.max(...luminances)];
    return { ratio: (high + 0.05) / (low + 0.05), ground: Object.entries(times).sort(([, a], [, b]) => b - a)[0][0] };
  }, png);
}

const own = `::highlight(search) { background: #113; color: #116 } p { -webkit-text-fill-color: var(--fill); text-shadow: 0 0 9px #fff }`;
for (const [name, css] of Object.entries({ light: "body { background: #fff; color: #222; --fill: #333 }", dark: "html, body { background: #111; color: #ddd; --fill: #ccc } a { color: #9cf }" })) {
  test(`what is marked can be read on a ${name} page, above the page's own marks`, async (page, site) => {
    site.pages.set("/page.css", { body: css + own });
    await open(page, site, embed);
    await event(page);
    for (let n = 0; n < await links(page).count(); n++) {
      await go(page, n);
      await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.body);
        CSS.highlights.set("search", new Highlight(range));
      });
      await still(page);
      const { ratio, ground } = await contrast(page);
      assert.equal(ground, "255,224,138");
      assert.ok(ratio >= 7, `contrast ${ratio.toFixed(1)}`);
    }
  });
}

test("a passage in a component's shadow root is marked, and has a way back", async (page, site) => {
  await open(page, site, embed, { head: "<style>main { font-size: 30px }</style>", component: true });
  await page.evaluate((src) => {
    document.querySelector("main")?.prepend(document.createElement("key-points"));
    document.body.append(Object.assign(document.createElement("script"), { src }));
  }, site.cdn + "/v1/embed.js");
  await event(page);
  await go(page);
  const { text, seen, focus } = await page.evaluate(() => {
    const [range] = /** @type {any} */ (CSS.highlights.get("key-points")), place = range.startContainer.parentElement, { top, bottom } = range.getBoundingClientRect();
    return { text: String(range), seen: top >= 0 && bottom <= innerHeight && getComputedStyle(place, "::highlight(key-points)").backgroundColor, focus: place.getRootNode().activeElement?.tagName };
  });
  assert.deepEqual([text, seen, focus], [card.quotes[0].text, "rgb(255, 224, 138)", "P"]);
  assert.ok(await button(page).isVisible());
  await ways["the button, by keyboard"](page);
  await page.waitForFunction(() => document.activeElement?.tagName === "KEY-POINTS");
  assert.deepEqual(await page.evaluate(() => [CSS.highlights.has("key-points"), scrollY]), [false, 0]);
}, { viewport: { width: 600, height: 500 } });
