/** The form that sets who speaks or denies. */
import { make } from "../page/article.mjs";
import { speakerOf } from "./items.mjs";

/** @typedef {import("./items.mjs").Item} Item */

/** As in wasm/options: characters of a name, and of a role. */
const LONGEST = "200";

/**
 * @param {Item} item
 * @param {import("./list.mjs").View} view
 * @param {(value: {speaker?: import("./edits.mjs").Speaker | null} | null) => void} done null where nothing is to change; speaker undefined for the engine's
 */
export function speakerForm(item, view, done) {
  const now = speakerOf(item, view.edits);
  const field = (/** @type {string} */ name, /** @type {string} */ title, /** @type {string} */ value) => {
    const input = /** @type {HTMLInputElement} */ (make("input", ""));
    Object.assign(input, { name, value, autocomplete: "off", spellcheck: false });
    input.setAttribute("maxlength", LONGEST);
    input.setAttribute("list", "known-" + name);
    input.lang = view.language;
    return { input, label: make("label", "field", title, input) };
  };
  const name = field("name", item.kind === "quote" ? "Who speaks" : "Who denies", now?.name ?? ""), role = field("role", "In what role", now?.role ?? "");
  const button = (/** @type {string} */ text, /** @type {string} */ kind, /** @type {() => void} */ act) => {
    const b = /** @type {HTMLButtonElement} */ (make("button", kind, text));
    b.type = "button";
    b.addEventListener("click", act);
    return b;
  };
  const set = /** @type {HTMLButtonElement} */ (make("button", "", "Set"));
  const form = /** @type {HTMLFormElement} */ (make("form", "speaker", name.label, role.label, known("name", view, (s) => s.name), known("role", view, (s) => s.role),
    make("div", "actions", set, button("Nobody", "quiet", () => done({ speaker: null })), button("Cancel", "quiet", () => done(null)))));
  // A name that is known brings its role.
  name.input.addEventListener("change", () => {
    const known = view.items.map((i) => i.source).find((s) => s?.name === name.input.value);
    if (known && !role.input.value) role.input.value = known.role ?? "";
  });
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const said = name.input.value.trim();
    if (!said) return name.input.focus();
    done({ speaker: { name: said, role: role.input.value.trim() || null } });
  });
  form.addEventListener("keydown", (e) => {
    e.stopPropagation(); // letters are words here
    if (e.key === "Escape") done(null);
  });
  return form;
}

/** Names or roles that the article has. @param {string} what  @param {import("./list.mjs").View} view  @param {(s: {name: string, role: string | null}) => string | null} of */
function known(what, view, of) {
  const values = new Set(view.items.flatMap((i) => (i.source && of(i.source)) || []));
  const list = make("datalist", "", ...[...values].map((value) => Object.assign(make("option", ""), { value })));
  list.id = "known-" + what;
  return list;
}
