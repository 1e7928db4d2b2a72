import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { suite } from "../../wasm/widget/test/harness.mjs";
import { marks, ready, summarize, visit } from "./visit.mjs";

const test = suite();

test("opens with the seed article's card, marked, and both engines agree", async (page, site) => {
  const errors = await visit(page, site);
  assert.equal(await page.locator("#agreement").innerText(), "Both gave the same card, byte for byte.");
  assert.match(await page.locator("#run-engine").innerText(), /\d ms[\s\S]*(MB|KB|cache)/);
  assert.match(await page.locator("#run-endpoint").innerText(), /\d ms[\s\S]*KB/);
  const found = await marks(page);
  assert.ok(found["demo-quote"].some((t) => t.startsWith("China is gravely concerned")), JSON.stringify(found));
  assert.ok(found["demo-denial"].some((t) => t.startsWith("Moscow denies that")));
  assert.ok(found["demo-claim"].some((t) => t.includes("military and economic support")));
  assert.deepEqual(errors, [], "nothing is blocked by the page's own policy");
});

test("every sample gives a card whose items are all marked in the article", async (page, site) => {
  const errors = await visit(page, site);
  const names = ["Wire", "Court", "Sport", "Politics", "Business", "Live blog"];
  assert.equal((await readdir(fileURLToPath(new URL("../page/samples/", import.meta.url)))).length, names.length + 1);
  for (const name of names) {
    const before = await page.locator("#article .headline").innerText();
    await page.getByRole("radio", { name }).check();
    await page.waitForFunction((old) => document.querySelector("#article .headline")?.textContent !== old && document.getElementById("agreement")?.textContent, before);
    const card = await page.evaluate(() => /** @type {any} */ (document.querySelector("key-points")).card);
    assert.ok(card.quotes.length && card.denials.length, name);
    await page.waitForFunction((n) => /** @type {any} */ (CSS.highlights.get("demo-denial"))?.size >= n, card.denials.length);
    const found = await marks(page);
    assert.equal(found["demo-quote"].length, card.quotes.reduce((/** @type {number} */ n, /** @type {any} */ q) => n + (q.parts?.length ?? 1), 0), name);
    assert.equal(found["demo-claim"].length, card.denials.filter((/** @type {any} */ d) => d.claim).length, name);
  }
  assert.deepEqual(errors, [], "the console has no errors");
});

test("what was left out can be seen: scripts, the banner, the comments", async (page, site) => {
  await visit(page, site);
  await page.getByRole("radio", { name: "Wire" }).check();
  await ready(page, "Dam spill");
  await page.getByRole("tab", { name: "Left out" }).click();
  const view = page.getByRole("tabpanel", { name: "Left out" });
  assert.match(await view.innerText(), /<script> × 2[\s\S]*<iframe>/);
  assert.match(await view.innerText(), /onload=[\s\S]*javascript:/);
  const out = await view.locator("li.out").allInnerTexts();
  for (const line of ["Also read", "How old are our dams?"]) assert.ok(out.some((l) => l.startsWith(line)), line);
  assert.ok(out.some((l) => /^How old are our dams\?\n<aside> with the class “related”; selectors\.txt: drop related$/.test(l)), out.join("\n"));
  assert.ok(out.every((line) => !line.includes("We chose between a flood")));
});

test("a pasted article, a chosen file and a dropped one give their cards", async (page, site) => {
  await visit(page, site);
  await page.getByText("Paste or drop one").click();
  const html = await readFile(new URL("../page/samples/sport.html", import.meta.url), "utf8");
  await page.getByLabel("HTML or text of an article").fill(html);
  await page.getByRole("button", { name: "Make the card" }).click();
  await ready(page, "Lindqvist stunner");
  await page.getByLabel("A file").setInputFiles(fileURLToPath(new URL("../page/samples/court.html", import.meta.url)));
  await ready(page, "Former harbor chief");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "article.html", { type: "text/html" }));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, html);
  await ready(page, "Lindqvist stunner");
});

test("a hostile article runs nothing and loads nothing", async (page, site) => {
  await visit(page, site);
  await page.exposeFunction("pwned", () => assert.fail("a script ran"));
  await page.getByText("Paste or drop one").click();
  const html = `<article><h1>Mayor opens bridge <img src=/x onerror=pwned()></h1><p onclick="pwned()">“The bridge is open to everybody who wants to cross it,” said mayor Anna Field on Monday.</p><script>pwned()</script><svg onload=pwned()><p>She denied that the bridge had cost twice as much as planned.</p><iframe srcdoc="<script>top.pwned()</script>"></iframe><p><a href="javascript:pwned()">The mayor spoke for an hour</a> and then walked across with the town’s band, which had waited since the morning in the rain.</p></article>`;
  await page.getByLabel("HTML or text of an article").fill(html);
  await page.getByRole("button", { name: "Make the card" }).click();
  await ready(page, "Mayor opens bridge");
  for (const tab of ["Left out", "JSON", "Article"]) await page.getByRole("tab", { name: tab }).click();
  assert.equal(await page.locator("#article :is(script, svg, iframe, [onclick], [onerror], [href^=javascript])").count(), 0);
});

