/**
 * The newsroom's edits of a page, in KV: PUT, GET and DELETE /v1/edits?url=…, behind the
 * secret EDITS_SECRET. The same as native/edits.go does with files.
 *
 * KV answers each place in its own time: another data center may have the edits before
 * for a minute. This isolate remembers what it saved itself, so that who saves sees it.
 */
import { Upload, Refused, drain, release } from "./body.mjs";
import { canonical, digest } from "./key.mjs";
import { tooMany } from "./limit.mjs";
import { problem, shared } from "./problem.mjs";
import { bears } from "./secret.mjs";
import { soon } from "./store.mjs";

/** What a page without edits has. */
export const NONE = '{"version":1,"edits":[]}';

/** Bytes of edits; as in wasm/options. */
const MAX_EDITS = 16 << 10;
/** Milliseconds for which KV may not tell what was saved here, and pages of which it is remembered. */
const REMEMBERED = 120_000, MAX_REMEMBERED = 500;

/** @type {Map<string, {text: string, at: number}>} by page */
const saved = new Map();

/** @param {string} page */
function recall(page) {
  const own = saved.get(page);
  return own && Date.now() - own.at < REMEMBERED ? own.text : undefined;
}

/** @param {string} page @param {string} text */
function remember(page, text) {
  saved.delete(page);
  if (saved.size >= MAX_REMEMBERED) saved.delete(/** @type {string} */ (saved.keys().next().value));
  saved.set(page, { text, at: Date.now() });
}

/** @param {string} page */
const nameOf = async (page) => `edits:${await digest(page)}`;

/**
 * A page's edits. It throws where KV fails or takes too long.
 * @param {string} page
 * @param {any} env
 * @returns {Promise<string>} JSON
 */
export async function editsOf(page, env) {
  if (!env.CARDS || !env.EDITS_SECRET) return NONE;
  return recall(page) ?? (await soon(env.CARDS.get(await nameOf(page)))) ?? NONE;
}

/** @param {string} text */
export const tagOf = async (text) => (text === NONE ? "" : await digest(text));

/**
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 * @param {import("./cards.mjs").Cards} cards
 * @param {(text: string) => string} check gives what is wrong with edits, or ""
 */
export async function edits(request, url, env, cards, check) {
  if (!["GET", "HEAD", "PUT", "DELETE"].includes(request.method)) return problem("method-not-allowed", { Allow: "GET, HEAD, PUT, DELETE" });
  if (request.method === "GET" && !url.searchParams.has("url")) return state(request, env);
  const page = await opened(request, url, env);
  if (page instanceof Response) return page;
  let text = NONE;
  if (request.method === "PUT") {
    const body = await read(request);
    if (body instanceof Response) return body;
    const wrong = check(body);
    if (wrong) return problem("bad-edits", {}, wrong);
    text = body;
  }
  try {
    const before = await editsOf(page, env);
    if (request.method === "GET" || request.method === "HEAD") return answer(before);
    const tag = await etag(before);
    // From here to remember() nothing is waited for: of two writers here one comes second.
    if ((recall(page) ?? before) !== before || !matches(request, tag, before)) return problem("changed-meanwhile");
    remember(page, text);
    try {
      const name = await nameOf(page);
      await soon(text === NONE ? env.CARDS.delete(name) : env.CARDS.put(name, text));
    } catch (e) {
      if (recall(page) === text) saved.delete(page);
      throw e;
    }
    await cards.purge(page, env);
    return request.method === "DELETE" ? new Response(null, { status: 204, headers: { ...shared, "Cache-Control": "no-store" } }) : answer(text);
  } catch (e) {
    console.error(JSON.stringify({ message: "the store of edits failed", error: String(e) }));
    return problem("store-failed", { "Retry-After": "5" });
  }
}

/**
 * Without a page: whether edits are kept here, and whether the request may see them.
 * @param {Request} request
 * @param {any} env
 */
async function state(request, env) {
  const store = !env.EDITS_SECRET || !env.CARDS ? "off" : (await bears(request, env.EDITS_SECRET)) ? "open" : "closed";
  return (await tooMany(request, env)) ?? new Response(`{"store":"${store}"}\n`, { headers: { ...shared, "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" } });
}

/**
 * The page of a request that may see and change its edits, or the refusal.
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 */
export async function opened(request, url, env) {
  if (!env.EDITS_SECRET) {
    await drain(request);
    return (await tooMany(request, env)) ?? problem("not-implemented", {}, "this endpoint keeps no edits: set the secret EDITS_SECRET, and bind a KV namespace as CARDS");
  }
  if (!(await bears(request, env.EDITS_SECRET))) {
    await drain(request);
    return (await tooMany(request, env)) ?? problem("unauthorized", { "WWW-Authenticate": 'Bearer realm="edits"' });
  }
  const page = canonical(url.searchParams.get("url") ?? "");
  if (page && env.CARDS) return page;
  await drain(request);
  return page ? problem("not-implemented", {}, "this endpoint has no store: bind a KV namespace as CARDS") : problem("bad-url");
}

/**
 * The body of a PUT as text.
 * @param {Request} request
 * @returns {Promise<string | Response>}
 */
async function read(request) {
  const upload = new Upload(request);
  let size = 0;
  try {
    for (let chunk; (chunk = await upload.next());) {
      if ((size += chunk.length) > MAX_EDITS) {
        await upload.drain();
        return problem("bad-edits", {}, "the edits may have 16 KB (16,384 bytes)");
      }
      upload.keep(chunk);
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(upload.whole());
    JSON.parse(text);
    return text;
  } catch (e) {
    if (e instanceof Refused) return problem(e.problem);
    return problem("bad-edits", {}, 'the edits must be JSON: {"version": 1, "edits": […]}');
  } finally {
    release(request);
  }
}

/** @param {string} text */
const etag = async (text) => `"${await digest(text)}"`;

/** @param {string} text */
async function answer(text) {
  return new Response(text, { headers: { ...shared, "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ETag: await etag(text) } });
}

/**
 * Whether a writer knows what is there (RFC 9110, section 13.1); one who names nothing
 * takes what comes.
 * @param {Request} request
 * @param {string} tag
 * @param {string} now
 */
function matches(request, tag, now) {
  const wanted = request.headers.get("If-Match"), none = request.headers.get("If-None-Match");
  if (none?.trim() === "*" && now !== NONE) return false;
  return wanted === null || wanted.split(",").some((t) => t.trim() === tag || (t.trim() === "*" && now !== NONE));
}
