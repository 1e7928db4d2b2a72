import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inWords, sureness } from "../desk/why.mjs";

const read = (/** @type {string} */ name) => readFile(new URL("../../wasm/internal/quote/" + name, import.meta.url), "utf8");

test("each feature of the engine is told in words", async () => {
  // What tells speech from a title is weighed before anybody speaks, and no reason for a speaker.
  const table = (await read("weights.txt")).split("\n").filter((l) => /: -?\d+$/.test(l) && !/^(=|speech: )/.test(l)).map((l) => l.replace(/: -?\d+$/, ""));
  const features = [...(await read("features.go")).matchAll(/\w+: +"([^"]+)"/g)].map((m) => m[1]);
  const ways = [...(await read("ways.go")).matchAll(/^\t\w+: +\{"([^"]+)"/gm)].map((m) => "way: " + m[1]);
  assert.ok(table.length > 60 && features.length > 15 && ways.length > 20, `${table.length} ${features.length} ${ways.length}`);
  assert.deepEqual([...table, ...features, ...ways].filter((name) => inWords(name) === `“${name}”`), []);
});

test("confidence is told in words and figures", () => {
  assert.deepEqual([1, 0.95, 0.9, 0.8, 0.6, 0.1].map(sureness), ["As good as certain, 100%", "Very sure, 95%", "Sure, 90%", "Fairly sure, 80%", "Unsure, 60%", "A guess, 10%"]);
});
