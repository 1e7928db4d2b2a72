/** What the button of a folded card does. */
import { labelsFor } from "./labels.mjs";

/**
 * Shows all of a card, or folds it again.
 * @param {HTMLElement} card
 * @param {HTMLElement[]} hidden what was hidden so that it fits
 * @param {HTMLElement} button
 * @param {import("./card.mjs").Labels} labels
 * @param {number} left how many items are hidden
 */
export function fold(card, hidden, button, labels, left) {
  const folded = card.classList.toggle("folded");
  if (!folded) card.dataset.folded = card.style.maxBlockSize;
  card.style.maxBlockSize = folded ? card.dataset.folded ?? "" : "";
  for (const item of hidden) item.hidden = folded;
  button.textContent = folded ? labels.more(left) : labelsFor(labels.lang)?.less ?? "";
  button.setAttribute("aria-expanded", String(!folded));
  /** @type {ShadowRoot} */ (card.getRootNode()).host?.dispatchEvent(new CustomEvent("keypoints:unfold", { bubbles: true, composed: true, detail: { unfolded: !folded } }));
  if (folded) card.scrollIntoView({ block: "nearest" });
  else (hidden[0] ?? card).querySelector("a")?.focus();
}
