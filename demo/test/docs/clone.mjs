/**
 * A clean copy of the project, as somebody has it who has just cloned it and run npm ci,
 * and the shell commands of the documents in it.
 *
 * They run as they are pasted, but for what needs an account or half an hour. Small
 * programs of this folder stand in PATH before these:
 *
 *     npm ci                   --dry-run: says whether package.json and its lock agree
 *     make                     -n, but for make page
 *     npx wrangler             deploy --dry-run; dev until it answers; others: whether they exist
 *     go run ./demo            without a page: until the demo page is there
 *     go run ./wasm/fit        whether the flags exist: the gold is not in the project
 *     go test ./...            go vet ./...
 *     curl                     fails where the answer is a problem
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./blocks.mjs";

const examples = "wasm/widget/npm/examples";
const wrangler = { WRANGLER_SEND_METRICS: "false", WRANGLER_SEND_ERROR_REPORTS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", CI: "true" };

/** Programs in front of those of the machine; $REAL is the real one. @type {Record<string, string>} */
const programs = {
  npm: `case "$*" in ci|"ci "*) exec "$REAL" "$@" --dry-run --offline --ignore-scripts --no-audit --no-fund;; esac\nexec "$REAL" "$@"`,
  make: `case "$*" in *PAGE=*) exec "$REAL" "$@";; esac\nexec "$REAL" -n "$@"`,
  curl: `exec "$REAL" -sS --fail-with-body "$@"`,
  npx: `exec node "$TOOLS/wrangler.mjs" "$@"`,
  go: `case "$*" in
"run ./demo"|"run ./demo -store "*) exec node "$TOOLS/served.mjs" "Key Points: http" "$REAL" "$@" -addr 127.0.0.1:0;;
"run ./wasm/fit "*) "$REAL" run ./wasm/fit -h > "$TOOLS/flags" 2>&1 || true; for word in "$@"; do case "$word" in -*) grep -q -e "^  $word" "$TOOLS/flags" || { echo "no flag $word"; exit 1; };; esac; done; exit 0;;
"test ./...") exec "$REAL" vet ./...;;
esac
exec "$REAL" "$@"`,
};

/** Runs a program until a line of it holds a text, or fails. */
const served = `import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
const [wanted, program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"], detached: true });
const end = (code) => { try { process.kill(-child.pid, "SIGKILL"); } catch {} process.exit(code); };
child.on("exit", () => end(1));
createInterface({ input: child.stdout }).on("line", (line) => { console.log(line); if (line.includes(wanted)) end(0); });
`;

/** npx: wrangler's commands, without an account. */
const npx = `import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
const [program, ...args] = process.argv.slice(2);
if (program !== "wrangler") { console.error("only wrangler is run by npx"); process.exit(1); }
const tools = dirname(fileURLToPath(import.meta.url));
const run = (command, args) => process.exit(spawnSync(command, args, { stdio: "inherit" }).status ?? 1);
if (args[0] === "deploy") run("node_modules/.bin/wrangler", args.includes("--dry-run") ? args : [...args, "--dry-run"]);
if (args[0] === "dev") run("node", [join(tools, "served.mjs"), "Ready on http", "node_modules/.bin/wrangler", ...args, "--ip", "127.0.0.1", "--port", "0"]);
const words = args.filter((a, i) => /^[a-z]+$/.test(a) && args[i - 1] !== "--env");
const flags = args.filter((a) => a.startsWith("--"));
const help = spawnSync("node_modules/.bin/wrangler", [...words, "--help"], { encoding: "utf8" });
const known = help.status === 0 && help.stdout.startsWith("wrangler " + words.join(" ")) && flags.every((f) => help.stdout.includes(f));
if (!known) console.error("wrangler has no " + args.join(" ") + "\\n" + help.stdout + help.stderr);
process.exit(known ? 0 : 1);
`;

/** Makes the copy. @returns {Clone} */
export function clone() {
  const folder = mkdtempSync(join(tmpdir(), "key-points-clone-"));
  const at = join(folder, "keypoints"), tools = join(folder, "tools");
  const left = new Set([".git", "dist", "node_modules", ".wrangler"]);
  cpSync(root, at, { recursive: true, filter: (path) => !left.has(path.slice(path.lastIndexOf("/") + 1)) });
  for (const modules of ["node_modules", examples + "/node_modules"]) if (existsSync(root + modules)) symlinkSync(root + modules, join(at, modules));
  mkdirSync(tools);
  mkdirSync(join(folder, "tmp"));
  writeFileSync(join(tools, "served.mjs"), served);
  writeFileSync(join(tools, "wrangler.mjs"), npx);
  for (const [name, script] of Object.entries(programs)) {
    const real = (process.env.PATH ?? "").split(delimiter).map((dir) => join(dir, name)).find((path) => existsSync(path)) ?? name;
    writeFileSync(join(tools, name), `#!/bin/sh\nTOOLS='${tools}'\nREAL='${real}'\n${script}\n`, { mode: 0o755 });
  }
  const env = { ...process.env, ...wrangler, PATH: tools + delimiter + process.env.PATH, EDITS_SECRET: "secret", PURGE_SECRET: "secret", CMS_KEY: "key", TMPDIR: join(folder, "tmp") };
  return {
    at, folder, env,
    run: (script) => new Promise((resolve) => {
      const child = spawn("sh", ["-eu"], { cwd: at, env: { ...env, ALLOWED_HOSTS: "" } });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
      child.on("exit", (code) => resolve({ code: code ?? 1, said }));
      child.stdin.end(script.replaceAll("/tmp/", join(folder, "tmp") + "/"));
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** @typedef {{at: string, folder: string, env: NodeJS.ProcessEnv, run: (script: string) => Promise<{code: number, said: string}>, remove: () => void}} Clone */

/** Starts the demo server of the copy with a store. @param {Clone} copy @returns {Promise<{address: string, stop: () => void}>} */
export async function demo(copy) {
  const program = join(copy.folder, "demo");
  execFileSync("go", ["build", "-o", program, "./demo"], { cwd: copy.at });
  const child = spawn(program, ["-addr", "127.0.0.1:0", "-loopback", "-store", join(copy.folder, "store")], { cwd: copy.at, env: copy.env, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => line.startsWith("Key Points: ") && resolve(line.slice(12)));
    child.on("exit", () => reject(new Error("the demo ended")));
  });
  return { address, stop: () => child.kill() };
}

/** A folder of somebody who has installed the package and the tools of the examples. @param {Clone} copy */
export function consumer(copy) {
  const folder = join(copy.folder, "site"), modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  execFileSync("go", ["run", "./worker/build"], { cwd: copy.at, stdio: "pipe" });
  execFileSync(process.execPath, ["wasm/widget/npm/build.mjs", join(modules, "key-points-element")], { cwd: copy.at, stdio: "pipe" });
  const installed = root + examples + "/node_modules";
  for (const name of existsSync(installed) ? readdirSync(installed) : []) if (name !== "key-points-element") symlinkSync(join(installed, name), join(modules, name));
  return folder;
}

/** @param {string} path in the project */
export const file = (path) => readFileSync(root + path, "utf8");
