/**
 * The way to a comparable card with what npm has: @mozilla/readability finds the
 * article, compromise finds quotations and people, and the nearest person beside a
 * quotation is its speaker. It finds no denials and resolves no pronouns.
 */
import nlp from "compromise";
import { article } from "./article.mjs";

/** @typedef {{text: string, speaker: string | null}} Quote */

/** @param {string[]} paragraphs  @returns {Quote[]} */
export function quotes(paragraphs) {
  const doc = nlp(paragraphs.join("\n"));
  /** @type {(view: any) => {text: string, start: number, end: number}[]} */
  const places = (view) => view.json({ offset: true, terms: false }).map((/** @type {any} */ m) => ({ text: m.text, start: m.offset.start, end: m.offset.start + m.offset.length }));
  const people = places(doc.people());
  let next = 0;
  return places(doc.quotations()).map(({ text, start, end }) => {
    while (next < people.length && people[next].start < end) next++;
    const after = people[next], before = people.slice(0, next).findLast((p) => p.end <= start);
    const speaker = after && after.start - end < 100 ? after : before;
    return { text, speaker: speaker?.text ?? null };
  });
}

/** @param {string} html */
export function card(html) {
  const found = article(html);
  return { ...found, quotes: quotes(found.paragraphs) };
}
