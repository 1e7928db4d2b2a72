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
await browser.close();

/** The card's themes beside each other, for the widget's README. */
async function themes() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const story = await readFile(new URL("../page/samples/court.html", import.meta.url));
  const card = await (await fetch(address + "/v1/card?quotes=2&denials=2", { method: "POST", headers: { "Content-Type": "text/html" }, body: story })).text();
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
  await page.locator("key-points figure").nth(15).waitFor();
  await page.waitForTimeout(500);
  // A second card takes the height that it needs, not the one that was reserved.
  await page.evaluate(() => Promise.all([...document.querySelectorAll("key-points")].map((e) => /** @type {any} */ (e).refresh())));
  const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  await page.screenshot({ path: `${folder}/themes.png`, clip: { x: 0, y: 0, width: 1280, height: Math.ceil(height) + 48 } });
  await page.close();
}
