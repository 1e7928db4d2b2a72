import assert from "node:assert/strict";
import { card, embed, event, open, suite } from "./harness.mjs";

const test = suite();


for (const [name, rule] of [
  ["a box that cuts it off", "article{height:100px;overflow:hidden}"],
  ["what is not shown", "article p{visibility:hidden}"],
  ["a page that is held still", "html{overflow:hidden}"],
]) {
  test(`a click uncovers no passage in ${name}`, async (page, site) => {
    await open(page, site, embed, { head: `<style>${rule}</style>` });
    await event(page);
    // The card itself may stand in such a box: the card's own click is what counts.
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("key-points")?.shadowRoot?.querySelectorAll(".key-points-link")[2]).click());
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => ({ marked: CSS.highlights.has("key-points"), hash: location.hash, inside: document.querySelector("article")?.scrollTop, scrolled: scrollY })),
      { marked: false, hash: "", inside: 0, scrolled: 0 });
  });
}

test("a click opens nothing that the page has closed", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.evaluate(() => {
    const closed = document.createElement("details"), article = /** @type {Element} */ (document.querySelector("article"));
    closed.append(...[...article.children].filter((e) => e.tagName === "P"));
    article.append(closed);
  });
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("key-points")?.shadowRoot?.querySelector(".key-points-link")).click());
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(() => [CSS.highlights.has("key-points"), document.querySelector("details")?.open]), [false, false]);
});

test("a page that opted out has no card, and no place for one", async (page, site) => {
  site.endpoint = (_url, response) => void response.writeHead(422).end(JSON.stringify({ type: "/problems/opted-out", detail: "the page wants no card" }));
  await open(page, site, embed);
  await event(page, "error");
  assert.equal(await page.evaluate(() => document.querySelector("key-points")?.getBoundingClientRect().height), 0);
});

test("a card says that it was chosen automatically, unless the publisher says so elsewhere", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  const notice = page.locator("key-points .key-points-notice");
  assert.equal(await notice.textContent(), "Chosen automatically from this article");
  await page.addStyleTag({ content: "key-points::part(notice){display:none}" });
  assert.equal(await notice.isVisible(), false);
});

for (const [name, attributes, want] of /** @type {const} */ ([
  ["is left out", `notice="none"`, null],
  ["is left out, whatever it would lead to", `notice="none" policy="https://news.example/policy"`, null],
  ["is the publisher's own", `notice="Picked by <b>software</b>"`, ["Picked by <b>software</b>", null]],
  ["leads to the publisher's policy", `policy="/about/software"`, ["Chosen automatically from this article", "ORIGIN/about/software"]],
  ["does both", `notice="Picked by software" policy="https://news.example/policy"`, ["Picked by software", "https://news.example/policy"]],
  ["speaks the card's language", `lang="de" policy="https://news.example/policy"`, ["Automatisch aus diesem Artikel ausgewählt", "https://news.example/policy"]],
  ["leads to no script", `policy=" java&#9;script:document.title='pwned'"`, ["Chosen automatically from this article", null]],
  ["leads to no data", `policy="data:text/html,x"`, ["Chosen automatically from this article", null]],
])) {
  test(`the line that says who chose ${name}`, async (page, site) => {
    await open(page, site, `${embed}<key-points ${attributes}></key-points>`);
    await event(page);
    const said = await page.evaluate(() => {
      const p = document.querySelector("key-points")?.shadowRoot?.querySelector(".key-points-notice");
      return p && [p.textContent, p.querySelector("a")?.href ?? null];
    });
    assert.deepEqual(said, want && [want[0], want[1]?.replace("ORIGIN", site.origin) ?? null]);
  });
}

test("a click on the publisher's policy leads there, and to no passage", async (page, site) => {
  await open(page, site, `${embed}<key-points policy="/policy.html"></key-points>`);
  site.pages.set("/policy.html", { body: "<title>Our policy</title>" });
  await event(page);
  await page.locator("key-points .key-points-policy").click();
  await page.waitForURL("**/policy.html");
});

for (const mode of ["edge", "local"]) {
  test(`edits of the page that cannot be read are told on the console, mode ${mode}`, async (page, site) => {
    /** @type {string[]} */ const said = [];
    page.on("console", (m) => m.type() === "warning" && said.push(m.text()));
    site.endpoint = (_url, response) => void response.end(JSON.stringify({ ...card, edits_error: "the edits in the page change nothing: edits[0].action must be hide, pin, set or off" }));
    await open(page, site, `${embed}<key-points mode="${mode}"></key-points>`, { head: `<script type="application/json" data-key-points="edits">{"version":1,"edits":[{"id":"q1","action":"delete"}]}</script>` });
    await event(page);
    assert.ok(await page.locator("key-points blockquote").count() > 1, "no card");
    assert.deepEqual(said.filter((s) => s.startsWith("the edits in the page change nothing: edits[0].action must")).length, 1, said.join("\n"));
  });
}

test("what an editor set is marked, in words that all can read", async (page, site) => {
  await open(page, site, embed);
  await event(page);
  await page.evaluate((card) => {
    /** @type {any} */ (document.querySelector("key-points")).card = { ...card, edited: true, quotes: card.quotes.map((/** @type {any} */ q, /** @type {number} */ i) => (i ? q : { ...q, edited: true })) };
  }, card);
  await page.locator("key-points .key-points-edited").waitFor();
  assert.deepEqual(await page.locator("key-points .key-points-edited").allTextContents(), ["Set by an editor"]);
});
