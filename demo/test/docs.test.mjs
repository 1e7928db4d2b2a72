/**
 * What the documents show runs: every code block as it is pasted, in a clean copy of the
 * project, against the real server, workerd, wrangler and Chromium.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { article, launching } from "../../wasm/widget/test/harness.mjs";
import { bundle, start } from "../../worker/test/load/workerd.mjs";
import { blocksOf, documents, linksOf, names, pathsOf, read, root } from "./docs/blocks.mjs";
import { clone, consumer, demo, file } from "./docs/clone.mjs";
import { Site } from "./docs/site.mjs";

const ready = existsSync(root + "dist/bundle/entry.js") && existsSync(root + "wasm/widget/npm/examples/node_modules") && launching.executablePath;
const why = "needs dist/bundle (make build), Chromium, and npm ci in wasm/widget/npm/examples";
if (!ready && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error(why);
const options = { skip: ready ? false : why };
const run = promisify(execFile);

/** @type {ReturnType<typeof clone>} */ let copy;
/** @type {Awaited<ReturnType<typeof demo>>} */ let server;
/** @type {Awaited<ReturnType<typeof start>>} */ let worker;
/** @type {Site} */ let site;
/** @type {string} */ let theirs;
before(async () => {
  if (!ready) return;
  copy = clone();
  const story = article.replace("<!-- head -->", "").replace("<!-- card -->", "");
  for (const name of ["article.html", "page.html", "wasm/keypoints/testdata/pages/my-page.html"]) writeFileSync(join(copy.at, name), story);
  copyFileSync(root + "demo/page/samples/seed.txt", join(copy.at, "article.txt"));
  writeFileSync(join(copy.at, "articolo.html"), `<html lang="it"><title>Ponte chiuso</title><article><h1>Ponte chiuso</h1><p>Il ponte di Porto Alto è chiuso da lunedì per i lavori.</p><p>«Il ponte resta chiuso fino a venerdì», ha detto il sindaco Anna Vidali.</p></article>`);
  writeFileSync(join(copy.at, "edits.json"), `{"version": 1, "edits": [{"id": "q7f3k2m9a", "action": "hide"}]}`);
  [server, worker] = await Promise.all([demo(copy), start(bundle(), { DEVELOPMENT: "true", PURGE_SECRET: "secret", EDITS_SECRET: "secret" })]);
  mkdirSync(join(copy.at, "public"));
  writeFileSync(join(copy.at, "public/index.html"), story.replace("</h1>", "</h1><!-- key-points -->"));
  theirs = consumer(copy);
  writeFileSync(join(theirs, "story.html"), story);
  writeFileSync(join(theirs, "main.js"), `import "key-points-element/define";\n`);
  site = await Site.open(server.address, story);
});
after(async () => {
  await site?.close();
  server?.stop();
  await worker?.stop();
  copy?.remove();
});

/** A text with the addresses of the examples made real ones. @param {string} text @param {string} endpoint */
const real = (text, endpoint) => text
  .replaceAll(/https:\/\/cards\.(news\.)?example(\.com)?|https:\/\/keypoints\.<your-subdomain>\.workers\.dev|http:\/\/127\.0\.0\.1:8787/g, endpoint)
  .replaceAll("https://news.example/story", site.origin + "/story").replaceAll("https%3A%2F%2Fnews.example%2Fstory", encodeURIComponent(site.origin + "/story"));

const blocks = documents.flatMap(blocksOf);
/** Runs a function on every block of a language. @param {string} language @param {(block: import("./docs/blocks.mjs").Block) => Promise<void>} check */
const each = (language, check) => {
  for (const block of blocks.filter((b) => b.language === language)) test(`${block.file}:${block.line} ${language}`, options, () => check(block));
};

test("every block says its language, and each language is tested", () => {
  const tested = ["sh", "go", "js", "php", "tsx", "html", "css", "json", "toml", "text"];
  assert.deepEqual(blocks.filter((b) => !tested.includes(b.language)).map((b) => `${b.file}:${b.line} ${b.language}`), []);
});

for (const name of documents) test(`${name}: every file that it names exists`, () => {
  const links = linksOf(name).filter((link) => !existsSync(join(root, dirname(name), link)));
  const paths = pathsOf(name).filter((path) => !names(path));
  assert.deepEqual([...links, ...paths], []);
});

each("sh", async ({ file, text }) => {
  const { code, said } = await copy.run(real(text, file === "worker/README.md" ? `http://127.0.0.1:${worker.port}` : server.address));
  assert.equal(code, 0, said);
});

each("go", async ({ text }) => {
  mkdirSync(join(copy.at, "mine"), { recursive: true });
  writeFileSync(join(copy.at, "mine/main.go"), text);
  const { stdout } = await run("go", ["run", "./mine"], { cwd: copy.at });
  assert.match(stdout, /Key points/);
});

