/**
 * Request bodies, and the lines of a batch, within bounds of size and time: each for
 * itself, those of a client, and all that an isolate holds. Where there is no room, the
 * body that has held most for longest gives up its own: a few uploads that stand still
 * would refuse everybody else's otherwise.
 */
import { clientOf } from "./limit.mjs";

/** The largest body or line that is read: JSON escapes may double a page of 5 MB. As in api/card.go. */
const MAX_BODY = 2 * (5 << 20) + 4 * 2048;
/** Bytes that are read and dropped of a body that is refused: clients that do not listen while they send get the answer after it, and an unread body costs the next request on the connection a 503 under wrangler dev. */
const MAX_DRAINED = 64 << 20;
/** Milliseconds that a body may take. */
const MAX_TIME = 30_000;
/** Bytes of all bodies that an isolate holds at once, which has 128 MB for everything; and of one client's. */
const MAX_HELD = 4 * MAX_BODY, MAX_CLIENT = 2 * MAX_BODY;

/** @typedef {import("./problem.mjs").Name} Name */
/**
 * @typedef {object} Held
 * @property {string} client
 * @property {Uint8Array[]} chunks
 * @property {number} size in bytes
 * @property {number} began milliseconds since 1970
 * @property {boolean} whole it waits for nothing of its client, and is not given up for others
 * @property {boolean} dropped
 */

/** @type {Map<Request, Held>} what is held, by its request */
const held = new Map();

/** @param {Held} body */
function drop(body) {
  body.dropped = true;
  body.chunks.length = body.size = 0;
}

/**
 * Makes room for what a body has grown by.
 * @param {Held} own
 */
function makeRoom(own) {
  const now = Date.now(), sum = { all: 0, client: 0 };
  for (const [request, body] of held) {
    // workerd may drop a request for good, and with it what would give its bytes back.
    if (now - body.began > 2 * MAX_TIME && body !== own) {
      held.delete(request);
      continue;
    }
    sum.all += body.size;
    if (body.client === own.client) sum.client += body.size;
  }
  while (!own.dropped) {
    const itself = own.client !== "" && sum.client > MAX_CLIENT;
    if (!itself && sum.all <= MAX_HELD) return;
    let worst = own, most = -1;
    for (const body of held.values()) {
      const cost = body.size * (now - body.began + 1);
      if (cost > most && !body.whole && (!itself || body.client === own.client)) [worst, most] = [body, cost];
    }
    sum.all -= worst.size;
    if (worst.client === own.client) sum.client -= worst.size;
    drop(worst);
  }
}

/** Gives back what a request's body holds. @param {Request} request */
export const release = (request) => void held.delete(request);

/** Why a body is not read on. */
export class Refused extends Error {
  /** @param {Name} problem */
  constructor(problem) {
    super(problem);
    this.problem = problem;
  }
}

/** A request's body as it comes in: one piece, or one for each line. */
export class Upload {
  #request;
  #maxTime;
  /** @type {ReadableStreamDefaultReader<Uint8Array> | undefined} */ #reader;
  /** @type {Held} */ #held;
  /** @type {Promise<"late"> | undefined} the end of the piece's time */ #late;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {Request} request
   * @param {number} [maxTime] milliseconds of a piece
   */
  constructor(request, maxTime = MAX_TIME) {
    this.#request = request;
    this.#maxTime = maxTime;
    this.#reader = request.body?.getReader();
    this.#held = this.begin();
  }

  /** Begins a piece: what was held before is given back. */
  begin() {
    this.#stop();
    this.#held = { client: clientOf(this.#request), chunks: [], size: 0, began: Date.now(), whole: false, dropped: false };
    held.set(this.#request, this.#held);
    return this.#held;
  }

  /**
   * What comes next of the body, null at its end.
   * @returns {Promise<Uint8Array | null>}
   * @throws {Refused}
   */
  async next() {
    if (!this.#reader) return null;
    const next = await Promise.race([this.#reader.read(), this.#start()]);
    if (next === "late") throw new Refused("request-timeout");
    if (this.#held.dropped) throw new Refused("overloaded");
    return next.done ? null : next.value;
  }

  /** The piece's time runs from when it is first waited for. */
  #start() {
    return this.#late ??= new Promise((resolve) => { this.#timer = setTimeout(() => resolve("late"), this.#maxTime); });
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#late = undefined;
  }

  /**
   * Adds to the piece, up to one byte above the bound.
   * @param {Uint8Array} chunk
   * @throws {Refused}
   */
  keep(chunk) {
    const body = this.#held;
    chunk = chunk.subarray(0, MAX_BODY + 1 - body.size);
    body.chunks.push(chunk);
    body.size += chunk.length;
    makeRoom(body);
    if (body.dropped) throw new Refused("overloaded");
  }

  get tooLarge() {
    return this.#held.size > MAX_BODY;
  }

  /** The piece in one; it is held until the next one begins, or until release. */
  whole() {
    this.#stop();
    const { chunks, size } = this.#held;
    this.#held.whole = true;
    if (chunks.length === 1) return chunks[0];
    const body = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks.splice(0)) {
      body.set(chunk, at);
      at += chunk.length;
    }
    chunks.push(body);
    return body;
  }

  /** Reads on without keeping anything, for a while: until the body's or the piece's end of time. */
  async drain() {
    drop(this.#held);
    release(this.#request);
    try {
      for (let size = 0; this.#reader && size <= MAX_DRAINED;) {
        const next = await Promise.race([this.#reader.read(), this.#start()]);
        if (next === "late" || next.done) break;
        size += next.value.length;
      }
    } catch {} // the client has gone
    this.end();
  }

  /** Ends the reading, wherever it is. */
  end() {
    this.#stop();
    this.#reader?.cancel().catch(() => {});
  }
}

/** Reads the body of a request that is refused away, within bounds. @param {Request} request */
export const drain = (request) => new Upload(request).drain();

/**
 * Reads a request's body whole. Whoever has no further need of it calls release.
 * @param {Request} request
 * @param {number} [maxTime] milliseconds
 * @returns {Promise<{body: Uint8Array | null, failure?: Name}>}
 */
export async function readBody(request, maxTime = MAX_TIME) {
  if (!request.body) return { body: null };
  const upload = new Upload(request, maxTime);
  try {
    for (let chunk; (chunk = await upload.next());) {
      upload.keep(chunk);
      if (upload.tooLarge) throw new Refused("too-large");
    }
    return { body: upload.whole() };
  } catch (e) {
    if (!(e instanceof Refused)) {
      release(request);
      upload.end();
      throw e;
    }
    await upload.drain();
    return { body: null, failure: e.problem };
  }
}
