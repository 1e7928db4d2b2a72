/** What the desk asks of the server: cards with edits, the store, and the history. */

/** @typedef {import("./edits.mjs").Edit} Edit */
/** @typedef {{address: string} | {text: string, type: "text/html" | "text/plain", url: string}} Source an article, or where the server should get it */

/** What went wrong, in words for the editor. */
export class Refused extends Error {
  /** @param {number} status  @param {string} type such as "changed-meanwhile"  @param {string} message */
  constructor(status, type, message) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

let secret = "";

/** Takes the newsroom's secret for all that is asked from now on. @param {string} given */
export const bear = (given) => void (secret = given);

/** @param {string} path  @param {RequestInit} [init] */
async function ask(path, init = {}) {
  const headers = new Headers(init.headers);
  if (secret) headers.set("Authorization", "Bearer " + secret);
  let response;
  try {
    response = await fetch(path, { ...init, headers, cache: "no-store", credentials: "omit" });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Refused(0, "network", "The server does not answer. Nothing is lost: try again.");
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  const type = String(problem.type ?? "").split("/").pop() || "http-" + response.status;
  throw new Refused(response.status, type, sentence(problem.detail ?? problem.title ?? `The server answered ${response.status}`));
}

/** The API's messages begin in lower case and end without a stop. @param {string} message */
const sentence = (message) => message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? "" : ".");

/**
 * Whether edits are kept here, and whether the secret that is borne opens them.
 * @returns {Promise<"off" | "closed" | "open">}
 */
export async function storeState() {
  return (await (await ask("/v1/edits")).json()).store;
}

/**
 * An article's card with edits, as the API makes it.
 * @param {Source} source  @param {Edit[]} edits  @param {Record<string, string>} options  @param {AbortSignal} [signal]
 */
export async function card(source, edits, options, signal) {
  const { address, text, type, url } = /** @type {any} */ (source);
  const page = address ? { url: address } : { [type === "text/html" ? "html" : "text"]: text, ...(url && { url }) };
  const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value));
  const response = await ask("/v1/card?" + query, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...page, edits: { version: 1, edits } }), signal });
  return response.json();
}

/** @param {string} kind  @param {string} url */
const of = (kind, url) => `/v1/${kind}?${new URLSearchParams({ url })}`;

/** @param {string} url  @returns {Promise<{edits: Edit[], tag: string}>} */
export async function saved(url) {
  const response = await ask(of("edits", url));
  return { edits: (await response.json()).edits, tag: response.headers.get("ETag") ?? "" };
}

/**
 * Keeps a page's edits, unless somebody else has changed them: then a Refused of the status 412.
 * @param {string} url  @param {string} text JSON  @param {string} tag of what they were when they were got
 * @returns {Promise<string>} their new tag
 */
export async function save(url, text, tag) {
  const response = await ask(of("edits", url), { method: "PUT", body: text, headers: { "Content-Type": "application/json", "If-Match": tag } });
  return response.headers.get("ETag") ?? "";
}

/** What stood on a page's cards, as a document. @param {string} url */
export async function history(url) {
  return (await ask(of("history", url), { headers: { Accept: "text/html" } })).text();
}
