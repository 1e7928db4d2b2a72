/**
 * Fills a folder for npm from the widget's sources and the built engine:
 *
 *   node wasm/widget/npm/build.mjs [FOLDER]     dist/npm by default
 */
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const to = process.argv[2] ?? join(root, "dist", "npm");
const modules = ["element", "card", "fold", "follow", "labels", "lead", "local", "on-demand", "passage", "reason", "scroll", "source", "spot", "way-back", "engine", "wasi"].map((name) => name + ".mjs");
/** What only the package has: see there. */
const own = ["package.json", "files.mjs", "define.mjs", "define.d.mts", "attributes.d.mts", "esbuild.mjs", "esbuild.d.mts", "custom-elements.json"];
/** Entries that define the element and tell a framework's types of it. */
const frameworks = ["react", "preact", "vue", "svelte"];

await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
const copies = [
  ...modules.map((name) => ["wasm/widget/" + name, name]),
  ...[...own, ...frameworks.map((name) => name + ".d.mts")].map((name) => ["wasm/widget/npm/" + name, name]),
  ...["styles.d.mts", "worker-script.d.mts"].map((name) => ["wasm/widget/" + name, name]),
  ["wasm/widget/README.md", "README.md"],
  ["wasm/widget/card.css", "card.css"],
  ["dist/engine.wasm", "engine.wasm"],
  ["LICENSE", "LICENSE"],
];
for (const [from, name] of copies) await copyFile(join(root, from), join(to, name));
// The lists of languages, and a module that names each file in full, as bundlers have to see them.
/** @type {{languages: Record<string, string>}} */ const { languages } = await import(pathToFileURL(join(root, "dist/build.mjs")).href);
await mkdir(join(to, "languages"));
for (const [tag, lists] of Object.entries(languages)) await writeFile(join(to, "languages", tag + ".txt"), lists);
await writeFile(join(to, "languages.mjs"), `/** Where the word lists of languages besides English are: in this package, or beside another engine.wasm. */
import { engineAddress, placed } from "./files.mjs";

/** By language, such as "de". @typedef {Record<string, {address: string, integrity: string}>} Lists */

const own = () => ({
${Object.keys(languages).map((tag) => `  ${tag}: new URL("./languages/${tag}.txt", import.meta.url).href,\n`).join("")}});

/** @param {string} engine URL of engine.wasm  @returns {Lists} */
export const listsBeside = (engine) => Object.fromEntries(Object.entries(own()).map(([tag, href]) =>
  [tag, { address: engine === engineAddress("") ? placed(href) : new URL(\`languages/\${tag}.txt\`, engine).href, integrity: "" }]));
`);
// What the engine is made of besides this project, and how it may be passed on.
const engine = { cwd: root, encoding: /** @type {const} */ ("utf8"), env: { ...process.env, GOOS: "wasip1", GOARCH: "wasm" } };
const goroot = execFileSync("go", ["env", "GOROOT"], engine).trim();
const dependencies = execFileSync("go", ["list", "-deps", "-f", "{{with .Module}}{{if .Version}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./wasm"], engine).trim().split("\n");
const licences = [["Go's runtime and standard library", goroot], ...[...new Set(dependencies.filter(Boolean))].sort().map((line) => line.split("\t"))];
const texts = licences.map(async ([name, folder]) => {
  const file = (await readdir(folder)).find((f) => /^licen[cs]e/i.test(f));
  if (!file) throw new Error(`${name} has no licence in ${folder}`);
  return `## ${name}\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
});
await writeFile(join(to, "LICENSES.md"), "# Licences of what engine.wasm is made of\n\n" + (await Promise.all(texts)).join("\n"));
// The engine's Worker is one script, as in the build; here nothing pins what belongs together.
/** @param {string} text */
const unpinned = (text) => text.replace(/__INTEGRITY_[a-z.-]+__/g, "");
const parts = await Promise.all(["wasi", "engine", "engine-worker"].map((name) => readFile(join(root, "wasm/widget", name + ".mjs"), "utf8")));
const script = `(() => {\n"use strict";\n${unpinned(parts.join("\n").replace(/^import .*;$|^export /gm, ""))}})();\n`;
await writeFile(join(to, "worker-script.mjs"), `export const workerScript = ${JSON.stringify(script)};\n`);
const labels = await readFile(join(root, "wasm/internal/lang/labels.tsv"), "utf8");
await writeFile(join(to, "labels-text.mjs"), `export default ${JSON.stringify(labels.replace(/^#.*\n/gm, ""))};\n`);
for (const name of frameworks) await writeFile(join(to, name + ".mjs"), `export * from "./define.mjs";\n`);
const styles = await Promise.all(["card.css", "element.css"].map((name) => readFile(join(root, "wasm/widget", name), "utf8")));
await writeFile(join(to, "styles.mjs"), `export const styles = ${JSON.stringify(styles.join("").replace(/\/\*[^]*?\*\//g, ""))};\n`);
execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--declaration", "--emitDeclarationOnly", "--allowJs", "--checkJs", "--strict", "--skipLibCheck",
  "--target", "es2024", "--module", "nodenext", "--lib", "es2024,dom,dom.iterable", "--types", "", "--outDir", to, ...[...modules, "files.mjs", "labels-text.mjs", "languages.mjs"].map((name) => join(to, name))], { stdio: "inherit" });
console.log(to);
