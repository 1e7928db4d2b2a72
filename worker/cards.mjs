/**
 * GET /v1/card: cards from the caches, and the rules of when a card is made again.
 *
 * A card is fresh for FRESH_SECONDS. For STALE_SECONDS more it is served while one
 * background request makes it again, and for ERROR_SECONDS while the publisher or we
 * fail. Concurrent requests for one card wait for the same work. Problems are kept
 * briefly, so that a wrong link on a front page does not reach the publisher at every
 * view.
 */
import { NONE, editsOf, tagOf } from "./edits.mjs";
import { note } from "./history.mjs";
import { tooMany } from "./limit.mjs";
import { keyOf } from "./key.mjs";
import { isProblem, responseOf } from "./message.mjs";
import { Store } from "./store.mjs";
import { Busy, problem, shared } from "./problem.mjs";

/** @typedef {import("./store.mjs").Entry} Entry */
/** @typedef {import("./key.mjs").Key} Key */

/** Milliseconds that a problem is kept: of the page or address; of the publisher's server. */
const PROBLEM_KEPT = 60_000, FAILURE_KEPT = 10_000;

/** Milliseconds that a request waits for another's work; the other may have been dropped. */
const MAX_WAIT = 10_000;

/** Characters of a publisher's validator that is kept: KV takes 1,024 bytes beside an entry. */
const MAX_VALIDATOR = 200;

/**
 * Slots of an array that each hit makes and drops. workerd destroys what requests leave
 * behind when V8's young generation is full, after 7,000 of them, and all requests wait
 * 80 ms. With 64 KB more of a hit that is done after some 250 and takes little: at 2,000 hits a
 * second the 99th percentile falls from 154 ms to 8, for 0.004 ms of CPU a hit.
 */
const SPARE = 16_000;

/** Addresses whose keys are kept, and the longest in characters. */
const MAX_KEYS = 500, MAX_ADDRESS = 2_500;

const CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800";

export class Cards {
  #pool;
  #store = new Store();
  /** @type {Map<string, {work: Promise<Entry>, began: number}>} work under way */
  #making = new Map();
  /** @type {Map<string, Key>} by the address and Accept header that were asked */
  #keys = new Map();
  /** @type {unknown[]} */ spare = [];

  /** @param {import("./pool.mjs").Pool} pool */
  constructor(pool) {
    this.#pool = pool;
  }

  /**
   * The answer to a request whose card is fresh in memory, at once: no address is
   * parsed and nothing is waited for. Each URL that is parsed, and each promise, costs
   * not only its time but also the garbage collector's, which stops all requests.
   * @param {Request} request
   * @param {any} env
   * @returns {Response | undefined} undefined where answer() has to look further
   */
  hit(request, env) {
    if (request.method !== "GET") return undefined;
    const key = this.#keys.get(`${request.headers.get("Accept") ?? ""} ${request.url}`);
    const entry = key && this.#store.recall(key);
    if (!entry || stateOf(entry, env) !== "fresh") return undefined;
    this.spare = new Array(SPARE);
    return respond(request, entry, "hit");
  }

  /**
   * @param {URL} url
   * @param {string} accept
   */
  #keyOf(url, accept) {
    const key = keyOf(url, accept), address = `${accept} ${url.href}`;
    if (key && address.length <= MAX_ADDRESS) {
      if (this.#keys.size >= MAX_KEYS) this.#keys.delete(/** @type {string} */ (this.#keys.keys().next().value));
      this.#keys.set(address, key);
    }
    return key;
  }

