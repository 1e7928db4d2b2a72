import { canonical } from "./key.mjs";
import { problem, shared } from "./problem.mjs";
import { bears } from "./secret.mjs";

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
  if (!(await bears(request, env.PURGE_SECRET))) {
    return problem("unauthorized", { "WWW-Authenticate": 'Bearer realm="purge"' });
  }
  const page = canonical(url.searchParams.get("url") ?? "");
  if (!page) return problem("bad-url");
  const purged = await cards.purge(page, env);
  return new Response(JSON.stringify({ purged }) + "\n", { headers: { ...shared, "Content-Type": "application/json", "Cache-Control": "no-store" } });
}
