/**
 * The npm package in what sites are built with: servers, bundlers, frameworks. Each
 * example of npm/examples is built with the versions pinned there and opened in Chromium.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launching } from "./harness.mjs";

const examples = fileURLToPath(new URL("../npm/examples/", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
const ready = existsSync(join(root, "dist/engine.wasm")) && existsSync(join(examples, "node_modules/vite")) && launching.executablePath;
const why = "needs dist/engine.wasm (make build), Chromium, and npm ci in wasm/widget/npm/examples";
if (!ready && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error(why);
const options = { skip: ready ? false : why };
process.env.ASTRO_TELEMETRY_DISABLED = "1";

const folder = join(examples, "node_modules/key-points-element");
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {string} */ let out;
before(async () => {
  if (!ready) return;
  out = await mkdtemp(join(tmpdir(), "key-points-stacks-"));
  execFileSync(process.execPath, [join(examples, "../build.mjs"), folder], { stdio: "pipe" });
  browser = await (await import("playwright-core")).chromium.launch(launching);
});
after(async () => {
  await browser?.close();
  if (out) await rm(out, { recursive: true, force: true });
});

/** A package of the examples. @param {string} name  @returns {Promise<any>} */
const tool = async (name) => import(pathToFileURL(createRequire(join(examples, "package.json")).resolve(name)).href);
/** One that has no require. @param {string} path in node_modules  @returns {Promise<any>} */
const module = async (path) => import(pathToFileURL(join(examples, "node_modules", path)).href);
const vite = () => module("vite/dist/node/index.js");

/** Opens an address and checks the card in it: German labels, made by the engine that the page found. @param {string} address */
async function checkCard(address) {
  const page = await browser.newPage();
  /** @type {string[]} */ const wrong = [];
  page.on("response", (r) => r.status() > 399 && !r.url().endsWith("favicon.ico") && wrong.push(`${r.status()} ${r.url()}`));
  page.on("pageerror", (e) => wrong.push(String(e)));
  page.on("console", (m) => m.type() === "error" && !m.location().url.endsWith("favicon.ico") && wrong.push(m.text()));
  try {
    await page.goto(address);
    await page.locator("key-points section[lang=de] li").first().waitFor({ timeout: 20_000 }).catch(() => {});
    const shown = await page.locator("key-points section").first().innerText({ timeout: 1000 }).catch(() => "nothing");
    assert.match(shown, /^Das Wichtigste[\s\S]*Wir schicken niemanden/, wrong.join("\n"));
    assert.deepEqual(wrong, []);
    assert.match(shown, /Ingrid Halvorsen/, "with the lists of German, which the page found too");
    if (await page.locator("footer").count()) await page.locator("footer[data-mode=local]").waitFor({ state: "attached" });
  } finally {
    await page.close();
  }
}

