import assert from "node:assert/strict";
import { brotliCompressSync, constants } from "node:zlib";
import { readFile } from "node:fs/promises";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();
const reserve = "<style>key-points:not(:defined) { display: block; margin-block: 1.5em; min-block-size: 30rem } key-points { --key-points-reserve: 30rem }</style>";

/** The sum of all layout shifts and the longest task of the page, in ms. */
async function observe(/** @type {import("playwright-core").Page} */ page) {
  await page.addInitScript(() => {
    const w = /** @type {any} */ (window);
    w.shifts = [];
    w.tasks = [0];
    new PerformanceObserver((list) => {
      for (const e of /** @type {any[]} */ (list.getEntries())) w.shifts.push({ value: e.value, nodes: e.sources.map((/** @type {any} */ s) => s.node?.nodeName) });
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) w.tasks.push(e.duration);
    }).observe({ type: "longtask", buffered: true });
  });
}

/** @param {import("playwright-core").Page} page  @returns {Promise<any[]>} */
const shifts = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(/** @type {any} */ (window).shifts), 100))));

const cards = {
  "a card": card,
  "a card of one quote": { ...card, quotes: card.quotes.slice(0, 1), denials: [] },
  "a card with far too much on it": { ...card, quotes: Array.from({ length: 12 }, (_, i) => ({ ...card.quotes[0], speaker: { ...card.quotes[0].speaker, name: "Ingrid Halvorsen" + " the Younger".repeat(i % 2) }, text: "We will not send people out on that water after dark with one engine. ".repeat(8) })) },
};
const space = (await readFile(new URL("../README.md", import.meta.url), "utf8")).split("## Space")[1];
/** The README's rules for a page with the element, and for one with the script alone. */
const rules = [...space.matchAll(/```css\n([^`]*)```/g)].slice(0, 2).map(([, css]) => `<style>${css}</style>`);
const pages = { "the element": [`<key-points></key-points>${embed}`, rules[0]], "the script alone": [embed, rules[1]] };
for (const [markup, [body, head]] of Object.entries(pages)) {
  for (const width of [360, 768, 1280]) {
    test(`nothing moves at ${width} px where a late script and a slow endpoint meet ${markup}`, async (page, site) => {
      await observe(page);
      await page.route("**/v1/embed.js", (route) => void setTimeout(() => route.continue(), 400));
      for (const given of Object.values(cards)) {
        site.endpoint = (_url, response) => void setTimeout(() => response.end(JSON.stringify(given)), 500);
        await open(page, site, body, { head });
        await event(page);
        assert.deepEqual(await shifts(page), []);
        assert.ok((await page.locator("key-points section:not(.fitting)").innerText()).includes(given.quotes[0].speaker.name));
      }
    }, { viewport: { width, height: 1000 } });
  }
}

test("a page without these rules moves, so the tests above can fail", async (page, site) => {
  await observe(page);
  await page.route("**/v1/embed.js", (route) => void setTimeout(() => route.continue(), 400));
  await open(page, site, embed);
  await event(page);
  assert.notDeepEqual(await shifts(page), []);
});

const markup = `<section class="key-points"><h2 class="key-points-title">Key points</h2><p class="key-points-headline">${card.article.headline}</p><h3 class="key-points-heading">Said</h3><ul class="key-points-quotes">${card.quotes.map((/** @type {any} */ q) => `<li><figure class="key-points-quote"><blockquote><p>${q.text}</p></blockquote><figcaption><cite class="key-points-source">${q.speaker.name}</cite></figcaption></figure></li>`).join("")}</ul></section>`;
const nothing = { ...card, quotes: [], denials: [] };
const problem = (/** @type {number} */ status, /** @type {string} */ type) => (/** @type {any} */ r) => r.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify({ type: "https://x/problems/" + type }));
/** @type {Record<string, [string, (response: import("node:http").ServerResponse) => void]>} */
const empty = {
  "a page that is no article": ["", problem(422, "not-an-article")],
  "an endpoint that is down": [` fallback="none"`, (r) => void r.destroy()],
  "an endpoint without patience": [` fallback="none" patience="300"`, () => {}],
  "a page without quotes and denials": ["", (r) => void r.end(JSON.stringify(nothing))],
};
for (const [name, [attributes, answer]] of Object.entries(empty)) {
  test(`${name} leaves no hole, and nothing moves`, async (page, site) => {
    await observe(page);
    site.endpoint = (_url, response) => void setTimeout(() => answer(response), 200);
    for (const inside of ["", "<p>Summary</p>"]) {
      await open(page, site, `<key-points${attributes}>${inside}</key-points>${embed}<div style="block-size: 3000px"></div>`, { head: rules[0], front: name.includes("no article") });
      await page.waitForFunction(() => /** @type {any} */ (window).events.length);
      assert.ok(await page.locator("key-points").evaluate((e) => e.getBoundingClientRect().height) > 500, "a reader who looks at it sees nothing move");
      await page.mouse.wheel(0, 1500);
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector("key-points")).getBoundingClientRect().height < 120);
      assert.equal(await page.locator("key-points").evaluate((e) => getComputedStyle(e).display === "none"), !inside);
      assert.deepEqual(await shifts(page), []);
    }
  });
}

test("empty=show shows a card of the headline alone", async (page, site) => {
  site.endpoint = (_url, response) => void response.end(JSON.stringify(nothing));
  await open(page, site, `<key-points empty="show"></key-points>${embed}`);
  await event(page);
  assert.ok(await page.locator("key-points .key-points-headline").isVisible());
});

test("the README's first lines keep the place while the script comes, and give it back where it is blocked", async (page, site) => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const lines = /```html\n([^`]*)```/.exec(readme)?.[1].replaceAll("https://cards.example.com", "$CDN") ?? "";
  await observe(page);
  await page.route("**/v1/embed.js", (route) => void setTimeout(() => route.continue(), 400));
  await open(page, site, lines);
  await event(page);
  assert.deepEqual(await shifts(page), []);
  await page.unroute("**/v1/embed.js");
  await page.route("**/v1/embed.js", (route) => route.abort("blockedbyclient"));
  await open(page, site, lines);
  assert.equal(await page.locator("key-points").count(), 0);
});

