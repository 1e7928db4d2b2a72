/** A newspaper's site in the real Chromium, and an endpoint beside it that may fetch its pages. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { launching } from "../../../wasm/widget/test/harness.mjs";

export class Site {
  /** @type {import("node:http").Server[]} */ #servers = [];
  /** @type {import("playwright-core").Browser} */ #browser;
  #policy = "";
  #page = "";
  origin = "";
  /** The endpoint's address on another origin. */
  cards = "";

  /** @param {string} demo address of the demo server @param {string} story the site's article */
  static async open(demo, story) {
    const site = new Site(story);
    site.origin = await site.#listen((request, response) => {
      if (request.url === "/favicon.ico") return void response.writeHead(204).end();
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...(site.#policy && request.url === "/embedded" ? { "Content-Security-Policy": site.#policy } : {}) });
      response.end(request.url === "/embedded" ? site.#page : story.replace(/<link rel="stylesheet"[^>]*>/, ""));
    });
    // As behind a proxy: the demo fetches this machine's pages for its own user alone.
    site.cards = await site.#listen(async (request, response) => {
      const body = /** @type {any} */ (request.method === "POST" ? { body: Readable.toWeb(request), duplex: "half" } : {});
      const answer = await fetch(demo + request.url, { method: request.method, headers: { "Content-Type": request.headers["content-type"] ?? "" }, ...body });
      response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([name]) => !/^(content-encoding|content-length|transfer-encoding)$/.test(name))));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    const { chromium } = await import("playwright-core");
    site.#browser = await chromium.launch(launching);
    return site;
  }

  /** @param {string} story */
  constructor(story) {
    this.story = story;
  }

  /** @param {import("node:http").RequestListener} answer */
  async #listen(answer) {
    const server = createServer(answer);
    this.#servers.push(server);
    await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
    return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  }

  async close() {
    await this.#browser.close();
    for (const server of this.#servers) server.closeAllConnections(), server.close();
  }

  /**
   * Opens the article with some markup under its headline; nothing may be wrong in the console.
   * @param {string} markup
   * @param {{expect: boolean, policy?: string, then?: (page: import("playwright-core").Page, said: string[]) => Promise<void>}} options expect: that a card is shown
   */
  async embed(markup, { expect, policy = "", then }) {
    if (markup.includes("<key-points") && !markup.includes("/v1/embed.js")) markup += `<script async src="${this.cards}/v1/embed.js"></script>`;
    if (markup.includes("/v1/frame.js")) markup = `<iframe src="${this.cards}/v1/card?format=page&url=${encodeURIComponent(this.origin + "/story")}" title="card"></iframe>` + markup;
    this.#policy = policy;
    this.#page = this.story.replace(/<link rel="stylesheet"[^>]*>/, "").replace("</h1>", () => "</h1>" + markup);
    const page = await this.#browser.newPage();
    /** @type {string[]} */ const wrong = [], said = /** @type {string[]} */ ([]);
    page.on("console", (m) => (m.type() === "error" || m.type() === "warning" ? wrong : said).push(m.text()));
    page.on("pageerror", (e) => wrong.push(e.message));
    try {
      await page.goto(this.origin + "/embedded", { waitUntil: "load" });
      if (expect) await page.locator("key-points li").filter({ visible: true }).first().waitFor({ timeout: 20_000 }).catch(() => wrong.push("there is no card"));
      if (markup.includes("/v1/frame.js")) await page.waitForFunction(() => /** @type {HTMLElement} */ (document.querySelector("iframe")).clientHeight > 160).catch(() => wrong.push("the frame keeps its height"));
      await then?.(page, said);
      assert.deepEqual(wrong, []);
    } finally {
      await page.close();
    }
  }

  /** Runs a script beside a card; it has to say something when a reader goes to a passage. @param {string} text */
  async script(text) {
    await this.embed(`<key-points style="--key-points-reserve: 20rem"></key-points><script type="module">${text}</script>`, { expect: true, then: async (page, said) => {
      await page.locator("key-points .key-points-more").click({ timeout: 5000 });
      await page.locator("key-points a.key-points-link").first().click();
      for (let i = 0; i < 50 && said.length < 3; i++) await page.waitForTimeout(100);
      assert.deepEqual(said.map((line) => line.split(" ")[0]).sort(), ["navigated", "seen", "unfolded"]);
    } });
  }

  /** A stylesheet that the browser takes whole. @param {string} text */
  async css(text) {
    const page = await this.#browser.newPage();
    try {
      const { rules, properties } = await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        /** @type {CSSStyleRule[]} */ const found = [];
        let all = 0;
        (function walk(/** @type {CSSRuleList} */ list) {
          for (const rule of /** @type {any[]} */ ([...list])) {
            all++;
            if (rule.style) found.push(rule);
            if (rule.cssRules?.length) walk(rule.cssRules);
          }
        })(sheet.cssRules);
        return { rules: all, properties: found.flatMap((r) => [...r.style]) };
      }, text);
      assert.equal(rules, text.split("{").length - 1, "rules that Chromium takes");
      const custom = new Set([...text.matchAll(/(--[\w-]+)\s*:/g)].map((m) => m[1]));
      for (const name of custom) assert.ok(properties.includes(name), name);
      assert.ok(properties.length >= text.split(/[;}]\s/).length / 2, properties.join());
    } finally {
      await page.close();
    }
  }
}
