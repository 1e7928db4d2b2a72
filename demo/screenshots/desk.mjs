/**
 * Takes docs/newsroom.md's pictures of the desk, with a native server of its own:
 *
 *   make build && node demo/screenshots/desk.mjs [FOLDER]
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { native, publisher, secret } from "../test/desk-servers.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL(".", import.meta.url));
const story = await readFile(new URL("../page/samples/court.html", import.meta.url), "utf8");
const site = await publisher(new Map([["/court/harbor", story]])), server = await native();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const address = site.origin + "/court/harbor", of = new URLSearchParams({ url: address });
await fetch(`${server.origin}/v1/card?${of}`); // the first in the history

/** @param {number} width  @param {number} height  @param {"light" | "dark"} colorScheme */
async function desk(width, height, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  page.on("console", (m) => m.type() === "error" && console.error(m.text()));
  await page.goto(`${server.origin}/desk?${of}`);
  await page.getByLabel("Secret").fill(secret);
  await page.keyboard.press("Enter");
  await page.locator("#article mark").first().waitFor();
  return page;
}

const settled = (/** @type {import("playwright-core").Page} */ page) => page.waitForTimeout(700);
const wide = await desk(1280, 800, "light");
await wide.locator(".row", { hasText: "pleaded not guilty to two" }).last().press("h");
await wide.locator(".row", { hasText: "This was not friendship" }).press("p");
await wide.keyboard.press("Control+s");
await wide.locator("#state", { hasText: "as saved" }).waitFor();
await wide.locator(".row", { hasText: "anyone who has ever kept a log" }).click();
await settled(wide);
await wide.screenshot({ path: `${folder}/desk-1280.png` });
await fetch(`${server.origin}/v1/card?${of}`);
await settled(wide);
await wide.getByRole("button", { name: "History" }).click();
await wide.locator("#history").screenshot({ path: `${folder}/desk-history.png` });
const phone = await desk(360, 780, "dark");
await phone.locator(".row", { hasText: "I asked him twice" }).click();
await settled(phone);
await phone.screenshot({ path: `${folder}/desk-360.png` });
await browser.close();
site.stop();
server.stop();
process.exit(0);