test("nothing moves in inline mode with /v1/card.css", async (page, site) => {
  await observe(page);
  await page.route("**/v1/embed.js", (route) => void setTimeout(() => route.continue(), 400));
  await open(page, site, `<key-points mode="inline">${markup}</key-points>${embed}`, { head: `<link rel="stylesheet" href="$CDN/v1/card.css">` });
  await event(page);
  assert.deepEqual(await shifts(page), []);
});

for (const [name, body] of Object.entries({ element: `<key-points></key-points>${embed}`, script: embed })) {
  test(`without JavaScript the rules for the ${name} keep no place`, async (page, site) => {
    site.pages.set("/plain.html", { body: `<!doctype html>${rules[name === "element" ? 0 : 1]}<div id=card>${body.replace("$CDN", site.cdn)}</div>` });
    await page.goto(site.origin + "/plain.html");
    assert.equal(await page.locator("#card").evaluate((e) => e.getBoundingClientRect().height), 0);
  }, { javaScriptEnabled: false });
}

test("nothing moves when the endpoint fails slowly", async (page, site) => {
  await observe(page);
  site.endpoint = (_url, response) => void setTimeout(() => response.writeHead(500).end(), 500);
  await open(page, site, `<key-points fallback="none"></key-points>${embed}`, { head: reserve });
  await event(page, "error");
  assert.deepEqual(await shifts(page), []);
});

test("nothing moves in local mode", async (page, site) => {
  await observe(page);
  await open(page, site, `<key-points mode="local"></key-points>${embed}`, { head: reserve });
  await event(page);
  assert.deepEqual(await shifts(page), []);
});

test("a headline that is higher than the place is clamped, nothing moves", async (page, site) => {
  await observe(page);
  site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, article: { ...card.article, headline: "Council shelves the night ferry. ".repeat(20) }, quotes: [], denials: [] }));
  await open(page, site, `<key-points empty="show"></key-points>${embed}`, { head: reserve.replaceAll("30rem", "10rem") });
  await event(page);
  assert.deepEqual(await shifts(page), []);
  assert.ok(await page.locator("key-points .key-points-headline").isVisible());
}, { viewport: { width: 360, height: 800 } });

