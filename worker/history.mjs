/**
 * What stood on a page's cards: each different one that was made for readers, written
 * behind the answer, and read by GET /v1/history?url=…, behind the secret EDITS_SECRET.
 * The same as native/history.go does with files.
 */
import { opened } from "./edits.mjs";
import { POLICY, historyPage, wanted } from "./history-page.mjs";
import { digest } from "./key.mjs";
import { problem, shared } from "./problem.mjs";
import { soon } from "./store.mjs";

/** Versions that are kept of a page. */
const MAX_VERSIONS = 50;
/** Cards of which this isolate knows that they are written. */
const MAX_KNOWN = 1000;

/** @type {Map<string, string>} what was last written of a card, by its name */
const written = new Map();

/** @param {string} page */
const nameOf = async (page) => `history:${await digest(page)}`;

/**
 * Writes down a card, if it differs from the last with the same options. It never throws.
 * Cards in JSON alone are: the other formats are made of the same items.
 * @param {import("./key.mjs").Key} key
 * @param {Uint8Array} body
 * @param {string} edits that it was made with
 * @param {any} env
 */
export async function note(key, body, edits, env) {
  try {
    if (!env.CARDS || !env.EDITS_SECRET) return;
    const card = JSON.parse(new TextDecoder().decode(body));
    const items = [...card.quotes, ...card.denials].map((item) => {
      const { name = null, role = null } = item.speaker ?? item.denier ?? {};
      return { id: item.id, kind: "kind" in item ? "denial" : "quote", text: item.text, speaker: name, role, ...(item.edited && { edited: true }) };
    });
    const version = { engine: card.engine, headline: card.article.headline, options: key.options, edits: JSON.parse(edits).edits, items };
    const same = JSON.stringify(version);
    if (written.get(key.name) === same) return;
    const name = await nameOf(key.page);
    const kept = JSON.parse((await soon(env.CARDS.get(name))) ?? "[]");
    const { when: _, ...last } = kept.find((/** @type {any} */ v) => v.options === key.options) ?? {};
    if (JSON.stringify(last) !== same) {
      const versions = [{ when: new Date().toISOString(), ...version }, ...kept].slice(0, MAX_VERSIONS);
      await soon(env.CARDS.put(name, JSON.stringify(versions)));
    }
    if (written.size >= MAX_KNOWN) written.clear();
    written.set(key.name, same);
  } catch (e) {
    console.error(JSON.stringify({ message: "a card's history was not written", error: String(e) }));
  }
}

/**
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 */
export async function history(request, url, env) {
  if (request.method !== "GET" && request.method !== "HEAD") return problem("method-not-allowed", { Allow: "GET, HEAD" });
  const page = await opened(request, url, env);
  if (page instanceof Response) return page;
  const form = wanted(url, request.headers.get("Accept") ?? "");
  if (!form) return problem("bad-options", { Vary: "Accept" }, "format must be json or html");
  try {
    const versions = (await soon(env.CARDS.get(await nameOf(page)))) ?? "[]";
    if (form === "html") return new Response(historyPage(page, JSON.parse(versions)), { headers: { ...shared, "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY, Vary: "Accept", "Cache-Control": "no-store" } });
    return new Response(`{"url":${JSON.stringify(page)},"versions":${versions}}\n`, { headers: { ...shared, "Content-Type": "application/json; charset=utf-8", Vary: "Accept", "Cache-Control": "no-store" } });
  } catch (e) {
    console.error(JSON.stringify({ message: "the history could not be read", error: String(e) }));
    return problem("store-failed", { "Retry-After": "5" });
  }
}
