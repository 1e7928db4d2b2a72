/** The real servers of the desk, for its tests: the Worker in workerd and the native one, and a publisher's site. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const secret = "a secret";

/** Why the servers cannot run here, or "". */
export const missing = existsSync(join(root, "dist/bundle/entry.js")) ? "" : "needs dist/bundle (make build)";

/** @typedef {{origin: string, stop: () => void}} Server */

/** @param {string} program  @param {string[]} args  @param {NodeJS.ProcessEnv} env  @param {RegExp} address  @returns {Promise<Server>} */
function start(program, args, env, address) {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "inherit"] });
  const stop = () => {
    child.stdin.end();
    child.kill();
  };
  process.once("exit", stop);
  return new Promise((done, fail) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = address.exec(line);
      if (found) done({ origin: found[1], stop });
    });
    child.once("exit", (code) => fail(new Error(`${program} ended with ${code}`)));
  });
}

/**
 * The Worker in workerd with its static files, as Cloudflare serves both.
 * @param {boolean} [keeps] whether there is a secret
 */
export const workerd = (keeps = true) =>
  start(process.execPath, ["worker/test/serve.mjs", "--public", "dist/public", "DEVELOPMENT=true", ...(keeps ? ["EDITS_SECRET=" + secret] : [])], {}, /^(http:\/\/[^/]+)\/$/);

/** The native server, with a folder for the store. */
export async function native() {
  const folder = mkdtempSync(join(tmpdir(), "keypoints-desk-")), program = join(folder, "demo");
  await new Promise((done, fail) => spawn("go", ["build", "-o", program, "./demo"], { cwd: root, stdio: "inherit" }).once("exit", (code) => (code ? fail(new Error("go build ./demo failed")) : done(undefined))));
  const server = await start(program, ["-addr", "127.0.0.1:0", "-loopback", "-store", join(folder, "store")], { EDITS_SECRET: secret }, /Key Points: (http:\/\/\S+)/);
  return { origin: server.origin, stop: () => (server.stop(), rmSync(folder, { recursive: true, force: true })) };
}

/** A publisher's pages, by their paths. @param {Map<string, string>} pages */
export async function publisher(pages) {
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? "/", "http://localhost").pathname);
    response.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" }).end(page ?? "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  return { origin: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`, stop: () => (server.closeAllConnections(), server.close()) };
}
