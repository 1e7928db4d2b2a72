/**
 * Where cards are kept: this isolate's memory, the data center's Cache API, and KV,
 * which all data centers share. A tier that fails is a tier that has nothing: the
 * card is then made again.
 */
import { build } from "../dist/build.mjs";
import { digest } from "./key.mjs";

/** Bytes of bodies that are kept in memory. */
const MAX_MEMORY = 8 << 20;
/** Seconds after which the tiers themselves forget an entry. */
const KEPT = 604800;
/** Milliseconds that a reader waits for a tier: making a card takes no longer. */
const MAX_WAIT = 2_000;

/**
 * @typedef {object} Entry an answer of the API
 * @property {number} status
 * @property {Record<string, string>} headers those that clients see
 * @property {Uint8Array} body
 * @property {number} stored milliseconds since 1970 when it was made or found unchanged
 * @property {Record<string, string>} known the publisher's validators
 * @property {string} [edits] which of the newsroom's edits it was made with
 * @property {string} [timing] Server-Timing of the request that made it; not kept
 */
/** @typedef {import("./key.mjs").Key} Key */

export class Store {
  /** @type {Map<string, {key: Key, entry: Entry}>} in the order of their last use */
  #memory = new Map();
  #size = 0;

  /** @param {Key} key */
  recall(key) {
    const kept = this.#memory.get(key.name);
    if (!kept) return undefined;
    this.#memory.delete(key.name);
    this.#memory.set(key.name, kept);
    return kept.entry;
  }

  /**
   * @param {Key} key
   * @param {Entry} entry
   */
  remember(key, entry) {
    this.#forget(key.name);
    this.#memory.set(key.name, { key, entry });
    this.#size += entry.body.length + 1000;
    for (const name of this.#memory.keys()) {
      if (this.#size <= MAX_MEMORY) break;
      this.#forget(name);
    }
  }

  /** @param {string} name */
  #forget(name) {
    const kept = this.#memory.get(name);
    if (!kept) return;
    this.#memory.delete(name);
    this.#size -= kept.entry.body.length + 1000;
  }

  /**
   * Looks in the Cache API, then in KV. What KV has is put into the data center's cache
   * too: the next isolate need not pay for reading KV.
   * @param {Key} key
   * @param {any} env
   * @param {any} ctx
   * @returns {Promise<Entry | undefined>}
   */
  async find(key, env, ctx) {
    const names = await namesOf(key);
    let entry = await attempt("cache", () => soon(fromCache(names.url)));
    if (!entry) {
      entry = await attempt("kv", () => soon(fromKV(env, names.kv)));
      if (entry) ctx.waitUntil(attempt("cache", toCache(names.url, entry)));
    }
    const newer = this.recall(key); // made while we looked
    if (newer && newer.stored >= (entry?.stored ?? 0)) return newer;
    if (entry) this.remember(key, entry);
    return entry;
  }

  /**
   * Keeps an entry in every tier; one that is a problem not in KV.
   * @param {Key} key
   * @param {Entry} entry
   * @param {any} env
   */
  async keep(key, entry, env) {
    this.remember(key, entry);
    const names = await namesOf(key);
    const { body, about } = parts(entry);
    await Promise.all([
      attempt("cache", toCache(names.url, entry)),
      entry.status === 200 && env.CARDS && attempt("kv", () => env.CARDS.put(names.kv, body, { expirationTtl: KEPT, metadata: fitting(about) })),
    ]);
  }

  /**
   * The names of a page's cards in KV.
   * @param {string} page
   * @param {any} env
   * @returns {Promise<string[]>}
   */
  async #inKV(page, env) {
    /** @type {string[]} */ const names = [];
    if (!env.CARDS) return names;
    const prefix = await prefixOf(page);
    let cursor;
    do {
      const list = /** @type {any} */ (await env.CARDS.list({ prefix, cursor }));
      for (const { name } of list.keys) names.push(name);
      cursor = list.list_complete ? undefined : list.cursor;
    } while (cursor);
    return names;
  }

  /**
   * Removes every card of a page from memory, KV, and this data center's cache.
   * Elsewhere the Cache API keeps them until they are no longer fresh. It throws where
   * KV fails, since the publisher then has to ask again.
   * @param {string} page
   * @param {any} env
   * @returns {Promise<number>} how many cards KV and memory had
   */
  async purge(page, env) {
    /** @type {Set<string>} */ const urls = new Set();
    for (const { key } of [...this.#memory.values()]) {
      if (key.page !== page) continue;
      this.#forget(key.name);
      urls.add((await namesOf(key)).url);
    }
    /** @type {unknown} */ let failure;
    try {
      for (const name of await this.#inKV(page, env)) {
        urls.add(cacheURL(name));
        await env.CARDS.delete(name);
      }
    } catch (e) {
      failure = e; // after what can be done without KV is done
    }
    for (const url of urls) await attempt("cache", () => caches.default.delete(url));
    if (failure) throw failure;
    return urls.size;
  }
}

