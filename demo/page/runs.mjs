/**
 * One article through the endpoint and through the engine in this browser, with
 * what each took. Times are what this page waited, not what a server says.
 */

/** @typedef {{text: string, type: "text/html" | "text/plain", url?: string} | {address: string}} Input an article, or where the endpoint should get it */
/** @typedef {{quotes: string, denials: string, lang: string}} Choice */
/** @typedef {{json: string, ms: number, notes: string[], size: string}} Run */

const include = "body,quotes,article,why";

/** What went wrong, in words for the visitor; type is the problem's name. */
export class Refused extends Error {
  /** @param {string} message  @param {string} [type] */
  constructor(message, type = "") {
    super(message);
    this.type = type;
  }
}

/**
 * What lets this server fetch an address that it refused, for who runs it.
 * @param {Refused} refusal  @param {string} address  @param {string} server host name of this page
 */
export function howToAllow({ type }, address, server) {
  if (!/^(localhost|127\.0\.0\.1|\[::1\])$/.test(server)) return type === "host-not-allowed" ? " Or paste the article below." : "";
  const host = URL.parse(address)?.hostname ?? "";
  if (/^(localhost|127\.0\.0\.1|\[::1\])$/.test(host)) return " For this machine’s own pages start the server with go run ./demo -loopback.";
  return type === "host-not-allowed" ? ` Start the server with ALLOWED_HOSTS=${host} go run ./demo, or paste the article below.` : "";
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return bytes >= 1e6 ? (bytes / 1e6).toFixed(2) + " MB" : (bytes / 1e3).toFixed(1) + " KB";
}

/** @param {Input} input  @param {Choice} choice  @returns {Promise<Run>} */
export async function runEndpoint(input, choice) {
  const at = new URL("/v1/card", location.href);
  for (const [name, value] of Object.entries({ ...choice, include })) if (value) at.searchParams.set(name, value);
  if ("address" in input) at.searchParams.set("url", input.address);
  else if (input.url) at.searchParams.set("url", input.url);
  const begun = performance.now();
  const response = await fetch(at, "address" in input ? {} : { method: "POST", body: input.text, headers: { "Content-Type": input.type + "; charset=utf-8" } });
  const json = await response.text();
  const ms = performance.now() - begun;
  if (!response.ok) throw problem(json, `The endpoint answered ${response.status}.`);
  const engine = /engine;dur=([\d.]+)/.exec(response.headers.get("Server-Timing") ?? "")?.[1];
  return { json, ms, notes: engine ? [`${Number(engine).toFixed(1)} ms of it in the engine`] : [], size: sent(at.href) };
}

/** How much came, as it was compressed on its way. @param {string} address */
function sent(address) {
  const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(address));
  const { encodedBodySize = 0, decodedBodySize = 0 } = entries.at(-1) ?? {};
  return decodedBodySize > encodedBodySize ? `${kilobytes(encodedBodySize)} of JSON, ${kilobytes(decodedBodySize)} unpacked` : kilobytes(decodedBodySize) + " of JSON";
}

/** @param {string} body of application/problem+json  @param {string} instead */
function problem(body, instead) {
  try {
    const { type, title, detail } = JSON.parse(body);
    return new Refused(detail ?? title ?? instead, String(type).split("/").pop());
  } catch {
    return new Refused(instead);
  }
}

/**
 * Runs the engine in this browser.
 * @param {{assets: string}} element the class of <key-points>
 * @param {string} text  @param {object} options
 * @returns {Promise<import("../../wasm/widget/local.mjs").Run>}
 */
async function engine({ assets }, text, options) {
  const { runEngine } = await import(assets + "on-demand.mjs");
  return runEngine(assets + "engine.wasm", text, options);
}

/**
 * The card as the API's format=html.
 * @param {{assets: string}} element the class of <key-points>
 * @param {Input} input  @param {Choice} choice
 */
export async function cardMarkup(element, input, choice) {
  const options = Object.fromEntries(Object.entries(choice).filter(([, value]) => value));
  if (!("address" in input)) return (await engine(element, input.text, { ...options, format: "html", url: input.url ?? "", contentType: input.type + "; charset=utf-8" })).text;
  const response = await fetch("/v1/card?" + new URLSearchParams({ ...options, format: "html", url: input.address }));
  return response.ok ? response.text() : "";
}

/**
 * @param {{assets: string}} element the class of <key-points>
 * @param {Input} input
 * @param {Choice} choice
 * @returns {Promise<Run | null>} null where the article is not on this side
 */
export async function runEngine(element, input, choice) {
  if ("address" in input) return null;
  const options = Object.fromEntries(Object.entries({ ...choice, url: input.url ?? "", include, contentType: input.type + "; charset=utf-8" }).filter(([, value]) => value));
  const { text, load, run, bytes } = await engine(element, input.text, options);
  return {
    json: text,
    ms: run,
    notes: load ? [`after ${load.toFixed(0)} ms to load and start, once a visit`] : [],
    size: load ? (bytes ? kilobytes(bytes) + " engine" : "engine from the cache") : "already loaded",
  };
}
