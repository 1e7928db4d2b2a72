/** The card from the endpoint, and why there may be none. */

/** @typedef {import("./card.mjs").Card} Card */
/** @typedef {{url: string, quotes: string, denials: string, lang: string, include?: string, contentType?: string, format?: string}} Options */

/**
 * Why there is no card.
 * @param {string} type stable name, such as "not-an-article" or "network"
 * @param {string} message
 * @param {boolean} [final] whether another way to the card would end the same
 */
export const failure = (type, message, final = false) => Object.assign(Error(message), { type, final });

/**
 * @param {string} base URL of the API's folder, ending in /v1/
 * @param {Options} options
 * @param {AbortSignal} signal
 * @param {number} patience ms to wait for the answer
 * @returns {Promise<Card>}
 */
export async function fetchCard(base, options, signal, patience) {
  if (!base) throw failure("no-endpoint", "name one");
  const at = new URL("card", new URL(base, document.baseURI));
  for (const [name, value] of Object.entries(options)) if (value) at.searchParams.set(name, value);
  let response;
  try {
    response = await fetch(at, { credentials: "omit", signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw failure("network", `no answer from ${at.origin}, or the CSP lacks "connect-src ${at.origin}": ${cause}`);
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body;
  const type = body?.type?.split("/").pop() || "http-" + response.status;
  throw failure(type, `${at} answered ${response.status}: ${body?.detail ?? body?.title ?? response.statusText}`, response.status === 422);
}
