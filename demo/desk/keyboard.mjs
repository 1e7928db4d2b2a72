/** All that the desk does, by keys. Letters count while an item has the focus, and nowhere else. */

/** @typedef {import("./list.mjs").Action} Action */

/** The keys, what they do to the item that has the focus, and that in words. @type {[string, Action | "", string][]} */
export const keys = [
  ["↑ ↓", "", "the item before, the next"],
  ["Home End", "", "the first item, the last"],
  ["H", "hide", "hide the item, or show it again"],
  ["P", "pin", "pin it to the card, or no longer"],
  ["E", "speaker", "set who speaks, and in what role"],
  ["2", "runner-up", "take the runner-up for the speaker"],
  ["R", "reset", "leave it as the engine has it"],
  ["Enter", "article", "show its passage in the article"],
  ["Esc", "", "from its buttons back to the item"],
  ["Ctrl Z", "", "undo; with Shift: redo"],
  ["Ctrl S", "", "save"],
  ["?", "", "this list"],
];

/**
 * @param {HTMLElement} list
 * @param {object} does
 * @param {(id: string) => void} does.choose
 * @param {(action: Action, id: string) => void} does.act
 * @param {() => void} does.back to the item from what belongs to it
 * @param {() => void} does.help
 * @param {() => void} does.save
 * @param {() => void} does.undo
 * @param {() => void} does.redo
 */
export function listen(list, { choose, act, back, help, save, undo, redo }) {
  list.addEventListener("keydown", (e) => {
    const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".row")]), at = rows.findIndex((r) => r.parentElement?.contains(/** @type {Node} */ (e.target)));
    if (e.ctrlKey || e.metaKey || e.altKey || at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[e.key];
    const action = keys.find(([key, does]) => does && key !== "Enter" && key.toLowerCase() === e.key.toLowerCase())?.[1];
    if (to !== undefined) {
      if (rows[to]) choose(rows[to].dataset.id ?? "");
    } else if (e.key === "Escape") back();
    else if (e.key === "?") help();
    else if (action) act(action, rows[at].dataset.id ?? "");
    else return;
    e.preventDefault();
  });
  addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || document.querySelector("dialog[open]") || document.getElementById("desk")?.hidden) return;
    const key = e.key.toLowerCase(), typing = /** @type {Element} */ (e.target).matches?.("input, textarea");
    if (key === "s") save();
    else if (typing) return;
    else if (key === "z" && !e.shiftKey) undo();
    else if (key === "y" || key === "z") redo();
    else return;
    e.preventDefault();
  });
}