test("a card that was folded shows all on request, and the keyboard goes on there", async (page, site) => {
  site.endpoint = (_url, response) => void response.end(JSON.stringify(cards["a card with far too much on it"]));
  await open(page, site, `<key-points></key-points>${embed}`, { head: reserve });
  await event(page);
  const items = page.locator("key-points li");
  assert.ok(await items.filter({ visible: true }).count() < 14, "folded");
  assert.ok(await page.locator("key-points .key-points-denials li").first().isVisible(), "a denial is never hidden whole");
  await page.getByRole("button", { name: /^Show \d+ more$/ }).press("Enter");
  const less = page.getByRole("button", { name: "Show less" });
  await less.waitFor();
  assert.equal(await items.filter({ visible: true }).count(), 14);
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.activeElement).shadowRoot.activeElement.tagName), "A");
  const shown = await items.filter({ visible: true }).count();
  await less.press("Enter");
  await page.getByRole("button", { name: /^Show \d+ more$/ }).waitFor();
  assert.ok(await items.filter({ visible: true }).count() < shown, "folded again");
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).events.filter((/** @type {any} */ e) => e.name === "unfold").map((/** @type {any} */ e) => e.unfolded)), [true, false]);
});

const modes = { edge: "", local: "", inline: markup, "edge, falling back to the engine": "" };
for (const [mode, inside] of Object.entries(modes)) {
  test(`mode=${mode} keeps every task of the main thread under 50 ms at a quarter of the speed`, async (_page, site) => {
    // Other work on the machine only adds to a task, so the least of twelve runs is
    // the nearest to the widget's own. Each has a renderer whose fonts are cold.
    const longest = [];
    while (longest.length < 12 && !(Math.min(...longest) < 50)) {
      if (mode.includes("falling")) site.endpoint = (_url, response) => void response.writeHead(503).end();
      const context = await site.browser.newContext({ viewport: { width: 1000, height: 800 } });
      longest.push(await longestTask(await context.newPage(), site, `<key-points mode="${mode.split(",")[0]}">${inside}</key-points>`));
      await context.close();
    }
    assert.ok(Math.min(...longest) < 50, longest.join(", ") + " ms");
  });
}

/**
 * CPU time of the longest task, in ms, by a trace.
 * @param {import("playwright-core").Page} page  @param {import("./harness.mjs").Site} site  @param {string} element
 */
async function longestTask(page, site, element) {
  await open(page, site, element, { head: reserve });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await site.browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "devtools.timeline", "toplevel", "__metadata"] });
  await page.evaluate((src) => void document.body.append(Object.assign(document.createElement("script"), { src })), site.cdn + "/v1/embed.js");
  await event(page);
  await page.waitForTimeout(300);
  const { traceEvents } = JSON.parse((await site.browser.stopTracing()).toString());
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const script = traceEvents.find((/** @type {any} */ e) => e.name === "EvaluateScript" && e.args?.data?.url?.endsWith("/v1/embed.js"));
  assert.ok(script, "the trace has the script");
  const own = traceEvents.filter((/** @type {any} */ e) => e.pid === script.pid && e.tid === script.tid);
  // Tasks of the test's own driver are known by its messages.
  const driver = own.filter((/** @type {any} */ e) => e.args?.chrome_mojo_event_info?.mojo_interface_tag === "blink.mojom.DevToolsSession");
  const tasks = own.filter((/** @type {any} */ e) => /RunTask$/.test(e.name) && e.tdur && !driver.some((/** @type {any} */ d) => d.ts >= e.ts && d.ts < e.ts + e.dur));
  assert.ok(tasks.length > 5, "the trace has tasks");
  return Math.max(...tasks.map((/** @type {any} */ e) => e.tdur / 1000));
}

for (const width of [240, 480, 1100]) {
  test(`a column of ${width} px holds the card without overflow`, async (page, site) => {
    await open(page, site, `<div style="inline-size:${width}px"><key-points></key-points></div>${embed}`, { head: "<style>body { max-width: none }</style>" });
    await event(page);
    const { over, columns } = await page.locator("key-points").evaluate((e) => {
      const root = /** @type {ShadowRoot} */ (e.shadowRoot), right = e.getBoundingClientRect().right;
      return {
        over: [...root.querySelectorAll("*")].filter((n) => n.getBoundingClientRect().right > right + 1).map((n) => n.className),
        columns: new Set([...root.querySelectorAll("li:not([hidden])")].map((li) => Math.round(li.getBoundingClientRect().left))).size,
      };
    });
    assert.deepEqual(over, []);
    assert.equal(columns, width > 1000 ? 2 : 1);
  }, { viewport: { width: 1200, height: 900 } });
}

