/**
 * Runs engine.wasm on the pages that come on standard input, each as four bytes of its
 * size (little-endian) and its bytes, and prints for each a line of JSON: ms of CPU, bytes
 * of the instance's memory, and the answer's type. The arguments are the project's folder
 * and the engine, by default that of make engine.
 */
import { readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [root, path = join(root, "dist/engine.wasm")] = process.argv.slice(2);
const { Engine } = await import(pathToFileURL(join(root, "wasm/widget/engine.mjs")).href);
const module = await WebAssembly.compile(readFileSync(path));
const options = { url: "https://news.example/2022/03/15/story", contentType: "text/html; charset=utf-8", quotes: "all", denials: "all", include: "body,quotes,article,no-comment" };
const small = Buffer.from("<!doctype html><title>Harbor</title><article><h1>Harbor</h1><p>“It is safe,” said Nora Whitfield, and denied that it was not.</p></article>");

/** The next n bytes of standard input, or null at its end. @param {number} n */
function read(n) {
  const bytes = Buffer.alloc(n);
  for (let at = 0; at < n; ) {
    let got = 0;
    try {
      got = readSync(0, bytes, at, n - at, null);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === "EAGAIN") continue;
      throw error;
    }
    if (got === 0) return null;
    at += got;
  }
  return bytes;
}

for (let head; (head = read(4)); ) {
  const page = read(head.readUInt32LE());
  if (!page) break;
  const engine = new Engine(module, { maxMemory: Infinity }); // an instance's memory never shrinks
  engine.summarize(options, small); // what is loaded once is no cost of the page
  const before = process.cpuUsage();
  let type = "trap", memory = 0;
  try {
    const answer = engine.summarize(options, page);
    type = answer.code === 0 ? "card" : answer.type;
    memory = engine.memory;
  } catch {
    // The engine broke: the type says it.
  }
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ ms: (user + system) / 1000, memory, type }));
}
