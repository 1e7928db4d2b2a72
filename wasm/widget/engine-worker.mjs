/**
 * The engine behind a Worker's messages: {id, page, options} in; {id, text, load,
 * run, bytes} or {id, error, type, final} out. The Worker that imports this module
 * sets onmessage to answer.
 */
import { Engine } from "./engine.mjs";

const address = new URL("engine.wasm", import.meta.url).href;

/** @type {Promise<Engine> | undefined} */ let engine;
let load = 0;

async function ready() {
  const begun = performance.now();
  try {
    const made = await Engine.from(fetch(address, { credentials: "omit" }));
    made.start();
    load = performance.now() - begun;
    return made;
  } catch (cause) {
    engine = undefined; // a failed download is tried again by the next call
    throw cause;
  }
}

/** @param {{data: {id: number, page: string, options: import("./engine.mjs").Options}}} message */
export async function answer({ data: { id, page, options } }) {
  try {
    const fresh = !engine;
    const made = await (engine ??= ready());
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
    postMessage(/WebAssembly.*Content Security/.test(error) ? { csp: "script-src", uri: "WebAssembly" } : { id, error });
  }
}
