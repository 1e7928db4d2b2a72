/** The largest body that is read: JSON escapes may double a page of 5 MB. As in api/card.go. */
const MAX_BODY = 2 * (5 << 20) + 4 * 2048;
/** Bytes that are read and dropped of a larger one: an unread body costs the next request on the connection a 503 under wrangler dev. */
const MAX_DRAINED = 64 << 20;
/** Milliseconds that a body may take. */
const MAX_TIME = 30_000;

/**
 * Reads a request's body whole, within bounds of size and time.
 * @param {Request} request
 * @param {number} [maxTime] milliseconds
 * @returns {Promise<{body: Uint8Array | null, failure?: import("./problem.mjs").Name}>}
 */
export async function readBody(request, maxTime = MAX_TIME) {
  if (!request.body) return { body: null };
  const reader = request.body.getReader();
  /** @type {Uint8Array[]} */ const chunks = [];
  let size = 0, timer;
  const late = new Promise((resolve) => { timer = setTimeout(() => resolve("late"), maxTime); });
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === "late") return { body: null, failure: "request-timeout" };
      if (next.done) break;
      size += next.value.length;
      if (size > MAX_DRAINED) return { body: null, failure: "too-large" };
      if (size <= MAX_BODY) chunks.push(next.value);
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
  if (size > MAX_BODY) return { body: null, failure: "too-large" };
  if (chunks.length === 1) return { body: chunks[0] };
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return { body };
}
