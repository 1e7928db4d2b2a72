/** The rules of the caches, with tiers and an API that fail as the real ones rarely do. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import test from "node:test";

const built = existsSync(new URL("../../dist/build.mjs", import.meta.url));
if (!built && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error("needs dist/build.mjs (make build)");
const { Cards } = built ? await import("../cards.mjs") : {};
const { Busy } = await import("../problem.mjs");
const needs = { skip: built ? false : "needs dist/build.mjs (make build)" };

const broken = async () => { throw new Error("this tier is down"); };
const empty = { match: async () => undefined, put: async () => {}, delete: async () => true };
/** @type {Promise<unknown>[]} */ const background = [];
const ctx = { waitUntil: (/** @type {Promise<unknown>} */ p) => void background.push(p.catch(() => {})) };
const request = new Request("https://cards.example/v1/card?url=https%3A%2F%2Fnews.example%2Fa");

/** Cards whose API answers what api gives. */
function cards(api, tier = empty) {
  /** @type {any} */ (globalThis).caches = { default: tier };
  let asked = 0;
  const pool = { handle: async (r) => { asked++; return answerOf(await api(r, asked)); } };
  const of = new Cards(/** @type {any} */ (pool));
  return { ask: (env = {}) => of.answer(request, new URL(request.url), env, ctx), asked: () => asked };
}
/** @param {Response} response */
const answerOf = async (response) => ({ status: response.status, headers: [...response.headers], body: new Uint8Array(await response.arrayBuffer()) });
const card = (text = "card") => new Response(text, { headers: { "Content-Type": "application/json", ETag: '"1"', "Keypoints-Known-Etag": '"p"' } });

test("cards are made while the cache and KV fail", needs, async (t) => {
  t.mock.method(console, "error", () => {});
  const c = cards(() => card(), { match: broken, put: broken, delete: broken });
  const env = { CARDS: { getWithMetadata: broken, put: broken, list: broken, get: broken } };
  assert.equal(await (await c.ask(env)).text(), "card");
  const second = await c.ask(env);
  assert.match(second.headers.get("Cache-Status") ?? "", /hit/);
  assert.equal(second.headers.get("Keypoints-Known-Etag"), null);
  assert.equal(c.asked(), 1);
});

test("an entry of KV is served without asking the API, and kept in the cache", needs, async () => {
  /** @type {Map<string, Response>} */ const kept = new Map();
  const tier = { match: async (url) => kept.get(url)?.clone(), put: async (url, response) => void kept.set(url, response), delete: async () => true };
  await Promise.all(background); // of the cards before, which would be kept in this tier
  const c = cards(() => card(), tier);
  const metadata = { status: 200, headers: { "Content-Type": "application/json" }, known: {}, stored: Date.now() };
  const r = await c.ask({ CARDS: { getWithMetadata: async () => ({ value: new TextEncoder().encode("from KV").buffer, metadata }) } });
  assert.equal(await r.text(), "from KV");
  assert.equal(c.asked(), 0);
  await Promise.all(background);
  const other = cards(() => card(), tier); // another isolate of the data center
  assert.equal(await (await other.ask({ CARDS: { getWithMetadata: async () => assert.fail("KV is asked again") } })).text(), "from KV");
  assert.equal(other.asked(), 0);
});

test("while the engine fails the last good card is served, and without one the problem", needs, async () => {
  const failure = () => new Response('{"type":"/problems/engine-failed"}', { status: 500, headers: { "Content-Type": "application/problem+json" } });
  const c = cards((_, n) => (n === 1 ? card() : failure()));
  const env = { FRESH_SECONDS: "0", STALE_SECONDS: "0" };
  await c.ask(env);
  const r = await c.ask(env);
  assert.equal(r.status, 200);
  assert.match(r.headers.get("Cache-Status") ?? "", /fwd-status=500/);
  assert.equal((await cards(failure).ask(env)).status, 500);
});

test("the API throwing does not hold the key", needs, async () => {
  const c = cards((_, n) => { if (n === 1) throw new Error("the instance broke"); return card(); });
  await assert.rejects(c.ask());
  assert.equal((await c.ask()).status, 200);
});

test("when too many wait, clients are told to come again", needs, async () => {
  const r = await cards(() => { throw new Busy(); }).ask();
  assert.equal(r.status, 503);
  assert.equal(r.headers.get("Retry-After"), "1");
});

test("requests at once share the work, and a failing rate limiter lets them pass", needs, async (t) => {
  t.mock.method(console, "error", () => {});
  const c = cards(() => new Promise((resolve) => setTimeout(() => resolve(card()), 20)));
  const env = { RATE_LIMITER: { limit: broken } };
  const all = await Promise.all(Array.from({ length: 100 }, () => c.ask(env)));
  assert.ok(all.every((r) => r.status === 200));
  assert.equal(c.asked(), 1);
});

