/** The list of items: one of them is current, and shows its passage, its reasons and what can be done. */
import { make } from "../page/article.mjs";
import { made } from "./edits.mjs";
import { fate, passage, speakerOf } from "./items.mjs";
import { speakerForm } from "./speaker.mjs";
import { inWords, kinds, sureness } from "./why.mjs";

/** @typedef {import("./items.mjs").Item} Item */
/** @typedef {import("./edits.mjs").Edit} Edit */
/** @typedef {{items: Item[], body: string[], edits: Edit[], places: Map<string, number>, off: boolean, language: string, editing: string, current: string}} View what is shown; editing and current are ids or "" */
/** @typedef {"hide" | "pin" | "speaker" | "runner-up" | "reset" | "article"} Action */

/** @param {string} tag  @param {string} name  @param {Record<string, string>} attributes  @param {...(Node | string)} children */
function makeWith(tag, name, attributes, ...children) {
  const node = make(tag, name, ...children);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** @param {{name: string, role: string | null} | null} s */
const saidBy = (s) => (s ? s.name + (s.role ? `, ${s.role}` : "") : "Nobody that can be told");

/**
 * @param {HTMLElement} list
 * @param {View} view
 * @param {Item[]} shown  those of the items that are listed
 * @param {(action: Action, item: Item, value?: any) => void} act
 */
export function showList(list, view, shown, act) {
  list.replaceChildren(...shown.map((item) => row(item, view, act)));
}

/** @param {Item} item  @param {View} view  @param {(action: Action, item: Item, value?: any) => void} act */
function row(item, view, act) {
  const { state, words, reason } = fate(item, view.edits, view.places.get(item.id) ?? 0, view.off);
  const { pinned, speaker } = made(view.edits, item.id), current = item.id === view.current;
  const chip = (/** @type {string} */ name, /** @type {string} */ text) => make("span", "chip " + name, text);
  const head = makeWith("button", "row", { type: "button", "data-id": item.id, tabindex: current ? "0" : "-1", "aria-expanded": String(current), ...(current && { "aria-current": "true" }) },
    make("span", "chips", chip(item.kind, item.kind === "quote" ? "Quote" : "Denial"), chip(state, words), ...(pinned ? [chip("pinned", "Pinned")] : []), ...(speaker !== undefined ? [chip("named", "Speaker set")] : []),
      make("span", "sure", speaker !== undefined ? "" : `${Math.round(100 * item.confidence)}%`)),
    makeWith("span", "words", { lang: view.language, dir: "auto" }, item.text),
    makeWith("span", "who", { lang: view.language, dir: "auto" }, saidBy(speakerOf(item, view.edits))));
  // Enter leads to the passage; a finger or a mouse stays with the item.
  head.addEventListener("click", (e) => act("article", item, e.detail === 0));
  const li = makeWith("li", state + (current ? " current" : ""), {}, head);
  if (current) li.append(details(item, view, state, reason, act));
  return li;
}

/** @param {Item} item  @param {View} view  @param {string} state  @param {string} reason  @param {(action: Action, item: Item, value?: any) => void} act */
function details(item, view, state, reason, act) {
  const { hidden, pinned, speaker, edited } = made(view.edits, item.id), second = item.why?.runner_up;
  const button = (/** @type {Action} */ action, /** @type {string} */ text, /** @type {string} */ key, /** @type {boolean | undefined} */ pressed = undefined) => {
    const b = makeWith("button", "quiet", { type: "button", "data-action": action, "aria-keyshortcuts": key, ...(pressed !== undefined && { "aria-pressed": String(pressed) }) }, text, " ", makeWith("kbd", "", { "aria-hidden": "true" }, key));
    b.addEventListener("click", () => act(action, item));
    return b;
  };
  const part = (/** @type {string} */ title, /** @type {(Node | string)[]} */ ...content) => [make("dt", "", title), make("dd", "", ...content)];
  const facts = make("dl", "facts",
    ...part(state === "out" ? "Why it is left out" : "Place", reason),
    ...part(item.kind === "quote" ? "How sure of the speaker" : "How sure of the denial", speaker !== undefined ? "An editor has said so." : sureness(item.confidence)),
    ...(item.kind === "denial" ? part("What it is", `${kinds[item.how] ?? item.how}.`.replace(/^./, (c) => c.toUpperCase()), ...(item.claim ? [" The claim: ", makeWith("q", "", { lang: view.language }, item.claim.text)] : [])) : []),
    ...(speaker !== undefined ? part("The engine says", saidBy(item.source)) : []),
    ...(item.source && item.source.mention !== item.source.name ? part("Named there as", makeWith("q", "", { lang: view.language }, item.source.mention)) : []),
    ...why(item, part),
    ...(second ? part("Runner-up", `${second.name ?? "nobody"}, ${Math.round(100 * second.confidence)}%`) : []));
  const buttons = make("div", "actions",
    button("hide", hidden ? "Show again" : "Hide", "H", hidden),
    button("pin", "Pin", "P", pinned),
    button("speaker", item.kind === "quote" ? "Set speaker" : "Set denier", "E"),
    ...(second?.name && item.kind === "quote" ? [button("runner-up", `Take ${second.name}`, "2")] : []),
    ...(edited ? [button("reset", "As the engine has it", "R")] : []));
  const text = makeWith("div", "passage", { lang: view.language, dir: "auto" }, ...passage(view.body, item).map((pieces) => make("p", "", ...pieces.map((p) => (p.marked ? make("mark", item.kind, p.text) : p.text)))));
  const form = view.editing === item.id ? [speakerForm(item, view, (value) => act("speaker", item, value))] : [];
  return make("div", "details", text, ...form, buttons, facts);
}

/** @param {Item} item  @param {(title: string, ...content: (Node | string)[]) => Node[]} part */
function why(item, part) {
  const features = item.why?.features ?? [];
  if (!features.length) return item.cue ? part("Why", "It is told by ", make("q", "", item.cue), ".") : [];
  const name = item.source?.name ?? "nobody";
  const list = (/** @type {boolean} */ speaks) => {
    const facts = features.filter((f) => f.weight > 0 === speaks).slice(0, 4).map((f) => make("li", "", inWords(f.name)));
    return facts.length ? [make("ul", speaks ? "for" : "against", ...facts)] : [];
  };
  const against = list(false);
  return [...part(`What speaks for ${name}`, ...list(true)), ...(against.length ? part("What speaks for others, or for doubt", ...against) : [])];
}