/**
 * What KV takes beside an entry: 1,024 bytes. Of a publisher with huge validators
 * the card is kept and the validators are not.
 * @param {Omit<Entry, "body" | "timing">} about
 */
function fitting(about) {
  return new TextEncoder().encode(JSON.stringify(about)).length <= 1024 ? about : { ...about, known: {} };
}

/** @param {string} page */
const prefixOf = async (page) => `card:${build}:${await digest(page)}:`;

/** @param {string} kv */
const cacheURL = (kv) => `https://cards.invalid/${kv.replaceAll(":", "/")}`;

/** @type {WeakMap<Key, {kv: string, url: string}>} */
const namesByKey = new WeakMap();

/** @param {Key} key */
async function namesOf(key) {
  let names = namesByKey.get(key);
  if (!names) {
    const kv = (await prefixOf(key.page)) + (await digest(`${key.options} ${key.accept}`));
    namesByKey.set(key, names = { kv, url: cacheURL(kv) });
  }
  return names;
}

/** What is kept of an entry: its body, and the rest. @param {Entry} entry */
function parts({ body, timing: _, ...about }) {
  return { body, about };
}

/**
 * Puts an entry into the data center's cache.
 * @param {string} url
 * @param {Entry} entry
 */
function toCache(url, entry) {
  const { body, about } = parts(entry);
  const headers = { "Cache-Control": `public, max-age=${entry.status === 200 ? KEPT : 60}`, "Keypoints-Entry": JSON.stringify(about) };
  return () => caches.default.put(url, new Response(body, { headers }));
}

/** @param {string} url @returns {Promise<Entry | undefined>} */
async function fromCache(url) {
  const response = await caches.default.match(url);
  const about = response?.headers.get("Keypoints-Entry");
  if (!response || !about) return undefined;
  return entryOf(JSON.parse(about), await response.arrayBuffer());
}

/** @param {any} env @param {string} name @returns {Promise<Entry | undefined>} */
async function fromKV(env, name) {
  if (!env.CARDS) return undefined;
  const { value, metadata } = await env.CARDS.getWithMetadata(name, "arrayBuffer");
  return value && metadata ? entryOf(metadata, value) : undefined;
}

/**
 * An entry as a tier has it. One that could not be served is none: a status that has no
 * body or is no answer of the API, headers that are none, a time that has not come yet,
 * in which it would stay fresh.
 * @param {any} about
 * @param {ArrayBuffer} value
 * @returns {Entry}
 */
function entryOf({ status, headers, known = {}, edits, stored }, value) {
  if (!Number.isInteger(status) || (status !== 200 && (status < 400 || status > 599))) throw new Error(`an entry has the status ${status}`);
  if (typeof stored !== "number" || !(stored > 0 && stored <= Date.now())) throw new Error(`an entry is of ${stored}`);
  for (const list of [headers, known]) {
    if (typeof list !== "object" || list === null || Array.isArray(list) || !Object.values(list).every((v) => typeof v === "string")) throw new Error("an entry has headers of another shape");
    new Headers(list);
  }
  return { status, headers, known, edits, stored, body: new Uint8Array(value) };
}

/**
 * What a tier answers within its time.
 * @template T
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
export async function soon(answer) {
  let timer;
  try {
    return await Promise.race([answer, new Promise((_, reject) => { timer = setTimeout(() => reject(new Error("no answer in time")), MAX_WAIT); })]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @template T
 * @param {string} tier
 * @param {() => Promise<T>} action
 * @returns {Promise<T | undefined>}
 */
async function attempt(tier, action) {
  try {
    return await action();
  } catch (e) {
    console.error(JSON.stringify({ message: "a cache tier failed", tier, error: String(e) }));
    return undefined;
  }
}
