/** Limits on what one client may ask for; answers from a cache are free. */
import { problem } from "./problem.mjs";
import { bears } from "./secret.mjs";

/**
 * Counts a request that runs Go: the engine, or the API alone.
 * @param {Request} request
 * @param {any} env
 * @returns {Promise<Response | undefined>} the refusal, if there is one
 */
export async function tooMany(request, env) {
  if (!env.RATE_LIMITER || (await trusted(request, env))) return undefined;
  let success = true;
  try {
    ({ success } = await env.RATE_LIMITER.limit({ key: clientOf(request) }));
  } catch (e) {
    console.error(JSON.stringify({ message: "the rate limiter failed", error: String(e) }));
  }
  if (success) return undefined;
  const period = env.RATE_PERIOD ?? "60";
  return problem("rate-limited", { "Retry-After": period, "RateLimit-Policy": policyOf(env), "RateLimit": `"engine";r=0;t=${period}` });
}

/**
 * Whether a request comes from the publisher's own servers or editors, who have no limit.
 * @param {Request} request
 * @param {any} env
 */
const trusted = async (request, env) => request.headers.has("Authorization") && ((await bears(request, env.CMS_KEY)) || (await bears(request, env.EDITS_SECRET)));

/**
 * The RateLimit-Policy field (draft-ietf-httpapi-ratelimit-headers). The binding tells no
 * counts, so RateLimit itself is known only when nothing remains.
 * @param {any} env
 */
export const policyOf = (env) => `"engine";q=${env.RATE_LIMIT ?? "60"};w=${env.RATE_PERIOD ?? "60"}`;

/**
 * Who asks: an IPv4 address, or the /64 network that an IPv6 client has to itself.
 * @param {Request} request
 */
export function clientOf(request) {
  const address = request.headers.get("CF-Connecting-IP") ?? "";
  return address.includes(":") ? network(address, 4) : address;
}

/**
 * What logs may hold of a client's address: its /24 or /48 network.
 * @param {Request} request
 */
export function loggedClient(request) {
  const address = request.headers.get("CF-Connecting-IP") ?? "";
  return address.includes(":") ? network(address, 3) + "/48" : address.replace(/\.\d+$/, ".0/24");
}

/**
 * The first groups of an IPv6 address.
 * @param {string} address
 * @param {number} groups
 */
function network(address, groups) {
  const [head, tail = ""] = address.toLowerCase().split("::");
  const first = head ? head.split(":") : [], last = tail ? tail.split(":") : [];
  const all = address.includes("::") ? [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill("0"), ...last] : first;
  return all.slice(0, groups).map((g) => g.replace(/^0+(?=.)/, "")).join(":") + "::";
}