const parts = ["card", "title", "headline", "heading", "quotes", "denials", "item", "quote", "denial", "passage", "text", "caption", "source", "role", "denied", "claim", "claim-link", "link", "more", "notice"];
for (const [name, css] of Object.entries({
  "as it is": "",
  "with type of twice the size": "key-points { font-size: 200% }",
  "with a page's rules for its parts": parts.map((p) => `key-points::part(${p}) { padding: 12px; border: 3px solid; width: 420px; min-width: 300px; font-size: 1.4rem; ${p === "card" ? "" : "margin-inline: 0"} }`).join("\n"),
})) {
  test(`nothing overflows inside 240 px: ${name}`, async (page, site) => {
    await observe(page);
    const long = { ...card, article: { ...card.article, headline: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " + card.article.headline }, denials: [...card.denials, { ...card.denials[0], text: "The operator denied it.", edited: true }] };
    site.endpoint = (_url, response) => void response.end(JSON.stringify(long));
    for (const height of ["30rem", "400rem"]) {
      await open(page, site, `<div style="inline-size: 240px"><key-points></key-points></div>${embed}`, { head: `<style>body { max-width: none } key-points { --key-points-reserve: ${height} } ${css}</style>` });
      await event(page);
      const over = await page.locator("key-points").evaluate((e) => {
        const { left, right } = e.getBoundingClientRect();
        return [e, ...e.shadowRoot?.querySelectorAll("section, section *:not(.key-points-link)") ?? []].flatMap((n) => {
          const box = n.getBoundingClientRect(), inline = getComputedStyle(n).display === "inline";
          return n.checkVisibility() && ((!inline && n.scrollWidth > n.clientWidth + 1) || box.right > right + 1 || box.left < left - 1) ? [`${n.className || n.tagName} ${n.scrollWidth} in ${n.clientWidth}`] : [];
        });
      });
      assert.deepEqual(over, [], height);
    }
  }, { viewport: { width: 1200, height: 900 } });
}

/** What a reader sees of each passage of a folded card. @param {import("playwright-core").Page} page */
const seen = (page) => page.locator("key-points").evaluate((e) => [...e.shadowRoot?.querySelectorAll("li:not([hidden]) blockquote") ?? []].map((b) => ({
  text: /** @type {HTMLElement} */ (b).innerText.trim(), all: b.textContent ?? "", dots: [...b.querySelectorAll("p")].some((p) => getComputedStyle(p, "::after").content.includes("…")), over: b.scrollHeight > b.clientHeight + 1, height: b.clientHeight,
})));

/** A long passage, its language, and where it may be cut. @type {Record<string, [string, string, RegExp]>} */
const passages = {
  "between words": ["en", "We will not send people out on that water after dark with one engine and without the second captain whom the union has asked for since the winter, ".repeat(6), /^ /],
  "between sentences": ["en", "Nobody was told of it. ".repeat(40), /^ Nobody/],
  "after no abbreviation": ["en", "Then Mr. Lund came with Dr. Vale and Gen. Foss to see J. R. Holm and St. Clair ".repeat(12), /^(?! (Lund|Vale|Foss|Holm|R|Clair)\b)/],
  "in German": ["de", "Zwei Reedereien verhandeln seit Monaten über Nachtfähren. ".repeat(12), /^ /],
  "in Japanese": ["ja", "議会は夜間の連絡船を見送ると火曜日に決めた。".repeat(20), /^./],
  "in Arabic": ["ar", "لن نرسل الناس إلى تلك المياه بعد حلول الظلام بمحرك واحد. ".repeat(20), /^ /],
};
for (const [name, [language, text, after]] of Object.entries(passages)) {
  for (const width of [240, 360, 720]) {
    test(`a passage is cut ${name} at ${width} px, and nothing moves`, async (page, site) => {
      await observe(page);
      site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, article: { ...card.article, language }, quotes: [0, 1].map(() => ({ ...card.quotes[0], text })), denials: [{ ...card.denials[0], text: text + card.denials[0].text }] }));
      await open(page, site, `<key-points lang="en"></key-points>${embed}`, { head: reserve });
      await event(page);
      await page.waitForFunction(() => document.querySelector("key-points")?.shadowRoot?.querySelector(".key-points-rest"));
      for (const { text: shown, all, dots, over } of await seen(page)) {
        assert.ok(!over && dots && shown.length > 3, shown);
        assert.ok(all.startsWith(shown), `${shown} is no beginning of it`);
        assert.match(all.slice(shown.length), after);
        // A word goes on where letters stand on both sides.
        if (language !== "ja") assert.doesNotMatch(all.slice(shown.length - 1, shown.length + 1), /\p{L}\p{L}/u, shown);
      }
      assert.deepEqual(await shifts(page), []);
      await page.locator("key-points .key-points-more").click();
      await page.getByRole("button", { name: "Show less" }).waitFor();
      for (const { text: shown, all, dots } of await seen(page)) assert.ok(shown === all.trim() && !dots);
      await page.locator("key-points .key-points-more").click();
      assert.ok((await seen(page)).every(({ dots }) => dots));
    }, { viewport: { width, height: 800 } });
  }
}

