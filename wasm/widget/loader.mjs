/**
 * The last part of embed.js: tells the element where its files are, defines it,
 * and gives a page without <key-points> one, right after the script.
 */
import { KeyPoints } from "./element.mjs";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);

if (script && !customElements.get("key-points")) {
  // …/v1/embed.js and …/v1/HASH/embed.js have the same /v1/ folder.
  KeyPoints.base = script.src.slice(0, script.src.lastIndexOf("/v1/") + 4);
  KeyPoints.assets = KeyPoints.base + "__FOLDER__/";
  customElements.define("key-points", KeyPoints);
  // An async script may run before the rest of the page is read.
  const insert = () => {
    if (document.querySelector("key-points")) return;
    if (script.closest("body")) script.after(document.createElement("key-points"));
    else console.warn("embed.js in the head needs a <key-points> in the body");
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", insert);
  else insert();
}
