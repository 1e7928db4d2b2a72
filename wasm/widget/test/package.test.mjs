import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, symlink, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const widget = join(root, "wasm/widget");
const ready = existsSync(join(root, "dist/engine.wasm")) && existsSync(join(root, "node_modules/typescript"));
if (!ready && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error("needs dist/engine.wasm (make build) and the packages of package-lock.json (npm ci)");
const skip = ready ? false : "needs dist/engine.wasm (make build) and the packages of package-lock.json (npm ci)";

/** @type {string} */ let site;
const folder = () => join(site, "node_modules/key-points-element");
before(async () => {
  if (skip) return;
  site = await mkdtemp(join(tmpdir(), "key-points-"));
  await mkdir(join(site, "node_modules"));
  execFileSync(process.execPath, [join(widget, "npm/build.mjs"), join(site, "package")]);
  await symlink(join(site, "package"), folder());
});
after(() => site && rm(site, { recursive: true }));

test("npm packs the element, the engine, types and the manifest, and no more", { skip }, () => {
  const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder(), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const names = files.map((/** @type {any} */ f) => f.path);
  const wanted = ["LICENSE", "LICENSES.md", "README.md", "attributes.d.mts", "card.css", "custom-elements.json", "engine.wasm", "package.json", ...["de", "es", "fr", "it", "nl", "pt"].map((tag) => `languages/${tag}.txt`)];
  for (const name of ["card", "define", "element", "engine", "esbuild", "files", "fold", "follow", "labels", "labels-text", "languages", "lead", "local", "on-demand", "passage", "preact", "react", "reason", "scroll", "source", "spot", "styles", "svelte", "vue", "wasi", "way-back", "worker-script"]) wanted.push(name + ".mjs", name + ".d.mts");
  assert.deepEqual(names.sort(), wanted.sort());
});

test("every export of the package is there", { skip }, async () => {
  const { exports } = JSON.parse(await readFile(join(folder(), "package.json"), "utf8"));
  for (const target of Object.values(exports).flatMap((e) => (typeof e === "string" ? [e] : Object.values(e)))) assert.ok(existsSync(join(folder(), target.replace("*", "de"))), target);
});

test("the README's ten lines make a card in Node", { skip }, async () => {
  const code = /The engine in Node:\s+```js\n([^`]*)```/.exec(await readFile(join(widget, "README.md"), "utf8"))?.[1] ?? "";
  assert.ok(code && code.trim().split("\n").length <= 10, code);
  await writeFile(join(site, "card.mjs"), code.replace("JSON.parse(text).quotes", "text"));
  await copyFile(join(widget, "test/pages/ferry.html"), join(site, "story.html"));
  const card = JSON.parse(execFileSync(process.execPath, ["card.mjs"], { cwd: site, encoding: "utf8" }));
  assert.equal(card.article.headline, "Council shelves night ferry after captains’ warning");
  assert.ok(card.quotes.length >= 2);
});

test("TypeScript knows the element, its events and the card", { skip }, async () => {
  await writeFile(join(site, "use.mts"), `
    import { KeyPoints } from "key-points-element/define";
    KeyPoints.base = "https://cards.example.com/v1/";
    const element = document.createElement("key-points");
    element.addEventListener("keypoints:ready", (e) => console.log(e.detail.card?.quotes[0].speaker?.name.toUpperCase(), e.detail.mode));
    element.addEventListener("keypoints:navigate", (e) => e.detail.here && e.preventDefault());
    const done: Promise<void> = element.refresh();
    // @ts-expect-error there is no such property
    element.kard;
    void done;`);
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--target", "es2024", "--module", "nodenext", "--lib", "es2024,dom,dom.iterable", "--types", "", "use.mts"], { cwd: site, stdio: "pipe" });
});

test("the manifest names the attributes, properties and parts that the code has", { skip }, async () => {
  const [{ declarations: [element] }] = JSON.parse(await readFile(join(folder(), "custom-elements.json"), "utf8")).modules;
  const code = await readFile(join(widget, "element.mjs"), "utf8") + await readFile(join(widget, "card.mjs"), "utf8");
  const css = await readFile(join(widget, "card.css"), "utf8") + await readFile(join(widget, "element.css"), "utf8") + await readFile(join(widget, "lead.mjs"), "utf8");
  const names = (/** @type {{name: string}[]} */ list) => list.map((e) => e.name).sort();
  const observed = JSON.parse(/observedAttributes = (\[.*?\])/.exec(code)?.[1] ?? "");
  assert.deepEqual(names(element.attributes), [...observed, "theme", "fallback", "patience"].sort());
  assert.deepEqual(names(element.cssProperties), [...new Set(css.match(/--key-points-[a-z-]+/g))].sort());
  const told = code + (await readFile(join(widget, "fold.mjs"), "utf8")), events = [...told.matchAll(/#tell\("([a-z]+)"|CustomEvent\("keypoints:([a-z]+)"/g)].map(([, a, b]) => "keypoints:" + (a ?? b));
  assert.deepEqual(names(element.events), [...new Set(events)].sort());
  const readme = await readFile(join(widget, "README.md"), "utf8");
  for (const { name } of [...element.attributes, ...element.cssProperties, ...element.cssParts, ...element.events]) assert.ok(readme.includes("`" + name + "`"), `${name} in the README`);
});