test("an endpoint's refusal is told in its words", async (page, site) => {
  await visit(page, site);
  await page.getByLabel("Or the address of one").fill("https://unknown.example/story");
  await page.getByRole("button", { name: "Fetch" }).click();
  await page.getByRole("alert").filter({ hasText: "This endpoint does not fetch from that host. Start the server with ALLOWED_HOSTS=unknown.example go run ./demo, or paste the article below. The card below is that of the article before." }).waitFor();
});

test("an article that gives nothing for a card says so, and no empty card is shown", async (page, site) => {
  await visit(page, site);
  await page.getByText("Paste or drop one").click();
  await page.getByLabel("HTML or text of an article").fill("Too short");
  await page.getByRole("button", { name: "Make the card" }).click();
  await page.getByRole("alert").filter({ hasText: "nothing for a card" }).waitFor();
  await page.waitForFunction(() => !document.querySelector("key-points")?.shadowRoot?.querySelector(".fitting"));
  assert.ok(await page.locator("key-points section").isHidden());
});

test("browser only sends nothing", async (page, site) => {
  await visit(page, site);
  site.requests.length = 0;
  await page.getByLabel("Browser only").check();
  await page.getByRole("radio", { name: "Court" }).check();
  await ready(page, "Former harbor chief");
  assert.ok(!site.requests.includes("/v1/card"));
});

test("an address that the endpoint may fetch gives its card", async (page, site) => {
  await visit(page, site);
  const other = site.endpoint, story = await readFile(new URL("../page/samples/business.html", import.meta.url));
  site.endpoint = (url, response, body) => other(url, response, url.searchParams.get("url") === "https://trade.example/orchard" ? story : body);
  await page.getByLabel("Or the address of one").fill("https://trade.example/orchard");
  await page.getByRole("button", { name: "Fetch" }).click();
  await page.locator("#article .headline", { hasText: "Orchard" }).waitFor();
  await page.waitForFunction(() => document.querySelector("#run-engine td")?.textContent?.includes("not run"));
  assert.match(await page.locator("#run-endpoint").innerText(), /\d ms[\s\S]*KB/);
});

test("every control is in the snippet, and the snippet gives the card that is shown", async (page, site) => {
  await visit(page, site);
  const wanted = await page.evaluate(() => {
    /** @type {Record<string, string>} */ const set = {};
    for (const input of /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (document.querySelectorAll("#controls [name]"))) {
      if (["width", "mode", "way", "preset", "pinned", "strict"].includes(input.name)) continue;
      if (input instanceof HTMLSelectElement) input.value = /** @type {HTMLOptionElement} */ (input.options[input.name === "denials" ? 3 : input.options.length - 1]).value;
      else input.value = input.type === "color" ? "#" + (0x204060 + Object.keys(set).length * 0x0a0502).toString(16) : String(Number(input.min) + 3 * Number(input.step));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      set[input.name] = input.value;
    }
    return set;
  });
  assert.ok(Object.keys(wanted).length >= 18, Object.keys(wanted).join(" "));
  // The last item of the languages is Japanese.
  await page.waitForFunction(() => document.querySelector("key-points")?.shadowRoot?.querySelector("section[lang=ja]:not(.fitting)"));
  const html = await page.locator("#snippet").innerText(), css = await page.locator("#styles").innerText();
  for (const [name, value] of Object.entries(wanted)) assert.ok(name.startsWith("--") ? css.includes(`${name}: ${value}`) : html.includes(` ${name}="${value}"`), `${name} ${value} in\n${html}\n${css}`);
  const look = () => page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("key-points")), card = /** @type {Element} */ (element.shadowRoot?.querySelector("section:not(.fitting)"));
    const { color, backgroundColor, borderBlockStartColor, borderRadius, padding, fontFamily, fontSize, colorScheme } = getComputedStyle(card);
    const { color: muted } = getComputedStyle(/** @type {Element} */ (card.querySelector(".key-points-heading")));
    const { fontFamily: headline } = getComputedStyle(/** @type {Element} */ (card.querySelector(".key-points-headline")));
    const page = getComputedStyle(document.documentElement);
    return { color, backgroundColor, borderBlockStartColor, borderRadius, padding, fontFamily, fontSize, colorScheme, muted, headline, title: card.firstElementChild?.outerHTML, quotes: card.querySelectorAll(".key-points-quote").length,
      mark: [page.getPropertyValue("--key-points-highlight"), page.getPropertyValue("--key-points-highlight-color")] };
  });
  const shown = await look();
  const article = await readFile(new URL("../page/samples/seed.txt", import.meta.url));
  const made = summarize({ contentType: "text/plain; charset=utf-8", quotes: wanted.quotes, denials: wanted.denials, lang: "ja" }, article);
  site.endpoint = (_url, response) => void response.end(Buffer.from(/** @type {any} */ (made).bytes));
  site.pages.set("/own.html", { body: `<!doctype html><html lang="en"><style>${css}</style><body>${html}` });
  await page.goto(site.origin + "/own.html");
  await page.waitForFunction(() => document.querySelector("key-points")?.shadowRoot?.querySelector("section[lang=ja]:not(.fitting)"));
  assert.deepEqual(await look(), shown);
});

