/**
 * The card's own words, English beside the other languages: those of the engine's renderer
 * (wasm/internal/lang/labels.tsv), loaded only where they are needed.
 */
import labelsText from "./labels-text.mjs";

/** @typedef {import("./card.mjs").Labels & {more: (n: number) => string, less: string, back: string, gone: string, all: string}} Labels */

/**
 * Labels for a language tag, or undefined where the file does not have its language and
 * the publisher says nothing of its own.
 * @param {string} tag BCP 47
 * @param {Element} [element] whose attributes notice and policy count
 * @returns {Labels | undefined}
 */
export function labelsFor(tag, element) {
  const labels = ofLanguage(tag);
  if (!element?.matches("[notice],[policy]")) return labels;
  const own = labels ?? /** @type {Labels} */ (ofLanguage("en"));
  return { ...own, notice: noticeOf(own.notice, element) };
}

/**
 * The line that says who chose, as the publisher wants it: none, in its own words, with a
 * link to its policy.
 * @param {string | Node} byDefault  @param {Element} element
 */
function noticeOf(byDefault, element) {
  const said = element.getAttribute("notice")?.trim() || byDefault, policy = element.getAttribute("policy") ?? "";
  if (said === "none") return "";
  if (!policy) return said;
  const link = document.createElement("a");
  link.className = "key-points-policy";
  link.href = policy;
  if (!/^https?:$/.test(link.protocol)) { // as of a script
    console.warn(`<key-points> leads to no policy: ${policy} is no web address`);
    return said;
  }
  link.append(said);
  return link;
}

/** @param {string} tag  @returns {Labels | undefined} */
function ofLanguage(tag) {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  const line = labelsText.split("\n").find((l) => l.startsWith(language + "\t"));
  if (!line) return;
  const [lang, dir, title, said, denied, claim, show, notice, edited, counted] = line.split("\t");
  /** A form for each plural category, and other words of the widget. @type {Record<string, string>} */
  const forms = Object.fromEntries(counted.split("|").map((form) => form.split(":")));
  const { less, back, gone, all } = forms;
  return { lang, dir, title, said, denied, claim, show, notice, edited, comma: dir === "rtl" ? "، " : ", ", less, back, gone, all, more: (n) => (forms[new Intl.PluralRules(lang).select(n)] ?? forms.other).replace("#", String(n)) };
}
