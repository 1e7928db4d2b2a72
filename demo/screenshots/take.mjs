/**
 * Takes the README's pictures of the demo page:
 *
 *   go run ./demo &
 *   node demo/screenshots/take.mjs [--all] [--to FOLDER] [http://127.0.0.1:8787]
 *
 * --all takes both appearances at both widths, to look at.
 */
import { mkdir } from "node:fs/promises";
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
await browser.close();
