/**
 * The problems (RFC 9457) that are answered before Go is asked. The rest, and
 * these too, are listed in api/problem.go; a test compares them.
 */
export const problems = /** @type {const} */ ({
  "too-large": [413, "The page is too large", "A page may have 5 MB (5,242,880 bytes) after decompression."],
  "request-timeout": [408, "The request took too long", "Send the whole body within 30 seconds."],
  "unsupported-type": [415, "The content type is not supported", "Send text/html, application/xhtml+xml, text/plain or application/json."],
  "bad-options": [400, "A parameter is not valid", "The detail names the parameter and what it may be."],
  "bad-edits": [400, "The edits are not valid", "The detail names the field and what it may be."],
  "changed-meanwhile": [412, "Somebody else has changed the edits", "Get them again, and save yours with the ETag that they have now in If-Match."],
  "store-failed": [503, "The store did not answer", "Try again after the seconds that Retry-After names: what was sent may be saved or not."],
  "not-implemented": [501, "Not implemented", "Ask for JSON."],
  "rate-limited": [429, "Too many requests", "Try again after the seconds that Retry-After names."],
  "unauthorized": [401, "The secret is missing or wrong", "Send Authorization: Bearer and the secret of PURGE_SECRET, or for edits and history of EDITS_SECRET."],
  "method-not-allowed": [405, "Method not allowed", "The Allow header names the methods."],
  "bad-url": [400, "The url is not valid", "Give an absolute https address of at most 2,048 bytes without user name or password."],
  "internal": [500, "Internal error", "Try again; the next request is served by a new instance."],
  "overloaded": [503, "Too many requests at once", "Try again after the seconds that Retry-After names."],
});

/** @typedef {keyof typeof problems} Name */

/** Thrown when as many requests wait as may: the problem is "overloaded". */
export class Busy extends Error {}

/** The headers of every response, as in api/api.go. */
export const shared = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Server-Timing, Cache-Status, RateLimit, RateLimit-Policy, Retry-After",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/**
 * @param {Name} name
 * @param {Record<string, string>} [headers]
 * @param {string} [detail] instead of the general advice
 */
export function problem(name, headers = {}, detail) {
  const [status, title, help] = problems[name];
  return new Response(JSON.stringify({ type: `/problems/${name}`, title, status, detail: detail ?? help }) + "\n", {
    status,
    headers: { ...shared, "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}
