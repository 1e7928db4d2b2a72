/** The largest body that is read: JSON escapes may double a page of 5 MB. As in api/card.go. */
const MAX_BODY = 2 * (5 << 20) + 4 * 2048;
/** Bytes that are read and dropped of a larger one: an unread body costs the next request on the connection a 503 under wrangler dev. */
const MAX_DRAINED = 64 << 20;
/** Milliseconds that a body may take. */
const MAX_TIME = 30_000;
/** Bytes of all bodies that an isolate holds at once; it has 128 MB for everything. */
const MAX_HELD = 4 * MAX_BODY;

/** @type {Map<object, {size: number, began: number}>} the bodies that are held, by their request */
const held = new Map();

/**
 * Notes that a request holds so much of its body.
 * @param {object} request
 * @param {number} size
 * @returns {boolean} whether all bodies together are within their bound
 */
function hold(request, size) {
  const now = Date.now();
  let sum = size;
  for (const [other, { size, began }] of held) {
    // workerd may drop a request for good, and with it what would give its bytes back.
    if (now - began > 2 * MAX_TIME) held.delete(other);
    else if (other !== request) sum += size;
  }
  if (sum > MAX_HELD) return false;
  held.set(request, { size, began: held.get(request)?.began ?? now });
  return true;
}

/** Gives back what a request's body holds. @param {object} request */
export const release = (request) => void held.delete(request);

/**
 * Reads a request's body whole, within bounds of size and time. Whoever has no further
 * need of it calls release.
 * @param {Request} request
 * @param {number} [maxTime] milliseconds
 * @returns {Promise<{body: Uint8Array | null, failure?: import("./problem.mjs").Name}>}
 */
export async function readBody(request, maxTime = MAX_TIME) {
  if (!request.body) return { body: null };
  const reader = request.body.getReader();
  /** @type {Uint8Array[]} */ let chunks = [];
  /** @type {import("./problem.mjs").Name | undefined} */ let failure;
  let size = 0, timer;
  const late = new Promise((resolve) => { timer = setTimeout(() => resolve("late"), maxTime); });
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === "late") failure = "request-timeout";
      if (next === "late" || next.done || size > MAX_DRAINED) break;
      size += next.value.length;
      if (!failure && size > MAX_BODY) failure = "too-large";
      if (!failure && !hold(request, size)) failure = "overloaded";
      if (!failure) chunks.push(next.value);
      else if (chunks.length > 0) {
        chunks = [];
        release(request);
      }
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
  if (failure) {
    release(request);
    return { body: null, failure };
  }
  if (chunks.length === 1) return { body: chunks[0] };
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return { body };
}
