/**
 * The Worker's bundle in one workerd process, without miniflare's Workers before and
 * behind it: what is measured is what Cloudflare runs. Cache API and KV are a small
 * Worker (tiers.mjs) in the same process.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import workerd from "workerd"; // its path

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Files of a bundle: the entry, and the modules beside it. @typedef {Record<string, string | Uint8Array>} Modules */

/** The Worker's bundle as wrangler writes it. @param {string} [folder] @returns {Modules} */
export function bundle(folder = join(root, "dist/bundle")) {
  const names = readdirSync(folder).filter((n) => /\.(js|wasm)$/.test(n)).sort((a) => (a === "entry.js" ? -1 : 1));
  if (names[0] !== "entry.js") throw new Error(`${folder} has no entry.js: run make build`);
  return Object.fromEntries(names.map((n) => [n, readFileSync(join(folder, n))]));
}

/**
 * Starts workerd on a free port of this machine.
 * @param {Modules} modules
 * @param {Record<string, string>} [variables]
 * @param {{tiers?: boolean | "failing", kv?: string, onLog?: (line: string) => void}} [options] tiers: with Cache API and KV, or with such that fail; kv: address of another KV
 * @returns {Promise<{port: number, ports: Record<string, number>, pid: number, stop: () => Promise<void>, cpu: () => number, memory: () => number}>}
 *   ports: of further isolates with the same KV: "cache-reader" has the same Cache API too, "kv-reader" an empty one
 */
export async function start(modules, variables = {}, { tiers = true, kv = "", onLog = () => {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "keypoints-load-"));
  const write = (/** @type {Modules} */ all, /** @type {string} */ prefix) => Object.entries(all).map(([name, content]) => {
    writeFileSync(join(folder, prefix + name), content);
    return `(name = "${name}", ${name.endsWith(".wasm") ? "wasm" : "esModule"} = embed "${prefix + name}")`;
  }).join(", ");
  const bindings = Object.entries(variables).map(([name, value]) => `(name = "${name}", text = ${JSON.stringify(value)})`);
  if (tiers) bindings.push('(name = "CARDS", kvNamespace = "kv")');
  const tier = (/** @type {string} */ name) => `(name = "${name}", worker = (modules = [${write({ "tiers.mjs": readFileSync(new URL("tiers.mjs", import.meta.url)) }, name + "-")}],
      compatibilityDate = "2026-04-01", bindings = [(name = "KIND", text = "${tiers === true ? name : tiers}")])),`;
  const isolate = (/** @type {string} */ name, /** @type {string} */ cache) => `(name = "${name}", worker = (modules = [${write(modules, "")}], compatibilityDate = "2026-04-01",
      globalOutbound = "net", ${tiers ? `cacheApiOutbound = "${cache}", ` : ""}bindings = [${bindings.join(", ")}])),\n    `;
  const socket = (/** @type {string} */ name) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}"), `;
  writeFileSync(join(folder, "config.capnp"), `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = [${(process.env.V8FLAGS ?? "").split(" ").filter(Boolean).map((f) => JSON.stringify(f)).join(", ")}],
  services = [
    ${isolate("main", "cache")}
    ${tiers ? isolate("cache-reader", "cache") + isolate("kv-reader", "empty") + tier("cache") + (kv ? `(name = "kv", external = (address = "${kv}", http = ())),` : tier("kv")) + tier("empty") : ""}
    (name = "net", network = (allow = ["public", "private"]))
  ],
  sockets = [${socket("main")}${tiers ? socket("cache-reader") + socket("kv-reader") : ""}]
);
`);
  const child = spawn(/** @type {any} */ (workerd).default ?? workerd, ["serve", "--control-fd=3", "config.capnp"], { cwd: folder, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stdout) }).on("line", onLog);
  // console.error, and what workerd itself has to say.
  createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stderr) }).on("line", (line) => (line.startsWith("{") ? onLog(line) : console.error(line)));
  const died = (/** @type {number | null} */ code, /** @type {string | null} */ signal) => console.error(`workerd ended with ${code ?? signal}`);
  child.once("exit", died);
  const stop = async () => {
    child.off("exit", died);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", () => child.kill());
  /** @type {Record<string, number>} */ const ports = {};
  await new Promise((resolve, reject) => {
    createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stdio[3]) }).on("line", (line) => {
      const said = JSON.parse(line);
      if (said.event === "listen") ports[said.socket] = said.port;
      if (Object.keys(ports).length === (tiers ? 3 : 1)) resolve(undefined);
    });
    child.once("exit", (code) => reject(new Error(`workerd ended with ${code}`)));
  });
  const pid = /** @type {number} */ (child.pid);
  return { port: ports.main, ports, pid, stop, cpu: () => cpu(pid), memory: () => memory(pid) };
}

/** Milliseconds of processor time that a process has used. @param {number} pid */
function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12])); // utime and stime, in ticks of 10 ms
}

/** Bytes of memory that a process holds. @param {number} pid */
function memory(pid) {
  return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
