/** What a folded card shows of its passages, and what its button does. */
import { labelsFor } from "./labels.mjs";
import { dress } from "./way-back.mjs";

/** Room for the dots and a closing mark, in em. */
const DOTS = 2.5;
/** The end of a sentence rather than an abbreviation, which is short and has capitals, or an ordinal number. */
const sentence = /(?:^|\P{L})(?:\p{Ll}{2,}|\p{L}{4,})[.!?…]["”’»)\]]*$|[。！？।؟۔][”」』]*$/u;

/**
 * Where words are to be cut that their box cuts in the middle of one: between two
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
 * Cuts the words of a card that was folded at a word or between sentences, which
 * changes no height, and makes its button work.
 * @param {HTMLElement} card
 * @param {HTMLElement[]} hidden what was hidden so that it fits
 * @param {HTMLElement} button
 */
export function trim(card, hidden, button) {
  if (!card.isConnected) return;
  dress(card);
  const blocks = /** @type {HTMLElement[]} */ ([...card.querySelectorAll("blockquote,.key-points-headline,.key-points-claim")]).filter((b) => b.scrollHeight > b.clientHeight + 1);
  const cuts = blocks.map((block) => ({ block, height: block.clientHeight, cut: cutOf(block) }));
  for (const { block, height, cut } of cuts) {
    if (!cut) continue;
    const rest = document.createElement("span"), range = document.createRange();
    const p = /** @type {Element} */ (cut.node.parentElement?.closest("p,a"));
    range.setStart(cut.node, cut.offset);
    range.setEnd(p, p.childNodes.length);
    rest.className = "key-points-rest";
    rest.append(range.extractContents());
    p.append(rest);
    for (let next = p !== block && p.nextElementSibling; next; next = next.nextElementSibling) next.classList.add("key-points-rest");
    block.style.minBlockSize = height + "px";
  }
  const labels = /** @type {import("./labels.mjs").Labels} */ (labelsFor(card.lang)), left = hidden.flatMap((item) => [...item.querySelectorAll("blockquote")]).length;
  const label = (/** @type {boolean} */ folded) => {
    button.textContent = !folded ? labels.less : left ? labels.more(left) : labels.all;
    button.ariaExpanded = String(!folded);
  };
  label(true);
  button.onclick = () => {
    const folded = card.classList.toggle("folded");
    if (!folded) card.dataset.folded = card.style.maxBlockSize;
    card.style.maxBlockSize = folded ? card.dataset.folded ?? "" : "";
    for (const item of hidden) item.hidden = folded;
    label(folded);
    /** @type {ShadowRoot} */ (card.getRootNode()).host?.dispatchEvent(new CustomEvent("keypoints:unfold", { bubbles: true, composed: true, detail: { unfolded: !folded } }));
    if (folded) card.scrollIntoView({ block: "nearest" });
    else (hidden[0] ?? card).querySelector("a")?.focus();
  };
}
