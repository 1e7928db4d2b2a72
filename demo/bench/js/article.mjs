/** The article's title, author and text by @mozilla/readability on linkedom. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

/** @typedef {{title: string, byline: string, paragraphs: string[]}} Article */

/** @param {string} html  @returns {Article} */
export function article(html) {
  const found = new Readability(/** @type {any} */ (parseHTML(html).document)).parse();
  const paragraphs = (found?.textContent ?? "").split("\n").map((p) => p.trim()).filter((p) => p !== "");
  return { title: found?.title ?? "", byline: found?.byline ?? "", paragraphs };
}
