/**
 * The card's own words, English beside the other languages: those of the engine's renderer
 * (wasm/internal/lang/labels.tsv), loaded only where they are needed.
 */
import labelsText from "./labels-text.mjs";

/** @typedef {import("./card.mjs").Labels & {less: string, back: string, gone: string, all: string}} Labels */

/**
 * Labels for a language tag, or undefined where the file does not have its language.
 * @param {string} tag BCP 47
 * @returns {Labels | undefined}
 */
export function labelsFor(tag) {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  const line = labelsText.split("\n").find((l) => l.startsWith(language + "\t"));
  if (!line) return;
  const [lang, dir, title, said, denied, claim, show, notice, edited, counted] = line.split("\t");
  /** A form for each plural category, and other words of the widget. @type {Record<string, string>} */
  const forms = Object.fromEntries(counted.split("|").map((form) => form.split(":")));
  const { less, back, gone, all } = forms;
  return { lang, dir, title, said, denied, claim, show, notice, edited, less, back, gone, all, more: (n) => (forms[new Intl.PluralRules(lang).select(n)] ?? forms.other).replace("#", String(n)) };
}
