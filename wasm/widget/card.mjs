/**
 * A card of the HTTP API as DOM nodes, in the markup of its format=html. Text goes
 * in as text nodes only, so what an article says can never become markup, and
 * Trusted Types hold. A class key-points-NAME is also the ::part NAME.
 */
import { moreLabel } from "./labels.mjs";

/** @typedef {import("./labels.mjs").Labels} Labels */
/** @typedef {{start: number, end: number}} Position code points of the body */
/** @typedef {{name: string, role: string | null, mention: string}} Source */
/** @typedef {{text: string, speaker: Source | null, cue: string | null, position: Position, parts?: Position[], sentence: Position, fragment: string, confidence: number, edited?: boolean}} Quote */
/** @typedef {{text: string, position: Position, fragment?: string}} Claim */
/** @typedef {{text: string, denier: Source | null, kind: string, cue: string, claim: Claim | null, position: Position, fragment: string, confidence: number, edited?: boolean}} Denial */
/** @typedef {{version: number, engine: string, article: {url: string | null, headline: string | null, language: string | null}, quotes: Quote[], denials: Denial[], edits_error?: string, body?: string, all_quotes?: Quote[]}} Card */
/** @typedef {{kind: "quote", item: Quote} | {kind: "denial", item: Denial} | {kind: "claim", item: Claim}} Target what a link of the card leads to */

/**
 * @param {string} tag
 * @param {string} name of the part, or ""
 * @param {...(Node | string | null | false | undefined)} children
 */
function make(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) {
    node.className = "key-points-" + name;
    node.setAttribute("part", name);
  }
  for (const child of children) if (child) node.append(child);
  return node;
}

/**
 * A text fragment for some text, in the form "start,end" where it is long.
 * @param {string} text
 */
function fragmentOf(text) {
  const words = text.split(/\s+/);
  const encode = (/** @type {string[]} */ list) => encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
  return "#:~:text=" + (words.length > 12 ? encode(words.slice(0, 5)) + "," + encode(words.slice(-5)) : encode(words));
}

/**
 * @param {Card} card
 * @param {Labels} labels
 * @param {number} level of the heading, 1 to 6
 * @param {(link: HTMLAnchorElement, target: Target, fragment: string) => void} lead sets where a link leads
 */
export function cardNode({ article, quotes, denials }, labels, level, lead) {
  /**
   * Words of the article: their language and direction need not be the labels'.
   * @param {string} tag  @param {string} name  @param {...(Node | string)} children
   */
  const words = (tag, name, ...children) => {
    const node = make(tag, name, ...children);
    if (article.language) node.lang = article.language;
    node.dir = "auto";
    return node;
  };
  /** @param {Target} target  @param {string} label */
  const link = (target, label) => {
    const a = /** @type {HTMLAnchorElement} */ (make("a", target.kind === "claim" ? "claim-link" : "link", label));
    lead(a, target, target.item.fragment ?? fragmentOf(target.item.text));
    return a;
  };
  /** @param {string} text */
  const passage = (text) => words("blockquote", "text", ...text.split("\n\n").map((p) => make("p", "", p)));
  /** @param {Source | null} source  @param {{edited?: boolean}} item */
  const speaker = (source, { edited }) => [...(source ? [words("cite", "source", source.name), source.role && (labels.dir === "rtl" ? "، " : ", "), source.role && words("span", "role", source.role), " "] : []), edited && make("span", "edited", labels.edited)];
  /** @param {string} name  @param {string} heading  @param {HTMLElement[]} figures */
  const list = (name, heading, figures) =>
    figures.length ? [make("h" + Math.min(level + 1, 6), "heading", heading), make("ul", name, ...figures.map((f) => make("li", "item", f)))] : [];

  const root = make("section", "",
    make("h" + level, "title", labels.title),
    article.headline && words("p", "headline", article.headline),
    ...list("quotes", labels.said, quotes.map((item) =>
      make("figure", "quote", passage(item.text),
        make("figcaption", "caption", ...speaker(item.speaker, item), link({ kind: "quote", item }, labels.show))))),
    ...list("denials", labels.denied, denials.map((item) =>
      make("figure", "denial", passage(item.text),
        make("figcaption", "caption", ...speaker(item.denier, item),
          item.claim && make("span", "claim", labels.claim, words("q", "", link({ kind: "claim", item: item.claim }, item.claim.text))), item.claim && " ",
          link({ kind: "denial", item }, labels.show))))),
    (quotes[0] || denials[0]) && make("p", "notice", labels.notice));
  root.className = "key-points";
  root.setAttribute("part", "card");
  root.setAttribute("aria-label", labels.title);
  root.lang = labels.lang;
  root.dir = labels.dir;
  for (const ul of root.querySelectorAll("ul")) ul.role = "list"; // for Safari, which takes an unmarked list for none
  return root;
}

/**
 * Fits a card into the height that the page reserved, so that nothing below it
 * moves. Items are laid out one by one, the first of each list, then the second, in
 * as many tasks as that takes: one on a desktop computer, one for each item on a slow
 * phone whose fonts are cold, where all at once took 80 ms. From the first
 * that is too much, passages are clamped; one that is still too much stays hidden
 * with those after it, and where even one of each is, to fewer lines. A button
 * shows them all.
 * @param {HTMLElement} card
 * @param {number} height in CSS pixels, 0 for as high as it is
 * @param {Labels} labels
 * @param {() => void} show puts the card into the document, as a first child
 */
export async function fit(card, height, labels, show) {
  let begun = Date.now();
  /** How much too high the card is, which lays it out. */
  const surplus = async () => {
    const over = height && card.getBoundingClientRect().height - height - 1;
    if (Date.now() - begun > 8) { // ms, after which the page has its turn
      await new Promise((done) => setTimeout(done));
      begun = Date.now();
    }
    return over;
  };
  const rank = (/** @type {Element} */ item) => [.../** @type {ParentNode} */ (item.parentNode).children].indexOf(item);
  const hidden = /** @type {HTMLElement[]} */ ([...card.querySelectorAll("li")]).sort((a, b) => rank(a) - rank(b));
  hidden.unshift(card); // the headline alone, first
  for (const item of hidden) item.hidden = true;
  const button = make("button", "more", moreLabel(labels, 8));
  show();
  for (const item of [...hidden]) {
    item.hidden = false;
    let over = await surplus();
    if (over > 0 && !button.isConnected) {
      card.append(button);
      card.classList.add("folded");
      over = await surplus();
    }
    if (over > 0 && rank(item)) {
      item.hidden = true;
      break;
    }
    hidden.shift();
  }
  if (!button.isConnected) return;
  button.textContent = moreLabel(labels, hidden.length || 1);
  for (let lines = 3; lines > 1 && (await surplus()) > 0; lines--) card.style.setProperty("--lines", String(lines));
  card.style.maxBlockSize = height + "px";
  button.onclick = () => {
    card.classList.remove("folded");
    card.style.maxBlockSize = "";
    for (const item of hidden) item.hidden = false;
    button.remove();
    (hidden[0] ?? card).querySelector("a")?.focus();
  };
}