for (const width of [240, 360, 720]) {
  test(`a headline, and a claim, are cut between words at ${width} px, and nothing moves`, async (page, site) => {
    await observe(page);
    const words = "Council shelves the night ferry after captains’ warnings of unpredictable undercurrents and of disproportionately expensive insurances ".repeat(6).trim();
    const denials = [{ ...card.denials[0], text: "Lund denied it.", claim: { ...card.denials[0].claim, text: words } }];
    site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, article: { ...card.article, headline: words }, quotes: [], denials }));
    await open(page, site, `<key-points></key-points>${embed}`, { head: reserve });
    await event(page);
    await page.waitForFunction(() => document.querySelector("key-points")?.shadowRoot?.querySelector(".key-points-rest"));
    const look = () => page.locator("key-points").evaluate((e) => [...e.shadowRoot?.querySelectorAll(".key-points-headline, .key-points-claim a") ?? []].map((n) => {
      const rest = n.querySelector(".key-points-rest"), box = /** @type {HTMLElement} */ (n.closest(".key-points-headline, .key-points-claim"));
      return { all: n.textContent, hidden: rest && !rest.checkVisibility() ? rest.textContent : "", dots: getComputedStyle(n, "::after").content, over: box.scrollHeight > box.clientHeight + 1 };
    }));
    const folded = await look();
    assert.equal(folded.length, 2);
    for (const { all, hidden, dots, over } of folded) {
      assert.ok(all === words && /^ \S/.test(hidden ?? "") && hidden !== words, hidden ?? "");
      assert.equal(dots, '" …"');
      assert.ok(!over);
    }
    assert.deepEqual(await shifts(page), []);
    await page.locator("key-points .key-points-more").click();
    await page.getByRole("button", { name: "Show less" }).waitFor();
    for (const { hidden, dots } of await look()) assert.deepEqual([hidden, dots], ["", "none"]);
  }, { viewport: { width, height: 800 } });
}

test("the button is there only where something is hidden, and says what it shows", async (page, site) => {
  const text = "We will not send people out on that water after dark with one engine. ".repeat(7);
  for (const [given, height, label] of /** @type {const} */ ([[card, "64rem", null], [cards["a card with far too much on it"], "30rem", /^Show 1\d more$/], [{ ...card, quotes: [{ ...card.quotes[0], text }], denials: [] }, "24rem", /^Show in full$/]])) {
    site.endpoint = (_url, response) => void response.end(JSON.stringify(given));
    await open(page, site, embed, { head: reserve.replaceAll("30rem", height) });
    await event(page);
    const button = page.locator("key-points .key-points-more");
    if (!label) assert.equal(await button.count(), 0);
    else await button.filter({ hasText: label }).waitFor();
  }
}, { viewport: { width: 360, height: 800 } });

