/**
 * The engine behind a Worker's messages: {id, page, options, address, lists, likely} in,
 * address being that of engine.wasm, lists those of languages, likely the page's; {id, text, load, run, bytes} or {id, error, type, final}
 * out, and {csp, uri} where the page's policy blocks something. The build joins this
 * and what it imports to a string, from which local.mjs makes a Worker.
 */
import { Engine, NEEDS_LANGUAGE } from "./engine.mjs";

/** @type {Promise<Engine> | undefined} */ let engine;
/** @type {Map<string, Promise<string>>} */ const asked = new Map();
let load = 0;

/** Empty in the npm package, whose files a site's own build keeps together. */
const INTEGRITY = "__INTEGRITY_engine.wasm__";

/**
 * The engine, if it has the content that this script was built with. fetch would compare
 * that too, but have all of it first, while the browser can compile what comes as it
 * comes. So where there is crypto.subtle, as on all pages of https, it is compared beside,
 * and runs only after.
 * @param {string} address
 */
async function verified(address) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle || !INTEGRITY) return Engine.from(fetch(address, { credentials: "omit", integrity: INTEGRITY }));
  const response = await fetch(address, { credentials: "omit" });
  const digest = response.clone().arrayBuffer().then((all) => subtle.digest("SHA-256", all));
  const [made, sum] = await Promise.all([Engine.from(response), digest]);
  if ("sha256-" + btoa(String.fromCharCode(...new Uint8Array(sum))) !== INTEGRITY) throw new TypeError("the engine has another content");
  return made;
}

/** @param {string} address */
async function ready(address) {
  const begun = performance.now();
  try {
    const made = await verified(address);
    made.start();
    load = performance.now() - begun;
    return made;
  } catch (cause) {
    engine = undefined; // a failed download is tried again by the next call
    throw cause;
  }
}

/**
 * Chromium keeps what it made of the engine's code for the next visit, but only once a
 * megabyte of it is optimized, which takes a page read more often than once. So a
 * first page that took long is read again, from a second later on, a few ms at a time
 * and then a pause: sixteen times as long in all as it took at first, two seconds at most (eight
 * times left too little). Then a next visit shows the card in half the time that it takes
 * without.
 * @param {Engine} engine  @param {import("./engine.mjs").Options} options  @param {Uint8Array} page
 * @param {number} first ms that the page took at first
 */
async function settle(engine, options, page, first) {
  if (first < 50) return;
  for (let times = 0, best = first, pause = 1000; times * best < Math.min(16 * first, 2000); pause = 50) {
    await new Promise((later) => setTimeout(later, pause));
    for (let turn = 0; turn < 12; times++) {
      const begun = performance.now();
      engine.summarize(options, page);
      const took = performance.now() - begun;
      best = Math.min(best, took); // others tell of a busy machine
      turn += took;
    }
    // With the code compiled at the first time too, there was little to gain.
    if (times > 2 && first < 3 * best) return;
  }
}

/**
 * The lists of a language; "" where they cannot be had, which takes the speakers from a card
 * and not the card.
 * @param {import("./languages.mjs").Lists} lists  @param {string} tag
 */
function listsOf(lists, tag) {
  const load = async () => {
    const { address, integrity } = lists[tag] ?? {};
    const response = await fetch(address, { credentials: "omit", integrity });
    if (!response.ok) throw new TypeError(`${address}: HTTP ${response.status}`);
    return response.text();
  };
  if (!asked.has(tag)) asked.set(tag, load().catch((cause) => (console.warn(`<key-points> names no speakers in ${tag}: ${cause}`), "")));
  return /** @type {Promise<string>} */ (asked.get(tag));
}

addEventListener("securitypolicyviolation", (e) => postMessage({ csp: e.effectiveDirective, uri: e.blockedURI }));

/** @param {{data: {id: number, page: string, options: import("./engine.mjs").Options, address: string, lists: import("./languages.mjs").Lists, likely: string}}} message */
onmessage = async ({ data: { id, page, options, address, lists, likely } }) => {
  try {
    const fresh = !engine;
    const early = likely in lists ? listsOf(lists, likely) : undefined;
    const made = await (engine ??= ready(address));
    if (early) made.learn(likely, await early);
    const input = new TextEncoder().encode(page);
    const begun = performance.now();
    const all = { contentType: "text/html; charset=utf-8", ...options };
    let answer = made.summarize(all, input);
    if (answer.code === NEEDS_LANGUAGE) {
      made.learn(answer.wanted, await listsOf(lists, answer.wanted));
      answer = made.summarize(all, input);
    }
    const { code, type, bytes } = answer;
    const run = performance.now() - begun;
    const text = new TextDecoder().decode(bytes);
    if (code) return postMessage({ id, error: text, type, final: true });
    const [entry] = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(address));
    postMessage({ id, text, run, load: fresh ? load : 0, bytes: fresh ? entry?.encodedBodySize ?? 0 : 0 });
    if (fresh) await settle(made, all, input, run).catch(() => {});
  } catch (cause) {
    // A fetch that a policy blocks fails before the event that names the directive.
    await new Promise((later) => setTimeout(later, 100));
    const error = cause instanceof Error ? cause.message : String(cause);
    postMessage(/WebAssembly.*Content Security/.test(error) ? { csp: "script-src", uri: "WebAssembly" }
      : { id, error: cause instanceof TypeError ? `${error} (${address} is missing, blocked, or not what this version was built with)` : error });
  }
};
