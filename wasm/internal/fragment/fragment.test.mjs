/** Text fragments of the test pages' cards in the real Chromium: each leads to its own paragraph. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Engine } from "../../widget/engine.mjs";
import { suite } from "../../widget/test/harness.mjs";

const folder = new URL("../../keypoints/testdata/pages/", import.meta.url);
const module = new URL("../../../dist/engine.wasm", import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(html|txt)$/.test(name));
const test = suite();

/** @param {string} text */
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The article with its paragraphs far apart, so that one is in sight at a time. */
function spread(/** @type {string | null} */ headline, /** @type {string[]} */ paragraphs) {
  const body = paragraphs.map((p) => `<p>${escape(p)}</p>`).join("");
  return `<!doctype html><meta charset=utf-8><style>p { margin: 1500px 0 }</style><h1>${escape(headline ?? "")}</h1>${body}`;
}

test("every item's fragment leads to its paragraph", async (page, site) => {
  assert.ok(existsSync(module), "needs dist/engine.wasm (make build)");
  const engine = await Engine.from(readFileSync(module));
  const { languages } = await import("../../../dist/build.mjs");
  for (const [tag, lists] of Object.entries(languages)) engine.learn(tag, lists);
  let items = 0;
  for (const name of names) {
    const contentType = name.endsWith(".txt") ? "text/plain" : name.includes("1252") ? "text/html; charset=windows-1252" : "text/html";
    const { code, bytes } = engine.summarize({ contentType, include: "body" }, readFileSync(new URL(name, folder)));
    assert.equal(code, 0, name);
    const card = JSON.parse(new TextDecoder().decode(bytes));
    const paragraphs = card.body.split("\n\n");
    site.pages.set("/" + name, { body: spread(card.article.headline, paragraphs), headers: { "content-type": "text/html; charset=utf-8" } });
    for (const item of [...card.quotes, ...card.denials]) {
      const before = [...card.body].slice(0, item.position.start).join("");
      await page.goto("about:blank");
      await page.goto(`${site.origin}/${name}${item.fragment}`);
      const inSight = () => [...document.querySelectorAll("p")].findIndex((p) => p.getBoundingClientRect().bottom > 0 && p.getBoundingClientRect().top < innerHeight);
      await page.waitForFunction(() => scrollY > 0, undefined, { timeout: 5000 });
      assert.equal(await page.evaluate(inSight), before.split("\n\n").length - 1, `${name} ${item.fragment}`);
      items++;
    }
  }
  assert.ok(items > names.length, `only ${items} items`);
});
