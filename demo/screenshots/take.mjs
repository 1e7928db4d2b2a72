/**
 * Takes the README's pictures of the demo page:
 *
 *   go run ./demo &
 *   node demo/screenshots/take.mjs [--all] [--to FOLDER] [http://127.0.0.1:8787]
 *
 * --all takes both appearances at both widths, to look at.
 */
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values, positionals: [address = "http://127.0.0.1:8787"] } = parseArgs({ options: { all: { type: "boolean" }, to: { type: "string" } }, allowPositionals: true });
const folder = values.to ?? fileURLToPath(new URL(".", import.meta.url));
await mkdir(folder, { recursive: true });

const wide = { width: 1280, height: 960 }, phone = { width: 360, height: 780 };
const pictures = [
  { name: "light-1280", viewport: wide, colorScheme: "light" },
  { name: "dark-360", viewport: phone, colorScheme: "dark" },
  ...(values.all ? [{ name: "dark-1280", viewport: wide, colorScheme: "dark" }, { name: "light-360", viewport: phone, colorScheme: "light" }] : []),
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const { name, viewport, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport, colorScheme: /** @type {"light" | "dark"} */ (colorScheme), deviceScaleFactor: viewport === phone ? 2 : 1 });
  page.on("console", (m) => m.type() === "error" && console.error(name, m.text()));
  page.on("pageerror", (e) => console.error(name, e.message));
  await page.goto(address);
  await page.locator("#article header .headline").waitFor();
  await page.waitForFunction(() => document.getElementById("agreement")?.textContent);
  await page.screenshot({ path: `${folder}/${name}.png` });
  if (values.all) await page.screenshot({ path: `${folder}/${name}-full.png`, fullPage: true });
  await page.close();
}
await themes();
await parts();
await browser.close();

/** A card whose ::part names stand beside it, for the widget's README. */
async function parts() {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const story = await readFile(new URL("../page/samples/court.html", import.meta.url));
  const card = await (await fetch(address + "/v1/card?quotes=3&denials=1", { method: "POST", headers: { "Content-Type": "text/html" }, body: story })).text();
  await page.route("**/parts", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html><html lang="en"><style>
      body { margin: 24px; position: relative; font: 16px/1.45 Georgia, "Liberation Serif", serif; color: #222; background: #fff }
      key-points { margin: 0 170px; --key-points-reserve: 510px }
      i { position: absolute; font: 13px/18px "Liberation Mono", monospace; color: #9c1f1a; white-space: nowrap }
      i::after { content: ""; position: absolute; inset-block-start: 9px; inline-size: var(--line); border-block-start: 1px solid #9c1f1a }
      i.before { text-align: end; inline-size: 120px; inset-inline-start: 0 } i.before::after { inset-inline-start: 126px }
      i.after::after { inset-inline-end: calc(100% + 6px) }</style>
      <key-points mode="manual"></key-points><script src="/v1/embed.js"></script>`,
  }));
  await page.goto(address + "/parts");
  await page.evaluate((made) => new Promise((done) => {
    const element = /** @type {any} */ (document.querySelector("key-points"));
    element.addEventListener("keypoints:ready", done);
    element.card = made;
  }), JSON.parse(card));
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("key-points")), root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const from = document.body.getBoundingClientRect(), box = element.getBoundingClientRect();
    /** Side, and which of the elements of a part is shown. @type {[string, string, number][]} */
    const names = [["card", "before", 0], ["title", "before", 0], ["headline", "after", 0], ["heading", "before", 0], ["quotes", "after", 0], ["quote", "before", 0], ["text", "before", 1], ["caption", "before", 1], ["source", "before", 2], ["role", "after", 0], ["link", "after", 1],
      ["denials", "after", 0], ["denial", "before", 0], ["claim", "before", 0], ["claim-link", "after", 0], ["item", "after", 0]];
    /** @type {Record<string, number>} */ const last = { before: -99, after: -99 };
    const places = names.flatMap(([name, side, i]) => {
      const part = root.querySelectorAll(`[part="${name}"]`)[i];
      if (!part) return [];
      const { left, right, top, height } = part.getClientRects()[0];
      return [{ name, side, left, right, y: top + (name === "heading" ? height - 9 : Math.min(height / 2, 12)) - (["card", "quotes", "denials", "quote", "denial"].includes(name) ? 6 : 0) }];
    });
    for (const { name, side, left, right, y } of places.sort((a, b) => a.y - b.y)) {
      const at = Math.max(y, last[side] + 18), label = document.createElement("i");
      last[side] = at;
      label.className = side;
      label.textContent = name;
      label.style.top = at - from.top - 9 + "px";
      if (side === "after") label.style.left = box.right + 30 - from.left + "px";
      label.style.setProperty("--line", (side === "before" ? left - from.left - 130 : box.right + 20 - right) + "px");
      document.body.append(label);
    }
  });
  const height = await page.evaluate(() => document.querySelector("key-points")?.getBoundingClientRect().height ?? 0);
  await page.screenshot({ path: `${folder}/parts.png`, clip: { x: 0, y: 0, width: 900, height: Math.ceil(height) + 48 } });
  await page.close();
}

/** The card's themes beside each other, for the widget's README. */
async function themes() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const story = await readFile(new URL("../page/samples/sport.html", import.meta.url));
  const card = await (await fetch(address + "/v1/card?quotes=2&denials=1", { method: "POST", headers: { "Content-Type": "text/html" }, body: story })).text();
  await page.route("**/themes", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html><html lang="en"><style>
      body { margin: 24px; display: grid; grid-template-columns: repeat(4, 1fr); gap: 20px; align-items: start; font: 15px/1.45 Georgia, "Liberation Serif", serif; color: #222; background: #fff }
      key-points { margin: 0 } .own { --key-points-accent: #0b5d4e; --key-points-background: #eef4f0; --key-points-headline-font: Georgia, "Liberation Serif", serif; --key-points-font: Arial, "Liberation Sans", sans-serif; --key-points-radius: 10px }
      .own::part(title) { text-transform: uppercase }</style>
      <key-points mode="manual"></key-points><key-points mode="manual" theme="light"></key-points><key-points mode="manual" theme="dark"></key-points><key-points mode="manual" class="own"></key-points>
      <script src="/v1/embed.js"></script>`,
  }));
  await page.goto(address + "/themes");
  await page.evaluate((made) => {
    for (const element of document.querySelectorAll("key-points")) /** @type {any} */ (element).card = made;
  }, JSON.parse(card));
  await page.locator("key-points figure").nth(11).waitFor();
  await page.waitForTimeout(500);
  // A second card takes the height that it needs, not the one that was reserved.
  await page.evaluate(() => Promise.all([...document.querySelectorAll("key-points")].map((e) => /** @type {any} */ (e).refresh())));
  const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  await page.screenshot({ path: `${folder}/themes.png`, clip: { x: 0, y: 0, width: 1280, height: Math.ceil(height) + 48 } });
  await page.close();
}
