/**
 * The article as the engine kept it, with the card's items marked.
 */

/** @typedef {import("../../wasm/widget/card.mjs").Card & {body: string, article_html: string, article: any, left_out?: {text: string, why: string}[]}} Card */

/** Text of markup becomes nodes of an inert document; the engine's allow-list has been over it. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("demo", { createHTML: (/** @type {string} */ s) => s });

/** @param {string} html  @returns {Document} without scripts running or images loading */
export function parse(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

/** @param {string} tag  @param {string} name  @param {...(Node | string)} children */
export function make(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children);
  return node;
}

/** @param {string | null} iso  @param {string | null} language */
function date(iso, language) {
  if (!iso) return "";
  const moment = new Date(iso.length === 10 ? iso + "T12:00:00Z" : iso);
  if (Number.isNaN(+moment)) return iso;
  return new Intl.DateTimeFormat(language ?? "en", { dateStyle: "long", timeZone: "UTC" }).format(moment);
}

/** @param {HTMLElement} place  @param {Card} card */
export function showArticle(place, card) {
  const { headline, dek, byline, published, publisher, language } = card.article;
  const header = make("header", "");
  if (headline) header.append(make("h2", "headline", headline));
  if (dek) header.append(make("p", "dek", dek));
  const line = [byline.join(", "), publisher, date(published, language)].filter(Boolean).join(" · ");
  if (line) header.append(make("p", "byline", line));
  const content = parse(card.article_html || "");
  for (const own of content.querySelectorAll("h1")) if (own.textContent?.trim() === headline) own.remove();
  // The samples' pictures are nowhere (RFC 2606).
  for (const img of content.querySelectorAll("img")) if (/^https?:\/\/[^/]*\.(example|test|invalid)(\/|$)/.test(img.src)) img.remove();
  const nodes = [...content.body.childNodes].map((n) => document.importNode(n, true));
  if (!content.body.textContent?.trim()) nodes.splice(0, nodes.length, ...card.body.split("\n\n").map((p) => make("p", "", p)));
  place.replaceChildren(header, ...nodes);
  // A pasted page's pictures may be anywhere, or nowhere.
  for (const img of place.querySelectorAll("img")) img.addEventListener("error", () => img.remove());
  place.lang = language ?? "";
}

/**
 * Marks where the card's items stand.
 * @param {HTMLElement} place
 * @param {Card} card
 * @param {(text: string, url: string) => Promise<Range[]>} search in the place
 */
export async function mark(place, card, search) {
  if (!CSS.highlights) return;
  const shown = place.firstChild;
  const ranges = async (/** @type {{text: string, fragment?: string}[]} */ items) => {
    const found = [];
    for (const i of items) found.push(...await search(i.text, i.fragment ?? ""));
    return found;
  };
  const marks = {
    "demo-quote": await ranges(card.quotes),
    "demo-denial": await ranges(card.denials),
    "demo-claim": await ranges(card.denials.flatMap((d) => d.claim ?? [])),
  };
  if (place.firstChild !== shown) return; // another article came meanwhile
  let priority = 0;
  for (const [name, found] of Object.entries(marks)) {
    const highlight = new Highlight(...found);
    highlight.priority = priority++; // a claim often stands inside its denial
    CSS.highlights.set(name, highlight);
  }
}
