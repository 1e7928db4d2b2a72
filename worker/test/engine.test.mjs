import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { Engine, EngineError } from "../../wasm/widget/engine.mjs";
import { readBody, release } from "../body.mjs";
import { page as longPage } from "./load/page.mjs";

const path = new URL("../../dist/engine.wasm", import.meta.url);
const built = existsSync(path);
if (!built && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error("needs dist/engine.wasm (make build)");
const needs = { skip: built ? false : "needs dist/engine.wasm (make build)" };
const page = new TextEncoder().encode("<title>T</title><article><h1>Harbor bridge reopens</h1><p>The harbor bridge of Port Ellery reopened on Monday.</p><p>“The bridge is safe,” said Nora Whitfield, the city engineer.</p></article>");
const text = (answer) => new TextDecoder().decode(answer.bytes);

test("the engine gives a card, its type, and the same bytes again", needs, async () => {
  const engine = await Engine.from(readFileSync(path));
  const first = engine.summarize({ contentType: "text/html" }, page);
  assert.equal(first.code, 0);
  assert.equal(first.type, "application/json; charset=utf-8");
  assert.match(text(first), /Harbor bridge reopens/);
  for (let i = 0; i < 20; i++) assert.equal(text(engine.summarize({ contentType: "text/html" }, page)), text(first));
  assert.match(engine.version, /^\d+\.\d+\.\d+$/);
});

// 市長の佐藤花子氏は「隠すことは何もない」と述べた。 in Shift_JIS, 王㐂 in GB18030 under its old name.
const sjis = "8e7392b782cc8db293a189d48e718e8182cd8175894282b782b182c682cd89bd82e082c882a2817682c68f7182d782bd8142";

test("pages in charsets that the engine has no table for are read too", needs, async () => {
  const engine = await Engine.from(readFileSync(path));
  const body = (label, hex) => {
    const head = `<meta charset=${label}><title>T</title><article><h1>A page</h1><p>It was said on Monday by the mayor: `;
    const answer = engine.summarize({ contentType: "text/html", include: "body" }, Buffer.concat([Buffer.from(head), Buffer.from(hex, "hex")]));
    assert.equal(answer.code, 0, text(answer));
    return JSON.parse(text(answer)).body;
  };
  const want = new TextDecoder("shift_jis").decode(Buffer.from(sjis, "hex"));
  for (const label of ["shift_jis", "x-sjis", "windows-31j"]) assert.ok(body(label, sjis).includes(want), label);
  for (const label of ["gb2312", "gbk", "gb18030"]) assert.ok(body(label, "cdf58139ef31").includes("王㐂"), label);
});

test("it can be made of a response of any type", needs, async () => {
  for (const type of ["application/wasm", "application/octet-stream"]) {
    const engine = await Engine.from(Promise.resolve(new Response(readFileSync(path), { headers: { "content-type": type } })));
    assert.equal(engine.summarize({}, page).code, 0, type);
  }
  await assert.rejects(Engine.from(new Response("", { status: 404 })), /404/);
});

test("an error has a stable name and a message", needs, async () => {
  const engine = await Engine.from(readFileSync(path));
  const empty = engine.summarize({}, new Uint8Array(0));
  assert.deepEqual([empty.code, empty.type], [1, "empty"]);
  assert.ok(text(empty).length > 10);
  assert.equal(engine.summarize({ quotes: "1000" }, page).type, "bad-options");
  assert.equal(engine.summarize({ quotes: 3 }, page).type, "bad-options");
});

test("after an exhausted stack the next page is read by a new instance", needs, async () => {
  const engine = await Engine.from(readFileSync(path));
  const want = text(engine.summarize({}, page));
  // Nested deeply enough that the engine needs more stack than what surrounds it.
  const nested = new TextEncoder().encode(`<article><h1>Harbor bridge reopens</h1>${"<div><b>".repeat(240)}<p>The harbor bridge of Port Ellery reopened on Monday.`);
  assert.equal(engine.summarize({}, nested).code, 0);
  let broke = 0;
  const descend = () => {
    try {
      descend();
    } catch (e) {
      if (broke > 0 || !(e instanceof RangeError)) throw e;
      // The stack is full but for a few frames: Go starts, and has no room.
      try {
        engine.summarize({}, nested);
      } catch (failure) {
        if (failure instanceof EngineError) broke++;
      }
      if (broke === 0) throw e;
    }
  };
  try {
    descend();
  } catch {}
  assert.ok(broke > 0, "the engine never ran out of stack");
  assert.equal(text(engine.summarize({}, page)), want);
});

test("an instance above the memory bound is dropped after its page", needs, async () => {
  const engine = await Engine.from(readFileSync(path), { maxMemory: 1 << 20 });
  const want = text(engine.summarize({}, page));
  assert.equal(engine.memory, 0);
  assert.equal(text(engine.summarize({}, page)), want);
});

const upload = (start) => new Request("https://x/", { method: "POST", duplex: "half", body: new ReadableStream({ start }) });

test("a slow upload ends with request-timeout", async () => {
  assert.deepEqual(await readBody(upload((c) => c.enqueue(new Uint8Array(10))), 50), { body: null, failure: "request-timeout" });
});

test("a body is read whole, and one that is too large is refused", async () => {
  const { body } = await readBody(upload((c) => { c.enqueue(new Uint8Array([1, 2])); c.enqueue(new Uint8Array([3])); c.close(); }));
  assert.deepEqual([...(body ?? [])], [1, 2, 3]);
  const large = await readBody(upload((c) => { for (let i = 0; i < 12; i++) c.enqueue(new Uint8Array(1 << 20)); c.close(); }));
  assert.equal(large.failure, "too-large");
});

test("an isolate holds a bounded sum of bodies, and takes more once they are released", async () => {
  const tenMB = () => upload((c) => { for (let i = 0; i < 10; i++) c.enqueue(new Uint8Array(1 << 20)); c.close(); });
  const requests = Array.from({ length: 6 }, tenMB), failures = [];
  for (const request of requests) failures.push((await readBody(request)).failure);
  assert.deepEqual(failures, [undefined, undefined, undefined, undefined, "overloaded", "overloaded"]);
  for (const request of requests) release(request);
  const later = tenMB();
  assert.equal((await readBody(later)).body?.length, 10 << 20);
  release(later);
});

test("the share of garbage that an instance may hold reaches Go", needs, async () => {
  const held = [];
  for (const garbage of [100, 400]) {
    const engine = await Engine.from(readFileSync(path), { garbage, maxMemory: 1 << 30 });
    for (let i = 0; i < 12; i++) engine.summarize({}, new TextEncoder().encode(longPage));
    held.push(engine.memory);
  }
  assert.ok(held[1] > held[0], String(held));
});
