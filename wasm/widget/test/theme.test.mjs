import assert from "node:assert/strict";
import { embed, event, open, suite } from "./harness.mjs";

const test = suite();

/**
 * The card's ground and the least contrast of its words, as painted.
 * @param {import("playwright-core").Page} page
 */
const painted = (page) => page.evaluate(() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  /** @param {string[]} layers from the back @returns {number[]} */
  const mix = (layers) => {
    for (const layer of layers) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (/** @type {number[]} */ rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const card = /** @type {Element} */ (document.querySelector("key-points")?.shadowRoot?.querySelector("section:not(.fitting)"));
  // The canvas of a page that sets no ground follows its color-scheme.
  const probe = Object.assign(document.createElement("i"), { style: "color: Canvas" });
  document.body.append(probe);
  const page = [getComputedStyle(probe).color, getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).backgroundColor];
  probe.remove();
  const ground = [...page, getComputedStyle(card).backgroundColor];
  const back = luminance(mix(ground));
  const contrasts = [...card.querySelectorAll("h2, h3, p, cite, span, a, button")].map((e) => {
    const front = luminance(mix([...ground, getComputedStyle(e).color]));
    return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
  });
  return { ground: back > 0.5 ? "light" : "dark", least: Math.min(...contrasts) };
});

const own = "html { color-scheme: light dark }";
const both = "body { background: #fff; color: #222 } @media (prefers-color-scheme: dark) { body { background: #101012; color: #ddd } }";
/** @type {[string, "light" | "dark", string, string, string][]} name, the reader's system, the page's style, the card's theme, what the card's ground is */
const cases = [
  ["a light page stays light on a dark system", "dark", "body { background: #fff; color: #222 }", "auto", "light"],
  ["a dark page stays dark on a light system", "light", "body { background: #111; color: #ddd }", "auto", "dark"],
  ["a page that follows the system by media query: dark", "dark", both, "auto", "dark"],
  ["a page that follows the system by media query: light", "light", both, "auto", "light"],
  ["a page that only says color-scheme: dark", "dark", own, "auto", "dark"],
  ["a page that only says color-scheme: light", "light", own, "auto", "light"],
  ["a page that says nothing on a dark system", "dark", "", "auto", "light"],
  ["theme dark on a light page", "light", "body { background: #fff; color: #222 }", "dark", "dark"],
  ["theme light on a dark page", "dark", "body { background: #111; color: #ddd }", "light", "light"],
];
for (const [name, colorScheme, css, theme, ground] of cases) {
  test(`${name}: the card can be read`, async (page, site) => {
    site.pages.set("/page.css", { body: css });
    await open(page, site, `<key-points theme="${theme}"></key-points>${embed}`);
    await event(page);
    const { ground: got, least } = await painted(page);
    assert.equal(got, ground);
    assert.ok(least >= 4.5, `contrast ${least.toFixed(2)}`);
  }, { colorScheme });
}

test("a page that changes its appearance takes the card with it", async (page, site) => {
  site.pages.set("/page.css", { body: both });
  await open(page, site, embed);
  await event(page);
  assert.equal((await painted(page)).ground, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  const { ground, least } = await painted(page);
  assert.equal(ground, "dark");
  assert.ok(least >= 4.5, `contrast ${least.toFixed(2)}`);
}, { colorScheme: "light" });
