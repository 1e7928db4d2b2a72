/**
 * The card from the engine in a Web Worker of the reader's browser. Loaded only
 * by pages that ask for it.
 */
import { rootsIn, written } from "./follow.mjs";
import { listsBeside } from "./languages.mjs";
import { failure, reason } from "./reason.mjs";
import { workerScript } from "./worker-script.mjs";

/** @typedef {import("./source.mjs").Options} Options */
/** @typedef {{text: string, load: number, run: number, bytes: number}} Run load and run in ms; bytes of engine.wasm as transferred, 0 where the browser had it */

/**
 * The page as its author and scripts made it, without our own elements.
 */
function pageHTML() {
  const shadowRoots = rootsIn(document), page = /** @type {any} */ (document.documentElement);
  let html = page.outerHTML;
  // An article may stand in components: the engine reads their shadow roots from templates.
  if (shadowRoots.length && page.getHTML) html = html.replace(page.innerHTML, () => page.getHTML({ shadowRoots }));
  for (const own of [document, ...shadowRoots].flatMap((root) => [...root.querySelectorAll("key-points")])) {
    // The empty tag stays: what it says of the publisher's will counts (paid="show").
    html = html.replace(own.outerHTML, () => /** @type {Element} */ (own.cloneNode()).outerHTML);
  }
  return html;
}

/** @type {Worker | undefined} */ let worker;
/** @type {Map<number, {resolve: (run: Run) => void, reject: (e: Error) => void}>} */ const waiting = new Map();
let calls = 0, timer = 0, gone = new AbortController();

/** Longer than this, in ms, no article takes; a Worker that does is ended. */
const LIMIT = 30_000;

/** A policy's name can be taken only once a page. @type {{createScriptURL: (url: string) => string} | undefined} */ let policy;

/** @param {string} url of a blob, the only kind that the policy lets through */
function trusted(url) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("key-points", {
    createScriptURL: (/** @type {string} */ u) => (u.startsWith("blob:") ? u : "about:blank"),
  });
  return policy ? policy.createScriptURL(url) : url;
}

/**
 * A Worker from another origin is refused, so it is one from a blob, whose script
 * came with this one.
 * @param {string} address of engine.wasm
 */
function start(address) {
  /** @param {string} directive  @param {string} uri */
  const blocked = (directive, uri) =>
    fail("csp", `the page's Content-Security-Policy blocks ${uri || "the engine"}: add ${needed(directive, address)}`);
  document.addEventListener("securitypolicyviolation", (e) => {
    if (e.effectiveDirective === "worker-src" || e.blockedURI === address) blocked(e.effectiveDirective, e.blockedURI);
  }, { signal: gone.signal });
  const url = URL.createObjectURL(new Blob([workerScript], { type: "text/javascript" }));
  /** @type {Worker} */ let made;
  try {
    made = new Worker(trusted(url), { name: "key-points" });
  } catch (cause) {
    stop();
    throw failure("worker", `no Worker could be started (${cause}); a CSP needs "worker-src blob:", and Trusted Types the policy name key-points`);
  }
  made.onmessage = ({ data }) => {
    URL.revokeObjectURL(url);
    if (data.csp) return blocked(data.csp, data.uri);
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.error) reject?.(failure(data.type ?? "engine", data.error, data.final));
    else resolve?.(data);
    watch();
  };
  made.onerror = (e) => fail("worker", e.message || `no Worker could be started; under a CSP it needs ${needed("worker-src", address)}`);
  return made;
}

/** Ends the Worker some time after its last answer, since its instance holds tens of MB, or when an answer takes too long. */
function watch() {
  clearTimeout(timer);
  timer = waiting.size ? +setTimeout(() => fail("timeout", `the engine gave no card in ${LIMIT / 1000} s`), LIMIT) : +setTimeout(stop, 20_000);
}

/** @param {string} type  @param {string} why */
function fail(type, why) {
  stop();
  for (const { reject } of waiting.values()) reject(failure(type, why));
  waiting.clear();
}

/** @param {string} directive  @param {string} address */
const needed = (directive, address) =>
  directive === "worker-src" ? '"worker-src blob:"' : `"${directive} ${new URL(address).origin}${directive.startsWith("script") ? " 'wasm-unsafe-eval'" : ""}"`;

function stop() {
  clearTimeout(timer);
  gone.abort();
  gone = new AbortController();
  worker?.terminate();
  worker = undefined;
}

/**
 * Runs the engine in its Worker, which all elements of the page share.
 * @param {string} address URL of engine.wasm, in full
 * @param {string | null} page HTML or text; null for the page around
 * @param {Partial<Options>} options
 * @returns {Promise<Run>}
 */
export function runEngine(address, page, options) {
  return new Promise((resolve, reject) => {
    worker ??= start(address);
    const id = ++calls;
    waiting.set(id, { resolve, reject });
    // The lists of the language that the page says it is in come together with the engine.
    const likely = page === null ? document.documentElement.lang.slice(0, 2).toLowerCase() : "";
    worker.postMessage({ id, page: page ?? pageHTML(), options, address, lists: listsBeside(address), likely });
    watch();
  });
}

/**
 * Resolves when the page is read in and the element within a screen of the viewport.
 * @param {Element} element  @param {AbortSignal} signal
 */
async function near(element, signal) {
  if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  await /** @type {Promise<void>} */ (new Promise((done) => {
    const watch = new IntersectionObserver(([entry]) => entry.isIntersecting && stop(), { rootMargin: "100%" });
    const stop = () => (watch.disconnect(), done());
    signal.addEventListener("abort", stop);
    watch.observe(element);
  }));
}

/**
 * The card of this page, or of another at options.url, from the engine in this browser,
 * which waits until the element is near and the page has its text. Where the endpoint
 * failed, the engine stands in: for a page that it took for no article too, when the text
 * is in the reader's page, since scripts may have written it there.
 * @param {Element} element  @param {string} engine URL of engine.wasm  @param {boolean} own
 * @param {Options} options  @param {AbortSignal} signal  @param {{base: string, thrown: any}} [endpoint] that failed, and how
 * @returns {Promise<any>} undefined where it is not wanted any more
 */
export async function runNear(element, engine, own, options, signal, endpoint) {
  const failed = endpoint && reason(endpoint.thrown, endpoint.base);
  const unseen = own && failed?.type === "not-an-article";
  if (failed && ((failed.final && !unseen) || element.getAttribute("fallback") === "none" || /** @type {any} */ (navigator).connection?.saveData)) throw failed;
  await near(element, signal);
  const there = !own || await written(element, signal);
  if (signal.aborted) return;
  if (unseen && !there) throw failed;
  if (failed) console.warn("<key-points> falls back:", failed.message);
  const { text } = await runEngine(engine, own ? null : await (await fetch(options.url, { signal })).text(), options);
  return signal.aborted ? undefined : JSON.parse(text);
}