test("controls change the card and the snippet reproduces it", async (page, site) => {
  await visit(page, site);
  await page.getByRole("combobox", { name: "Quotes" }).selectOption("1");
  await page.getByRole("combobox", { name: "Labels in" }).selectOption("de");
  await page.locator("key-points section[lang=de]:not(.fitting)").first().waitFor();
  await page.waitForFunction(() => document.querySelector("key-points")?.shadowRoot?.querySelectorAll(".key-points-quote").length === 1);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
  await page.getByLabel("Accent", { exact: true }).fill("#00aa55");
  await page.getByLabel("Corners").fill("12");
  const snippet = await page.locator("#snippet").innerText();
  assert.ok(snippet.includes('<key-points quotes="1" lang="de" theme="dark"></key-points>'), snippet);
  const styles = await page.locator("#styles").innerText();
  for (const rule of ["--key-points-accent: #00aa55;", "--key-points-radius: 12px;", "--key-points-reserve:"]) assert.ok(styles.includes(rule), styles);
  await page.waitForFunction(() => {
    const card = document.querySelector("key-points")?.shadowRoot?.querySelector("section:not(.fitting)");
    return card && getComputedStyle(card).borderBlockStartColor === "rgb(0, 170, 85)";
  });
  // The snippet in a page of its own.
  await page.getByLabel("Pin the version").check();
  await page.waitForFunction(() => /integrity="sha384-/.test(document.getElementById("snippet")?.textContent ?? ""));
  const article = await readFile(new URL("../page/samples/sport.html", import.meta.url), "utf8");
  site.pages.set("/story.html", { body: article.replace("<article>", () => `<article>\n${"SNIPPET"}`).replace("SNIPPET", await page.locator("#snippet").innerText()) });
  const made = summarize({ contentType: "text/html; charset=utf-8", quotes: "1", lang: "de" }, new TextEncoder().encode(article));
  site.endpoint = (_url, response) => void response.end(Buffer.from(/** @type {any} */ (made).bytes));
  await page.goto(site.origin + "/story.html");
  await page.locator("key-points section[lang=de]:not(.fitting)").first().waitFor();
});

test("the snippet can be copied", async (page, site) => {
  await visit(page, site);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText("Copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^<key-points><\/key-points>\n<script async src="http.*embed\.js" onerror="this.previousElementSibling.remove\(\)"><\/script>$/);
});

test("works without a network after the first visit", async (page, site) => {
  await visit(page, site);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForFunction(async () => (await (await caches.open((await caches.keys())[0])).keys()).length > 20);
  await page.context().setOffline(true);
  await page.reload();
  await ready(page, "China asks");
  await page.getByRole("radio", { name: "Politics" }).check();
  await ready(page, "Minister says");
  assert.match(await page.locator("#run-endpoint").innerText(), /offline|no card/);
});

test("tabs follow the arrow keys, a card's link goes back to the article", async (page, site) => {
  await visit(page, site);
  await page.getByRole("tab", { name: "Article" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.getByRole("tabpanel", { name: "JSON" }).isVisible());
  await page.getByRole("link", { name: "Show in the article" }).first().press("Enter");
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
  assert.ok(await page.locator("#article").isVisible());
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing at ${width} px in ${colorScheme}, and nothing overflows`, async (page, site) => {
      await visit(page, site);
      await page.getByText("Paste or drop one").click();
      // The page's policy forbids a script of the test: the driver's own world may.
      await page.evaluate((await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8")) + ";0");
      for (const tab of ["Left out", "JSON", "Article"]) {
        await page.getByRole("tab", { name: tab }).click();
        const found = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.target.flat().join(" ") + " " + n.failureSummary).join(" | ")}`));
        assert.deepEqual(found, []);
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways scrolling");
    }, { colorScheme, viewport: { width, height: 900 } });
  }
}