/** Serves a folder while a function runs. @param {string} dir  @param {(origin: string) => Promise<void>} use */
async function served(dir, use) {
  const types = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" });
  const server = createServer(async ({ url = "/" }, response) => {
    const name = url.endsWith("/") ? url + "index.html" : url;
    const body = await readFile(join(dir, name)).catch(() => (name === "/favicon.ico" ? "" : null));
    response.writeHead(body === null ? 404 : 200, { "Content-Type": types[extname(name)] ?? "application/octet-stream" }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  try {
    await use(`http://127.0.0.1:${/** @type {any} */ (server.address()).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The plain example with the article in its markup, and its script's address changed. @param {string} dir  @param {string} script */
async function plainPage(dir, script) {
  await writeFile(join(dir, "index.html"), (await readFile(join(examples, "plain/index.html"), "utf8")).replace("./main.js", script));
}

test("a server imports the package and its element without a DOM", options, async () => {
  for (const entry of ["", "/define", "/react", "/preact", "/vue", "/svelte", "/engine", "/esbuild"]) {
    execFileSync(process.execPath, ["--input-type=module", "-e", `await import("key-points-element${entry}")`], { cwd: examples, stdio: "pipe" });
  }
});

for (const name of ["react", "vue", "svelte", "plain"]) {
  test(`the ${name} example, built by Vite`, options, async () => {
    const { build } = await vite();
    const outDir = join(out, name);
    await build({ root: join(examples, name), logLevel: "error", build: { outDir, emptyOutDir: true } });
    await served(outDir, checkCard);
  });
}

test("the plain example from Vite's development server, without settings", options, async () => {
  const { createServer } = await vite();
  const server = await createServer({ root: examples, configFile: false, logLevel: "error", cacheDir: join(examples, "node_modules/.vite"), server: { host: "127.0.0.1", port: 0 }, optimizeDeps: { force: true } });
  try {
    await server.listen();
    await checkCard(`http://127.0.0.1:${server.httpServer.address().port}/plain/`);
  } finally {
    await server.close();
  }
});

test("the Astro example", options, async () => {
  const { build } = await module("astro/dist/core/index.js");
  const outDir = join(examples, "node_modules/.astro-built"); // what it builds imports packages while it does
  await build({ root: join(examples, "astro"), outDir, cacheDir: join(outDir, "../.astro-cache"), logLevel: "error" });
  await served(outDir, checkCard);
});

test("the plain example, built by esbuild with the package's plugin", options, async () => {
  const { build } = await tool("esbuild");
  const { keyPoints } = await import(pathToFileURL(join(folder, "esbuild.mjs")).href);
  const outdir = join(out, "esbuild");
  await build({ entryPoints: [join(examples, "plain/main.js")], bundle: true, format: "esm", splitting: true, outdir, plugins: [keyPoints()], logLevel: "error" });
  await plainPage(outdir, "/main.js");
  await served(outdir, checkCard);
});

test("the plain example, built by webpack", options, async () => {
  const webpack = (await tool("webpack")).default;
  const path = join(out, "webpack");
  await new Promise((done, fail) => webpack({ mode: "production", context: examples, entry: "./plain/main.js", output: { path } },
    (/** @type {any} */ error, /** @type {any} */ stats) => (error || stats.hasErrors() ? fail(error ?? new Error(stats.toString())) : done(undefined))));
  await plainPage(path, "/main.js");
  await served(path, checkCard);
});

test("publint finds nothing", options, async () => {
  const { publint } = await module("publint/src/index-node.js");
  const { messages } = await publint({ pkgDir: folder, level: "suggestion" });
  assert.deepEqual(messages, []);
});

test("the types resolve in every way of ES modules (arethetypeswrong)", options, async () => {
  const attw = await module("@arethetypeswrong/core/dist/index.js");
  const pack = JSON.parse(execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", out], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }))[0].filename;
  const found = await attw.checkPackage(attw.createPackageFromTarballData(await readFile(join(out, pack))), { excludeEntrypoints: ["./engine.wasm", "./card.css"] });
  // The package is one of ES modules, which node10 and require() do not know by design.
  const problems = found.problems.filter((/** @type {any} */ p) => p.resolutionKind !== "node10" && p.resolutionKind !== "node16-cjs" && p.kind !== "CJSResolvesToESM");
  assert.deepEqual(problems, []);
});

test("React, Preact, Vue and Svelte know the element's attributes and events", options, async () => {
  const cases = {
    "react.tsx": ["react", `/** @jsxImportSource react */ import "key-points-element/react";`],
    "preact.tsx": ["preact", `/** @jsxImportSource preact */ import "key-points-element/preact";`],
  };
  const dir = await mkdtemp(join(examples, "node_modules/.types-"));
  try {
    for (const [name, [, head]] of Object.entries(cases)) {
      await writeFile(join(dir, name), `${head}
export const right = <key-points mode="local" quotes={3} heading-level="3" id="card" onkeypoints:ready={(e) => e.detail.card?.quotes[0].speaker?.name.toUpperCase()} />;
// @ts-expect-error no such mode
export const wrong = <key-points mode="remote" />;
`);
    }
    await writeFile(join(dir, "others.ts"), `
import "key-points-element/vue";
import "key-points-element/svelte";
import type { GlobalComponents } from "vue";
import type { SvelteHTMLElements } from "svelte/elements";
export const svelte: SvelteHTMLElements["key-points"] = { mode: "local", quotes: "all", "onkeypoints:navigate": (e) => e.detail.here, "onkeypoints:seen": (e) => e.detail.card?.engine, "onkeypoints:unfold": (e) => e.detail.unfolded };
// @ts-expect-error no such theme
export const wrong: SvelteHTMLElements["key-points"] = { theme: "pink" };
type Props = InstanceType<GlobalComponents["key-points"]>["$props"];
export const vue: Props = { mode: "inline", denials: 2, "onKeypoints:ready": (e) => e.detail.mode, "onKeypoints:seen": (e) => e.detail.card?.engine, "onKeypoints:unfold": (e) => e.detail.unfolded };
// @ts-expect-error no such mode
export const no: Props = { mode: "remote" };
`);
    execFileSync(process.execPath, [join(examples, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--jsx", "react-jsx", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--skipLibCheck",
      ...(await readdir(dir)).map((name) => join(dir, name))], { stdio: "pipe", encoding: "utf8" });
  } catch (/** @type {any} */ error) {
    assert.fail(error.stdout ?? error);
  } finally {
    await rm(dir, { recursive: true });
  }
});
