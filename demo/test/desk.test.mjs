import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launching } from "../../wasm/widget/test/harness.mjs";
import { missing, native, publisher, secret, workerd } from "./desk-servers.mjs";

/** @typedef {import("playwright-core").Page} Page */

const court = await readFile(new URL("../page/samples/court.html", import.meta.url), "utf8");
/** @type {Map<string, string>} */ const pages = new Map();
/** @type {Record<string, import("./desk-servers.mjs").Server>} */ const servers = {};
/** @type {import("./desk-servers.mjs").Server} */ let site;
/** @type {import("playwright-core").Browser} */ let browser;
const absent = launching.executablePath ? missing : "needs Chromium (Debian: apt-get install chromium)";
if (absent && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error(absent);

before(async () => {
  if (absent) return;
  const { chromium } = await import("playwright-core");
  site = await publisher(pages);
  [browser, servers.workerd, servers.native, servers["workerd without a secret"]] = await Promise.all([chromium.launch(launching), workerd(), native(), workerd(false)]);
});
after(async () => {
  await browser?.close();
  for (const server of [site, ...Object.values(servers)]) server?.stop();
});

let count = 0;

/**
 * A test at each server, with a page of its own that fails for each console error.
 * @param {string} name
 * @param {(page: Page, at: {origin: string, address: string, path: string}) => Promise<void>} body
 * @param {{at?: string[], html?: string, context?: import("playwright-core").BrowserContextOptions, expected?: RegExp}} [options] expected: console errors that are right
 */
function deskTest(name, body, { at = ["workerd", "native"], html = court, context: options = {}, expected } = {}) {
  for (const server of at) {
    test(`${name}, ${server}`, { skip: absent || false }, async () => {
      const path = `/story-${++count}`, { origin } = servers[server];
      pages.set(path, html);
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      /** @type {string[]} */ const errors = [];
      page.on("console", (m) => m.type() === "error" && !expected?.test(m.text()) && errors.push(m.text()));
      page.on("pageerror", (e) => errors.push(e.message));
      await page.exposeFunction("pwned", () => errors.push("a script of the article ran"));
      try {
        await body(page, { origin, path, address: site.origin + path });
        assert.deepEqual(errors, []);
      } finally {
        await context.close();
      }
    });
  }
}

/** Opens the desk with an article. @param {Page} page  @param {{origin: string, address: string}} at */
async function open(page, { origin, address }) {
  await page.goto(`${origin}/desk?${new URLSearchParams({ url: address })}`);
  await page.locator("#secret:focus").waitFor();
  await page.keyboard.type(secret);
  await page.keyboard.press("Enter");
  await ready(page);
}

/** @param {Page} page */
async function ready(page) {
  await page.locator("#article mark").first().waitFor();
  await settled(page);
}

/** Waits until the card beside is that of the edits. @param {Page} page */
const settled = (page) => page.waitForFunction(() => !document.querySelector("#preview[aria-busy]"));

/** What is chosen in the list. @param {Page} page */
const row = (page) => page.locator(".row[aria-current]");

/** @param {Page} page */
const shown = (page) => page.evaluate(() => [...(document.querySelector("key-points")?.shadowRoot?.querySelectorAll("section:not(.fitting) blockquote, section:not(.fitting) cite") ?? [])].map((e) => e.textContent));

/** The card that readers get. @param {{origin: string, address: string}} at  @returns {Promise<any>} */
const published = async ({ origin, address }) => (await fetch(`${origin}/v1/card?${new URLSearchParams({ url: address })}`)).json();

/** @param {{origin: string, address: string}} at  @param {string} kind  @param {RequestInit} [init] */
const stored = ({ origin, address }, kind, init = {}) => fetch(`${origin}/v1/${kind}?${new URLSearchParams({ url: address })}`, { ...init, headers: { Authorization: "Bearer " + secret, ...init.headers } });

deskTest("an editor hides, pins, corrects and saves with the keyboard alone", async (page, at) => {
  const before = await published(at);
  await open(page, at);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "items");
  await page.keyboard.press("Tab"); // Keys
  await page.keyboard.press("Tab"); // the filter
  await page.keyboard.press("Tab"); // the list: one item takes the focus
  assert.ok(await row(page).evaluate((e) => e === document.activeElement && e.matches(":focus-visible")));
  const rows = await page.locator(".row").count();
  await page.keyboard.press("End");
  assert.equal(await page.locator(".row").nth(rows - 1).getAttribute("aria-current"), "true");
  await page.keyboard.press("Home");
  const gone = await row(page).getAttribute("data-id");
  await page.keyboard.press("h");
  await page.locator("#said", { hasText: "Hidden: “" }).waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-id")), gone, "the focus is lost");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const pinned = await row(page).getAttribute("data-id");
  await page.keyboard.press("p");
  await page.keyboard.press("e");
  await page.keyboard.type("Helena Quist"); // over the name that is selected
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("for the Crown");
  await page.keyboard.press("Enter");
  await page.locator("#said", { hasText: "Set to Helena Quist" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.locator("#state", { hasText: "2 edits, not saved" }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await settled(page);
  assert.ok((await shown(page)).includes("Helena Quist"));
  await page.keyboard.press("Control+s");
  await page.locator("#state", { hasText: "3 edits, as saved" }).waitFor();

  const card = await published(at), all = [...card.quotes, ...card.denials];
  assert.deepEqual([before.edited, card.edited], [false, true]);
  assert.ok(!all.some((i) => i.id === gone));
  assert.deepEqual(card.quotes[0].speaker && [card.quotes[0].id, card.quotes[0].speaker.name, card.quotes[0].speaker.role], [pinned, "Helena Quist", "for the Crown"]);
  const seen = await shown(page);
  for (const i of all) assert.ok(seen.includes(i.text), `beside the list stands another card than readers get: ${i.text}`);

  await page.reload();
  await page.getByLabel("Secret").fill(secret);
  await page.keyboard.press("Enter");
  await ready(page);
  assert.equal(await page.locator("#state").innerText(), "3 edits, as saved.");
  await page.getByRole("button", { name: "No card here" }).press("Enter");
  await page.getByText("Readers see no card on this page.").waitFor();
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await page.locator("#state", { hasText: "4 edits, as saved" }).waitFor();
  assert.equal((await published(at)).type, "/problems/opted-out");
});

deskTest("each item says how sure the engine is, why, who came second, and where it stands", async (page, at) => {
  await open(page, at);
  await page.locator(".row", { hasText: "anyone who has ever kept a log" }).click();
  const details = page.locator(".current .details");
  assert.match(await details.innerText(), /[Ss]ure, 9\d%[\s\S]*the words beside the quote name the speaker[\s\S]*Runner-up\s+Gerald Whitlock, \d+%/);
  assert.equal(await details.locator(".passage mark").innerText(), "anyone who has ever kept a log will see it at once");
  assert.match(await details.locator(".passage").innerText(), /^Mr Whitlock’s barrister, Dominic Farrell/);
  assert.ok(await page.locator("#article mark.here", { hasText: "anyone who has ever kept a log" }).isVisible());
  await page.locator("#article mark", { hasText: "I asked him twice" }).click();
  assert.match(await row(page).innerText(), /I asked him twice/);
  // An item of the card leads to itself.
  await page.locator("key-points .key-points-denial .key-points-link").first().click();
  assert.match(await row(page).innerText(), /Gerald Whitlock, 61/);
  assert.match(await page.locator("#without").innerText(), /Declined to comment[\s\S]*The harbor trust declined to comment/);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
}, { at: ["native"] });

deskTest("who saves second sees both sides and takes over theirs", async (page, at) => {
  await open(page, at);
  await page.locator(".row").first().focus();
  await page.keyboard.press("h");
  const id = await page.locator(".row").nth(2).getAttribute("data-id");
  const theirs = JSON.stringify({ version: 1, edits: [{ id, action: "set", speaker: { name: "Somebody Else", role: null } }] });
  assert.equal((await stored(at, "edits", { method: "PUT", body: theirs })).status, 200);
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Somebody else has edited this page" });
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /hidden[\s\S]*by Somebody Else/);
  assert.equal(await (await stored(at, "edits")).text(), theirs, "theirs are overwritten");
  await dialog.getByRole("button", { name: "Theirs, and mine where we differ" }).press("Enter");
  await page.locator("#state", { hasText: "2 edits, not saved" }).waitFor();
  await settled(page);
  await page.keyboard.press("Control+s");
  await page.locator("#state", { hasText: "2 edits, as saved" }).waitFor();
  assert.equal((await (await stored(at, "edits")).json()).edits.length, 2);
  // And again, to leave one's own away.
  await page.locator(".row").nth(1).focus();
  await page.keyboard.press("p");
  await stored(at, "edits", { method: "PUT", body: theirs });
  await page.keyboard.press("Control+s");
  await dialog.getByRole("button", { name: "Take theirs" }).click();
  await page.locator("#state", { hasText: "1 edit, as saved" }).waitFor();
}, { expected: /status of 412/ });

deskTest("an edit whose passage is gone is listed, kept, and can be removed", async (page, at) => {
  await stored(at, "edits", { method: "PUT", body: JSON.stringify({ version: 1, edits: [{ id: "q00000000", action: "hide" }, { id: "d00000000", action: "set", speaker: { name: "Ann Vale", role: "mayor" } }] }) });
  await open(page, at);
  await page.locator("#stale li").nth(1).waitFor();
  assert.match(await page.locator("#stale").innerText(), /q00000000 hidden[\s\S]*d00000000 by Ann Vale, mayor/);
  await page.locator("#stale").getByRole("button", { name: "Remove", exact: true }).first().click();
  await page.locator("#state", { hasText: "1 edit, not saved" }).waitFor();
});

const evil = `</script><img src=x onerror=pwned()><svg onload=pwned()>" onfocus="pwned()" autofocus x="`;
deskTest("script in an article, and in every field of its edits, runs nowhere", async (page, at) => {
  const before = await published(at), id = before.quotes[0].id;
  const edits = { version: 1, edits: [{ id, action: "set", speaker: { name: evil, role: evil } }, { id: "q00000000", action: "set", speaker: { name: evil, role: evil } }] };
  assert.equal((await stored(at, "edits", { method: "PUT", body: JSON.stringify(edits) })).status, 200);
  for (const id of ["<script>", "javascript:pwned()"]) assert.equal((await stored(at, "edits", { method: "PUT", body: JSON.stringify({ version: 1, edits: [{ id, action: "hide" }] }) })).status, 400);
  await published(at);
  await open(page, at);
  await page.locator("#stale li").first().waitFor();
  for (let i = await page.locator(".row").count(); i--;) await page.locator(".row").nth(i).click();
  await row(page).press("e");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Copy snippet" }).click();
  await page.keyboard.press("Escape");
  await page.waitForTimeout(300); // the history is written behind the answer
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("dialog", { name: "What stood on the card" }).getByText("onerror=pwned()").first().waitFor();
  for (const place of ["#article", "#list", "#stale", "#history", "#snippet"]) {
    assert.equal(await page.locator(`${place} :is(script, svg, iframe, object, img, [onclick], [onerror], [onload], [onfocus], [href^="javascript:" i])`).count(), 0, place);
  }
  for (const format of ["html", "page"]) {
    await page.goto(`${at.origin}/v1/card?${new URLSearchParams({ url: at.address, format })}`);
    await page.getByText("onerror=pwned()").first().waitFor();
  }
  // And where a reader's own browser makes the card.
  pages.set(at.path + "-own", court.replace("</article>", `<script src="${at.origin}/v1/embed.js"></script><key-points mode="local"></key-points></article><script type="application/json" data-key-points="edits">${JSON.stringify(edits).replaceAll("<", "\\u003c")}</script>`));
  await page.goto(at.address + "-own");
  await page.locator("key-points .key-points-source", { hasText: "onerror=pwned()" }).first().waitFor();
}, { expected: /Failed to load resource/, html: court.replace("<article>", `<article><script>pwned()</script><p onclick="pwned()">The court sat <img src=/x onerror=pwned()> on <a href="javascript:pwned()">Tuesday</a> to hear the case against the former chief.</p><svg onload=pwned()></svg><iframe srcdoc="<script>top.pwned()</script>"></iframe>`) });

deskTest("the same edits give the same bytes at the edge, natively, and in a reader's browser", async (page, at) => {
  const { quotes, denials } = await published(at);
  const edits = [{ id: quotes[1].id, action: "pin" }, { id: quotes[0].id, action: "set", speaker: { name: "Ann Vale", role: "mayor" } }, { id: denials[0].id, action: "hide" }, { id: "q00000000", action: "pin" }];
  const block = `<script type="application/json" data-key-points="edits">${JSON.stringify({ version: 1, edits })}</script>`;
  pages.set(at.path, court.replace("</head>", `${block}</head>`));
  await page.goto(at.address);
  await page.addScriptTag({ url: servers.native.origin + "/v1/embed.js" });
  await page.waitForFunction(() => customElements.get("key-points"));
  const html = await page.evaluate(() => {
    for (const own of document.querySelectorAll("key-points, script[src]")) own.remove();
    return document.documentElement.outerHTML;
  });
  for (const format of ["json", "html", "page", "jsonld", "markdown"]) {
    const here = await page.evaluate(async ({ html, options }) => {
      const { assets } = /** @type {any} */ (customElements.get("key-points")), { runEngine } = await import(assets + "on-demand.mjs");
      return (await runEngine(assets + "engine.wasm", html, options)).text;
    }, { html, options: { url: at.address, format, contentType: "text/html; charset=utf-8" } });
    const posted = async (/** @type {string} */ origin, /** @type {any} */ body) => (await fetch(`${origin}/v1/card?format=${format}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ url: at.address, ...body }) })).text();
    for (const origin of [servers.workerd.origin, servers.native.origin]) {
      assert.equal(await posted(origin, { html }), here, `${format}: with the edits in the page`);
      assert.equal(await posted(origin, { html: html.replace(block, ""), edits: { version: 1, edits } }), here, `${format}: with the edits in the request`);
      assert.equal((await stored({ origin, address: at.address }, "edits", { method: "PUT", body: JSON.stringify({ version: 1, edits }) })).status, 200);
      assert.equal(await (await fetch(`${origin}/v1/card?${new URLSearchParams({ url: at.address, format })}`)).text(), here, `${format}: with the edits in the store`);
    }
    assert.ok(here.includes("Ann Vale"), format);
  }
}, { at: ["native"], expected: /Failed to load resource/ });

deskTest("the history is a page that marks what was added, removed and changed", async (page, at) => {
  const { quotes, denials } = await published(at);
  const edits = (/** @type {object[]} */ list) => stored(at, "edits", { method: "PUT", body: JSON.stringify({ version: 1, edits: list }) });
  await edits([{ id: denials[0].id, action: "hide" }, { id: quotes[0].id, action: "set", speaker: { name: "Ann Vale", role: "mayor" } }]);
  await published(at);
  await page.waitForTimeout(300);
  await open(page, at);
  await page.getByRole("button", { name: "History" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "What stood on the card" });
  await dialog.locator(".removed").waitFor();
  assert.match(await dialog.locator(".removed").innerText(), new RegExp(`^Removed ${denials[0].text.slice(0, 20)}`));
  assert.match(await dialog.locator(".changed").innerText(), /Changed[\s\S]*Joan Petrie[\s\S]*Ann Vale, mayor \(set by an editor\)/);
  assert.ok(await dialog.locator("ins").count() && await dialog.locator("del").count());
  await page.keyboard.press("Escape");
  const answer = await stored(at, "history", { headers: { Accept: "text/html" } });
  assert.equal(answer.headers.get("Content-Type"), "text/html; charset=utf-8");
  assert.match(answer.headers.get("Content-Security-Policy") ?? "", /^default-src 'none'/);
});

deskTest("without a secret the desk offers the snippet, and the snippet does what it shows", async (page, at) => {
  await page.goto(`${at.origin}/desk`);
  await page.getByText("This server keeps no edits").waitFor();
  await page.getByText("Paste the article").click();
  await page.getByLabel("HTML or text").fill(court);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await ready(page);
  assert.ok(await page.getByRole("button", { name: "Save" }).isDisabled());
  await page.getByRole("button", { name: "Hide" }).click();
  await page.locator("#state", { hasText: "1 edit." }).waitFor();
  await page.getByText("What of the page is not in the article").click();
  await page.locator("#left-lines li.out").first().waitFor();
  await page.getByRole("button", { name: "Copy snippet" }).click();
  await page.getByText("Copied.").waitFor();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  const made = await (await fetch(`${at.origin}/v1/card`, { method: "POST", headers: { "Content-Type": "text/html" }, body: court.replace("</head>", snippet + "</head>") })).json();
  assert.equal(made.edited, true);
  await page.keyboard.press("Escape");
  await settled(page);
  const seen = await shown(page);
  for (const i of [...made.quotes, ...made.denials]) assert.ok(seen.includes(i.text), i.text);
}, { at: ["workerd without a secret"] });

deskTest("edits of the page itself are where an editor begins, and a pasted article can be given its address", async (page, at) => {
  const { quotes } = await published(at);
  const own = court.replace("</head>", `<script type="application/json" data-key-points="edits">{"version":1,"edits":[{"id":"${quotes[0].id}","action":"hide"}]}</script></head>`).replace(/<link rel="canonical"[^>]*>/, "");
  await page.goto(`${at.origin}/desk`);
  await page.getByLabel("Secret").fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByText("That is not the secret.").waitFor();
  await page.getByLabel("Secret").fill(secret);
  await page.keyboard.press("Enter");
  await page.getByText("Paste the article").click();
  await page.getByLabel("A file").setInputFiles({ name: "story.html", mimeType: "text/html", buffer: Buffer.from(own) });
  await ready(page);
  await page.getByText("These edits stand in the page itself.").waitFor();
  assert.equal(await page.locator(".chip.hidden").count(), 1);
  await page.getByLabel("Under which address").fill(at.address);
  await page.keyboard.press("Enter");
  await page.locator("#save:enabled").click();
  await page.locator("#state", { hasText: "1 edit, as saved" }).waitFor();
  assert.equal((await (await stored(at, "edits")).json()).edits[0].id, quotes[0].id);
}, { at: ["native"] });

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [360, 768, 1280]) {
    deskTest(`axe finds nothing at ${width} px in ${colorScheme}, and nothing overflows`, async (page, at) => {
      const axe = (await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8")) + ";0";
      const clean = async (/** @type {string} */ where) => {
        const found = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.flat().join(" ") + " " + n.failureSummary).join(" | ")}`));
        assert.deepEqual(found, [], where);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where}: no sideways scrolling`);
      };
      await stored(at, "edits", { method: "PUT", body: JSON.stringify({ version: 1, edits: [{ id: "q00000000", action: "hide" }] }) });
      await page.goto(`${at.origin}/desk?${new URLSearchParams({ url: at.address })}`);
      await page.evaluate(axe);
      await page.getByLabel("Secret").waitFor();
      await clean("the gate");
      await page.getByLabel("Secret").fill(secret);
      await page.keyboard.press("Enter");
      await ready(page);
      await clean("an article");
      await row(page).press("ArrowDown");
      await page.keyboard.press("p");
      await settled(page);
      await page.keyboard.press("e");
      await clean("who speaks");
      await page.keyboard.press("Escape");
      for (const name of ["Keys", "History", "Copy snippet"]) {
        await page.getByRole("button", { name }).click();
        await page.locator("dialog[open]").waitFor();
        await clean(name);
        await page.keyboard.press("Escape");
      }
      await stored(at, "edits", { method: "PUT", body: JSON.stringify({ version: 1, edits: [] }) });
      await page.keyboard.press("Control+s");
      await page.locator("#conflict[open]").waitFor();
      await clean("two editors");
    }, { at: ["native"], context: { colorScheme, viewport: { width, height: 900 } }, expected: /status of 412/ });
  }
}
