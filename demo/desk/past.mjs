/** What stood on the page's cards: the server's own page of it, in a dialog. */
import { make, parse } from "../page/article.mjs";
import { modal } from "./controls.mjs";

/** @param {string} html */
export function showPast(html) {
  const page = parse(html), title = make("h2", "", page.querySelector("h1")?.textContent ?? ""), close = /** @type {HTMLFormElement} */ (make("form", "actions", make("button", "", "Close")));
  Object.assign(title, { id: "history-title", tabIndex: -1, autofocus: true }); // it is read from its top
  close.method = "dialog";
  modal("history").replaceChildren(title, ...[...page.querySelectorAll("main > :not(h1)")].map((n) => document.importNode(n, true)), close);
  modal("history").showModal();
}