const headline = "Council shelves the night ferry across the sound after captains warn of an engine that failed twice";
const denialsAlone = { ...cards["a card with far too much on it"], quotes: [] };
for (const width of [280, 360, 720, 1000]) {
  test(`a folded card does not scroll inside itself, and its button is all there, at ${width} px`, async (page, site) => {
    await observe(page);
    for (const given of [...Object.values(cards), { ...card, article: { ...card.article, headline } }, denialsAlone]) {
      site.endpoint = (_url, response) => void response.end(JSON.stringify(given));
      for (const rem of [14, 18, 22, 26, 30, 36, 42]) {
        await open(page, site, `<key-points></key-points>${embed}`, { head: reserve.replaceAll("30rem", rem + "rem") });
        await event(page);
        const button = page.locator("key-points .key-points-more");
        if (await button.count() === 0) continue;
        await page.locator("key-points .key-points-more[aria-expanded]").waitFor();
        const { over, below, shown, empty } = await page.locator("key-points section").evaluate((e) => ({
          over: e.scrollHeight - e.clientHeight,
          below: /** @type {Element} */ (e.querySelector(".key-points-more")).getBoundingClientRect().bottom - e.getBoundingClientRect().bottom,
          shown: [...e.querySelectorAll("ul")].map((ul) => ul.checkVisibility()),
          empty: [...e.querySelectorAll("ul, .key-points-heading")].filter((n) => n.checkVisibility() && !(n.tagName === "UL" ? n : n.nextElementSibling)?.querySelector("li:not([hidden])")).length,
        }));
        assert.ok(over <= 1 && below <= 0, `${rem}rem: ${over} px of it are cut off, the button ends ${below} px below it`);
        assert.ok(empty === 0 && (shown.at(-1) || !shown[0]), "a heading has its list, and a denial goes last");
        if (rem > 30) assert.ok(shown.every(Boolean), `${rem}rem`);
        assert.deepEqual(await shifts(page), []);
        await button.click();
        await page.getByRole("button", { name: "Show less" }).waitFor();
        assert.equal(await page.locator("key-points blockquote").filter({ visible: true }).count(), given.quotes.length + given.denials.length);
      }
    }
  }, { viewport: { width, height: 720 } });
}

test("embed.js is at most 5 KB in brotli, styles included", async (page, site) => {
  await open(page, site, embed);
  const script = await readFile(new URL("../../../dist/public/v1/embed.js", import.meta.url));
  const size = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  assert.ok(size <= 5120, `${size} bytes`);
});

test("a right-to-left card mirrors, the article's words keep their direction", async (page, site) => {
  await open(page, site, `<key-points lang="ar"></key-points>${embed}`);
  await event(page);
  const section = page.locator("key-points section:not(.fitting)");
  assert.equal(await section.getAttribute("dir"), "rtl");
  assert.equal(await section.getAttribute("lang"), "ar");
  const headline = page.locator("key-points .key-points-headline");
  assert.equal(await headline.getAttribute("lang"), "en");
  assert.equal(await headline.evaluate((e) => getComputedStyle(e).direction), "ltr");
});

test("labels come in every language, with plural forms where it has them", async (page, site) => {
  site.endpoint = (_url, response) => void response.end(JSON.stringify(cards["a card with far too much on it"]));
  await open(page, site, embed, { head: reserve });
  await event(page);
  const titles = new Set();
  for (const lang of ["de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ar", "ur", "hi", "zh", "ja", "en"]) {
    await page.locator("key-points").evaluate((e, l) => e.replaceWith(Object.assign(document.createElement("key-points"), { lang: l })), lang);
    await page.locator(`key-points section[lang=${lang}]`).waitFor();
    titles.add(await page.locator("key-points h2").innerText());
    assert.doesNotMatch(await page.locator("key-points .key-points-more").innerText(), /#|undefined/);
  }
  assert.ok(titles.size >= 12, [...titles].join(", "));
});

test("print shows every item and no button", async (page, site) => {
  site.endpoint = (_url, response) => void response.end(JSON.stringify(cards["a card with far too much on it"]));
  await open(page, site, embed, { head: reserve });
  await event(page);
  await page.locator("key-points .key-points-more[aria-expanded]").waitFor(); // the rules for print come with what folds
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("key-points li").filter({ visible: true }).count(), 14);
  assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0);
  const pdf = await page.pdf();
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
});
