/**
 * A card of the HTTP API as DOM nodes, in the markup of its format=html. Text goes
 * in as text nodes only, so what an article says can never become markup, and
 * Trusted Types hold. A class key-points-NAME is also the ::part NAME.
 */

/** @typedef {{lang: string, dir: string, title: string, said: string, denied: string, claim: string, show: string, notice: string | Node, edited?: string, comma: string}} Labels the card's own words */
/** @typedef {{start: number, end: number}} Position code points of the body */
/** @typedef {{name: string, role: string | null, mention: string}} Source */
/** @typedef {{id: string, text: string, speaker: Source | null, cue: string | null, position: Position, parts?: Position[], sentence: Position, fragment: string, confidence: number, edited?: boolean}} Quote */
/** @typedef {{text: string, position: Position, fragment?: string}} Claim */
/** @typedef {{id: string, text: string, denier: Source | null, kind: string, cue: string, claim: Claim | null, position: Position, fragment: string, confidence: number, edited?: boolean}} Denial */
/** @typedef {{version: number, engine: string, article: {url: string | null, headline: string | null, language: string | null}, quotes: Quote[], denials: Denial[], edited?: boolean, edits_error?: string, body?: string, all_quotes?: Quote[]}} Card */
/** @typedef {{kind: "quote", item: Quote} | {kind: "denial", item: Denial} | {kind: "claim", item: Claim} | {kind: "passage", item?: undefined}} Target what a link of the card leads to */

export const onDemand = () => import("./on-demand.mjs");

/** Those that most cards need. @type {Labels} */
export const english = {
  lang: "en", dir: "ltr", title: "Key points", said: "Said", denied: "Denied", claim: "The claim: ", show: "Show in the article",
  notice: "Chosen automatically from this article", comma: ", ",
};

/**
 * @param {string} tag
 * @param {string} part its name, or ""
 * @param {...(Node | string | null | false | undefined)} children
 */
function make(tag, part, ...children) {
  const node = document.createElement(tag);
  if (part) {
    node.className = "key-points-" + part;
    node.part = part;
  }
  for (const child of children) if (child) node.append(child);
  return node;
}

/** Gives the nodes of a card from the page's markup their parts' names. @param {Element} root */
export function name(root) {
  for (const node of [root, ...root.querySelectorAll("[class^=key-points-]")]) node.part = node.className.slice(11) || "card";
}

/**
 * @param {Card} card
 * @param {Labels} labels
 * @param {number} level of the heading, 1 to 6
 * @param {string} address of the article, which links lead to
 */
