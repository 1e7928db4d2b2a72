/**
 * What of the page did not become part of the article: markup that runs, loads or
 * asks, and lines of text.
 */
import { make, parse } from "./article.mjs";

const active = "script, style, iframe, object, embed, form, input, textarea, button, select, video, audio, noscript, link, base, svg, meta[http-equiv]";

/** What runs has another name while it is read, or the browser tells of each that it was blocked. */
const handler = /([\s"'/])on(?=[a-z]+\s*=)/gi, inert = "data-inert-on";

const squeeze = (/** @type {string | null} */ s) => (s ?? "").replace(/\s+/g, " ").trim();

/** @param {HTMLElement} place  @param {{text: string, type: string}} input  @param {import("./article.mjs").Card} card */
export function showLeftOut(place, input, card) {
  const plain = input.type === "text/plain";
  const page = parse(plain ? "" : input.text.replace(handler, "$1" + inert));
  const counts = tally(page);
  const kept = squeeze(card.body);
  const head = [card.article.headline, card.article.dek, ...card.article.byline].map(squeeze).filter(Boolean);
  const lines = plain ? input.text.split(/\n+/).map(squeeze).filter(Boolean) : textLines(page.body);
  const out = lines.map((line) => !kept.includes(line) && !head.some((h) => line === h || line.includes(h) && line.length < h.length + 40));

  const parts = [make("p", "", `${out.filter(Boolean).length} of ${lines.length} lines are not part of the article.`)];
  if (counts.length) {
    parts.push(make("h3", "", "Markup that was taken away"), make("ul", "tally", ...counts.map(([name, n]) => make("li", "", n > 1 ? `${name} × ${n}` : name))));
  }
  parts.push(make("h3", "", "The page, line by line"), make("ul", "lines", ...lines.map((line, i) => make("li", out[i] ? "out" : "", line))));
  place.replaceChildren(...parts);
}

/** Elements that are active and attributes that run, by how often they occur. @param {Document} page */
function tally(page) {
  /** @type {Map<string, number>} */ const counts = new Map();
  const count = (/** @type {string} */ name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const element of page.querySelectorAll(active)) count(`<${element.localName}>`);
  for (const element of page.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      const { value } = attribute, name = attribute.name.replace(inert, "on");
      if (/^on|^style$/.test(name)) count(name + "=");
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
