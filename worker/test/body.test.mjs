/** What the bodies of clients may hold, and for how long. */
import assert from "node:assert/strict";
import test from "node:test";
import { batch } from "../batch.mjs";
import { readBody, release } from "../body.mjs";

const ctx = { waitUntil: (/** @type {Promise<unknown>} */ p) => void p.catch(() => {}) };
const MB = 1 << 20;

/**
 * A request whose body comes by push, until end.
 * @param {string} [client]
 * @param {string} [path]
 */
function sending(client = "", path = "/v1/card") {
  /** @type {ReadableStreamDefaultController<Uint8Array>} */ let to;
  const body = new ReadableStream({ start(c) { to = c; } });
  const request = new Request(`https://x${path}`, { method: "POST", duplex: "half", body, headers: { "Content-Type": "application/x-ndjson", "CF-Connecting-IP": client } });
  return { request, push: (/** @type {Uint8Array | string} */ chunk) => to.enqueue(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk), end: () => to.close() };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test("the body that has held most for longest gives way", async () => {
  const slow = ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"].map((client) => sending(client));
  const answers = slow.map(({ request }) => readBody(request));
  for (const [i, { push }] of slow.entries()) {
    await soon();
    push(new Uint8Array((i === 2 ? 9 : 10) * MB));
  }
  await soon();
  const other = sending("192.0.2.5");
  other.push(new Uint8Array(4 * MB));
  other.end();
  assert.equal((await readBody(other.request)).body?.length, 4 * MB);
  for (const { push, end } of slow) push(new Uint8Array(1)), end();
  assert.deepEqual((await Promise.all(answers)).map((a) => a.failure), ["overloaded", undefined, undefined, undefined]);
  for (const { request } of [...slow, other]) release(request);
});

test("a client has half of the room", async () => {
  const own = [10, 10, 5].map(() => sending("2001:db8::1"));
  const answers = own.map(({ request }) => readBody(request));
  for (const { push } of own) push(new Uint8Array(10 * MB)), await soon();
  const other = sending("2001:db8:1::1");
  other.push(new Uint8Array(10 * MB));
  other.end();
  assert.equal((await readBody(other.request)).failure, undefined);
  for (const { end } of own) end();
  assert.deepEqual((await Promise.all(answers)).map((a) => a.failure), ["overloaded", undefined, undefined]);
  for (const { request } of [...own, other]) release(request);
});

/** A batch whose lines the API answers as it is told. @param {(request: import("../message.mjs").Asked, body: Uint8Array) => Promise<import("../message.mjs").Answer>} handle  @param {Request} request */
const batchOf = (request, handle) => batch(request, new URL(request.url), {}, ctx, /** @type {any} */ ({ handle }));
const card = async () => ({ status: 200, headers: [], body: new TextEncoder().encode("{}") });

test("lines of batches count in what an isolate holds", async () => {
  let go = () => {};
  const held = new Promise((resolve) => { go = () => resolve(undefined); });
  const handle = async (/** @type {unknown} */ _, /** @type {Uint8Array} */ body) => {
    if (body.length > MB) await held;
    return card();
  };
  const senders = Array.from({ length: 5 }, () => sending("", "/v1/cards"));
  const answers = [];
  for (const { request, push, end } of senders) {
    const answer = await batchOf(request, handle);
    push(" ".repeat(10 * MB) + "{}\n");
    end();
    answers.push(answer.text());
    await soon();
  }
  go();
  const texts = await Promise.all(answers);
  assert.deepEqual(texts.map((t) => /overloaded/.test(t)), [false, false, false, false, true]);
  const later = sending("", "/v1/cards");
  later.push(" ".repeat(10 * MB) + "{}\n{}\n");
  later.end();
  assert.equal(await (await batchOf(later.request, card)).text(), '{"index":0,"card":{}}\n{"index":1,"card":{}}\n');
});

test("a line is given back once it is answered, whether or not its client reads", async () => {
  const texts = [];
  for (let i = 0; i < 6; i++) {
    const { request, push, end } = sending("", "/v1/cards");
    const answer = await batchOf(request, card);
    push(" ".repeat(10 * MB) + "{}\n");
    end();
    for (let j = 0; j < 20; j++) await soon();
    texts.push(answer);
  }
  for (const answer of texts) assert.equal(await answer.text(), '{"index":0,"card":{}}\n');
});

test("a line that does not come within 30 s ends its batch, and each line has that time", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const { request, push } = sending("", "/v1/cards");
  const text = (await batchOf(request, card)).text();
  for (let i = 0; i < 3; i++) {
    push("{}\n");
    for (let j = 0; j < 10; j++) await turn();
    t.mock.timers.tick(20_000);
  }
  push("{");
  for (let j = 0; j < 10; j++) await turn();
  t.mock.timers.tick(30_000);
  const lines = (await text).trim().split("\n");
  assert.equal(lines.length, 4);
  assert.match(lines[3], /^\{"index":3,"problem":\{"type":"\/problems\/request-timeout"/);
});
