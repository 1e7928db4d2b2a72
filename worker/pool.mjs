/**
 * Instances of worker.wasm, kept warm. Each serves one request at a time: workerd
 * binds promises, streams and timers to the request that made them, so two requests
 * must not share a Go scheduler. An instance whose request broke off, or whose
 * memory has grown past a bound, is left to the garbage collector.
 */
import "../dist/wasm_exec.js";
import workerModule from "../dist/worker.wasm";

/** Instances at work; an isolate has 128 MB, an instance about 5 MB, the engine up to 64 MB. */
const MAX_ACTIVE = 8;
/** Requests that wait for an instance; more are told to come again. */
const MAX_WAITING = 200;
/** Bytes above which an instance is not used again. */
const MAX_MEMORY = 24 << 20;

/**
 * @typedef {object} Host what worker.wasm can call; see worker/engine.go
 * @property {(options: object, page: Uint8Array) => object} summarize
 * @property {(url: string, headers: Record<string, string>, time: number, maxBody: number) => Promise<object>} fetch
 */
/**
 * @typedef {object} Instance
 * @property {{handleRequest?: (request: Request) => Promise<Response>}} binding
 * @property {Host & {body: Uint8Array | null}} host
 * @property {() => number} memory
 * @property {boolean} ended
 */

/** Thrown when as many requests wait as may. */
export class Busy extends Error {}

export class Pool {
  /** @type {Instance[]} */ #idle = [];
  /** @type {(() => void)[]} */ #waiting = [];
  #active = 0;
  #host;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * Answers a request; its body is given apart, as bytes.
   * @param {Request} request
   * @param {Uint8Array | null} body
   * @param {any} env
   * @param {any} ctx
   * @param {Record<string, string>} [known] the publisher's validators of a card that is kept
   * @returns {Promise<Response>} with its body complete
   */
  async handle(request, body, env, ctx, known = {}) {
    if (this.#active >= MAX_ACTIVE) {
      if (this.#waiting.length >= MAX_WAITING) throw new Busy();
      await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
    }
    this.#active++;
    try {
      const instance = this.#idle.pop() ?? await start(this.#host, env, ctx);
      instance.host.body = body;
      const bare = new Request(request.url, { method: request.method, headers: request.headers });
      for (const name of ["Keypoints-Known-Etag", "Keypoints-Known-Modified"]) bare.headers.delete(name); // ours alone
      for (const [name, value] of Object.entries(known)) bare.headers.set(name, value);
      const response = await /** @type {NonNullable<Instance["binding"]["handleRequest"]>} */ (instance.binding.handleRequest)(bare);
      instance.host.body = null;
      if (!instance.ended && instance.memory() <= MAX_MEMORY) this.#idle.push(instance);
      return response;
    } finally {
      this.#active--;
      this.#waiting.shift()?.();
    }
  }
}

/**
 * Starts worker.wasm. syumai/workers and the Worker read globalThis.context while Go's
 * packages initialize, which happens before run() first returns; taken away right
 * after, it cannot mix up concurrent requests.
 * @param {Host} shared
 * @param {any} env
 * @param {any} ctx
 * @returns {Promise<Instance>}
 */
async function start(shared, env, ctx) {
  /** @type {any} */ const scope = globalThis;
  const go = new scope.Go();
  let ready = () => {};
  const isReady = new Promise((resolve) => { ready = () => resolve(undefined); });
  const module = new WebAssembly.Instance(workerModule, { ...go.importObject, workers: { ready: () => ready() } });
  const exports = /** @type {{mem: WebAssembly.Memory}} */ (/** @type {unknown} */ (module.exports));
  /** @type {Instance} */
  const instance = { binding: {}, host: { ...shared, body: null }, memory: () => exports.mem.buffer.byteLength, ended: false };
  scope.context = { env, ctx, binding: instance.binding, host: instance.host };
  try {
    go.run(module).finally(() => { instance.ended = true; });
  } finally {
    delete scope.context;
  }
  await isReady;
  return instance;
}
