/**
 * One exchange with a publisher's server: no redirect is followed, no cookie and no
 * authorization goes along, and the deadline covers the body too. Go decides which
 * address may be asked (worker/origin).
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {number} time milliseconds
 * @param {number} maxBody bytes after decompression; reading stops one byte above
 * @returns {Promise<{failure?: string, status?: number, headers?: Headers, body?: Uint8Array}>}
 */
export async function exchange(url, headers, time, maxBody) {
  const signal = AbortSignal.timeout(Math.max(time, 1));
  try {
    const response = await fetch(url, { headers, redirect: "manual", signal });
    if (response.status !== 200 || !response.body) {
      response.body?.cancel().catch(() => {});
      return { status: response.status, headers: response.headers, body: new Uint8Array(0) };
    }
    const reader = response.body.getReader();
    /** @type {Uint8Array[]} */ const chunks = [];
    let size = 0;
    while (size <= maxBody) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
    }
    if (size > maxBody) reader.cancel().catch(() => {});
    const body = new Uint8Array(Math.min(size, maxBody + 1));
    let at = 0;
    for (const chunk of chunks) {
      body.set(chunk.subarray(0, body.length - at), at);
      at += Math.min(chunk.length, body.length - at);
    }
    return { status: response.status, headers: response.headers, body };
  } catch (e) {
    return { failure: signal.aborted ? "timeout" : String(e) };
  }
}
