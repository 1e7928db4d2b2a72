/** What a folded card shows of its passages, and what its button does. */
import { labelsFor } from "./labels.mjs";
import { dress } from "./way-back.mjs";

/** Room for the dots and a closing mark, in em. */
const DOTS = 2.5;
/** The end of a sentence rather than an abbreviation, which is short and has capitals, or an ordinal number. */
const sentence = /(?:^|\P{L})(?:\p{Ll}{2,}|\p{L}{4,})[.!?…]["”’»)\]]*$|[。！？।؟۔][”」』]*$/u;

/**
 * Where a passage is to be cut that its box cuts in the middle of a word: between two
 * sentences in its last two lines, or else between two words.
 * @param {HTMLElement} block
 * @returns {{node: Text, offset: number} | undefined}
 */
function cutOf(block) {
  const box = block.getBoundingClientRect(), { direction, fontSize, lineHeight } = getComputedStyle(block);
  const room = parseFloat(fontSize) * DOTS, line = parseFloat(lineHeight) || 1.45 * parseFloat(fontSize);
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), range = document.createRange();
  /** @type {{node: Text, offset: number} | undefined} */ let word;
  /** @type {{node: Text, offset: number} | undefined} */ let whole;
  for (let node = /** @type {Text | null} */ (walk.nextNode()); node; node = /** @type {Text | null} */ (walk.nextNode())) {
    for (const { segment, index } of new Intl.Segmenter(block.lang || undefined, { granularity: "word" }).segment(node.data)) {
      if (!segment.trim()) continue;
      const offset = index + segment.length;
      range.setStart(node, index);
      range.setEnd(node, offset);
      const at = [...range.getClientRects()].at(-1);
      if (!at) continue;
      if (at.bottom > box.bottom + line / 3) return whole ?? word;
      // On the last line, the dots follow.
      if (at.bottom > box.bottom - 0.7 * line && (direction === "rtl" ? at.left - room < box.left : at.right + room > box.right)) continue;
      word = { node, offset };
      if (at.bottom > box.bottom - 1.7 * line && sentence.test(node.data.slice(Math.max(0, offset - 16), offset)) && /^\s|^$/.test(node.data.slice(offset))) whole = word;
    }
  }
}

/**
 * Cuts the passages of a card that was folded at a word or between sentences, which
 * changes no height, and makes its button work.
 * @param {HTMLElement} card
 * @param {HTMLElement[]} hidden what was hidden so that it fits
 * @param {HTMLElement} button
 * @param {import("./card.mjs").Labels} labels
 * @param {number} left how many passages are hidden
 */
export function trim(card, hidden, button, labels, left) {
  if (!card.isConnected) return;
  dress(card);
  const blocks = [...card.querySelectorAll("blockquote")].filter((b) => b.scrollHeight > b.clientHeight + 1);
  const cuts = blocks.map((block) => ({ block, height: block.clientHeight, cut: cutOf(block) }));
  for (const { block, height, cut } of cuts) {
    if (!cut) continue;
    const rest = document.createElement("span"), range = document.createRange();
    const p = /** @type {Element} */ (cut.node.parentElement?.closest("p"));
    range.setStart(cut.node, cut.offset);
    range.setEnd(p, p.childNodes.length);
    rest.className = "key-points-rest";
    rest.append(range.extractContents());
    p.append(rest);
    for (let next = p.nextElementSibling; next; next = next.nextElementSibling) next.classList.add("key-points-rest");
    block.style.minBlockSize = height + "px";
  }
  if (!left) button.textContent = labelsFor(labels.lang)?.all ?? "";
  button.ariaExpanded = "false";
  button.onclick = () => fold(card, hidden, button, labels, left);
}

/**
 * Shows all of a card, or folds it again.
 * @param {HTMLElement} card
 * @param {HTMLElement[]} hidden what was hidden so that it fits
 * @param {HTMLElement} button
 * @param {import("./card.mjs").Labels} labels
 * @param {number} left how many passages are hidden
 */
function fold(card, hidden, button, labels, left) {
  const folded = card.classList.toggle("folded");
  if (!folded) card.dataset.folded = card.style.maxBlockSize;
  card.style.maxBlockSize = folded ? card.dataset.folded ?? "" : "";
  for (const item of hidden) item.hidden = folded;
  button.textContent = (folded && left ? labels.more(left) : labelsFor(labels.lang)?.[folded ? "all" : "less"]) ?? "";
  button.setAttribute("aria-expanded", String(!folded));
  /** @type {ShadowRoot} */ (card.getRootNode()).host?.dispatchEvent(new CustomEvent("keypoints:unfold", { bubbles: true, composed: true, detail: { unfolded: !folded } }));
  if (folded) card.scrollIntoView({ block: "nearest" });
  else (hidden[0] ?? card).querySelector("a")?.focus();
}
