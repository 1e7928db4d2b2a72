/** The card from the endpoint. */

/** @typedef {import("./card.mjs").Card} Card */
/** @typedef {{url: string, quotes: string, denials: string, lang: string, include?: string, contentType?: string, format?: string}} Options */

/**
 * Throws what fetch does, or the answer with its problem; reason.mjs puts either in words.
 * @param {string} base URL of the API's folder, ending in /v1/
 * @param {Options} options
 * @param {AbortSignal} signal
 * @param {number} patience ms to wait for the answer
 * @returns {Promise<Card>}
 */
export async function fetchCard(base, options, signal, patience) {
  if (!base) throw base;
  const at = new URL(base + "card", document.baseURI);
  for (const [name, value] of Object.entries(options)) if (value) at.searchParams.set(name, value);
  const answer = await fetch(at, { credentials: "omit", signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) });
  const body = await answer.json().catch(() => null);
  if (answer.ok && body) return body;
  throw { answer, body };
}
