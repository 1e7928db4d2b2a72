/**
 * The Worker's entry: answers from the caches, keeps one warm engine for the isolate,
 * and runs the API (worker.wasm) for the rest.
 */
import { languages } from "../dist/build.mjs";
import engineModule from "../dist/fast-engine.wasm";
import { Engine } from "../wasm/widget/engine.mjs";
import { batch } from "./batch.mjs";
import { drain, readBody, release } from "./body.mjs";
import { Cards } from "./cards.mjs";
import { edits } from "./edits.mjs";
import { exchange } from "./fetch.mjs";
import { history } from "./history.mjs";
import { loggedClient, policyOf, tooMany } from "./limit.mjs";
import { responseOf } from "./message.mjs";
import { Pool } from "./pool.mjs";
import { Busy, problem } from "./problem.mjs";
import { purge } from "./purge.mjs";
import { consume, readSitemaps } from "./warm.mjs";

// Garbage of some pages is collected at once (the engine takes no more than 400 for it, see
// wasm/internal/collector).
const engine = new Engine(engineModule, { garbage: 400 });
for (const [tag, lists] of Object.entries(languages)) engine.learn(tag, lists);

const pool = new Pool({
  fetch: exchange,
  /** @this {{edits: string}} the host of worker.wasm's instance, with the edits of its request */
  summarize(options, page) {
    try {
      return engine.summarize({ ...(this.edits && { edits: this.edits }), ...JSON.parse(options) }, page);
    } catch (e) {
      return { failure: String(e) };
    }
  },
});

const cards = new Cards(pool);

/** What is wrong with edits, as the engine reads them, or "". @param {string} text */
function wrongEdits(text) {
  const { type, bytes } = engine.summarize(/** @type {any} */ ({ edits: text }), new Uint8Array(0));
  return type === "bad-edits" ? new TextDecoder().decode(bytes) : "";
}

/**
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 * @param {any} ctx
 * @returns {Promise<Response>}
 */
async function answer(request, url, env, ctx) {
  if (url.pathname === "/v1/card" && (request.method === "GET" || request.method === "HEAD")) return cards.answer(request, url, env, ctx);
  if (url.pathname === "/v1/edits") return edits(request, url, env, cards, wrongEdits);
  if (url.pathname === "/v1/history") return history(request, url, env);
  if (url.pathname === "/v1/purge") return (await tooMany(request, env)) ?? purge(request, url, env, cards);
  if (url.pathname === "/v1/cards" && request.method === "POST") return batch(request, url, env, ctx, pool);
  const refusal = await tooMany(request, env);
  if (refusal) {
    await drain(request);
    return refusal;
  }
  try {
    const { body, failure } = await readBody(request);
    if (failure) return problem(failure, failure === "overloaded" ? { "Retry-After": "1" } : {});
    return responseOf(await pool.handle(request, body, env, ctx));
  } finally {
    release(request);
  }
}

export default {
  /**
   * @param {Request} request
   * @param {any} env
   * @param {any} ctx
   */
  fetch(request, env, ctx) {
    return (env.LOG !== "all" && cards.hit(request, env)) || serve(request, env, ctx);
  },

  /**
   * Cron: new articles of the publisher's sitemaps.
   * @param {any} _event
   * @param {any} env
   * @param {any} ctx
   */
  async scheduled(_event, env, ctx) {
    await readSitemaps(env, cards, ctx);
  },

  /**
   * The queue of articles whose cards are to be made.
   * @param {any} batch
   * @param {any} env
   * @param {any} ctx
   */
  async queue(batch, env, ctx) {
    await consume(batch, env, ctx, cards);
  },
};

/**
 * Answers what is no hit in memory; whatever breaks becomes a problem.
 * @param {Request} request
 * @param {any} env
 * @param {any} ctx
 */
async function serve(request, env, ctx) {
  const url = new URL(request.url), start = Date.now();
  let response;
  try {
    response = await answer(request, url, env, ctx);
  } catch (e) {
    response = e instanceof Busy ? problem("overloaded", { "Retry-After": "1" }) : problem("internal");
    if (!(e instanceof Busy)) console.error(JSON.stringify({ message: "request failed", path: url.pathname, error: String(e) }));
  }
  const cache = response.headers.get("Cache-Status") ?? "";
  if (env.RATE_LIMITER && url.pathname.startsWith("/v1/") && !cache.includes("; hit")) response.headers.set("RateLimit-Policy", policyOf(env));
  if (!cache.includes("; hit") || env.LOG === "all") log(request, url, response, cache, Date.now() - start);
  return response;
}

/**
 * One line for a request: no text of an article, no full address of a client. What a
 * cache answered is left out unless LOG is "all", or a front page's traffic would be
 * mostly logging. wasm_mb is what the engine and the idle instances of the API hold.
 * @param {Request} request
 * @param {URL} url
 * @param {Response} response
 * @param {string} cache
 * @param {number} ms
 */
function log(request, url, response, cache, ms) {
  let page;
  try {
    page = new URL(url.searchParams.get("url") ?? "").hostname;
  } catch {}
  console.log(JSON.stringify({ method: request.method, path: url.pathname, status: response.status, page, cache, ms, client: loggedClient(request), wasm_mb: Math.round((engine.memory + pool.memory) / 2 ** 20) }));
}
