/**
 * The engine behind a Worker's messages: {id, page, options, address} in, address
 * being that of engine.wasm; {id, text, load, run, bytes} or {id, error, type, final}
 * out, and {csp, uri} where the page's policy blocks something. The build joins this
 * and what it imports to engine-worker.js, a script for a Worker from a blob.
 */
import { Engine } from "./engine.mjs";

/** @type {Promise<Engine> | undefined} */ let engine;
let load = 0;

/** @param {string} address */
async function ready(address) {
  const begun = performance.now();
  try {
    const made = await Engine.from(fetch(address, { credentials: "omit", integrity: "__INTEGRITY_engine.wasm__" }));
    made.start();
    load = performance.now() - begun;
    return made;
  } catch (cause) {
    engine = undefined; // a failed download is tried again by the next call
    throw cause;
  }
}

addEventListener("securitypolicyviolation", (e) => postMessage({ csp: e.effectiveDirective, uri: e.blockedURI }));

/** @param {{data: {id: number, page: string, options: import("./engine.mjs").Options, address: string}}} message */
onmessage = async ({ data: { id, page, options, address } }) => {
  try {
    const fresh = !engine;
    const made = await (engine ??= ready(address));
    const input = new TextEncoder().encode(page);
    const begun = performance.now();
    const { code, type, bytes } = made.summarize({ contentType: "text/html; charset=utf-8", ...options }, input);
    const run = performance.now() - begun;
    const text = new TextDecoder().decode(bytes);
    if (code) return postMessage({ id, error: text, type, final: true });
    const [entry] = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(address));
    postMessage({ id, text, run, load: fresh ? load : 0, bytes: fresh ? entry?.encodedBodySize ?? 0 : 0 });
  } catch (cause) {
    // A fetch that a policy blocks fails before the event that names the directive.
    await new Promise((later) => setTimeout(later, 100));
    const error = cause instanceof Error ? cause.message : String(cause);
    postMessage(/WebAssembly.*Content Security/.test(error) ? { csp: "script-src", uri: "WebAssembly" }
      : { id, error: cause instanceof TypeError ? `${error} (${address} is missing, blocked, or not what this version was built with)` : error });
  }
};