  /**
   * @param {Request} request GET or HEAD
   * @param {URL} url
   * @param {any} env
   * @param {any} ctx
   */
  async answer(request, url, env, ctx) {
    const key = this.#keyOf(url, request.headers.get("Accept") ?? "");
    if (!key) {
      const asked = bare(request.url, { method: request.method, accept: request.headers.get("Accept") });
      return (await tooMany(request, env)) ?? responseOf(await this.#pool.handle(asked, null, env, ctx));
    }
    let entry = this.#store.recall(key);
    let state = entry ? stateOf(entry, env) : "none";
    if (!entry || state === "expired") {
      // What another request has made meanwhile is in memory.
      entry = (await this.#store.find(key, env, ctx)) ?? this.#store.recall(key) ?? entry;
      state = entry ? stateOf(entry, env) : "none";
    }
    if (entry && state === "fresh") return respond(request, entry, "hit");
    if (entry && state === "stale") {
      if (!this.#making.has(key.name)) ctx.waitUntil(this.#make(key, entry, env, ctx).catch(() => {}));
      return respond(request, entry, "hit; fwd=stale; collapsed");
    }
    if (!this.#making.has(key.name)) {
      const refusal = await tooMany(request, env);
      if (refusal) return refusal;
    }
    try {
      const made = await this.#make(key, entry, env, ctx);
      if (made.status >= 500 && entry && entry.status === 200 && ageOf(entry) < limits(env).error) {
        // Not asked again at every view while the publisher is down.
        this.#store.remember(key, { ...entry, stored: Date.now() - limits(env).stale + FAILURE_KEPT });
        return respond(request, entry, `hit; fwd=stale; fwd-status=${made.status}`);
      }
      return respond(request, made, entry ? "fwd=stale; stored" : "fwd=miss; stored");
    } catch (e) {
      if (e instanceof Busy) return entry?.status === 200 ? respond(request, entry, "hit; fwd=stale") : problem("overloaded", { "Retry-After": "1" });
      throw e;
    }
  }

  /**
   * Makes a card, or joins the request that is making it.
   * @param {Key} key
   * @param {Entry | undefined} old
   * @param {any} env
   * @param {any} ctx
   * @returns {Promise<Entry>}
   */
  #make(key, old, env, ctx) {
    const underWay = this.#making.get(key.name);
    if (underWay && Date.now() - underWay.began < MAX_WAIT) return patiently(underWay.work);
    const work = this.#ask(key, old, env, ctx).finally(() => {
      if (this.#making.get(key.name)?.work === work) this.#making.delete(key.name);
    });
    this.#making.set(key.name, { work, began: Date.now() });
    // Others may wait for it when the client that caused it is gone.
    ctx.waitUntil(work.catch(() => {}));
    return work;
  }

  /**
   * @param {Key} key
   * @param {Entry | undefined} old
   * @param {any} env
   * @param {any} ctx
   * @returns {Promise<Entry>}
   */
  async #ask(key, old, env, ctx) {
    const url = `https://api.invalid/v1/card?${new URLSearchParams({ url: key.page })}${key.options ? "&" + key.options : ""}`;
    let edits = NONE, sure = true;
    // Without the edits a card shows what an editor has hidden, so it is made and kept only
    // where there is no other, and not for long.
    const failed = (/** @type {unknown} */ e) => {
      console.error(JSON.stringify({ message: "the store of edits failed", error: String(e) }));
      [edits, sure] = [NONE, false];
      if (old?.status !== 200 || ageOf(old) >= limits(env).error) return undefined;
      const entry = { ...old, stored: Date.now() - limits(env).fresh + FAILURE_KEPT };
      this.#store.remember(key, entry);
      return entry;
    };
    try {
      edits = await editsOf(key.page, env);
    } catch (e) {
      const kept = failed(e);
      if (kept) return kept;
    }
    let tag = await tagOf(edits);
    const known = old?.status === 200 && (old.edits ?? "") === tag ? old.known : {};
    const ask = () => this.#pool.handle(bare(url, { accept: key.accept }), null, env, ctx, known, edits);
    let response = await ask();
    if (edits !== NONE && isProblem(response, "bad-edits")) {
      const kept = failed("it holds what are no edits");
      if (kept) return kept;
      tag = await tagOf(edits);
      response = await ask();
    }
    if (response.status === 304 && old) {
      const entry = { ...old, stored: Date.now() };
      ctx.waitUntil(this.#store.keep(key, entry, env));
      return entry;
    }
    /** @type {Entry} */
    const entry = { status: response.status, headers: {}, known: {}, edits: tag, body: response.body, stored: Date.now() };
    for (const [name, value] of response.headers) {
      if (name.startsWith("keypoints-known-")) {
        if (value.length <= MAX_VALIDATOR) entry.known[name] = value;
      } else if (name === "server-timing") {
        entry.timing = value;
      } else if (name !== "content-length" && name !== "cache-control") {
        if (!isShared(name)) entry.headers[name] = value;
      }
    }
    if (!sure && entry.status === 200) entry.stored -= limits(env).fresh - FAILURE_KEPT;
    if (entry.status === 200) ctx.waitUntil(sure ? this.#store.keep(key, entry, env) : Promise.resolve(this.#store.remember(key, entry)));
    if (entry.status === 200 && entry.headers["content-type"]?.startsWith("application/json")) ctx.waitUntil(note(key, entry.body, edits, env));
    else if (!old || old.status !== 200 || entry.status < 500) this.#store.remember(key, entry);
    return entry;
  }

  /**
   * Makes the default card of a page before its first reader comes.
   * @param {string} page
   * @param {any} env
   * @param {any} ctx
   * @returns {Promise<number>} the status
   */
  async warm(page, env, ctx) {
    const key = keyOf(new URL(`https://api.invalid/v1/card?${new URLSearchParams({ url: page })}`), "");
    if (!key) return 400;
    return (await this.#make(key, await this.#store.find(key, env, ctx), env, ctx)).status;
  }

  /**
   * @param {string} page
   * @param {any} env
   */
  purge(page, env) {
    return this.#store.purge(page, env);
  }
}

/**
 * Waits for another request's work, within bounds.
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
async function patiently(work) {
  let timer;
  try {
    return await Promise.race([work, new Promise((_, reject) => { timer = setTimeout(() => reject(new Busy()), MAX_WAIT); })]);
  } finally {
    clearTimeout(timer);
  }
}

/** The times of a deployment in milliseconds. @param {any} env */
function limits(env) {
  const fresh = seconds(env.FRESH_SECONDS, 300), stale = fresh + seconds(env.STALE_SECONDS, 86400);
  return { fresh, stale, error: fresh + seconds(env.ERROR_SECONDS, 604800) };
}

/** @param {string | undefined} text @param {number} byDefault */
function seconds(text, byDefault) {
  const n = Number(text);
  return 1000 * (text && n >= 0 ? n : byDefault);
}

/** @param {Entry} entry */
const ageOf = (entry) => Date.now() - entry.stored;

/**
 * @param {Entry} entry
 * @param {any} env
 */
function stateOf(entry, env) {
  const age = ageOf(entry), { fresh, stale } = limits(env);
  if (entry.status !== 200) return age < (entry.status < 500 ? PROBLEM_KEPT : FAILURE_KEPT) ? "fresh" : "expired";
  return age < fresh ? "fresh" : age < stale ? "stale" : "expired";
}

/**
 * A request to the API that carries nothing but what is named here.
 * @param {string} url
 * @param {{method?: string, accept?: string | null}} about
 * @returns {import("./message.mjs").Asked}
 */
function bare(url, { method = "GET", accept }) {
  return { url, method, headers: accept ? [["Accept", accept]] : [] };
}

/** @type {Set<string>} */
const sharedNames = new Set(Object.keys(shared).map((name) => name.toLowerCase()));

/** Whether every response has a header, so that no entry need hold it. @param {string} name */
const isShared = (name) => sharedNames.has(name);

/** @type {WeakMap<Entry, {headers: Headers, status: string, age: number}>} the headers of the last answer with an entry */
const heads = new WeakMap();

/**
 * The headers of an answer. They change once a second, and a front page's readers come
 * more often: with a copy less for each a hit takes 0.08 rather than 0.09 ms.
 * @param {Entry} entry
 * @param {string} status for the Cache-Status header (RFC 9211)
 */
function headersOf(entry, status) {
  const age = Math.max(0, Math.floor(ageOf(entry) / 1000)), last = heads.get(entry);
  if (last && last.status === status && last.age === age) return last.headers;
  const headers = new Headers({ ...shared, ...entry.headers, "Cache-Status": `keypoints; ${status}`, "Cache-Control": "no-store" });
  if (entry.status === 200) {
    headers.set("Cache-Control", CACHE_CONTROL);
    headers.set("Age", String(age));
  }
  if (entry.timing && status.startsWith("fwd=")) headers.set("Server-Timing", entry.timing);
  heads.set(entry, { headers, status, age });
  return headers;
}

/**
 * @param {Request} request
 * @param {Entry} entry
 * @param {string} status
 */
function respond(request, entry, status) {
  const headers = headersOf(entry, status);
  const asked = request.headers.get("If-None-Match");
  if (asked && entry.status === 200 && matches(asked, headers.get("ETag"))) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : entry.body, { status: entry.status, headers });
}

/**
 * Whether an If-None-Match header names an entity tag (RFC 9110, section 13.1.2).
 * @param {string} asked
 * @param {string | null} tag
 */
const matches = (asked, tag) => asked.split(",").some((t) => t.trim() === "*" || (tag !== null && t.trim().replace(/^W\//, "") === tag));
