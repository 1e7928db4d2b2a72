/** The items of an article: what the card has, what it left out, and where each stands. */
import { made } from "./edits.mjs";

/** @typedef {import("./edits.mjs").Edit} Edit */
/** @typedef {{name: string, role: string | null, mention: string}} Source */
/** @typedef {{start: number, end: number}} Position code points of the body */
/** @typedef {{features: {name: string, weight: number}[], runner_up: {name: string | null, confidence: number} | null}} Why */
/**
 * @typedef {object} Item
 * @property {string} id
 * @property {"quote" | "denial"} kind
 * @property {string} text
 * @property {Source | null} source who the engine thinks speaks or denies
 * @property {string | null} cue the reporting word
 * @property {number} confidence 0 to 1
 * @property {Position} position
 * @property {Position[]} parts
 * @property {string} fragment
 * @property {string} how the kind of a denial
 * @property {{text: string, position: Position, fragment: string} | null} claim
 * @property {Why | null} why
 * @property {"fit" | "unsure" | "minor"} worth for the card: fit for it, too unsure, or too little
 */

/**
 * The items in reading order.
 * @param {any} all the card with all that was found, however unsure
 * @param {any} sure the card with all that is fit for it
 * @returns {Item[]}
 */
export function itemsOf(all, sure) {
  const fit = new Set([...sure.quotes, ...sure.denials].map((i) => i.id)), main = new Set(all.quotes.map((/** @type {any} */ q) => q.id));
  /** @type {Map<string, Item>} */ const items = new Map();
  const worth = (/** @type {any} */ i, /** @type {boolean} */ able) => (fit.has(i.id) ? "fit" : able ? "unsure" : "minor");
  const common = (/** @type {any} */ i) => ({ id: i.id, text: i.text, cue: i.cue, confidence: i.confidence, position: i.position, parts: i.parts ?? [i.position], fragment: i.fragment ?? "" });
  for (const q of [...sure.quotes, ...all.quotes, ...all.all_quotes]) {
    // Parts of a quotation that the card joins are no items beside it.
    const within = [...items.values()].some((i) => i.kind === "quote" && i.position.start <= q.position.start && q.position.end <= i.position.end);
    if (within || items.has(q.id)) continue;
    const told = [...all.quotes, ...all.all_quotes].find((o) => o.id === q.id) ?? q; // this one says why
    items.set(q.id, { ...common(q), kind: "quote", source: q.speaker, how: "", claim: null, why: told.why ?? null, worth: worth(q, main.has(q.id)) });
  }
  for (const d of [...sure.denials, ...all.denials]) {
    if (!items.has(d.id)) items.set(d.id, { ...common(d), kind: "denial", source: d.denier, how: d.kind, claim: d.claim, why: null, worth: worth(d, true) });
  }
  return [...items.values()].sort((a, b) => a.position.start - b.position.start || b.position.end - a.position.end);
}

/** Who speaks as the edits have it. @param {Item} item  @param {Edit[]} edits */
export function speakerOf(item, edits) {
  const { speaker } = made(edits, item.id);
  return speaker === undefined ? item.source : speaker;
}

/**
 * What becomes of an item, in words; place is its number on the card, 0 where it has none.
 * @param {Item} item  @param {Edit[]} edits  @param {number} place  @param {boolean} off whether the page has no card
 */
export function fate(item, edits, place, off) {
  const { hidden } = made(edits, item.id);
  if (hidden) return { state: "hidden", words: "Hidden", reason: "You have hidden it." };
  if (off) return { state: "out", words: "No card", reason: "The page has no card." };
  if (place) return { state: "on", words: `On the card`, reason: `It is ${item.kind === "quote" ? "quote" : "denial"} ${place} on the card.` };
  const reasons = {
    fit: "It is fit for the card, but others matter more, or say the same.",
    unsure: item.kind === "quote" ? "It is not sure enough who says it." : "It is not sure enough that this is a denial.",
    minor: item.source ? "It is too short or too slight for a main quote." : "It is not sure enough who says it.",
  };
  return { state: "out", words: "Left out", reason: reasons[item.worth] };
}

/**
 * The paragraphs that an item stands in, cut where it begins and ends.
 * @param {string[]} body the article's text, a code point an entry
 * @param {Item} item
 * @returns {{text: string, marked: boolean}[][]} paragraphs
 */
export function passage(body, item) {
  const isBreak = (/** @type {number} */ i) => body[i] === "\n" && body[i + 1] === "\n";
  let { start } = item.position, { end } = item.position;
  while (start > 0 && !isBreak(start - 2)) start--;
  while (end < body.length && !isBreak(end)) end++;
  const cuts = [start, ...item.parts.flatMap((p) => [p.start, p.end]), end];
  /** @type {{text: string, marked: boolean}[][]} */ const paragraphs = [[]];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [first, ...rest] = body.slice(cuts[i], cuts[i + 1]).join("").split("\n\n");
    const piece = (/** @type {string} */ text) => ({ text, marked: i % 2 === 1 });
    if (first) paragraphs[paragraphs.length - 1].push(piece(first));
    for (const text of rest) paragraphs.push(text ? [piece(text)] : []);
  }
  return paragraphs;
}
