/**
 * POST /v1/cards: a line of JSON in, a line of JSON out, in order and at once. The
 * same as api/batch.go does natively; here Go gives a response whole, so lines are
 * parted and joined in JavaScript.
 */
import { readBody, release } from "./body.mjs";
import { tooMany } from "./limit.mjs";
import { Busy, problem, shared } from "./problem.mjs";

/** As in api/batch.go. */
const MAX_LINES = 1000, MAX_LINE = 2 * (5 << 20) + 4 * 2048;

const TYPES = ["application/x-ndjson", "application/ndjson", "application/jsonl"];
const OPTIONS = ["format", "quotes", "denials", "include", "lang", "min-confidence"];

/**
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 * @param {any} ctx
 * @param {import("./pool.mjs").Pool} pool
 */
export async function batch(request, url, env, ctx, pool) {
  const refusal = await refuse(request, url, env, ctx, pool);
  if (refusal) {
    await readBody(request); // or the client may never see the answer
    release(request);
    return refusal;
  }
  const address = addressOf(url);
  const { readable, writable } = new TransformStream();
  const work = copy(request, writable.getWriter(), async (line, index) => {
    const refused = index >= MAX_LINES ? problem("too-large", {}, "a batch may have 1,000 lines") : await tooMany(request, env);
    if (refused) return refused;
    try {
      return await pool.handle(post(address), line, env, ctx);
    } catch (e) {
      return problem(e instanceof Busy ? "overloaded" : "internal");
    }
  });
  ctx.waitUntil(work.catch(() => {}));
  return new Response(readable, { headers: { ...shared, "Content-Type": "application/x-ndjson; charset=utf-8", "Cache-Control": "no-store" } });
}

/**
 * The problem of a batch as a whole.
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 * @param {any} ctx
 * @param {import("./pool.mjs").Pool} pool
 * @returns {Promise<Response | undefined>}
 */
async function refuse(request, url, env, ctx, pool) {
  if (!TYPES.includes((request.headers.get("Content-Type") ?? "").split(";")[0].trim().toLowerCase())) {
    return problem("unsupported-type", {}, "send application/x-ndjson: a JSON object on each line");
  }
  if ((url.searchParams.get("format") || "json") !== "json") return problem("bad-options", {}, "a batch gives JSON: leave format away");
  // An empty page asks nothing of the engine but whether the options are valid.
  const checked = await pool.handle(post(addressOf(url)), new TextEncoder().encode('{"text":""}'), env, ctx);
  return (await checked.clone().text()).includes('"/problems/bad-options"') ? checked : undefined;
}

/** Where each line is posted: the options alone, since each line has its own url. @param {URL} url */
function addressOf(url) {
  const query = new URLSearchParams();
  for (const name of OPTIONS) {
    const value = url.searchParams.get(name);
    if (value) query.set(name, value);
  }
  return `https://api.invalid/v1/card?${query}`;
}

/** @param {string} address */
const post = (address) => new Request(address, { method: "POST", headers: { "Content-Type": "application/json" } });

/**
 * @param {Request} request
 * @param {WritableStreamDefaultWriter} out
 * @param {(line: Uint8Array, index: number) => Promise<Response>} answer
 */
async function copy(request, out, answer) {
  const encoder = new TextEncoder(), decoder = new TextDecoder();
  let index = 0;
  try {
    for await (const line of linesOf(request.body)) {
      if (!decoder.decode(line.subarray(0, 64)).trim()) continue;
      const response = await answer(line, index);
      const body = (await response.text()).trim();
      await out.write(encoder.encode(`{"index":${index},"${response.ok ? "card" : "problem"}":${body}}\n`));
      index++;
    }
    await out.close();
  } catch (e) {
    await out.abort(e).catch(() => {});
  }
}

/**
 * The lines of a stream. A line that is too long is cut one byte above the bound,
 * which the API then refuses.
 * @param {ReadableStream<Uint8Array> | null} body
 */
async function* linesOf(body) {
  if (!body) return;
  /** @type {Uint8Array[]} */ let parts = [];
  let size = 0;
  const take = (/** @type {Uint8Array} */ part) => {
    part = part.slice(0, Math.max(0, MAX_LINE + 1 - size));
    parts.push(part);
    size += part.length;
  };
  const line = () => {
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    parts = [];
    size = 0;
    return whole;
  };
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    let from = 0;
    for (let end = value.indexOf(10); end >= 0; end = value.indexOf(10, from)) {
      take(value.subarray(from, end));
      from = end + 1;
      yield line();
    }
    if (from < value.length) take(value.subarray(from));
  }
  if (size > 0) yield line();
}
