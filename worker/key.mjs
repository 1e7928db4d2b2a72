/**
 * What a card is cached under: the page's canonical address and every option that
 * changes the answer. The API is asked with exactly these and nothing else of the
 * request, so no unkeyed input can get into a cached answer.
 */

/** The options, in the order they have in a key, with their defaults; as in wasm/options. */
const DEFAULTS = /** @type {const} */ ([["format", "json"], ["quotes", "3"], ["denials", "3"], ["include", ""], ["lang", ""], ["min-confidence", ""], ["notice", ""], ["policy", ""]]);

/** Query parameters that say where a reader came from, not which page it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|mc_cid|mc_eid|yclid|_ga|cmpid)$/;

/** Accept headers that mean JSON; any other goes into the key as it is. */
const JSON_ACCEPTED = new Set(["", "*/*", "application/json", "application/json, */*"]);

/**
 * @typedef {object} Key
 * @property {string} page the canonical address of the page
 * @property {string} options
 * @property {string} name page and options in one, unique
 * @property {string} accept the Accept header that the API is asked with
 */

/**
 * @param {URL} url of the request for a card
 * @param {string} accept its Accept header
 * @returns {Key | null} null for a request that is not cached
 */
export function keyOf(url, accept) {
  const page = canonical(url.searchParams.get("url") ?? "");
  if (!page) return null;
  const wanted = new URLSearchParams();
  for (const [name, byDefault] of DEFAULTS) {
    const value = spelled(name, url.searchParams.get(name) ?? "");
    if (value.length > (name === "policy" ? 300 : 100)) return null;
    if (value !== "" && value !== byDefault) wanted.set(name, value);
  }
  accept = accept.trim().toLowerCase();
  if (url.searchParams.get("format") || JSON_ACCEPTED.has(accept)) accept = "";
  if (accept.length > 200) return null;
  const options = String(wanted);
  return { page, options, name: `${page} ${options} ${accept}`, accept };
}

/** The parts of a card that can be asked for, in the order they have in a key; as in wasm/options. */
const PARTS = ["body", "quotes", "article", "no-comment", "why", "edits"];

/**
 * One spelling of an option's value, as wasm/options reads it; a value that is none stays
 * as it is, for the API to refuse.
 * @param {string} name
 * @param {string} value
 */
function spelled(name, value) {
  if (name === "quotes" || name === "denials") return /^\d{1,2}$/.test(value) ? String(Number(value)) : value;
  if (name === "lang") return value.toLowerCase();
  if (name !== "include" || value === "") return value;
  const parts = new Set(value.split(",").map((part) => part.trim()));
  return [...parts].every((part) => PARTS.includes(part)) ? PARTS.filter((part) => parts.has(part)).join(",") : value;
}

/**
 * One spelling for each page: no fragment, no marks of where the reader came from.
 * @param {string} address
 * @returns {string} empty for what is no web address; the API says what is wrong with it
 */
export function canonical(address) {
  // The URL class drops line breaks, turns "\\" to "/" and takes "https:/host": the API
  // refuses all three.
  if (address.length > 2048 || /[\u0000-\u0020\\]/.test(address) || !/^https?:\/\/[^/]/i.test(address)) return "";
  let url;
  try {
    url = new URL(address);
  } catch {
    return "";
  }
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) return "";
  // The URL class reads "0x7f.1" as 127.0.0.1. The API has to see what was written.
  if (!address.toLowerCase().includes(url.hostname)) return "";
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/**
 * 128 bits of SHA-256 as hexadecimal digits.
 * @param {string} text
 */
export async function digest(text) {
  const hash = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return hash.getBigUint64(0).toString(16).padStart(16, "0") + hash.getBigUint64(8).toString(16).padStart(16, "0");
}
