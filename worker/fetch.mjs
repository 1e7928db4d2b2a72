import { headersOf, textOf } from "./message.mjs";

/** The headers that worker/origin reads. */
const READ = ["content-type", "location", "etag", "last-modified"];

/**
 * One exchange with a publisher's server: no redirect is followed, no cookie and no
 * authorization goes along, and the deadline covers the body too. Go decides which
 * address may be asked (worker/origin).
 * @param {string} url
 * @param {string} head
 * @param {number} time milliseconds
 * @param {number} maxBody bytes after decompression; reading stops one byte above
 * @returns {Promise<{failure?: string, status?: number, head?: string, body?: Uint8Array}>}
 */
export async function exchange(url, head, time, maxBody) {
  const signal = AbortSignal.timeout(Math.max(time, 1));
  try {
    const response = await fetch(url, { headers: headersOf(head), redirect: "manual", signal });
    const { status, headers } = response;
    const answer = { status, head: textOf(READ.map((name) => [name, headers.get(name) ?? ""])), body: new Uint8Array(0) };
    if (status === 200 && response.body) answer.body = await bytesOf(response.body, maxBody + 1);
    else response.body?.cancel().catch(() => {});
    return answer;
  } catch (e) {
    return { failure: signal.aborted ? "timeout" : String(e) };
  }
}

/** Bytes that a page has room for at first. */
const ROOM = 256 << 10;

/**
 * Reads a stream to its end, or as far as max. Whatever has come is taken at once: by itself
 * workerd gives a page in pieces of 4 KB, each of which wakes the isolate.
 * @param {ReadableStream<Uint8Array>} stream
 * @param {number} max bytes
 */
async function bytesOf(stream, max) {
  const reader = stream.getReader({ mode: "byob" });
  let bytes = new Uint8Array(Math.min(ROOM, max)), size = 0;
  for (;;) {
    // The reader takes the buffer, and gives it back behind what it has read.
    const { done, value } = await reader.read(bytes.subarray(size));
    if (value) {
      bytes = new Uint8Array(value.buffer);
      size += value.length;
    }
    if (size === max) reader.cancel().catch(() => {});
    if (done || size === max) return bytes.subarray(0, size);
    if (size === bytes.length) {
      const larger = new Uint8Array(Math.min(4 * size, max));
      larger.set(bytes);
      bytes = larger;
    }
  }
}
