/**
 * The last part of embed.js: tells the element where its files are, defines it,
 * and gives a page without <key-points> one, right after the script.
 */
import { KeyPoints, loaded, moves } from "./element.mjs";

/**
 * What the build puts in the place of import(): it runs a file only with the content
 * that this script was built with, so that an integrity for this script covers all
 * that it loads. import() takes no integrity, but a preloaded module is not loaded twice.
 * @param {string} name  @param {string} integrity
 */
const verified = (name, integrity) => new Promise((resolve, reject) => {
  const href = KeyPoints.assets + name;
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href, integrity });
  link.onload = link.onerror = (/** @type {any} */ { type }) => {
    link.remove();
    if (type === "load") resolve(import(href));
    else reject(Error(href + " is missing or changed"));
  };
  document.head.append(link);
});

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

if (script && !customElements.get("key-points")) {
  // …/v1/embed.js and …/v1/HASH/embed.js have the same /v1/ folder.
  KeyPoints.base = script.src.slice(0, script.src.lastIndexOf("/v1/") + 4);
  KeyPoints.assets = KeyPoints.base + "__FOLDER__/";
  customElements.define("key-points", KeyPoints);
  // An async script may run before the rest of the page is read.
  loaded().then(() => {
    if (moves.size) return; // an element, in a shadow root too
    if (script.closest("body")) script.after(document.createElement("key-points"));
    else console.warn("no <key-points>");
  });
}
