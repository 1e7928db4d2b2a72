/** The recipes against the real endpoint; PHP's where there is PHP (Debian: apt-get install php-cli). */
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { root } from "./docs/blocks.mjs";
import { demo } from "./docs/clone.mjs";

const run = promisify(execFile);
const recipes = fileURLToPath(new URL("../recipes/", import.meta.url));
const story = `<h1>Pier shut</h1><p>The pier of Porto Alto is shut since Monday.</p><p>“The pier is closed until it is safe to use again,” said Ana Vidal, the mayor.</p><p>Vidal denied that she had sold the pier.</p>`;
const php = (() => {
  try {
    execFileSync("php", ["--version"]);
    return {};
  } catch {
    return { skip: "needs PHP (Debian: apt-get install php-cli)" };
  }
})();

/** @type {string} */ let folder;
/** @type {{address: string, stop: () => void}} */ let server;
/** @type {import("node:http").Server} */ let proxy;
/** @type {string[]} */ let keys = [];
/** @type {NodeJS.ProcessEnv} */ let env;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "key-points-recipes-"));
  server = await demo(/** @type {any} */ ({ at: root, folder, env: { ...process.env, EDITS_SECRET: "secret" } }));
  // Notes what is sent on its way to the endpoint.
  proxy = createServer(async (request, response) => {
    keys.push(`${request.url?.split("?")[0]} ${request.headers.authorization}`);
    const body = [];
    for await (const chunk of request) body.push(chunk);
    const answer = await fetch(server.address + request.url, { method: request.method, headers: { "Content-Type": request.headers["content-type"] ?? "" }, body: Buffer.concat(body) });
    response.writeHead(answer.status, { "Content-Type": answer.headers.get("content-type") ?? "" }).end(await answer.text());
  });
  await new Promise((done) => proxy.listen(0, "127.0.0.1", () => done(undefined)));
  env = { ...process.env, KEY_POINTS_ENDPOINT: `http://127.0.0.1:${/** @type {any} */ (proxy.address()).port}/v1/`, KEY_POINTS_KEY: "cms key" };
});
after(() => {
  server?.stop();
  proxy?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** @param {string} shown */
function isCard(shown) {
  assert.match(shown, /^<key-points mode="inline"><section class="key-points"[^]*The pier is closed until it is safe to use again[^]*Ana Vidal[^]*Vidal denied that[^]*<\/section>\s*<\/key-points>$/);
  assert.match(shown, /href="https:\/\/news\.example\/pier#:~:text=/);
}

test("Node: the card is in the markup, and an article without one comes out all the same", async () => {
  keys = [];
  const script = `const { cardOf } = await import(${JSON.stringify(recipes + "node.mjs")}); process.stdout.write(await cardOf(process.argv[1], "https://news.example/pier"));`;
  const make = (/** @type {string} */ html, e = env) => run(process.execPath, ["--input-type=module", "-e", script, html], { env: e });
  isCard((await make(story)).stdout);
  assert.deepEqual(keys, ["/v1/card Bearer cms key"]);
  assert.equal((await make("<h1>Pier shut</h1><p>The pier of Porto Alto is shut since Monday.</p>")).stdout, "");
  const down = await make(story, { ...env, KEY_POINTS_ENDPOINT: "http://127.0.0.1:9/v1/" });
  assert.equal(down.stdout, "");
  assert.match(down.stderr, /no card of https:\/\/news\.example\/pier/);
});

test("a static site gets its cards in one batch", async () => {
  keys = [];
  const site = join(folder, "site");
  mkdirSync(join(site, "pier"), { recursive: true });
  const page = (/** @type {string} */ body) => `<!doctype html><html lang="en"><title>x</title><article><!-- key-points -->${body}</article>`;
  const pages = { "pier/index.html": page(story), "quiet.html": page("<h1>Pier shut</h1><p>The pier of Porto Alto is shut since Monday.</p>"), "empty.html": page(""), "about.html": "<p>“We are the paper of Porto Alto since 1903,” said Ana Vidal.</p>", "evil.html": page(`<h1>Pier</h1><p>“The &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;pier&quot; is closed until Monday,” said Ana Vidal.</p>`) };
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(site, name), html);
  const { stdout, stderr } = await run(process.execPath, [recipes + "site.mjs", site, "https://news.example/"], { env });
  assert.match(stdout, /^2 pages/, stderr);
  assert.deepEqual(keys, ["/v1/cards Bearer cms key"]);
  const built = Object.fromEntries(Object.keys(pages).map((name) => [name, readFileSync(join(site, name), "utf8")]));
  assert.match(built["pier/index.html"], /card\.css"><key-points mode="inline">[^]*Ana Vidal<\/cite>[^]*<h3 class="key-points-heading">Denied<\/h3>[^]*href="https:\/\/news\.example\/pier\/#:~:text=[^]*<\/key-points><h1>Pier shut/);
  assert.ok(!built["evil.html"].includes("<script>") && built["evil.html"].includes("<p>The &lt;script>alert(1)&lt;/script> &amp; &quot;pier&quot; is closed"), built["evil.html"]);
  for (const name of /** @type {const} */ (["quiet.html", "empty.html", "about.html"])) assert.equal(built[name], pages[name]);
});

test("PHP: the card is in the markup, and an article without one comes out all the same", php, async () => {
  keys = [];
  const make = async (/** @type {string} */ html, e = env) => (await run("php", ["-r", `require ${JSON.stringify(recipes + "card.php")}; echo key_points_card($argv[1], 'https://news.example/pier', ['quotes' => '2']);`, "--", html], { env: e })).stdout;
  isCard(await make(story));
  assert.deepEqual(keys, ["/v1/card Bearer cms key"]);
  assert.equal(await make("<h1>Pier shut</h1><p>The pier of Porto Alto is shut since Monday.</p>"), "");
  assert.equal(await make(story, { ...env, KEY_POINTS_ENDPOINT: "http://127.0.0.1:9/v1/" }), "");
});

test("WordPress: the plugin is valid PHP, and a post has its card above it or where its author wants it", php, async () => {
  keys = [];
  const plugin = recipes + "wordpress/key-points/key-points.php";
  await run("php", ["-l", plugin]);
  const { stdout } = await run("php", [fileURLToPath(new URL("wordpress.php", import.meta.url)), plugin, story], { env });
  const [above, again, inside, listed, down, style] = JSON.parse(stdout);
  isCard(above.slice(0, above.indexOf("<h1>Pier shut</h1>")));
  assert.ok(above.endsWith(story));
  assert.equal(again, above);
  isCard(inside.slice(inside.indexOf("<key-points"), inside.indexOf("</key-points>") + 13));
  assert.ok(inside.startsWith("<p>First.</p><key-points"), inside);
  assert.equal(listed, story, "a list of posts has no cards");
  assert.equal(down, story + "<p>More.</p>", "the endpoint is down");
  assert.equal(style, env.KEY_POINTS_ENDPOINT + "card.css");
  assert.deepEqual(keys, ["/v1/card Bearer cms key", "/v1/card Bearer cms key"], "what is kept is not asked for again");
});
