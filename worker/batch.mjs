/**
 * POST /v1/cards: a line of JSON in, a line of JSON out, in order and at once. The
 * same as api/batch.go does natively; here Go gives a response whole, so lines are
 * parted and joined in JavaScript.
 */
import { Refused, Upload, drain, release } from "./body.mjs";
import { tooMany } from "./limit.mjs";
import { isProblem, responseOf } from "./message.mjs";
import { Busy, problem, shared } from "./problem.mjs";

/** As in api/batch.go. */
const MAX_LINES = 1000;

const TYPES = ["application/x-ndjson", "application/ndjson", "application/jsonl"];
const OPTIONS = ["format", "quotes", "denials", "include", "lang", "min-confidence", "notice", "policy"];

/**
 * @param {Request} request
 * @param {URL} url
 * @param {any} env
 * @param {any} ctx
 * @param {import("./pool.mjs").Pool} pool
 */
export async function batch(request, url, env, ctx, pool) {
  // The first line is counted here: what follows runs the API.
  const refusal = (await tooMany(request, env)) ?? (await refuse(request, url, env, ctx, pool));
  if (refusal) {
    await drain(request);
    return refusal;
  }
  const address = addressOf(url);
  const { readable, writable } = new TransformStream();
  const work = copy(request, writable.getWriter(), async (line, index) => {
    if (index >= MAX_LINES) return { response: problem("too-large", {}, "a batch may have 1,000 lines: this one and those behind it are not read"), last: true };
    const refused = index > 0 ? await tooMany(request, env) : undefined;
    if (refused) return { response: problem("rate-limited", {}, `Send this line and those behind it again after ${refused.headers.get("Retry-After")} seconds: they are not read.`), last: true };
    try {
      return { response: responseOf(await pool.handle(post(address), line, env, ctx)), last: false };
    } catch (e) {
      return { response: problem(e instanceof Busy ? "overloaded" : "internal"), last: false };
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
  return isProblem(checked, "bad-options") ? responseOf(checked) : undefined;
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

/** @param {string} url  @returns {import("./message.mjs").Asked} */
const post = (url) => ({ url, method: "POST", headers: [["Content-Type", "application/json"]] });

/**
 * Answers a batch line by line. After the last line that is answered it reads the rest
 * away, within bounds, and only then ends: some clients do not listen while they send.
 * @param {Request} request
 * @param {WritableStreamDefaultWriter} out
 * @param {(line: Uint8Array, index: number) => Promise<{response: Response, last: boolean}>} answer
 */
async function copy(request, out, answer) {
  const encoder = new TextEncoder(), upload = new Upload(request);
  let index = 0;
  const write = async (/** @type {Response} */ response) => {
    const body = (await response.text()).trim();
    await out.write(encoder.encode(`{"index":${index},"${response.ok ? "card" : "problem"}":${body}}\n`));
    index++;
  };
  try {
    for await (const line of linesOf(upload)) {
      if (line.every(isSpace)) continue;
      const { response, last } = await answer(line, index);
      upload.begin(); // the line is no longer needed, and the client may take its time to read
      await write(response);
      if (last) break;
    }
    await upload.drain();
    await out.close();
  } catch (e) {
    try {
      if (!(e instanceof Refused)) throw e;
      await write(problem(e.problem));
      await upload.drain();
      await out.close();
    } catch {
      upload.end();
      release(request);
      await out.abort(e).catch(() => {});
    }
  }
}

/** White space of JSON. @param {number} byte */
const isSpace = (byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;

/**
 * The lines of a body, each with 30 s of its own. One that is too long is cut one byte
 * above the bound, which the API then refuses.
 * @param {Upload} upload
 */
async function* linesOf(upload) {
  for (let chunk; (chunk = await upload.next());) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      upload.keep(chunk.subarray(from, end));
      from = end + 1;
      yield upload.whole();
      upload.begin();
    }
    upload.keep(chunk.subarray(from));
  }
  yield upload.whole();
}