each("js", async ({ file, text }) => {
  if (!/^import /m.test(text)) return site.script(text);
  const folder = text.includes("key-points-element") ? theirs : copy.at;
  writeFileSync(join(folder, "pasted.mjs"), text);
  const { stdout } = await run(process.execPath, ["pasted.mjs"], { cwd: folder, env: { ...process.env, KEY_POINTS_ENDPOINT: server.address + "/v1/" } });
  if (text.includes("console.log")) assert.match(stdout, /speaker|Ana Vidal/, file);
});

each("php", async ({ text }) => {
  const php = await run("php", ["-r", text], { cwd: copy.at, env: { ...process.env, KEY_POINTS_ENDPOINT: server.address + "/v1/" } }).catch((error) => error);
  if (php.code === "ENOENT") return; // recipes.test.mjs tells that there is none
  assert.match(php.stdout, /Ana Vidal/, php.stderr);
});

each("tsx", async ({ text }) => {
  writeFileSync(join(theirs, "pasted.tsx"), text);
  const tsc = join(theirs, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [tsc, "--noEmit", "--strict", "--skipLibCheck", "--jsx", "react-jsx", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2024", "--lib", "es2024,dom,dom.iterable", "pasted.tsx"], { cwd: theirs })
    .catch((error) => assert.fail(error.stdout));
});

each("html", async ({ text }) => {
  const markup = await (await fetch(`${server.address}/v1/card?format=html`, { method: "POST", headers: { "Content-Type": "text/html" }, body: site.story })).text();
  await site.embed(real(text.replace(/<!-- the answer of [^>]*format=html -->/, () => markup), site.cards), { expect: /<key-points|embed\.js/.test(text) });
});

each("css", ({ text }) => site.css(text));

each("text", async ({ text }) => {
  if (text.includes("script-src")) await site.embed(`<key-points mode="local"></key-points><script async src="${site.cards}/v1/embed.js"></script>`, { expect: true, policy: real(text, site.cards).replaceAll("\n", " ") });
});

const described = JSON.parse(file("worker/api/openapi.json"));
each("json", async ({ text }) => {
  const shown = JSON.parse(text);
  const schema = shown.article ? "Card" : shown.edits ? "Edits" : assert.fail("no schema for " + text);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "https://api/", ...described });
  const valid = ajv.compile({ $ref: `https://api/#/components/schemas/${schema}` });
  assert.ok(valid(JSON.parse(text.replaceAll("#:~:text=", "#:~:text="))), JSON.stringify(valid.errors));
  if (schema !== "Card") return;
  const answer = await fetch(`${server.address}/v1/card?quotes=1&denials=1&url=${encodeURIComponent(shown.article.url)}`, { method: "POST", headers: { "Content-Type": "text/plain" }, body: readFileSync(root + "demo/page/samples/seed.txt") });
  same(shown, await answer.json(), "");
});

/** Whether what is shown is what is answered; "…" stands for words. @param {any} shown @param {any} real @param {string} at */
function same(shown, real, at) {
  if (shown === null || typeof shown !== "object") {
    if (typeof shown === "string" && shown.includes("…")) return assert.ok(String(real).startsWith(shown.split("…")[0].trim()), `${at}: ${shown}, but ${real}`);
    if (/\.(confidence|engine)$/.test(at)) return assert.equal(typeof shown, typeof real, at);
    return assert.equal(shown, real, at);
  }
  assert.deepEqual(Object.keys(shown), Object.keys(real ?? {}), at);
  for (const key of Object.keys(shown)) same(shown[key], real[key], `${at}.${key}`);
}

each("toml", async ({ text }) => {
  const known = file("node_modules/wrangler/config-schema.json") + file("worker/README.md");
  for (const [, key] of text.matchAll(/^(\w+) =/gm)) assert.ok(known.includes(`"${key}"`) || known.includes("| `" + key + "`"), key);
});

test("a batch answers with the type and the lines that README shows", options, async () => {
  const body = `{"html": "<h1>Pier shut</h1><p>“The pier is closed until it is safe,” said Ana Vidal.</p>"}\n{"text": ""}\n`;
  const answer = await fetch(`${server.address}/v1/cards`, { method: "POST", headers: { "Content-Type": "application/x-ndjson" }, body });
  assert.match(answer.headers.get("content-type") ?? "", /^application\/x-ndjson/);
  const lines = (await answer.text()).trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ index, card, problem }) => [index, Boolean(card), problem?.type]), [[0, true, undefined], [1, false, "/problems/empty"]]);
});

test("the thresholds of README are the card's own", () => {
  const engine = file("wasm/keypoints/keypoints.go");
  const [quote, denial] = ["leastQuote", "leastDenial"].map((name) => new RegExp(`${name} += ([\\d.]+)`).exec(engine)?.[1]);
  const readme = read("README.md");
  assert.ok(readme.includes(`a quote from ${quote} on and a denial from ${denial} on`) && readme.includes(`${quote} for a quote's speaker, ${denial} for a denial`), `${quote} and ${denial}`);
});
