/** The items' passages, marked in the article. */
import { make } from "../page/article.mjs";

/** @typedef {import("./items.mjs").Item} Item */

/**
 * Marks where the items stand. An element's text may be in several at once, so that marks
 * lie beside each other, each with the ids of all that it is part of.
 * @param {HTMLElement} article
 * @param {Item[]} items
 * @param {(text: string, fragment: string) => Promise<Range[]>} search in the article
 */
export async function markPassages(article, items, search) {
  /** @type {Map<Text, {from: number, to: number, id: string, kind: string}[]>} */ const stretches = new Map();
  const add = (/** @type {Range} */ range, /** @type {string} */ id, /** @type {string} */ kind) => {
    for (const node of textsIn(range)) {
      const from = node === range.startContainer ? range.startOffset : 0, to = node === range.endContainer ? range.endOffset : node.length;
      if (from < to) stretches.set(node, [...(stretches.get(node) ?? []), { from, to, id, kind }]);
    }
  };
  for (const item of items) {
    for (const range of await search(item.text, item.fragment)) add(range, item.id, item.kind);
    if (item.claim) for (const range of await search(item.claim.text, item.claim.fragment)) add(range, "", "claim");
  }
  for (const [node, list] of stretches) cut(node, list);
}

/** @param {Range} range  @returns {Text[]} */
function textsIn(range) {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */ const texts = [];
  for (let node = /** @type {Text | null} */ (walker.currentNode instanceof Text ? walker.currentNode : walker.nextNode()); node; node = /** @type {Text | null} */ (walker.nextNode())) {
    if (range.intersectsNode(node)) texts.push(node);
  }
  return texts;
}

/** @param {Text} node  @param {{from: number, to: number, id: string, kind: string}[]} stretches */
function cut(node, stretches) {
  const edges = [...new Set([0, ...stretches.flatMap((s) => [s.from, s.to]), node.length])].sort((a, b) => a - b);
  const pieces = edges.slice(1).map((to, i) => {
    const own = stretches.filter((s) => s.from <= edges[i] && to <= s.to), text = node.data.slice(edges[i], to);
    if (!own.length) return text;
    const mark = make("mark", [...new Set(own.map((s) => s.kind))].join(" "), text);
    mark.dataset.items = own.map((s) => s.id).filter(Boolean).join(" ");
    return mark;
  });
  node.replaceWith(...pieces);
}

/** @param {HTMLElement} article  @param {string} id */
const marksOf = (article, id) => [.../** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(`mark[data-items~="${CSS.escape(id)}"]`))];

/**
 * Makes an item's passage stand out, and shows it.
 * @param {HTMLElement} pane that scrolls  @param {HTMLElement} article  @param {string} id  @param {boolean} reveal whether the page may scroll too
 */
export function point(pane, article, id, reveal) {
  for (const old of article.querySelectorAll("mark.here")) old.classList.remove("here");
  const marks = marksOf(article, id);
  for (const mark of marks) mark.classList.add("here");
  if (!marks.length) return;
  const inside = pane.scrollHeight > pane.clientHeight + 1;
  if (inside) {
    const box = pane.getBoundingClientRect(), mark = marks[0].getBoundingClientRect();
    if (mark.top < box.top + 60 || mark.bottom > box.bottom - 20) pane.scrollTop += mark.top - box.top - box.height / 3;
  }
  if (reveal) (inside ? pane : marks[0]).scrollIntoView({ block: inside ? "nearest" : "center" });
}
