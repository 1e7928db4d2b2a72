/**
 * engine.wasm for JavaScript: the same class runs in a browser's worker, in
 * workerd and in Node. The protocol is documented in wasm/main.go.
 *
 *     const engine = await Engine.from(fetch("engine.wasm"));
 *     const { code, type, bytes } = engine.summarize({ url, quotes: "3" }, pageBytes);
 */
import { wasi } from "./wasi.mjs";

/** Above this size of its memory an instance is dropped after the call: wasm memory never shrinks. */
const MAX_MEMORY = 64 << 20;

/** The code of a page in a charset that the engine leaves to TextDecoder. */
const UNSUPPORTED_ENCODING = 5;

/**
 * @typedef {object} Options as in the HTTP API; all optional, all strings
 * @property {string} [contentType] of the page, as in HTTP, with charset where known
 * @property {string} [url] the page's address, base of its links
 * @property {string} [format] json, html, page, jsonld or markdown
 * @property {string} [quotes] 0 to 20, or all
 * @property {string} [denials] 0 to 20, or all
 * @property {string} [include] comma list of body, quotes, article, no-comment, why
 * @property {string} [lang] BCP 47, language of the labels
 */

/**
 * @typedef {object} Answer
 * @property {number} code 0, or the number of the reason why there is no card
 * @property {string} type media type of the card; with a code, its stable name such as "not-an-article"
 * @property {Uint8Array} bytes the card; with a code, a message in English
 */

/**
 * @typedef {object} Bounds
 * @property {number} [maxMemory] bytes above which an instance is dropped after its page
 * @property {number} [garbage] percent of what is alive that may be garbage before it is
 *   collected within a page (Go's GOGC). The engine collects between pages by itself, so
 *   300 takes a page no more memory than 100, and less time
 */

/** @typedef {{memory: WebAssembly.Memory, _initialize: () => void, allocate: (size: number) => number, summarize: (options: number, page: number) => number, result: (part: number) => bigint, version: () => bigint}} Exports */

/** Thrown when the engine broke on a page. The next call runs in a new instance. */
export class EngineError extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(`the engine broke on this page: ${cause instanceof Error ? cause.message : cause}`, { cause });
    this.name = "EngineError";
  }
}

export class Engine {
  /** @type {WebAssembly.Module} */ #module;
  /** @type {Exports | null} */ #exports = null;
  #maxMemory;
  #garbage;

  /**
   * @param {WebAssembly.Module} module
   * @param {Bounds} [bounds]
   */
  constructor(module, { maxMemory = MAX_MEMORY, garbage = 300 } = {}) {
    this.#module = module;
    this.#maxMemory = maxMemory;
    this.#garbage = garbage;
  }

  /**
   * @param {WebAssembly.Module | BufferSource | Response | PromiseLike<Response>} source
   * @param {Bounds} [bounds]
   */
  static async from(source, bounds) {
    const from = await source;
    if (from instanceof WebAssembly.Module) return new Engine(from, bounds);
    if (typeof Response === "undefined" || !(from instanceof Response)) {
      return new Engine(await WebAssembly.compile(/** @type {BufferSource} */ (from)), bounds);
    }
    if (!from.ok) throw new Error(`engine.wasm: HTTP ${from.status} from ${from.url}`);
    // compileStreaming insists on the media type; a CDN that serves another one still works.
    const streams = from.headers.get("content-type")?.startsWith("application/wasm");
    return new Engine(await (streams ? WebAssembly.compileStreaming(from) : WebAssembly.compile(await from.arrayBuffer())), bounds);
  }

  /** Makes the instance now rather than at the first page. */
  start() {
    if (this.#exports) return this.#exports;
    /** @type {Exports} */ let exports;
    const instance = new WebAssembly.Instance(this.#module, wasi(() => exports.memory, { GOGC: String(this.#garbage) }));
    exports = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
    exports._initialize();
    return (this.#exports = exports);
  }

  /** Bytes of the instance's memory, 0 without an instance. */
  get memory() {
    return this.#exports?.memory.buffer.byteLength ?? 0;
  }

  get version() {
    return this.#guard((e) => new TextDecoder().decode(bytesAt(e, e.version())));
  }

  /**
   * @param {Options} options
   * @param {Uint8Array} page the page's bytes as they came
   * @returns {Answer}
   * @throws {EngineError}
   */
  summarize(options, page) {
    const first = this.#call(options, page);
    if (first.code !== UNSUPPORTED_ENCODING || !first.charset) return first;
    const decoded = decode(first.charset, page);
    if (!decoded) return first;
    const media = (options.contentType ?? "").split(";")[0].trim() || "text/html";
    return this.#call({ ...options, contentType: `${media}; charset=utf-8` }, decoded);
  }

  /**
   * @param {Options} options
   * @param {Uint8Array} page
   * @returns {Answer & {charset: string}}
   */
  #call(options, page) {
    return this.#guard((e) => {
      const json = new TextEncoder().encode(JSON.stringify(options));
      const at = e.allocate(json.length + page.length) >>> 0;
      const input = new Uint8Array(e.memory.buffer, at, json.length + page.length);
      input.set(json);
      input.set(page, json.length);
      const code = e.summarize(json.length, page.length);
      const bytes = bytesAt(e, e.result(0));
      const type = new TextDecoder().decode(bytesAt(e, e.result(1)));
      const charset = new TextDecoder().decode(bytesAt(e, e.result(2)));
      if (e.memory.buffer.byteLength > this.#maxMemory) this.#exports = null;
      return { code, type, bytes, charset };
    });
  }

  /**
   * Runs a call; whatever it throws (a trap, an exhausted stack, Go's exit) leaves
   * the instance in an unknown state, so it is dropped.
   * @template T
   * @param {(exports: Exports) => T} call
   * @returns {T}
   */
  #guard(call) {
    try {
      return call(this.start());
    } catch (cause) {
      this.#exports = null;
      throw new EngineError(cause);
    }
  }
}

/**
 * A copy of what the engine points to, since its memory moves when it grows.
 * @param {Exports} e
 * @param {bigint} place address<<32 | size
 */
function bytesAt(e, place) {
  const at = Number(BigInt.asUintN(64, place) >> 32n), size = Number(place & 0xffffffffn);
  return new Uint8Array(e.memory.buffer, at, size).slice();
}

/**
 * UTF-8 bytes of a page in another charset, or null where the host cannot decode it.
 * @param {string} charset
 * @param {Uint8Array} page
 */
function decode(charset, page) {
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(page));
  } catch {
    return null;
  }
}
