/**
 * Makes cards before their first reader comes: cron reads the publisher's sitemaps
 * and feeds (SITEMAPS), puts the addresses of new and changed articles into the queue,
 * and the queue's consumer makes their default cards.
 */
import { exchange } from "./fetch.mjs";
import { canonical, digest } from "./key.mjs";
import { textOf } from "./message.mjs";

/** Articles that one run takes from one sitemap, and sitemaps that an index may name. */
const MAX_ARTICLES = 100, MAX_SITEMAPS = 10;
/** Bytes of a sitemap or feed, and milliseconds it may take. */
const MAX_SIZE = 5 << 20, MAX_TIME = 10_000;
/** Seconds that an address counts as known. */
const KNOWN = 604800;

/** What holds an address, and the fields that are read of it. */
const ENTRIES = new Set(["url", "sitemap", "item", "entry"]);
const FIELDS = new Set(["loc", "link", "lastmod", "updated", "pubDate"]);

/**
 * The addresses in a sitemap, news sitemap, RSS or Atom feed, each with what says
 * that it changed; and the sitemaps that an index names. It goes over the text once.
 * @param {string} xml
 * @returns {{pages: {url: string, changed: string}[], sitemaps: string[]}}
 */
export function readSitemap(xml) {
  /** @type {{url: string, changed: string}[]} */ const pages = [];
  /** @type {string[]} */ const sitemaps = [];
  let entry = "", field = "";
  /** @type {Record<string, string>} */ let found = {};
  for (const { tag, text } of tokensOf(xml)) {
    if (tag === undefined) {
      if (field && text.trim()) found[field] ??= text.trim();
      continue;
    }
    const name = /^\/?[^\s/]*/.exec(tag)?.[0] ?? "";
    field = entry && FIELDS.has(name) ? name : "";
    if (ENTRIES.has(name) && (entry === "" || entry === name)) [entry, found] = [name, {}];
    else if (entry === "entry" && name === "link") {
      if ((attributeOf(tag, "rel") ?? "alternate") === "alternate") found.link ??= attributeOf(tag, "href") ?? "";
    } else if (entry !== "" && name === "/" + entry) {
      const url = canonical(found.loc ?? found.link ?? "");
      if (url && entry === "sitemap") sitemaps.push(url);
      else if (url) pages.push({ url, changed: found.lastmod || found.updated || found.pubDate || "" });
      entry = "";
    }
  }
  return { pages, sitemaps };
}

/**
 * What a document is made of, without comments: what stands in a tag, and text.
 * @param {string} xml
 * @returns {Generator<{tag?: string, text: string}>}
 */
function* tokensOf(xml) {
  for (let at = 0; at < xml.length;) {
    if (xml[at] !== "<") {
      const end = xml.indexOf("<", at), to = end < 0 ? xml.length : end;
      yield { text: unescaped(xml.slice(at, to)) };
      at = to;
      continue;
    }
    const close = xml.startsWith("<!--", at) ? "-->" : xml.startsWith("<![CDATA[", at) ? "]]>" : ">";
    const end = xml.indexOf(close, at + 1);
    if (end < 0) return;
    if (close === ">") yield { tag: xml.slice(at + 1, end), text: "" };
    else if (close === "]]>") yield { text: xml.slice(at + "<![CDATA[".length, end) };
    at = end + close.length;
  }
}

/** @param {string} tag @param {string} name */
function attributeOf(tag, name) {
  const quoted = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag)?.[1];
  return quoted && unescaped(quoted.slice(1, -1)).trim();
}

/** @param {string} text */
const unescaped = (text) => text.replaceAll("&amp;", "&");

/**
 * Reads the sitemaps and queues what is new.
 * @param {any} env
 * @param {import("./cards.mjs").Cards} cards
 * @param {any} ctx
 */
export async function readSitemaps(env, cards, ctx) {
  const waiting = (env.SITEMAPS ?? "").split(/[\s,]+/).filter(Boolean);
  const read = new Set();
  let queued = 0, failed = 0;
  while (waiting.length > 0 && read.size < MAX_SITEMAPS) {
    const address = waiting.shift();
    if (read.has(address)) continue;
    read.add(address);
    const answer = await exchange(address, textOf([["User-Agent", "KeyPoints/1 (sitemap)"]]), MAX_TIME, MAX_SIZE);
    if (answer.failure || answer.status !== 200 || !answer.body || answer.body.length > MAX_SIZE) {
      failed++;
      continue;
    }
    const { pages, sitemaps } = readSitemap(new TextDecoder().decode(answer.body));
    // An index may name sitemaps of its own host only.
    waiting.push(...sitemaps.filter((s) => new URL(s).host === new URL(address).host).slice(0, MAX_SITEMAPS));
    const fresh = [];
    for (const page of pages.slice(0, MAX_ARTICLES)) {
      const name = `seen:${await digest(page.url)}`;
      if (env.CARDS && (await env.CARDS.get(name)) === `changed ${page.changed}`) continue;
      fresh.push(page.url);
      await env.CARDS?.put(name, `changed ${page.changed}`, { expirationTtl: KNOWN });
    }
    if (fresh.length === 0) continue;
    if (env.WARM) await env.WARM.sendBatch(fresh.map((url) => ({ body: { url } })));
    else for (const url of fresh) await cards.warm(url, env, ctx);
    queued += fresh.length;
  }
  console.log(JSON.stringify({ message: "sitemaps read", read: read.size, failed, queued }));
}

/**
 * Makes the cards of a batch from the queue. A failing publisher is asked again later.
 * @param {any} batch
 * @param {any} env
 * @param {any} ctx
 * @param {import("./cards.mjs").Cards} cards
 */
export async function consume(batch, env, ctx, cards) {
  for (const message of batch.messages) {
    let status = 500;
    try {
      status = await cards.warm(String(message.body?.url ?? ""), env, ctx);
    } catch (e) {
      console.error(JSON.stringify({ message: "warming failed", error: String(e) }));
    }
    if (status >= 500) message.retry({ delaySeconds: Number(env.RETRY_SECONDS ?? 60) });
    else message.ack();
  }
}
