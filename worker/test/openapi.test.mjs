/**
 * openapi.json is valid OpenAPI 3.1, and what the Worker answers in workerd is what it
 * describes: path, method, status, media type, and the body by its schema, in which no
 * property may be undescribed.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test, { after, before } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { publisher } from "./load/page.mjs";
import { bundle, start } from "./load/workerd.mjs";

const document = JSON.parse(readFileSync(new URL("../api/openapi.json", import.meta.url), "utf8"));
const built = existsSync(new URL("../../dist/bundle/entry.js", import.meta.url));
if (!built && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error("needs dist/bundle (make build)");
const needs = { skip: built ? false : "needs dist/bundle (make build)" };

test("the document is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  assert.deepEqual(await validator.validate(structuredClone(document)), { valid: true });
  assert.equal(validator.version, "3.1");
});

/** A copy of the document whose objects allow the properties alone that they describe. */
const strict = structuredClone(document);
(function close(node) {
  if (node?.type === "object" && node.properties && node.additionalProperties === undefined) node.additionalProperties = false;
  if (node && typeof node === "object") Object.values(node).forEach(close);
})(strict.components.schemas);
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ $id: "https://api/", ...strict });
/** @param {...string} path */
const validatorOf = (...path) => ajv.compile({ $ref: `https://api/#/${path.map((p) => encodeURIComponent(p.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}` });

const article = `<!doctype html><html lang=en><head><title>Harbor bridge reopens</title><meta property="og:image" content="https://news.example/bridge.jpg"><meta name=author content="Ann Lee">
<meta property="article:published_time" content="2026-11-20T08:00:00Z"></head><body><article><h1>Harbor bridge reopens</h1><p>The harbor bridge of Port Ellery reopened on Monday after two years of repairs.</p>
<p>“The bridge is safe,” said Nora Whitfield, the city engineer, “and it will stay safe for sixty years.”</p><p>“We never doubted the repairs of this bridge, not for a day,” she said.</p>
<p>The builder, Calder Works, denied that it had used cheaper steel.</p><p>Mayor Tom Hale declined to comment.</p></article></body></html>`;

/** @type {Awaited<ReturnType<typeof start>>} */ let worker;
/** @type {Awaited<ReturnType<typeof publisher>>} */ let site;
before(async () => {
  if (!built) return;
  site = await publisher((request, response) => {
    const path = request.url ?? "";
    if (path === "/reset") return void response.destroy();
    if (path === "/missing") return void response.writeHead(404).end();
    if (path === "/image") return void response.writeHead(200, { "Content-Type": "image/png" }).end("x");
    response.writeHead(200, { "Content-Type": "text/html" }).end(path === "/list" ? "<title>x</title>" : article);
  });
  worker = await start(bundle(), { DEVELOPMENT: "true", PURGE_SECRET: "secret", EDITS_SECRET: "secret" });
});
after(async () => {
  await worker?.stop();
  site?.close();
});

/**
 * @param {string} path as in the document
 * @param {string} query
 * @param {RequestInit} init
 * @param {number} status
 */
async function holds(path, query, init, status) {
  const name = `${init.method ?? "GET"} ${path}${query}`;
  const response = await fetch(`http://127.0.0.1:${worker.port}${path.replace("{name}", "empty")}${query}`, { redirect: "manual", ...init });
  const body = await response.text(), method = (init.method ?? "get").toLowerCase();
  assert.equal(response.status, status, `${name}: ${body.slice(0, 200)}`);
  const described = document.paths[path][method].responses[status];
  assert.ok(described, `${name}: status ${status} is not described`);
  for (const header of Object.keys(described.headers ?? {})) {
    if (header !== "Cache-Status" && header !== "Server-Timing") assert.ok(response.headers.get(header), `${name}: no ${header}`);
  }
  if (!described.content) return void assert.equal(body, "", name);
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0];
  assert.ok(described.content[type], `${name}: ${type} is not described`);
  const validate = validatorOf("paths", path, method, "responses", String(status), "content", type, "schema");
  const values = type === "application/x-ndjson" ? body.trim().split("\n").map((l) => JSON.parse(l)) : [type.endsWith("json") ? JSON.parse(body) : body];
  for (const value of values) assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value).slice(0, 500)}`);
  if (type === "application/problem+json") {
    const { type: problem, status: told } = JSON.parse(body);
    assert.equal(told, status, name);
    assert.ok(described.description.includes(problem.slice("/problems/".length)), `${name}: ${problem} is not described with ${status}`);
  }
}

/** @param {string} type @param {string | Uint8Array} body @returns {RequestInit} */
const posted = (type, body) => ({ method: "POST", headers: { "Content-Type": type }, body: /** @type {BodyInit} */ (body) });
const json = (/** @type {unknown} */ value) => posted("application/json", JSON.stringify(value));
const everything = "quotes=all&denials=all&include=body,quotes,article,no-comment,edits";

test("cards of posted pages are as described", needs, async () => {
  for (const query of ["", `?${everything}`, "?quotes=0&denials=0", "?format=html", "?format=page&lang=de", "?format=jsonld", "?format=markdown", "?url=https://news.example/a", "?notice=none", "?notice=Picked%20by%20software&policy=https://news.example/policy"]) {
    await holds("/v1/card", query, posted("text/html", article), 200);
  }
  await holds("/v1/card", "", posted("text/plain", "Bridge reopens\n\nThe bridge is open, the city said."), 200);
  await holds("/v1/card", `?${everything}`, json({ html: article, url: "https://news.example/a" }), 200);
  for (const accept of ["text/html", "application/ld+json", "text/markdown"]) {
    await holds("/v1/card", "", { ...posted("text/html", article), headers: { "Content-Type": "text/html", Accept: accept } }, 200);
  }
});

test("cards of fetched pages are as described, and so are their problems", needs, async () => {
  const of = (/** @type {string} */ page) => `?url=${encodeURIComponent(page)}`;
  for (const more of ["", `&${everything}`, "&format=html", "&format=page", "&format=jsonld", "&format=markdown"]) {
    for (let again = 0; again < 2; again++) await holds("/v1/card", of(`${site.url}/a`) + more, {}, 200);
  }
  const { headers } = await fetch(`http://127.0.0.1:${worker.port}/v1/card${of(`${site.url}/a`)}`);
  await holds("/v1/card", of(`${site.url}/a`), { headers: { "If-None-Match": headers.get("ETag") ?? "" } }, 304);
  await holds("/v1/card", "", {}, 400);
  await holds("/v1/card", `${of(`${site.url}/a`)}&quotes=1000`, {}, 400);
  await holds("/v1/card", of("https://evil.example/"), {}, 403);
  await holds("/v1/card", of(`${site.url}/missing`), {}, 404);
  await holds("/v1/card", of(`${site.url}/a`), { headers: { Accept: "image/png" } }, 406);
  await holds("/v1/card", of(`${site.url}/image`), {}, 415);
  await holds("/v1/card", of(`${site.url}/list`), {}, 422);
  await holds("/v1/card", of(`${site.url}/reset`), {}, 502);
});

