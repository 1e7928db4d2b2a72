/**
 * The card from the engine in a Web Worker of the reader's browser. Loaded only
 * by pages that ask for it.
 */

/** @typedef {import("./source.mjs").Options} Options */
/** @typedef {{text: string, load: number, run: number, bytes: number}} Run load and run in ms; bytes of engine.wasm as transferred, 0 where the browser had it */

/** @param {string} type  @param {string} message  @param {boolean} [final] as in CardError */
const failure = (type, message, final = false) => Object.assign(new Error(message), { type, final });

/**
 * The page as its author and scripts made it, without our own elements.
 */
export function pageHTML() {
  let html = document.documentElement.outerHTML;
  for (const own of document.querySelectorAll("key-points")) html = html.replace(own.outerHTML, () => "");
  return html;
}

/** @type {Worker | undefined} */ let worker;
/** @type {Map<number, {resolve: (run: Run) => void, reject: (e: Error) => void}>} */ const waiting = new Map();
let calls = 0, idle = 0;

/** A Worker from another origin is refused; one from a blob may import from it. @param {string} assets */
function start(assets) {
  const source = `const q=[];onmessage=e=>q.push(e);addEventListener("securitypolicyviolation",e=>postMessage({csp:e.effectiveDirective,uri:e.blockedURI}));import(${JSON.stringify(new URL("engine-worker.mjs", assets).href)}).then(m=>{onmessage=m.answer;q.forEach(m.answer)},e=>postMessage({error:"import: "+e.message}))`;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  // Trusted Types: the policy makes no URL but this one.
  const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("key-points", { createScriptURL: () => url });
  /** @param {string} type  @param {string} why */
  const fail = (type, why) => {
    stop();
    for (const { reject } of waiting.values()) reject(failure(type, why));
    waiting.clear();
  };
  /** @param {string} directive  @param {string} uri */
  const blocked = (directive, uri) =>
    fail("csp", `the page's Content-Security-Policy blocks ${uri || "the engine"}: add ${needed(directive, assets)}`);
  document.addEventListener("securitypolicyviolation", (e) => {
    if (worker && (e.effectiveDirective === "worker-src" || e.blockedURI.startsWith(assets))) blocked(e.effectiveDirective, e.blockedURI);
  });
  const made = new Worker(policy ? policy.createScriptURL("") : url, { name: "key-points" });
  made.onmessage = ({ data }) => {
    if (data.csp) return blocked(data.csp, data.uri);
    if (!data.id) return fail("engine", data.error);
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.error) reject?.(failure(data.type ?? "engine", data.error, data.final));
    else resolve?.(data);
    // The instance holds tens of MB: it goes when nobody has asked for a while.
    clearTimeout(idle);
    if (!waiting.size) idle = +setTimeout(stop, 20_000);
  };
  made.onerror = (e) => fail("worker", e.message || `no Worker could be started; under a CSP it needs ${needed("worker-src", assets)}`);
  return made;
}

/** @param {string} directive  @param {string} assets */
const needed = (directive, assets) =>
  directive === "worker-src" ? '"worker-src blob:"' : `"${directive} ${new URL(assets).origin}${directive.startsWith("script") ? " 'wasm-unsafe-eval'" : ""}"`;

function stop() {
  worker?.terminate();
  worker = undefined;
}

/**
 * Runs the engine in its Worker, which all elements of the page share.
 * @param {string} assets URL of the folder with the engine
 * @param {string} page HTML or text
 * @param {Partial<Options>} options
 * @returns {Promise<Run>}
 */
export function runEngine(assets, page, options) {
  return new Promise((resolve, reject) => {
    clearTimeout(idle);
    try {
      worker ??= start(assets);
    } catch (cause) {
      return reject(failure("worker", `no Worker could be started (${cause}); a CSP needs "worker-src blob:", and Trusted Types the policy name key-points`));
    }
    waiting.set(++calls, { resolve, reject });
    worker.postMessage({ id: calls, page, options });
  });
}
