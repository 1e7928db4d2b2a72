/**
 * The card's own words, in the reader's language. English is here; the others are
 * the file of the engine's renderer (wasm/internal/lang/labels.tsv), loaded only
 * where it is needed.
 */
import { otherLabels } from "./files.mjs";

/** @typedef {{lang: string, dir: string, title: string, said: string, denied: string, claim: string, show: string, more: string, notice: string, edited: string}} Labels more has a form for each plural category, "one:…|other:…"; # stands for the number */

export const english = "en\tltr\tKey points\tSaid\tDenied\tThe claim: \tShow in the article\tChosen automatically from this article\tSet by an editor\tother:Show # more";

/** @type {Promise<string> | undefined} */
let others;

/**
 * Labels for a language tag: its language's, or English.
 * @param {string} tag BCP 47
 * @param {string} assets URL of the folder with labels.tsv, or ""
 * @returns {Promise<Labels>}
 */
export async function labelsFor(tag, assets) {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  let line;
  if (language && language !== "en") {
    others ??= otherLabels(assets).catch(() => "");
    line = (await others).split("\n").find((l) => l.startsWith(language + "\t"));
  }
  const [lang, dir, title, said, denied, claim, show, notice, edited, more] = (line ?? english).trim().split("\t");
  return { lang, dir, title, said, denied, claim, show, more, notice, edited };
}

/**
 * "Show 3 more" with the plural form of its language. Intl is asked only where
 * there are forms to choose from: its first use took 25 ms.
 * @param {Labels} labels
 * @param {number} n
 */
export function moreLabel({ lang, more }, n) {
  const forms = Object.fromEntries(more.split("|").map((form) => form.split(":")));
  const form = more.includes("|") && forms[new Intl.PluralRules(lang).select(n)];
  return (form || forms.other).replace("#", String(n));
}
