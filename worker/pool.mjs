/**
 * Instances of worker.wasm, kept warm. Each serves one request at a time: workerd
 * binds promises, streams and timers to the request that made them, so two requests
 * must not share a Go scheduler. An instance whose request broke off, or that has
 * grown so large that the idle ones hold too much, is left to the garbage collector.
 */
import "../dist/wasm_exec.js";
import workerModule from "../dist/worker.wasm";
import { NONE } from "./edits.mjs";
import { headersOf, textOf } from "./message.mjs";
import { Busy } from "./problem.mjs";

/** Instances at work; while they wait for a publisher they hold about 5 MB each. */
const MAX_ACTIVE = 8;
/** Requests that wait for an instance; more are told to come again. */
const MAX_WAITING = 200;
/** Milliseconds after which a request counts as lost; a fetch may take 5 s. */
const MAX_TIME = 15_000;
/** Bytes that instances may hold while idle: an isolate has 128 MB, of which the engine may keep 64. */
const MAX_IDLE = 32 << 20;

/** Headers that only we send. */
const OURS = /^keypoints-known-/i;
/** What syumai/workers is to read of a request's headers: see whole.go. */
const NOTHING = new Map();

/**
 * @typedef {object} Host what worker.wasm can call; see worker/engine.go
 * @property {(options: string, page: Uint8Array) => object} summarize
 * @property {(url: string, head: string, time: number, maxBody: number) => Promise<object>} fetch
 */
/** @typedef {import("./message.mjs").Asked} Asked */
/** @typedef {import("./message.mjs").Answer} Answer */
/**
 * @typedef {object} Instance
 * @property {{handleRequest?: (request: object) => Promise<unknown>}} binding
 * @property {Host & {head: string, body: Uint8Array | null, edits: string, answer: (status: number, head: string, body: Uint8Array) => void}} host
 * @property {Answer | null} answer what the last request was answered
 * @property {() => number} memory
 * @property {boolean} ended
 */

export class Pool {
  /** @type {Instance[]} */ #idle = [];
  /** @type {Map<object, number>} requests at work, and when each began */
  #active = new Map();
  /** @type {Set<() => void>} */ #waiting = new Set();
  #host;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /** Bytes that the idle instances hold. */
  get memory() {
    return this.#idle.reduce((sum, instance) => sum + instance.memory(), 0);
  }

  /**
   * Answers a request; its body is given apart, as bytes.
   * @param {Asked} request
   * @param {Uint8Array | null} body
   * @param {any} env
   * @param {any} ctx
   * @param {Record<string, string>} [known] the publisher's validators of a card that is kept
   * @param {string} [edits] the newsroom's, as JSON
   * @returns {Promise<Answer>}
   */
  handle(request, body, env, ctx, known = {}, edits = NONE) {
    const work = this.#handle(request, body, env, ctx, known, edits);
    // Goes on when the client leaves, so that the instance comes back.
    ctx.waitUntil(work.catch(() => {}));
    return work;
  }

  /**
   * @param {Asked} request
   * @param {Uint8Array | null} body
   * @param {any} env
   * @param {any} ctx
   * @param {Record<string, string>} known
   * @param {string} edits
   * @returns {Promise<Answer>}
   */
  async #handle(request, body, env, ctx, known, edits) {
    const turn = {};
    while (!this.#enter(turn)) await this.#turn();
    try {
      const instance = this.#idle.pop() ?? await start(this.#host, env, ctx);
      const { host } = instance;
      host.head = textOf([...request.headers].filter(([name]) => !OURS.test(name)).concat(Object.entries(known)));
      host.body = body;
      host.edits = edits === NONE ? "" : edits;
      const { method, url } = request;
      await /** @type {NonNullable<Instance["binding"]["handleRequest"]>} */ (instance.binding.handleRequest)({ method, url, headers: NOTHING, body: null });
      const { answer } = instance;
      host.body = instance.answer = null;
      if (!instance.ended && this.memory + instance.memory() <= MAX_IDLE) this.#idle.push(instance);
      if (!answer) throw new Error("worker.wasm gave no answer");
      return answer;
    } finally {
      this.#active.delete(turn);
      const next = this.#waiting.values().next().value;
      if (next) {
        this.#waiting.delete(next);
        next();
      }
    }
  }

  /** Takes a place for a request, if one is free. @param {object} turn */
  #enter(turn) {
    const now = Date.now();
    // workerd may drop a request for good, and with it what would give the place back.
    for (const [other, began] of this.#active) if (now - began > MAX_TIME) this.#active.delete(other);
    if (this.#active.size >= MAX_ACTIVE) return false;
    this.#active.set(turn, now);
    return true;
  }

  /**
   * Waits until a place may be free. The timer is this request's own: whoever would
   * wake it up may be gone. It has its own promise too: one that another request has
   * resolved goes on when workerd comes to it, and a request whose last timer has run
   * out before is canceled as hung.
   */
  async #turn() {
    if (this.#waiting.size >= MAX_WAITING) throw new Busy();
    let wake = () => {}, timer;
    const woken = new Promise((resolve) => { wake = () => resolve(undefined); });
    this.#waiting.add(wake);
    try {
      await Promise.race([woken, new Promise((resolve) => { timer = setTimeout(resolve, 500); })]);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(wake);
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
  const instance = {
    binding: {},
    host: {
      ...shared, head: "", body: null, edits: "",
      answer(status, head, body) {
        instance.answer = { status, headers: headersOf(head), body };
      },
    },
    answer: null,
    memory: () => exports.mem.buffer.byteLength,
    ended: false,
  };
  scope.context = { env, ctx, binding: instance.binding, host: instance.host };
  try {
    go.run(module).finally(() => { instance.ended = true; });
  } finally {
    delete scope.context;
  }
  await isReady;
  return instance;
}
