/** The Worker in workerd while its Cache API and KV answer every request with an error. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import test from "node:test";
import { cardPath, publisher } from "./load/page.mjs";
import { bundle, start } from "./load/workerd.mjs";

const built = existsSync(new URL("../../dist/bundle/entry.js", import.meta.url));
if (!built && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error("needs dist/bundle (make build)");
const needs = { skip: built ? false : "needs dist/bundle (make build)" };

for (const tiers of /** @type {const} */ ([true, "failing"])) {
  test(`cards are made, kept in memory and purged with tiers that ${tiers === true ? "work" : "fail"}`, needs, async (t) => {
    let asked = 0;
    const site = await publisher((_, response) => {
      asked++;
      response.writeHead(200, { "Content-Type": "text/html" }).end("<title>Harbor bridge reopens</title><article><h1>Harbor bridge reopens</h1><p>The harbor bridge of Port Ellery reopened on Monday after two years of repairs.</p></article>");
    });
    /** @type {string[]} */ const log = [];
    const worker = await start(bundle(), { DEVELOPMENT: "true", PURGE_SECRET: "s" }, { tiers, onLog: (line) => log.push(line) });
    t.after(async () => {
      await worker.stop();
      site.close();
    });
    const ask = () => fetch(`http://127.0.0.1:${worker.port}${cardPath(`${site.url}/story`)}`);
    const first = await ask();
    assert.equal(first.status, 200);
    const card = await first.text();
    assert.match(card, /Harbor bridge reopens/);
    for (let i = 0; i < 3; i++) assert.equal(await (await ask()).text(), card);
    assert.equal(asked, 1);
    const purge = await fetch(`http://127.0.0.1:${worker.port}/v1/purge?url=${encodeURIComponent(`${site.url}/story`)}`, { method: "POST", headers: { Authorization: "Bearer s" } });
    assert.equal(purge.status, tiers === true ? 200 : 500, await purge.text()); // the hook has to come again
    assert.equal(await (await ask()).text(), card);
    assert.equal(asked, 2);
    assert.equal(log.some((line) => line.includes("a cache tier failed")), tiers !== true);
  });
}
