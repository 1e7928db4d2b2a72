/**
 * The Worker's entry. It keeps one warm engine for the isolate and runs the API
 * (worker.wasm, Go's http.Handler on syumai/workers) for each request.
 */
import "../dist/wasm_exec.js";
import engineModule from "../dist/engine.wasm";
import workerModule from "../dist/worker.wasm";
import { Engine } from "../wasm/widget/engine.mjs";

const engine = new Engine(engineModule);

/** What worker.wasm calls: see worker/engine.go. */
const host = {
  /**
   * @param {import("../wasm/widget/engine.mjs").Options} options
   * @param {Uint8Array} page
   */
  summarize(options, page) {
    try {
      return engine.summarize(options, page);
    } catch (e) {
      return { failure: String(e) };
    }
  },
};

/**
 * Starts worker.wasm and gives its handlers. syumai/workers reads globalThis.context
 * while Go's packages initialize, which happens before run() first returns; taken
 * away right after, it cannot mix up concurrent requests.
 * @param {any} env
 * @param {any} ctx
 */
async function startWorker(env, ctx) {
  const binding = {};
  /** @type {any} */ const scope = globalThis;
  const go = new scope.Go();
  let ready = () => {};
  const isReady = new Promise((resolve) => { ready = () => resolve(undefined); });
  const instance = new WebAssembly.Instance(workerModule, { ...go.importObject, workers: { ready: () => ready() } });
  scope.context = { env, ctx, binding, host };
  try {
    go.run(instance);
  } finally {
    delete scope.context;
  }
  await isReady;
  return /** @type {{handleRequest: (r: Request) => Promise<Response>}} */ (binding);
}

export default {
  /**
   * @param {Request} request
   * @param {any} env
   * @param {any} ctx
   */
  async fetch(request, env, ctx) {
    return (await startWorker(env, ctx)).handleRequest(request);
  },
};
