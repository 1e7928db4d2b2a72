/** What an editor has to know beside the items: edits that found nothing, edits of the page, and who declined to comment. */
import { make } from "../page/article.mjs";
import { $, noted } from "./controls.mjs";
import { inWords } from "./edits.mjs";

/** @typedef {import("./edits.mjs").Edit} Edit */

/**
 * @param {{all: any, stale: Edit[], store: string, url: string, edits: Edit[], items: import("./items.mjs").Item[]}} now
 * @param {{remove: (gone: Edit[]) => void, name: (address: string) => void}} acts
 */
export function showNotes({ all, stale, store, url, edits }, { remove, name }) {
  const notes = [];
  if (noted.begun) notes.push(make("p", "note", noted.begun));
  if (all.edits_error) notes.push(make("p", "note warning", `The page’s own block cannot be read: ${all.edits_error.replace(/^.*?: /, "")}.`));
  if (!edits.length && all.page_edits?.edits.length) notes.push(make("p", "note", "Without edits here, those in the page itself count."));
  const wanted = store === "open" && !url;
  // The form stays while somebody writes into it.
  if (wanted && $("notes").querySelector("form")) notes.push($("notes").querySelector("form"));
  else if (wanted) notes.push(addressForm(name));
  const focused = document.activeElement;
  $("notes").replaceChildren(.../** @type {Node[]} */ (notes));
  if (focused instanceof HTMLElement && $("notes").contains(focused)) focused.focus();

  // The engine gives them back without what it does not know; they are the desk's own by id and action.
  const gone = edits.filter((e) => stale.some((s) => s.id === e.id && s.action === e.action));
  $("stale").replaceChildren(...(gone.length ? [
    make("h4", "", "Edits whose passage is gone"),
    make("p", "help", "The article has changed since. They are kept, and change nothing."),
    make("ul", "gone", ...gone.map((e) => make("li", "", make("code", "", e.id ?? ""), ` ${inWords(e)} `, button("Remove", () => remove([e]))))),
    ...(gone.length > 1 ? [button("Remove all of these", () => remove(gone))] : []),
  ] : []));
  $("without").replaceChildren(...(all.no_comment?.length ? [
    make("h4", "", "Declined to comment"),
    make("p", "help", "Never on the card."),
    make("ul", "gone", ...all.no_comment.map((/** @type {any} */ n) => make("li", "", n.text))),
  ] : []));
}

/** @param {string} text  @param {() => void} act */
function button(text, act) {
  const b = /** @type {HTMLButtonElement} */ (make("button", "quiet", text));
  b.type = "button";
  b.addEventListener("click", act);
  return b;
}

/** @param {(address: string) => void} name */
function addressForm(name) {
  const input = /** @type {HTMLInputElement} */ (Object.assign(make("input", ""), { type: "url", required: true, placeholder: "https://" }));
  const form = make("form", "note", make("label", "field", "Under which address are these edits kept?", input), make("button", "quiet", "Use it"));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    name(input.value.trim());
  });
  return form;
}
