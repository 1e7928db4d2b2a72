/**
 * What of the page did not become part of the article: markup that runs, loads or
 * asks, and lines of text.
 */
import { make, parse } from "./article.mjs";

const active = "script, template[data-style], iframe, object, embed, form, input, textarea, button, select, video, audio, noscript, link, base, svg, meta[http-equiv]";

const squeeze = (/** @type {string | null} */ s) => (s ?? "").replace(/\s+/g, " ").trim();

/** @param {HTMLElement} place  @param {{text: string, type: string}} input  @param {import("./article.mjs").Card} card */
export function showLeftOut(place, input, card) {
  const plain = input.type === "text/plain";
  const page = parse(plain ? "" : quieted(input.text));
  const counts = tally(page);
  const kept = squeeze(card.body);
  const head = [card.article.headline, card.article.dek, ...card.article.byline].map(squeeze).filter(Boolean);
  const lines = plain ? input.text.split(/\n+/).map(squeeze).filter(Boolean) : textLines(page.body);
  const out = lines.map((line) => !kept.includes(line) && !head.some((h) => line === h || line.includes(h) && line.length < h.length + 40));

  const parts = [make("p", "", `${out.filter(Boolean).length} of ${lines.length} lines are not part of the article.`)];
  if (counts.length) {
    parts.push(make("h3", "", "Markup that was taken away"), make("ul", "tally", ...counts.map(([name, n]) => make("li", "", n > 1 ? `${name} × ${n}` : name))));
  }
  /** What the engine says of a line, and a longer line of that begins as it does. @param {string} line */
  const why = (line) => (card.left_out ?? []).find(({ text }) => squeeze(text) === line || line.startsWith(squeeze(text).replace(/…$/, "")))?.why;
  const reason = (/** @type {string} */ line) => (why(line) ? [" ", make("small", "", why(line) ?? "")] : []);
  parts.push(make("h3", "", "The page, line by line"), make("ul", "lines", ...lines.map((line, i) => out[i] ? make("li", "out", make("s", "", line), ...reason(line)) : make("li", "", line))));
  place.replaceChildren(...parts);
}

/**
 * HTML whose styles and handlers have other names: this page's policy blocks those of a
 * document that is only parsed, too, and says so in the console.
 * @param {string} html
 */
const quieted = (html) => html.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, (tag) =>
  tag.replace(/([\s"'/])(on[a-z]+|style)(?=\s*=)/gi, "$1data-quiet-$2").replace(/^<style\b/i, "<template data-style")).replace(/<\/style\b/gi, "</template");

/** Elements that are active and attributes that run, by how often they occur. @param {Document} page */
function tally(page) {
  /** @type {Map<string, number>} */ const counts = new Map();
  const count = (/** @type {string} */ name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const element of page.querySelectorAll(active)) count(element.matches("template") ? "<style>" : `<${element.localName}>`);
  for (const element of page.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("data-quiet-")) count(name.slice(11) + "=");
      else if (/^\s*javascript:/i.test(value)) count("javascript:");
    }
  }
  return [...counts];
}

/** The page's text, a line for each innermost block. @param {HTMLElement} body */
function textLines(body) {
  for (const element of body.querySelectorAll("script, style, noscript, template, iframe")) element.remove();
  /** @type {string[]} */ const lines = [];
  let line = "";
  const end = () => {
    if (squeeze(line)) lines.push(squeeze(line));
    line = "";
  };
  const inline = /^(a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)$/;
  const walk = (/** @type {Node} */ node) => {
    if (node.nodeType === Node.TEXT_NODE) line += node.nodeValue;
    const block = node instanceof Element && node !== body && !inline.test(node.localName);
    if (block) end();
    node.childNodes.forEach(walk);
    if (block) end();
  };
  walk(body);
  end();
  return lines;
}
