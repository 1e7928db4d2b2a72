/**
 * Measures engine.wasm in this Node against the way of way.mjs, and prints one line
 * of JSON. The arguments are the project's folder, a folder of pages, a folder of
 * made pages (100KB.html, 1MB.html, 5MB.html), and how many rounds to run.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { article } from "./article.mjs";
import { card } from "./way.mjs";

const [root, folder, made, rounds] = process.argv.slice(2);
const { Engine } = await import(pathToFileURL(join(root, "wasm/widget/engine.mjs")).href);
const { languages } = await import(pathToFileURL(join(root, "dist/build.mjs")).href);
const pages = readdirSync(folder).filter((n) => n.endsWith(".html")).sort().map((n) => readFileSync(join(folder, n)));

/** CPU time of this process in ms, V8's helper threads too, while f runs. @param {() => unknown} f */
function cpu(f) {
  const before = process.cpuUsage();
  f();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
const median = (/** @type {number[]} */ a) => a.toSorted((x, y) => x - y)[a.length >> 1];
const say = (/** @type {string} */ text) => process.stderr.write(`  ${text}\n`);

const bytes = readFileSync(join(root, "dist/engine.wasm"));
const begun = performance.now();
const module = await WebAssembly.compile(bytes);
const compile = performance.now() - begun;
const options = { url: "https://news.example/2022/03/15/story", contentType: "text/html; charset=utf-8" };
const middle = readFileSync(join(made, "100KB.html"));

/** Time to an instance's first card, wall clock, in ms. */
function first() {
  const start = performance.now();
  new Engine(module).summarize(options, middle);
  return performance.now() - start;
}
const coldStart = first();
const starts = Array.from({ length: 20 }, first).slice(5);
say(`first card of a new instance: ${median(starts).toFixed(0)} ms`);

/** @type {Record<string, number>} */ const memory = {};
for (const size of ["100KB", "1MB", "5MB"]) {
  const engine = new Engine(module, { maxMemory: Infinity });
  const page = readFileSync(join(made, size + ".html"));
  engine.summarize(options, page);
  memory[size] = engine.memory;
  for (let i = 0; i < 4; i++) engine.summarize(options, page);
  memory[size + " five times"] = engine.memory;
}
say(`memory: ${JSON.stringify(memory)}`);

const engine = new Engine(module);
for (const [tag, lists] of Object.entries(languages)) engine.learn(tag, lists);
const ways = {
  ours: () => { for (const page of pages) engine.summarize(options, page); },
  theirs: () => { for (const page of pages) card(page.toString()); },
  extraction: () => { for (const page of pages) article(page.toString()); },
};
for (const way of Object.values(ways)) way(); // V8 compiles what is hot
/** @type {Record<string, number[]>} */ const spent = { ours: [], theirs: [], extraction: [] };
for (let i = 0; i < Number(rounds); i++) {
  for (const [name, way] of Object.entries(ways)) spent[name].push(cpu(way) / pages.length);
  say(`round ${i + 1} of ${rounds}: ${Object.entries(spent).map(([name, all]) => `${name} ${all[i].toFixed(1)} ms a page`).join(", ")}`);
}
console.log(JSON.stringify({ compile, coldStart, start: median(starts), memory, spent, node: process.version, v8: process.versions.v8 }));
