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

/** The code of a page in a language whose lists it was not given; see Engine.learn. */
export const NEEDS_LANGUAGE = 11;

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
 * @property {string} wanted with NEEDS_LANGUAGE, the language whose lists are, such as "de"; with unsupported-encoding, the charset's label
 */

/**
 * @typedef {object} Bounds
 * @property {number} [maxMemory] bytes above which an instance is dropped after its page
 * @property {number} [garbage] percent of what is alive that may be garbage before it is
 *   collected (Go's GOGC): 300 takes a page no more memory than 100, and less time
 */

/** @typedef {{memory: WebAssembly.Memory, _initialize: () => void, allocate: (size: number) => number, summarize: (options: number, page: number) => number, learn: (tag: number, lists: number) => void, result: (part: number) => bigint, version: () => bigint}} Exports */

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
  /** @type {Map<string, string>} */ #lists = new Map();
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
    // In the one thread of wasm a collection that runs beside the page keeps all that the
    // page makes meanwhile: it stops the page instead.
    const instance = new WebAssembly.Instance(this.#module, wasi(() => exports.memory, { GOGC: String(this.#garbage), GODEBUG: "gcstoptheworld=1" }));
    exports = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
    exports._initialize();
    for (const [tag, lists] of this.#lists) teach(exports, tag, lists);
    return (this.#exports = exports);
  }

  /**
   * Gives the engine the word lists of a language (the file languages/TAG.txt), with which it
   * finds speakers and denials in articles of that language; English it knows. Empty lists let
   * such an article have a card without them, where otherwise the answer is "needs-language".
   * @param {string} tag two letters, such as "de"
   * @param {string} lists
   */
  learn(tag, lists) {
    this.#lists.set(tag, lists);
    if (this.#exports) this.#guard((e) => teach(e, tag, lists));
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
    if (first.code !== UNSUPPORTED_ENCODING || !first.wanted) return first;
    const decoded = decode(first.wanted, page);
    if (!decoded) return first;
    const media = (options.contentType ?? "").split(";")[0].trim() || "text/html";
    return this.#call({ ...options, contentType: `${media}; charset=utf-8` }, decoded);
  }

  /**
   * @param {Options} options
   * @param {Uint8Array} page
   * @returns {Answer}
   */
  #call(options, page) {
    return this.#guard((e) => {
      const json = new TextEncoder().encode(JSON.stringify(options));
      write(e, json, page);
      const code = e.summarize(json.length, page.length);
      const bytes = bytesAt(e, e.result(0));
      const type = new TextDecoder().decode(bytesAt(e, e.result(1)));
      const wanted = new TextDecoder().decode(bytesAt(e, e.result(2)));
      if (e.memory.buffer.byteLength > this.#maxMemory) this.#exports = null;
      return { code, type, bytes, wanted };
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
 * Puts two byte strings into the engine's memory, one behind the other.
 * @param {Exports} e  @param {Uint8Array} first  @param {Uint8Array} second
 */
function write(e, first, second) {
  const at = e.allocate(first.length + second.length) >>> 0;
  const input = new Uint8Array(e.memory.buffer, at, first.length + second.length);
  input.set(first);
  input.set(second, first.length);
}

/** @param {Exports} e  @param {string} tag  @param {string} lists */
function teach(e, tag, lists) {
  const name = new TextEncoder().encode(tag), words = new TextEncoder().encode(lists);
  write(e, name, words);
  e.learn(name.length, words.length);
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
