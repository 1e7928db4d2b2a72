/**
 * Runs the Worker's real bundle in the real workerd and prints its address:
 *
 *     node worker/test/serve.mjs [--bundle dist/bundle] [--engine engine.wasm] [--public dist/public] [NAME=VALUE …]
 *
 * --engine takes another engine than the bundle's, --public serves static files before it,
 * as Cloudflare does. NAME=VALUE are the Worker's variables.
 * It ends when its standard input does.
 */
import { Miniflare } from "miniflare";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} name @param {string} byDefault */
const option = (name, byDefault) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : byDefault);

const bundle = option("--bundle", "dist/bundle"), engine = option("--engine", ""), directory = option("--public", "");
const bindings = Object.fromEntries(process.argv.slice(2).filter((a) => a.includes("=")).map((a) => [a.slice(0, a.indexOf("=")), a.slice(a.indexOf("=") + 1)]));

const modules = readdirSync(bundle).filter((n) => n.endsWith(".js") || n.endsWith(".wasm")).sort()
  .map((name) => ({ type: name.endsWith(".js") ? "ESModule" : "CompiledWasm", path: join(bundle, name), contents: readFileSync(engine && name.endsWith("-engine.wasm") ? engine : join(bundle, name)) }));
modules.sort((a) => (a.path.endsWith("entry.js") ? -1 : 1));

const mf = new Miniflare({
  host: "127.0.0.1", port: 0, cf: false,
  modulesRoot: bundle, modules, compatibilityDate: "2026-04-01",
  bindings,
  ...(directory && { assets: { directory, routerConfig: { has_user_worker: true } } }),
  kvNamespaces: ["CARDS"],
  queueProducers: { WARM: "warm" },
  queueConsumers: { warm: { maxBatchSize: 10, maxBatchTimeout: 1 } },
  unsafeTriggerHandlers: true, // /cdn-cgi/handler/scheduled runs cron
  ratelimits: bindings.RATE_LIMIT ? { RATE_LIMITER: { simple: { limit: Number(bindings.RATE_LIMIT), period: 60 } } } : {},
});
console.log(String(await mf.ready));
process.stdin.resume();
process.stdin.on("end", async () => { await mf.dispose(); process.exit(0); });
