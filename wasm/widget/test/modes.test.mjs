import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine } from "../engine.mjs";
import { article, card, embed, event, launching, open, suite } from "./harness.mjs";

const test = suite();

test("one line of script shows the endpoint's card in place", async (page, site) => {
  const errors = [];
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  await open(page, site, embed);
  await event(page);
  const text = await page.locator("key-points section:not(.fitting)").innerText();
  for (const words of ["Key points", card.article.headline, "Said", "Ingrid Halvorsen, the council’s chair", "Denied", card.denials[0].claim.text]) {
    assert.ok(text.includes(words), `${words} in:\n${text}`);
  }
  assert.equal(await page.locator("script + key-points").count(), 1);
  assert.deepEqual(errors, []);
  assert.deepEqual(site.requests, ["/v1/embed.js", "/v1/card"], "no request but these");
  assert.equal((await page.context().cookies()).length, 0);
});

test("the card's attributes reach the endpoint", async (page, site) => {
  /** @type {URLSearchParams | undefined} */ let asked;
  site.endpoint = (url, response) => {
    asked = url.searchParams;
    response.end(JSON.stringify(card));
  };
  await open(page, site, `<key-points quotes="5" denials="all" lang="de" src="https://news.example/a?b=c#d"></key-points>${embed}`);
  await event(page);
  assert.deepEqual(Object.fromEntries(asked ?? []), { url: "https://news.example/a?b=c", quotes: "5", denials: "all", lang: "de" });
  assert.match(await page.locator("key-points section:not(.fitting)").innerText(), /Das Wichtigste[\s\S]*Dementis/);
});

test("a card says each thing once", async (page, site) => {
  const [first, second] = card.quotes;
  site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, quotes: [first, { ...second, speaker: first.speaker }], denials: [...card.denials, { ...card.denials[0], text: "The operator denied it." }] }));
  await open(page, site, embed);
  await event(page);
  const text = await page.locator("key-points section:not(.fitting)").innerText();
  const times = (/** @type {string} */ words) => text.split(words).length - 1;
  assert.equal(times(first.speaker.name), 1, "a speaker of two quotes in a row");
  assert.equal(times(card.denials[1].claim.text), 1, "a claim that its sentence states");
  assert.equal(times("Petra Lund"), 1, "a denier whom the sentence names");
  assert.equal(times("The claim: "), 1, "a claim from elsewhere");
  assert.equal(await page.locator("key-points mark").first().innerText(), card.denials[0].claim.text);
});

test("mode=local runs the engine on this page, without the element's own content", async (page, site) => {
  await open(page, site, `<key-points mode="local"><p>“This is not the article, but it is quoted at length,” said the widget’s fallback.</p></key-points>${embed}`);
  await event(page);
  const got = await page.evaluate(() => /** @type {any} */ (window).events[0].card);
  assert.equal(got.version, 1);
  assert.ok(!JSON.stringify(got).includes("fallback"));
  assert.ok(!site.requests.includes("/v1/card"));
  assert.equal(site.requests.filter((p) => p.endsWith("/engine.wasm")).length, 1);
});

test("mode=local gives the card that the engine gives for the page without the element", async (page, site) => {
  await open(page, site, `<key-points mode="local" quotes="all" denials="all"></key-points>${embed}`);
  await event(page);
  const { shown, html, url } = await page.evaluate(() => {
    const element = /** @type {any} */ (document.querySelector("key-points"));
    element.remove();
    return { shown: element.card, html: document.documentElement.outerHTML, url: location.href };
  });
  const engine = await Engine.from(await readFile(new URL("../../../dist/engine.wasm", import.meta.url)));
  const { bytes } = engine.summarize({ url, quotes: "all", denials: "all", contentType: "text/html; charset=utf-8" }, new TextEncoder().encode(html));
  assert.deepEqual(shown, JSON.parse(new TextDecoder().decode(bytes)));
  assert.ok(shown.quotes.length && shown.denials.length, "a card that says something");
});

/** An article in German, with the element in it. @param {string} attributes of html */
const german = (attributes) => `<!doctype html><html ${attributes}><meta charset="utf-8"><title>Rat verschiebt die Nachtfähre</title><article><h1>Rat verschiebt die Nachtfähre</h1><key-points mode="local"></key-points>
<p>Die Nachtfähre zur Insel fährt in diesem Winter nicht. Das hat der Stadtrat am Dienstag nach vier Stunden Debatte beschlossen, und die Reederei muss nun einen neuen Plan machen.</p>
<p>„Wir schicken niemanden bei Dunkelheit mit nur einer Maschine auf dieses Wasser“, sagte die Ratsvorsitzende Ingrid Halvorsen nach der Sitzung. Die Entscheidung gelte bis zum Frühjahr.</p>
<p>Die Reederei bestreitet, dass sie den Rat zu spät gewarnt habe. „Unsere Berichte liegen der Stadt seit dem Sommer vor“, sagte der Geschäftsführer Peter Lindqvist.</p></article>${embed}`;