test("problems of posted pages are as described", needs, async () => {
  for (const [status, init, query = ""] of /** @type {[number, RequestInit, string?][]} */ ([
    [400, posted("text/html", "")], [400, json([1])], [400, posted("text/html", article), "?format=pdf"], [400, posted("text/html", article), "?url=javascript:1"],
    [406, { ...posted("text/html", article), headers: { "Content-Type": "text/html", Accept: "image/png" } }], [413, posted("text/html", "<p>x".repeat(2 << 20))],
    [415, posted("image/png", "x")], [415, posted("text/html", "\0\x01\x02".repeat(100))], [422, posted("text/html", "<div>".repeat(10_000))], [422, posted("text/html", "<title>x</title>")],
  ])) await holds("/v1/card", query, init, status);
});

test("the other addresses answer as described", needs, async () => {
  const lines = [JSON.stringify({ html: article }), "no json", JSON.stringify({ text: "" })].join("\n");
  await holds("/v1/cards", `?${everything}`, posted("application/x-ndjson", lines), 200);
  await holds("/v1/cards", "?format=html", posted("application/x-ndjson", lines), 400);
  await holds("/v1/cards", "", posted("text/html", lines), 415);
  const purge = (/** @type {string} */ secret) => ({ method: "POST", headers: { Authorization: `Bearer ${secret}` } });
  await holds("/v1/purge", `?url=${encodeURIComponent(`${site.url}/a`)}`, purge("secret"), 200);
  await holds("/v1/purge", "?url=ftp://x", purge("secret"), 400);
  await holds("/v1/purge", `?url=${encodeURIComponent(`${site.url}/a`)}`, purge("wrong"), 401);
  const of = `?url=${encodeURIComponent(`${site.url}/edited`)}`, headers = { Authorization: "Bearer secret" }, some = '{"version":1,"edits":[{"action":"off"}]}';
  for (const method of ["GET", "PUT", "DELETE"]) await holds("/v1/edits", of, { method, ...(method === "PUT" && { body: some }) }, 401);
  await holds("/v1/edits", of, { headers }, 200);
  await holds("/v1/edits", of, { headers, method: "PUT", body: some }, 200);
  await holds("/v1/edits", of, { headers, method: "PUT", body: "{}" }, 400);
  await holds("/v1/edits", of, { headers: { ...headers, "If-Match": '"other"' }, method: "PUT", body: some }, 412);
  await holds("/v1/card", of, {}, 422);
  await holds("/v1/edits", of, { headers: { ...headers, "If-Match": '"other"' }, method: "DELETE" }, 412);
  await holds("/v1/edits", of, { headers, method: "DELETE" }, 204);
  await holds("/v1/edits", "?url=x", { headers }, 400);
  await holds("/v1/history", `?url=${encodeURIComponent(`${site.url}/a`)}`, { headers }, 200);
  await holds("/v1/history", `?url=${encodeURIComponent(`${site.url}/a`)}&format=html`, { headers }, 200);
  await holds("/v1/history", `?url=${encodeURIComponent(`${site.url}/a`)}`, { headers: { ...headers, Accept: "text/html,*/*;q=0.8" } }, 200);
  await holds("/v1/history", `${of}&format=pdf`, { headers }, 400);
  await holds("/v1/history", of, {}, 401);
  await holds("/v1/edits", "", {}, 200);
  await holds("/v1/edits", "", { headers }, 200);
  await holds("/oembed", `?url=${encodeURIComponent(`${site.url}/a`)}`, {}, 200);
  await holds("/oembed", "?url=x", {}, 400);
  await holds("/oembed", "?url=https://evil.example/", {}, 403);
  await holds("/oembed", `?format=xml&url=${encodeURIComponent(`${site.url}/a`)}`, {}, 501);
  await holds("/healthz", "", {}, 200);
  await holds("/openapi.json", "", {}, 200);
  await holds("/problems/{name}", "", {}, 200);
});
