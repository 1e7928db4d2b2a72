import { canonical } from "./key.mjs";
import { problem, shared } from "./problem.mjs";

/**
 * POST /v1/purge?url=…: forgets the cards of a page, for a publisher's hook after a
 * correction.
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 * @param {import("./cards.mjs").Cards} cards
 */
export async function purge(request, url, env, cards) {
  if (request.method !== "POST") return problem("method-not-allowed", { Allow: "POST" });
  const token = /^bearer (.*)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (!env.PURGE_SECRET || token === undefined || !(await same(token, env.PURGE_SECRET))) {
    return problem("unauthorized", { "WWW-Authenticate": 'Bearer realm="purge"' });
  }
  const page = canonical(url.searchParams.get("url") ?? "");
  if (!page) return problem("bad-url");
  const purged = await cards.purge(page, env);
  return new Response(JSON.stringify({ purged }) + "\n", { headers: { ...shared, "Content-Type": "application/json", "Cache-Control": "no-store" } });
}

/**
 * Compares two secrets in a time that tells nothing of where they differ, nor of
 * their lengths: their hashes are compared.
 * @param {string} a
 * @param {string} b
 */
async function same(a, b) {
  const [x, y] = await Promise.all([a, b].map((s) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(s))));
  const p = new Uint8Array(x), q = new Uint8Array(y);
  let different = 0;
  for (let i = 0; i < p.length; i++) different |= p[i] ^ q[i];
  return different === 0;
}
