/** What the configurator writes works where it is pasted, and a link brings a choice back. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { suite } from "../../wasm/widget/test/harness.mjs";
import { ready, summarize, visit } from "./visit.mjs";

const test = suite();
const story = readFileSync(new URL("../page/samples/court.html", import.meta.url));
const lang = new URL("../../wasm/internal/lang/", import.meta.url);

/** @param {import("playwright-core").Page} page */
const written = async (page) => {
  const [html, css, csp] = await page.evaluate(() => ["snippet", "styles", "policy"].map((id) => document.getElementById(id)?.textContent ?? ""));
  return { html, css, csp };
};

for (const [way, mode] of [["script", ""], ["script", "local"], ["inline", ""], ["iframe", ""]]) {
  test(`what is pasted for ${way} ${mode} shows the card under the policy that is written beside it`, async (page, site) => {
    await visit(page, site, `#article=court&way=${way}&mode=${mode}&quotes=2&--key-points-accent=%230b5d4e&strict=1`, "Former harbor chief");
    if (way === "inline") await page.waitForFunction(() => document.getElementById("snippet")?.textContent?.includes("key-points-quotes"));
    const { html, css, csp } = await written(page);
    assert.ok(!html.includes("onerror"), "a strict policy forbids handlers");
    if (way === "script") assert.match(css, /@media \(scripting: enabled\) \{\n  key-points \{\n    --key-points-reserve: \d+px/);
    site.endpoint = (url, response) => {
      const options = /** @type {any} */ (Object.fromEntries(url.searchParams));
      const { bytes, type } = summarize({ ...options, contentType: "text/html; charset=utf-8" }, story);
      response.writeHead(200, { "Content-Type": type }).end(bytes);
    };
    site.pages.set("/theirs.css", { body: css });
    site.pages.set("/own.html", { headers: { "Content-Security-Policy": `default-src 'none'; img-src data:; style-src 'self'; ${csp}`.replace(/style-src 'self'; (.*)style-src/, "$1style-src 'self'") },
      body: `<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/theirs.css"><body>${mode === "local" ? String(story).replace(/^[^]*?<body[^>]*>|<script[^]*?<\/script>|<img[^>]*>| style="[^"]*"| on\w+="[^"]*"/gi, "") : ""}${html}` });
    const other = await page.context().newPage();
    /** @type {string[]} */ const errors = [];
    other.on("console", (m) => m.type() === "error" && errors.push(m.text()));
    await other.goto(site.origin + "/own.html");
    const card = way === "iframe" ? other.frameLocator("iframe").locator(".key-points") : other.locator("key-points section:not(.fitting)").filter({ visible: true });
    await card.locator("li").first().waitFor().catch(() => errors.push("there is no card"));
    assert.deepEqual(errors, []);
    if (way !== "iframe") assert.equal(await card.first().evaluate((c) => getComputedStyle(c).borderBlockStartColor), "rgb(11, 93, 78)");
  });
}

test("for npm the import is the one that the package documents", async (page, site) => {
  await visit(page, site, "#way=npm&mode=local");
  const { html, csp } = await written(page);
  const readme = readFileSync(new URL("../../wasm/widget/README.md", import.meta.url), "utf8");
  for (const line of html.split("\n").filter((l) => /import|base/.test(l))) assert.ok(readme.includes(line.trim().replace(site.cdn, "https://cards.example.com")), line);
  assert.match(csp, /wasm-unsafe-eval.*worker-src blob:/);
});

test("a link brings the choice back, and nothing that no control could choose", async (page, site) => {
  await visit(page, site);
  await page.getByRole("radio", { name: "Wire" }).check();
  await ready(page, "Dam spill");
  await page.getByRole("combobox", { name: "Embedded by" }).selectOption("inline");
  await page.getByRole("combobox", { name: "Begin with" }).selectOption("Coast");
  await page.getByRole("combobox", { name: "Theme" }).selectOption("light");
  await page.getByLabel("Corners").fill("20");
  await page.waitForFunction(() => location.hash.includes("20px") && document.getElementById("snippet")?.textContent?.includes("key-points-quotes"));
  const before = await written(page), link = page.url();
  const other = await page.context().newPage();
  await visit(other, site, link.slice(link.indexOf("#")), "Dam spill");
  await other.waitForFunction(() => document.getElementById("snippet")?.textContent?.includes("key-points-quotes"));
  assert.deepEqual(await written(other), before);
  assert.equal(await other.getByLabel("Corners").inputValue(), "20");
  await other.close();
  const third = await page.context().newPage();
  await visit(third, site, "#quotes=99&theme=%22%3E%3Cimg%20src%3Dx%3E&--key-points-accent=url(//evil.example)&--key-points-radius=9999px&onload=1&article=none&way=none&width=1px");
  assert.equal(new URL(third.url()).hash, "");
  assert.ok((await written(third)).html.startsWith("<key-points></key-points>"));
});

test("a look that is hard to read is said to be", async (page, site) => {
  for (const preset of ["Broadsheet", "Tabloid", "Coast", "Night"]) {
    await visit(page, site);
    await page.getByRole("combobox", { name: "Begin with" }).selectOption(preset);
    await page.waitForFunction(() => document.getElementById("styles")?.textContent?.includes("--key-points-muted"));
    assert.equal(await page.locator("#warnings").innerText(), "", preset);
  }
  await page.getByLabel("Muted text").fill("#777777");
  await page.locator("#warnings", { hasText: /^Muted text has a contrast of \d\.\d to 1; 4\.5 is needed\.$/ }).waitFor();
  await page.getByLabel("Passage mark").fill("#404040");
  await page.getByLabel("Passage text").fill("#333333");
  await page.locator("#warnings", { hasText: "A marked passage" }).waitFor();
});

test("the languages with speakers and denials are those of the engine", async (page, site) => {
  await visit(page, site);
  await page.getByText("Paste or drop one").click();
  const text = { pl: "Most zamknięty\n\nMost w Porcie jest zamknięty od poniedziałku z powodu prac, które potrwają do piątku.\n\n„Most pozostanie zamknięty do piątku, bo nie jest bezpieczny”, powiedziała burmistrz Anna Nowak w poniedziałek.",
    de: "Brücke gesperrt\n\nDie Brücke in Hafenstadt ist seit Montag wegen Bauarbeiten gesperrt, die bis Freitag dauern.\n\n„Die Brücke bleibt bis Freitag gesperrt, weil sie nicht sicher ist“, sagte Bürgermeisterin Anna Neumann am Montag." };
  for (const [tag, hidden] of /** @type {[keyof typeof text, boolean][]} */ ([["pl", false], ["de", true], ["pl", false]])) {
    await page.getByLabel("HTML or text of an article").fill(text[tag]);
    await page.getByRole("button", { name: "Make the card" }).click();
    await ready(page, text[tag].slice(0, text[tag].indexOf("\n")));
    assert.equal(await page.locator("#language-note").isHidden(), hidden, tag);
  }
  assert.match(await page.locator("#language-note").innerText(), /in Polish yet/);
  const page_ = readFileSync(new URL("../page/demo.mjs", import.meta.url), "utf8");
  const said = /const voiced = \[([^\]]*)\]/.exec(page_)?.[1].match(/\w+/g)?.sort();
  const known = readdirSync(lang).filter((tag) => existsSync(new URL(tag + "/grammar.txt", lang)) && /^speakers/m.test(readFileSync(new URL(tag + "/grammar.txt", lang), "utf8").replaceAll(/\s+/g, "\n")));
  assert.deepEqual(said, [...known, "en"].sort());
});