test("an entry that could not be served, or is of the future, is none", needs, async (t) => {
  t.mock.method(console, "error", () => {});
  const good = { status: 200, headers: { "Content-Type": "application/json" }, known: {}, stored: Date.now() - 1000 };
  for (const wrong of [{ stored: Date.now() + 1e9 }, { stored: Date.now() + 5000 }, { stored: Infinity }, { stored: "1" }, { stored: NaN }, { status: 99 }, { status: 204 }, { status: 304 }, { status: 600 }, { status: "200" }, { status: undefined },
    { headers: { "Bad Name": "x" } }, { headers: { X: "a\r\nSet-Cookie: b=c" } }, { headers: { X: 1 } }, { headers: null }, { headers: "x" }, { headers: [["a", "b"]] }, { known: { "Keypoints-Known-Etag": {} } }, { known: { "x\n": "y" } }]) {
    const metadata = { ...good, ...wrong }, name = JSON.stringify(wrong);
    const c = cards(() => card("made"));
    const kv = { getWithMetadata: async () => ({ value: new TextEncoder().encode("from KV").buffer, metadata }), put: async () => {} };
    assert.equal(await (await c.ask({ CARDS: kv })).text(), "made", name);
    assert.equal(c.asked(), 1, name);
    const tier = { ...empty, match: async () => new Response("from the cache", { headers: { "Keypoints-Entry": JSON.stringify(metadata) } }) };
    assert.equal(await (await cards(() => card("made"), tier).ask()).text(), "made", name);
  }
});

test("a tier that does not answer has nothing", needs, async (t) => {
  t.mock.method(console, "error", () => {});
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const never = () => new Promise(() => {});
  const c = cards(() => card("made"), { ...empty, match: never });
  const answer = c.ask({ CARDS: { getWithMetadata: never, put: async () => {} } });
  // Each tier is asked when the one before has had its 2 s; between them digests are made elsewhere.
  let answered = false;
  answer.finally(() => { answered = true; });
  for (let turn = 1; turn < 200_000 && !answered; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (turn % 20 === 0) t.mock.timers.tick(2_000);
  }
  assert.ok(answered, "no answer");
  assert.equal(await (await answer).text(), "made");
});

test("a failing store of edits fails no card, and lets no edit be forgotten", needs, async (t) => {
  t.mock.method(console, "error", () => {});
  let down = false;
  const put = t.mock.fn(async () => {});
  const kv = { getWithMetadata: async () => ({ value: null, metadata: null }), put, get: async () => { if (down) throw new Error("KV is down"); return null; } };
  const env = { CARDS: kv, EDITS_SECRET: "secret", FRESH_SECONDS: "0" };
  // Without a card one is made, and no other place gets to know it.
  down = true;
  const alone = cards((_, n) => card(`card ${n}`));
  assert.equal(await (await alone.ask(env)).text(), "card 1");
  await Promise.all(background);
  assert.equal(put.mock.callCount(), 0);
  // With one, that is served on: it may have been made with edits.
  down = false;
  const c = cards((_, n) => card(`card ${n}`));
  assert.equal(await (await c.ask(env)).text(), "card 1");
  await Promise.all(background);
  assert.ok(put.mock.callCount() > 0);
  down = true;
  for (let again = 0; again < 3; again++) assert.equal(await (await c.ask(env)).text(), "card 1");
  await Promise.all(background);
  assert.equal(c.asked(), 1);
});

test("a page that the publisher has not changed is read again after its edits have changed", needs, async () => {
  let edits = null;
  /** @type {(string | undefined)[]} */ const known = [];
  const kv = { getWithMetadata: async () => ({ value: null, metadata: null }), put: async () => {}, get: async (/** @type {string} */ name) => (name.startsWith("edits:") ? edits : null) };
  const env = { CARDS: kv, EDITS_SECRET: "secret", FRESH_SECONDS: "0", STALE_SECONDS: "0" };
  /** @type {any} */ (globalThis).caches = { default: empty };
  const of = new Cards(/** @type {any} */ ({ handle: async (_r, _b, _e, _c, /** @type {any} */ validators, /** @type {string} */ given) => { known.push(validators["keypoints-known-etag"]); return answerOf(card(given)); } }));
  const ask = async () => (await of.answer(request, new URL(request.url), env, ctx)).text();
  await ask();
  await ask();
  edits = '{"version":1,"edits":[{"action":"hide","id":"q1"}]}';
  assert.equal(await ask(), edits);
  await ask();
  assert.deepEqual(known, [undefined, '"p"', undefined, '"p"']);
});