export function cardNode({ article, quotes, denials }, labels, level, address) {
  /**
   * Words of the article: their language and direction need not be the labels'.
   * @param {string} tag  @param {string} name  @param {...(Node | string)} children
   */
  const words = (tag, name, ...children) => {
    const node = make(tag, name, ...children);
    node.lang = article.language ?? "";
    node.dir = "auto";
    return node;
  };
  /** @param {string} part  @param {string} label  @param {string | undefined} fragment */
  const link = (part, label, fragment) => Object.assign(make("a", part, label), { href: address + (fragment?.startsWith("#") ? fragment : "#") });
  /** What belongs to an item, by which its links know it. @param {Quote | Denial} item  @param {HTMLElement} node */
  const of = ({ id }, node) => {
    node.dataset.id = id;
    return node;
  };
  /** @param {string} p a paragraph  @param {string} [claim] what is marked in it */
  const marked = (p, claim) => {
    const [before, ...after] = p.split(/** @type {string} */ (claim));
    return make("p", "", before, after.length > 0 && make("mark", "denied", claim), after.join(claim));
  };
  /** Words of the article with the link to them. @param {Quote | Denial} item  @param {string} [claim] */
  const passage = (item, claim) =>
    of(item, make("div", "passage", words("blockquote", "text", ...item.text.split("\n\n").map((p) => marked(p, claim))), link("link", labels.show, item.fragment)));
  /** Names that the card has, and names with a role. @type {Set<string>} */ const known = new Set();
  /**
   * Who speaks, but for what the passage or the card says already, and a claim that it does not state.
   * @param {Source | null} source  @param {string} said  @param {boolean} [edited]  @param {HTMLElement | false | null} [claim]
   */
  const caption = (source, said, edited, claim) => {
    const { name, role, mention } = /** @type {Partial<Record<string, any>>} */ (source ?? {}), again = known.has(name), told = known.has(name + role);
    known.add(name).add(name + role);
    const who = name && !said.includes(name) && !(said && again && name.split(" ").includes(mention.split(" ").at(-1))) && words("cite", "source", name);
    const what = role && !told && !said.includes(role) && words("span", "role", role);
    return (who || what || edited || claim) && make("figcaption", "caption", who, who && what && labels.comma, what, " ", edited && make("span", "edited", labels.edited), claim);
  };
  /** Quotes of one speaker that follow each other. @type {Quote[][]} */ const runs = [];
  for (const quote of quotes) {
    const run = runs.at(-1), name = quote.speaker?.name;
    if (name && run?.[0].speaker?.name === name) run.push(quote);
    else runs.push([quote]);
  }
  /** Its role is for Safari, which takes an unmarked list for none. @param {string} name  @param {string} heading  @param {HTMLElement[]} figures */
  const list = (name, heading, figures) =>
    figures.length ? [make("h" + Math.min(level + 1, 6), "heading", heading), Object.assign(make("ul", name, ...figures.map((f) => make("li", "item", f))), { role: "list" })] : [];

  const root = make("section", "",
    make("h" + level, "title", labels.title),
    article.headline && words("p", "headline", article.headline),
    ...list("quotes", labels.said, runs.map((run) =>
      make("figure", "quote", ...run.map((item) => passage(item)), caption(run[0].speaker, "", run.some((q) => q.edited))))),
    ...list("denials", labels.denied, denials.map((item) => {
      const { claim } = item, stated = claim && item.text.includes(claim.text);
      return make("figure", "denial", passage(item, stated ? claim.text : undefined), caption(item.denier, item.text, item.edited,
        claim && !stated && of(item, make("span", "claim", labels.claim, words("q", "", link("claim-link", claim.text, claim.fragment))))));
    })),
    (quotes[0] || denials[0]) && labels.notice && make("p", "notice", labels.notice));
  root.className = "key-points";
  root.ariaLabel = labels.title;
  root.lang = labels.lang;
  root.dir = labels.dir;
  root.part = "card";
  return root;
}

/**
 * Fits a card into the height that the page reserved, so that nothing below it
 * moves. Items are laid out one by one, the first of each list, then the second, in
 * as many tasks as that takes: one on a desktop computer, one for each item on a slow
 * phone whose fonts are cold, where all at once took 80 ms. From the first
 * that is too much, passages are clamped; one that is still too much stays hidden
 * with those after it, and where even one of each is, to two lines, until
 * quotes go, a denial is cut to a line and goes last. A button shows them all, and fewer again.
 * @param {HTMLElement} card
 * @param {number} height in CSS pixels, 0 for as high as it is
 * @param {() => void} show puts the card into the document, as a first child
 */
export async function fit(card, height, show) {
  let begun = Date.now();
  /** How much too high the card is, which lays it out. */
  const surplus = async () => {
    const over = height && card.getBoundingClientRect().height - height - 1;
    // ms, after which the page has its turn
    if (Date.now() - begun > 8) begun = await new Promise((done) => setTimeout(() => done(Date.now())));
    return over;
  };
  const items = [card]; // the headline alone, first
  for (let row = 1, found; (found = card.querySelectorAll(`li:nth-child(${row})`)).length; row++) items.push(.../** @type {NodeListOf<HTMLElement>} */ (found));
  for (const item of items) item.hidden = true;
  const button = make("button", "more", "+");
  show();
  let last = -1;
  for (const item of items) {
    last++;
    item.hidden = false;
    let over = await surplus();
    if (over > 0 && !button.isConnected) {
      card.append(button);
      card.classList.add("folded");
      over = await surplus();
    }
    if (over > 0 && item.matches("li+li")) break;
  }
  if (!button.isConnected) return;
  // The first of each list stay as long as they can; the button takes room, too.
  for (; items[last].matches("li+li") && (await surplus()) > 0; last--) items[last].hidden = true;
  for (let lines = 3, first = 1; lines + last >= first && (await surplus()) > 0; )
    if (lines > 1 || (lines && first >= last)) card.style.setProperty("--lines", lines-- + "");
    else items[first++].hidden = true;
  card.style.maxBlockSize = height + "px";
  onDemand().then(({ trim }) => trim(card, items.filter((item) => item.hidden), button));
}
