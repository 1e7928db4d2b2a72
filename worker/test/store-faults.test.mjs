/** The Worker in workerd while the store of edits is slow, fails, lags behind, or holds nonsense. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import test from "node:test";
import { cardPath, publisher } from "./load/page.mjs";
import { bundle, start } from "./load/workerd.mjs";

const built = existsSync(new URL("../../dist/bundle/entry.js", import.meta.url));
if (!built && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error("needs dist/bundle (make build)");
const needs = { skip: built ? false : "needs dist/bundle (make build)" };

const article = `<title>Harbour council votes on ferry</title><article><h1>Harbour council votes on ferry</h1><p>The council of Northport voted on Tuesday to keep the ferry across the bay for another ten years, ending a long dispute over its cost.</p>
<p>“We owe the islands a boat that sails in every weather of the year,” said Ingrid Solheim, the mayor of Northport, after the vote.</p><p>“The money would have paid for a bridge within a single decade,” said Omar Reyes, who leads the opposition in the council.</p></article>`;

/** KV as workerd asks for it over HTTP, which does as it is told. */
async function store() {
  /** @type {Map<string, {body: Buffer, metadata: string | undefined}>} */ const kept = new Map();
  const kv = { kept, does: /** @type {"works" | "fails" | "hangs" | "lags"} */ ("works"), address: "", close: () => {} };
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://kv"), name = decodeURIComponent(url.pathname.slice(1));
    if (kv.does === "hangs") return;
    if (kv.does === "fails") return void response.writeHead(500).end();
    const lags = kv.does === "lags" && name.startsWith("edits:");
    if (request.method === "PUT") {
      if (!lags) kept.set(name, { body: Buffer.concat(chunks), metadata: /** @type {string | undefined} */ (request.headers["cf-kv-metadata"]) });
      return void response.end();
    }
    if (request.method === "DELETE") return void (lags || kept.delete(name), response.end());
    if (!name) return void response.end(JSON.stringify({ keys: [...kept.keys()].filter((k) => k.startsWith(url.searchParams.get("prefix") ?? "")).map((k) => ({ name: k })), list_complete: true }));
    const entry = kept.get(name);
    if (!entry) return void response.writeHead(404).end();
    response.writeHead(200, entry.metadata ? { "CF-KV-Metadata": entry.metadata } : {}).end(entry.body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  kv.address = `127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  kv.close = () => (server.closeAllConnections(), server.close());
  return kv;
}

/** @param {import("node:test").TestContext} t */
async function newsroom(t) {
  const kv = await store(), site = await publisher((_, response) => void response.writeHead(200, { "Content-Type": "text/html" }).end(article));
  /** @type {string[]} */ const log = [];
  // Each request makes its card anew.
  const worker = await start(bundle(), { DEVELOPMENT: "true", EDITS_SECRET: "s", FRESH_SECONDS: "0", STALE_SECONDS: "0" }, { kv: kv.address, onLog: (line) => log.push(line) });
  t.after(async () => {
    await worker.stop();
    site.close();
    kv.close();
  });
  const of = (/** @type {string} */ path) => `${site.url}${path}`;
  return {
    kv, log, nameOf: (/** @type {string} */ path) => `edits:${createHash("sha256").update(of(path)).digest("hex").slice(0, 32)}`,
    /** @param {string} path  @param {number} [port] @returns {Promise<any>} */
    card: async (path, port = worker.port) => {
      const response = await fetch(`http://127.0.0.1:${port}${cardPath(of(path))}`);
      return { status: response.status, ...(await response.json()) };
    },
    /** @param {string} path  @param {RequestInit} [init]  @param {number} [port] */
    edits: (path, init = {}, port = worker.port) => fetch(`http://127.0.0.1:${port}/v1/edits?url=${encodeURIComponent(of(path))}`, { ...init, headers: { Authorization: "Bearer s", ...init.headers } }),
    elsewhere: worker.ports["kv-reader"],
  };
}

