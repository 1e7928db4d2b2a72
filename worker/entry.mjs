/**
 * The Worker's entry: reads the request's body, keeps one warm engine for the
 * isolate, and runs the API (worker.wasm) for what it cannot answer itself.
 */
import engineModule from "../dist/engine.wasm";
import { Engine } from "../wasm/widget/engine.mjs";
import { readBody } from "./body.mjs";
import { exchange } from "./fetch.mjs";
import { Busy, Pool } from "./pool.mjs";
import { problem } from "./problem.mjs";

const engine = new Engine(engineModule);

const pool = new Pool({
  fetch: exchange,
  summarize(options, page) {
    try {
      return engine.summarize(options, page);
    } catch (e) {
      return { failure: String(e) };
    }
  },
});

export default {
  /**
   * @param {Request} request
   * @param {any} env
   * @param {any} ctx
   */
  async fetch(request, env, ctx) {
    try {
      const { body, failure } = await readBody(request);
      if (failure) return problem(failure);
      return await pool.handle(request, body, env, ctx);
    } catch (e) {
      if (e instanceof Busy) return problem("overloaded", { "Retry-After": "1" });
      console.error(JSON.stringify({ message: "request failed", error: String(e) }));
      return problem("internal");
    }
  },
};
