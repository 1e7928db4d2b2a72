/**
 * Requests and answers as the Worker and worker.wasm give them to each other: headers in one
 * text, a line "name: value" each. Go pays for every value that it takes from JavaScript, and
 * workerd for every Request, Response and Headers.
 */

/**
 * @typedef {object} Asked a request without its body; a Request is one
 * @property {string} method
 * @property {string} url
 * @property {Iterable<[string, string]>} headers
 */
/** @typedef {{status: number, headers: [string, string][], body: Uint8Array}} Answer */

/** @param {Iterable<[string, string]>} headers */
export const textOf = (headers) => Array.from(headers, ([name, value]) => `${name}: ${value}\n`).join("");

/**
 * @param {string} text
 * @returns {[string, string][]} the names in small letters
 */
export function headersOf(text) {
  return text.split("\n").slice(0, -1).map((line) => {
    const end = line.indexOf(": ");
    return [line.slice(0, end).toLowerCase(), line.slice(end + 2)];
  });
}

/** @param {Answer} answer */
export const responseOf = ({ status, headers, body }) => new Response(body.length ? body : null, { status, headers });

/** Whether an answer is a problem with a request. @param {Answer} answer  @param {import("./problem.mjs").Name} name */
export const isProblem = ({ status, body }, name) => status === 400 && new TextDecoder().decode(body).includes(`"/problems/${name}"`);