/** @param {any} id */
const hiding = (id) => JSON.stringify({ version: 1, edits: [{ id, action: "hide" }] });

for (const does of /** @type {const} */ (["fails", "hangs"])) {
  test(`where the store ${does}, cards are served as they were, or made without edits, and no edit is taken for saved`, needs, async (t) => {
    const { kv, card, edits, elsewhere, nameOf, log } = await newsroom(t);
    const { id } = (await card("/a")).quotes[0];
    assert.equal((await edits("/a", { method: "PUT", body: hiding(id) })).status, 200);
    const hidden = (/** @type {any} */ c) => c.status === 200 && c.edited === true && !c.quotes.some((/** @type {any} */ q) => q.id === id);
    assert.ok(hidden(await card("/a")));
    assert.ok(hidden(await card("/a", elsewhere)));
    kv.kept.set(nameOf("/b"), { body: Buffer.from(hiding(id)), metadata: undefined });
    const before = [...kv.kept.keys()].sort();

    kv.does = does;
    const [there, other, fresh, put, get, remove] = await Promise.all([card("/a"), card("/a", elsewhere), card("/b"),
      edits("/c", { method: "PUT", body: hiding(id) }), edits("/a", {}, elsewhere), edits("/a", { method: "DELETE" }, elsewhere)]);
    assert.ok(hidden(there), "what an editor hid came back");
    assert.ok(hidden(other), "what an editor hid came back elsewhere");
    assert.deepEqual([fresh.status, fresh.edited, fresh.quotes.length], [200, false, 2], "no card without the store");
    for (const response of [put, get, remove]) {
      assert.equal(response.status, 503);
      assert.ok(response.headers.get("Retry-After"));
      assert.equal((await response.json()).type, "/problems/store-failed");
    }
    assert.ok(log.some((line) => line.includes("the store of edits failed")));

    kv.does = "works";
    assert.deepEqual([...kv.kept.keys()].sort(), before, "a card without its edits was kept");
    assert.deepEqual(await (await edits("/c")).json(), { version: 1, edits: [] }, "an edit that was refused is there");
    assert.ok(hidden(await card("/b", elsewhere)));
  });
}

test("where the store lags behind, who saved sees what was saved, and overwrites nobody", needs, async (t) => {
  const { kv, card, edits } = await newsroom(t);
  const { quotes } = await card("/a"), tag = (await edits("/a")).headers.get("ETag") ?? "";
  kv.does = "lags";
  const saved = await edits("/a", { method: "PUT", body: hiding(quotes[0].id), headers: { "If-Match": tag } });
  assert.equal(saved.status, 200);
  assert.equal(await (await edits("/a")).text(), hiding(quotes[0].id));
  assert.equal((await card("/a")).quotes.length, 1);
  // What the store still has is not what is there.
  assert.equal((await edits("/a", { method: "PUT", body: hiding(quotes[1].id), headers: { "If-Match": tag } })).status, 412);
  assert.equal((await edits("/a", { method: "PUT", body: hiding(quotes[1].id), headers: { "If-Match": saved.headers.get("ETag") ?? "" } })).status, 200);
  assert.equal((await card("/a")).quotes[0].id, quotes[0].id);
});

test("where the store holds what are no edits, the card is made without them", needs, async (t) => {
  const { kv, card, nameOf, log } = await newsroom(t);
  for (const [i, nonsense] of ["{", "null", '{"version":9,"edits":[]}', "\u0000\u0001", '{"version":1,"edits":[{"action":"erase"}]}'].entries()) {
    kv.kept.set(nameOf(`/${i}`), { body: Buffer.from(nonsense), metadata: undefined });
    const made = await card(`/${i}`);
    assert.deepEqual([made.status, made.quotes?.length, made.edited], [200, 2, false], nonsense);
  }
  assert.ok(log.some((line) => line.includes("the store of edits failed")));
});
