/**
 * Makes cards before their first reader comes: cron reads the publisher's sitemaps
 * and feeds (SITEMAPS), puts the addresses of new and changed articles into the queue,
 * and the queue's consumer makes their default cards.
 */
import { exchange } from "./fetch.mjs";
import { canonical, digest } from "./key.mjs";

/** Articles that one run takes from one sitemap, and sitemaps that an index may name. */
const MAX_ARTICLES = 100, MAX_SITEMAPS = 10;
/** Bytes of a sitemap or feed, and milliseconds it may take. */
const MAX_SIZE = 5 << 20, MAX_TIME = 10_000;
/** Seconds that an address counts as known. */
const KNOWN = 604800;

/**
 * The addresses in a sitemap, news sitemap, RSS or Atom feed, each with what says
 * that it changed; and the sitemaps that an index names.
 * @param {string} xml
 * @returns {{pages: {url: string, changed: string}[], sitemaps: string[]}}
 */
export function readSitemap(xml) {
  const pages = [], sitemaps = [];
  for (const [, name, content] of xml.matchAll(/<(url|sitemap|item|entry)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g)) {
    const address = canonical(textOf(content, "loc") || (name === "entry" ? /<link\b(?![^>]*rel="(?!alternate"))[^>]*\bhref="([^"]*)"/.exec(content)?.[1] ?? "" : textOf(content, "link")).trim());
    const url = address && address.replaceAll("&amp;", "&");
    if (!url) continue;
    if (name === "sitemap") sitemaps.push(url);
    else pages.push({ url, changed: textOf(content, "lastmod") || textOf(content, "updated") || textOf(content, "pubDate") });
  }
  return { pages, sitemaps };
}

/** @param {string} xml @param {string} tag */
function textOf(xml, tag) {
  const found = new RegExp(`<${tag}(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(xml)?.[1] ?? "";
  return found.trim().replaceAll("&amp;", "&");
}

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
    const answer = await exchange(address, { "User-Agent": "KeyPoints/1 (sitemap)" }, MAX_TIME, MAX_SIZE);
    if (answer.failure || answer.status !== 200 || !answer.body || answer.body.length > MAX_SIZE) {
      failed++;
      continue;
    }
    const { pages, sitemaps } = readSitemap(new TextDecoder().decode(answer.body));
    // An index may name sitemaps of its own host only.
    waiting.push(...sitemaps.filter((s) => new URL(s).host === new URL(address).host));
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
