/**
 * Fills a folder for npm from the widget's sources and the built engine:
 *
 *   node wasm/widget/npm/build.mjs [FOLDER]     dist/npm by default
 */
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const to = process.argv[2] ?? join(root, "dist", "npm");
const modules = ["element", "card", "labels", "local", "on-demand", "passage", "source", "engine", "wasi"].map((name) => name + ".mjs");

await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
const copies = [
  ...modules.map((name) => ["wasm/widget/" + name, name]),
  ...["package.json", "define.mjs", "define.d.mts", "custom-elements.json"].map((name) => ["wasm/widget/npm/" + name, name]),
  ...["styles.d.mts", "worker-script.d.mts"].map((name) => ["wasm/widget/" + name, name]),
  ["wasm/widget/README.md", "README.md"],
  ["wasm/widget/card.css", "card.css"],
  ["wasm/internal/lang/labels.tsv", "labels.tsv"],
  ["dist/engine.wasm", "engine.wasm"],
  ["LICENSE", "LICENSE"],
];
for (const [from, name] of copies) await copyFile(join(root, from), join(to, name));
// The engine's Worker is one script, as in the build; here nothing pins what belongs together.
/** @param {string} text */
const unpinned = (text) => text.replace(/__INTEGRITY_[a-z.-]+__/g, "");
const parts = await Promise.all(["wasi", "engine", "engine-worker"].map((name) => readFile(join(root, "wasm/widget", name + ".mjs"), "utf8")));
const script = `(() => {\n"use strict";\n${unpinned(parts.join("\n").replace(/^import .*;$|^export /gm, ""))}})();\n`;
await writeFile(join(to, "worker-script.mjs"), `export const workerScript = ${JSON.stringify(script)};\n`);
await writeFile(join(to, "labels.mjs"), unpinned(await readFile(join(to, "labels.mjs"), "utf8")));
const styles = await Promise.all(["card.css", "element.css"].map((name) => readFile(join(root, "wasm/widget", name), "utf8")));
await writeFile(join(to, "styles.mjs"), `export const styles = ${JSON.stringify(styles.join("").replace(/\/\*[^]*?\*\//g, ""))};\n`);
execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--declaration", "--emitDeclarationOnly", "--allowJs", "--checkJs", "--strict", "--skipLibCheck",
  "--target", "es2024", "--module", "nodenext", "--lib", "es2024,dom,dom.iterable", "--types", "", "--outDir", to, ...modules.map((name) => join(to, name))], { stdio: "inherit" });
console.log(to);