/** Opens a page whose card is made in the browser, and gives it. @param {import("playwright-core").Page} page  @param {import("./harness.mjs").Site} site  @param {string} html */
async function localCard(page, site, html) {
  await open(page, site, "");
  site.requests.length = 0;
  site.pages.set("/local.html", { body: html.replaceAll("$CDN", site.cdn) });
  await page.goto(site.origin + "/local.html");
  await event(page);
  return page.evaluate(() => /** @type {any} */ (window).events[0].card);
}
const speakers = (/** @type {any} */ card) => card.quotes.map((/** @type {any} */ q) => q.speaker?.name);
const lists = (/** @type {import("./harness.mjs").Site} */ site) => site.requests.filter((path) => path.includes("/languages/")).map((path) => path.split("/").pop());

test("mode=local loads the lists of the article's language and of no other, whatever the page declares", async (page, site) => {
  const once = new Set(); // the browser keeps a list, whose address has a hash, for later pages
  for (const declared of ['lang="de-AT"', "", 'lang="en"', 'lang="es"']) {
    const shown = await localCard(page, site, german(declared));
    assert.deepEqual(speakers(shown), ["Ingrid Halvorsen", "Peter Lindqvist"], declared);
    for (const name of lists(site)) once.add(name);
    assert.deepEqual([...once].toSorted(), declared === 'lang="es"' ? ["de.txt", "es.txt"] : ["de.txt"], declared);
  }
  await open(page, site, `<key-points mode="local"></key-points>${embed}`);
  site.requests.length = 0;
  await event(page);
  assert.deepEqual(lists(site), [], "English needs none");
});

test("lists that cannot be had, or were changed, take the speakers from the card and not the card", async (page, site) => {
  /** @type {string[]} */ const messages = [];
  page.on("console", (m) => messages.push(m.text()));
  const alias = await readFile(new URL("../../../dist/public/v1/embed.js", import.meta.url), "utf8");
  const path = `/v1/${/"([0-9a-f]{20})\/"/.exec(alias)?.[1]}/languages/de.txt`;
  const content = await readFile(new URL("../../../dist/public" + path, import.meta.url), "utf8");
  for (const [body, headers] of /** @type {const} */ ([[content + "[title]\nx\n", {}], [content, { "Access-Control-Allow-Origin": "https://other.example" }]])) {
    site.pages.set(path, { body, headers });
    const shown = await localCard(page, site, german('lang="de"'));
    assert.deepEqual(lists(site), ["de.txt"]);
    assert.ok(shown.quotes.length > 0 && speakers(shown).every((/** @type {any} */ name) => name === undefined), JSON.stringify(shown.quotes));
    assert.ok(messages.some((m) => m.startsWith("<key-points> names no speakers in de")), messages.join("\n"));
    messages.length = 0;
  }
});

test("mode=local waits until a reader comes near", async (page, site) => {
  await open(page, site, `${embed}<div style="height:4000px"></div><key-points mode="local"></key-points>`);
  await page.waitForFunction(() => customElements.get("key-points"));
  await page.waitForTimeout(500);
  assert.deepEqual(site.requests.map((path) => path.split("/").pop()), ["embed.js", "on-demand.mjs"], "the engine is not loaded yet");
  await page.locator("key-points").scrollIntoViewIfNeeded();
  await event(page);
  assert.ok(site.requests.some((path) => path.endsWith("/engine.wasm")));
});

