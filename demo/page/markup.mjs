/**
 * The markup, style rules and policy that give the card that the page shows, for each way
 * to embed it.
 */

/** @typedef {"script" | "inline" | "iframe" | "npm"} Way */

/** @type {[Way, string][]} */
export const ways = [["script", "a script"], ["inline", "in the page’s markup"], ["iframe", "an iframe"], ["npm", "npm"]];

const quoted = (/** @type {string} */ v) => v.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
const block = (/** @type {string} */ selector, /** @type {[string, string][]} */ list, indent = "") =>
  list.length ? `${indent}${selector} {\n${list.map(([name, value]) => `${indent}  ${name}: ${value};\n`).join("")}${indent}}\n` : "";

/**
 * @param {import("./controls.mjs").State} state
 * @param {object} widget
 * @param {string} widget.base address of the API's folder, ending in /v1/
 * @param {string} widget.script address of embed.js
 * @param {string} widget.integrity of it, or "" for the short-lived one
 * @param {number} widget.height of the card in CSS pixels, as shown
 * @param {string} widget.article address of the article
 * @param {string} widget.markup the card as format=html gives it
 * @returns {{html: string, css: string, csp: string, note: string}} css "" where there are no rules
 */
export function markup(state, { base, script, integrity, height, article, markup: card }) {
  const { way, strict } = state, local = state.attributes.mode === "local", origin = new URL(base).origin;
  const own = Object.entries(state.attributes).filter(([name]) => !(way === "inline" && /^(mode|quotes|denials|fallback|lang|heading-level)$/.test(name))).map(([name, value]) => ` ${name}="${quoted(value)}"`).join("");
  // A policy forbids handlers in the markup.
  const broken = strict ? "" : ` onerror="this.previousElementSibling.remove()"`;
  const element = `<script async src="${script}"${integrity && `\n  integrity="${integrity}"\n  crossorigin="anonymous"`}${broken}></script>`;

  if (way === "iframe") {
    const src = new URL("card", base);
    src.searchParams.set("format", "page");
    src.searchParams.set("url", article);
    for (const name of ["quotes", "denials", "lang"]) if (state.attributes[name]) src.searchParams.set(name, state.attributes[name]);
    return {
      html: `<iframe src="${quoted(src.href)}" title="Key points" width="100%" height="${Math.ceil(height / 10) * 10}"\n  loading="lazy" sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation"></iframe>\n<script async src="${base}frame.js"></script>`,
      css: `iframe[src^="${src.href.split("?")[0]}"] {\n  border: 0;\n}\n`,
      csp: `frame-src ${origin}; script-src ${origin}`,
      note: "The endpoint fetches the article, so its host has to be in ALLOWED_HOSTS. Colors, fonts and appearance are the endpoint’s.",
    };
  }
  const reserve = state.properties["--key-points-reserve"] ?? `${Math.ceil(height / 10) * 10}px`;
  const rules = Object.entries(state.properties).filter(([name]) => name !== "--key-points-reserve");
  // A mark in the page takes its colors from the page, not from the card.
  const look = block(":root", rules.filter(([name]) => name.includes("highlight"))) + block("key-points", rules.filter(([name]) => !name.includes("highlight")));
  if (way === "inline") return {
    html: `<link rel="stylesheet" href="${base}card.css">\n<key-points mode="inline"${own}>\n${card.trim()}\n</key-points>\n${element.replace(broken, "")}`,
    css: look,
    csp: `style-src ${origin}; script-src ${origin}`,
    note: "Your server asks the endpoint for format=html when it publishes the article. The script is for marking passages: without it the card works, too.",
  };
  const space = `@media (scripting: enabled) {\n${block("key-points", [["--key-points-reserve", reserve]], "  ")}${block("key-points:not(:defined)", [["display", "block"], ["margin-block", "1.5em"], ["min-block-size", reserve]], "  ")}}\n`;
  const engine = local ? " 'wasm-unsafe-eval'" : "";
  if (way === "npm") return {
    html: `<key-points${own}></key-points>\n\n<script type="module">\n  import { KeyPoints } from "key-points-element/define";\n  KeyPoints.base = "${base}";\n</script>`,
    css: look + space,
    csp: `script-src 'self'${engine}; connect-src ${local ? "'self' " : ""}${origin}${local ? "; worker-src blob:" : ""}`,
    note: "The package is built with node wasm/widget/npm/build.mjs; key-points-element/react, /preact, /vue and /svelte bring the types.",
  };
  return {
    html: `<key-points${own}></key-points>\n${element}`,
    css: look + space,
    csp: `script-src ${origin}${engine}; connect-src ${origin}${local ? "; worker-src blob:" : ""}`,
    note: local ? "The reader’s browser makes the card: the endpoint is asked for the engine’s file alone." : "",
  };
}
