/**
 * Cache API and KV as workerd asks for them over HTTP, kept in memory: what
 * Cloudflare's own services are to a Worker, for measuring without miniflare.
 */
/** @type {Map<string, {body: ArrayBuffer, metadata: string | null}>} */
const kept = new Map();
/** Entries that are kept, so that a long run does not grow by its tiers. */
const MAX_KEPT = 200;

/** @param {string} name @param {{body: ArrayBuffer, metadata: string | null}} entry */
function keep(name, entry) {
  kept.delete(name);
  kept.set(name, entry);
  if (kept.size > MAX_KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
}

export default {
  /** @param {Request} request @param {{KIND: string}} env */
  async fetch(request, env) {
    if (env.KIND === "failing") return new Response(null, { status: 500 });
    if (env.KIND === "empty") return new Response(null, { status: request.method === "GET" ? 504 : 204, headers: { "CF-Cache-Status": "MISS" } });
    return env.KIND === "kv" ? kv(request) : cache(request);
  },
};

/** @param {Request} request */
async function cache(request) {
  if (request.method === "PUT") {
    // The body is a whole HTTP response.
    keep(request.url, { body: await request.arrayBuffer(), metadata: null });
    return new Response(null, { status: 204 });
  }
  if (request.method === "PURGE") return new Response(null, { status: kept.delete(request.url) ? 200 : 404 });
  const entry = kept.get(request.url);
  if (!entry) return new Response(null, { status: 504, headers: { "CF-Cache-Status": "MISS" } });
  const bytes = new Uint8Array(entry.body);
  let end = 0;
  while (end < bytes.length && !(bytes[end] === 13 && bytes[end + 2] === 13)) end++;
  const head = new TextDecoder().decode(bytes.subarray(0, end)).split("\r\n").slice(1);
  const headers = new Headers(head.map((line) => /** @type {[string, string]} */ ([line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()])));
  headers.set("CF-Cache-Status", "HIT");
  return new Response(bytes.subarray(end + 4), { headers });
}

/** @param {Request} request */
async function kv(request) {
  const url = new URL(request.url), name = decodeURIComponent(url.pathname.slice(1));
  if (request.method === "PUT") {
    keep(name, { body: await request.arrayBuffer(), metadata: request.headers.get("CF-KV-Metadata") });
    return new Response();
  }
  if (request.method === "DELETE") {
    kept.delete(name);
    return new Response();
  }
  if (name === "") {
    const prefix = url.searchParams.get("prefix") ?? "";
    return Response.json({ keys: [...kept.keys()].filter((k) => k.startsWith(prefix)).map((k) => ({ name: k })), list_complete: true });
  }
  const entry = kept.get(name);
  if (!entry) return new Response(null, { status: 404 });
  return new Response(entry.body, { headers: entry.metadata ? { "CF-KV-Metadata": entry.metadata } : {} });
}
