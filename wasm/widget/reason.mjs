/** Why there is no card, in words for the publisher. */

/**
 * @param {string} type stable name, such as "not-an-article" or "network"
 * @param {string} message
 * @param {boolean} [final] whether another way to the card would end the same
 */
export const failure = (type, message, final = false) => Object.assign(new Error(message), { type, final });

/**
 * Why the endpoint has none.
 * @param {any} thrown what fetchCard threw  @param {string} base URL of the API's folder
 */
export function reason(thrown, base) {
  if (!base) return failure("no-endpoint", "name one");
  const { origin } = new URL(base, document.baseURI), { answer, body } = thrown;
  if (!answer) return failure("network", `no answer from ${origin}, or the CSP lacks "connect-src ${origin}": ${thrown}`);
  const type = body?.type?.split("/").pop() || "http-" + answer.status;
  return failure(type, `${answer.url} answered ${answer.status}: ${body?.detail ?? body?.title ?? answer.statusText}`, answer.status === 422);
}