test("mode=local leaves the engine's code compiled for the next visit", async (_, site) => {
  site.pages.set("/first.html", { body: article.replace("</h1>", () => `</h1><key-points mode="local"></key-points>`).replace("</body>", () => embed.replaceAll("$CDN", site.cdn) + "</body>") });
  const profile = await mkdtemp(join(tmpdir(), "keypoints-profile-"));
  const context = await site.browser.browserType().launchPersistentContext(profile, launching);
  try {
    const page = await context.newPage();
    await page.addInitScript(() => document.addEventListener("keypoints:ready", (e) => ((/** @type {any} */ (globalThis)).took = /** @type {CustomEvent} */ (e).detail.duration)));
    await page.goto(site.origin + "/first.html");
    const took = Number(await (await page.waitForFunction(() => /** @type {any} */ (globalThis).took)).jsonValue());
    const kept = async () => {
      const folder = join(profile, "Default/Code Cache/wasm");
      const sizes = await Promise.all((await readdir(folder).catch(() => [])).map(async (name) => (await stat(join(folder, name))).size));
      return sizes.reduce((a, b) => a + b, 0);
    };
    for (let i = 0; i < 100 && (await kept()) < 500_000; i++) await page.waitForTimeout(300);
    assert.ok((await kept()) > 500_000 || took < 150, `${await kept()} bytes of code are kept, after ${took} ms`);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

for (const [name, mode] of [["mode=local", "local"], ["the engine, where the endpoint finds none,", "edge"]]) {
  test(`${name} reads an article in a component's shadow root`, async (page, site) => {
    site.endpoint = (_url, response) => void response.writeHead(422, { "Content-Type": "application/problem+json" }).end('{"type":"https://x/problems/not-an-article"}');
    await open(page, site, `<key-points mode="${mode}"><p>A fallback.</p></key-points>`, { head: embed, component: true });
    await event(page);
    const { card: got, mode: used } = await page.evaluate(() => /** @type {any} */ (window).events[0]);
    assert.equal(used, "local");
    assert.deepEqual([speakers(got), got.denials.length, JSON.stringify(got).includes("fallback")], [["Ingrid Halvorsen", "Tomas Eriksen"], 2, false]);
  });
}

test("mode=inline shows the markup that is there and asks for nothing", async (page, site) => {
  await open(page, site, `<key-points mode="inline"><section class="key-points"><h2 class="key-points-title">Key points</h2><h3 class="key-points-heading">Said</h3><ul class="key-points-quotes"><li><figure class="key-points-quote"><blockquote><p>The timetable can wait.</p></blockquote><figcaption><a class="key-points-link" href="#:~:text=The%20timetable%20can%20wait">Show</a></figcaption></figure></li></ul></section></key-points>${embed}`);
  await event(page);
  await page.waitForTimeout(200);
  assert.deepEqual(site.requests, ["/v1/embed.js"]);
  await page.getByRole("link", { name: "Show" }).click();
  await page.waitForFunction(() => CSS.highlights.has("key-points"));
});

test("mode=inline without markup says so", async (page, site) => {
  const told = page.waitForEvent("console", (m) => m.text().includes("no-markup"));
  await open(page, site, `<key-points mode="inline"></key-points>${embed}`);
  await event(page, "error");
  assert.match((await told).text(), /format=html/);
});

test("mode=inline takes a declarative shadow root", async (page, site) => {
  await open(page, site, `<key-points mode="inline"><template shadowrootmode="open"><section class="key-points"><h2 class="key-points-title">Key points</h2><p class="key-points-headline">Council shelves</p></section></template></key-points>${embed}`);
  await event(page);
  assert.equal(await page.locator("key-points .key-points-headline").evaluate((e) => getComputedStyle(e).fontWeight), "700");
});

test("the engine stands in when the endpoint fails", async (page, site) => {
  for (const fail of [(/** @type {any} */ r) => r.destroy(), (/** @type {any} */ r) => r.writeHead(503).end("{}"), (/** @type {any} */ r) => r.end("<html>")]) {
    site.endpoint = (_url, response) => fail(response);
    await open(page, site, embed);
    await event(page);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).events[0].mode), "local");
  }
});

test("the engine stands in when the endpoint does not answer in time", async (page, site) => {
  site.endpoint = () => {};
  await open(page, site, embed);
  await event(page);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).events[0].mode), "local");
});

test("a page without an article leaves its fallback and says why in the console", async (page, site) => {
  const messages = [];
  page.on("console", (m) => m.type() === "error" && messages.push(m.text()));
  site.endpoint = (_url, response) => void response.writeHead(422, { "Content-Type": "application/problem+json" }).end('{"type":"https://x/problems/not-an-article","title":"Not an article","detail":"The page has no article."}');
  await open(page, site, `<key-points><a href="/summary">Summary</a></key-points>${embed}`, { front: true });
  await event(page, "error");
  assert.ok(await page.locator("key-points a").isVisible());
  assert.ok(messages.some((m) => /not-an-article.*The page has no article/.test(m)), messages.join("\n"));
  assert.ok(!site.requests.some((p) => p.endsWith("engine.wasm")));
});

test("without JavaScript the fallback stays", async (page, site) => {
  site.pages.set("/plain.html", { body: article.replace("<!-- card -->", `<key-points><a href="/summary">Summary</a></key-points>`) });
  await page.goto(site.origin + "/plain.html");
  assert.ok(await page.getByText("Summary").isVisible());
}, { javaScriptEnabled: false });
