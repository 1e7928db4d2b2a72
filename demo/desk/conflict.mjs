/** Two editors at once: both sides, and a choice. */
import { make } from "../page/article.mjs";
import { modal } from "./controls.mjs";
import { differences, merged } from "./edits.mjs";

/** @typedef {import("./edits.mjs").Edit} Edit */

/**
 * Asks which edits are to go on from; nothing is saved by it.
 * @param {Edit[]} mine  @param {Edit[]} theirs  @param {import("./items.mjs").Item[]} items
 * @returns {Promise<Edit[] | null>} null where the editor wants none of this
 */
export function resolve(mine, theirs, items) {
  const dialog = modal("conflict");
  const text = (/** @type {string} */ id) => (id ? items.find((i) => i.id === id)?.text ?? `${id}, whose passage is gone` : "The page");
  const cell = (/** @type {string} */ said) => make("td", said ? "" : "nothing", said || "as the engine has it");
  const head = (/** @type {string[]} */ ...titles) => make("tr", "", ...titles.map((t) => Object.assign(make("th", "", t), { scope: "col" })));
  const title = make("h2", "", "Somebody else has edited this page");
  title.id = "conflict-title";
  return new Promise((done) => {
    /** @type {Edit[] | null} */ let chosen = null;
    const choice = (/** @type {string} */ name, /** @type {string} */ kind, /** @type {Edit[] | null} */ edits) => {
      const b = /** @type {HTMLButtonElement} */ (make("button", kind, name));
      b.type = "button";
      b.addEventListener("click", () => {
        chosen = edits;
        dialog.close();
      });
      return b;
    };
    dialog.replaceChildren(title, make("p", "", "Nothing of yours was saved over theirs. Where you differ:"),
      make("div", "scroll", make("table", "sides", make("thead", "", head("Item", "Yours", "Theirs")),
        make("tbody", "", ...differences(mine, theirs).map((row) => make("tr", "", Object.assign(make("th", "", text(row.id)), { scope: "row" }), cell(row.mine), cell(row.theirs)))))),
      make("p", "help", "You can undo the choice, and it is saved only when you save."),
      make("div", "actions", choice("Take theirs", "", theirs), choice("Theirs, and mine where we differ", "quiet", merged(theirs, mine)), choice("Keep mine alone", "quiet", mine), choice("Not now", "quiet", null)));
    dialog.addEventListener("close", () => done(chosen), { once: true });
    dialog.showModal();
  });
}
