/**
 * The desk: an editor opens an article, sees every item in its passage with how sure the
 * engine is and why, hides, pins and corrects, and saves the edits or copies them for the page.
 */
import { showArticle } from "../page/article.mjs";
import { showLeftOut } from "../page/leftout.mjs";
import { resolve } from "./conflict.mjs";
import { $, announce, modal, noted, openings, trouble } from "./controls.mjs";
import { Changes, isOff, made, named, placed, snippetOf, switched, textOf, without } from "./edits.mjs";
import { itemsOf } from "./items.mjs";
import { listen } from "./keyboard.mjs";
import { showList } from "./list.mjs";
import { showNotes } from "./notes.mjs";
import { markPassages, point } from "./passages.mjs";
import { showPast } from "./past.mjs";
import * as server from "./server.mjs";

/** @typedef {import("./items.mjs").Item} Item */
/** @typedef {import("./edits.mjs").Edit} Edit */
/** @typedef {import("./server.mjs").Source} Source */

const EVERYTHING = { quotes: "all", denials: "all", include: "body,quotes,article,no-comment,why,edits", "min-confidence": "0" };
/** Milliseconds after the last change until the card is made anew. */
const PAUSE = 120;

/** Whether edits are kept here. */
let store = "off";
/** @type {Source} */ let source;
/** @type {any} */ let all;
/** Where the page's edits are kept, or "". */
let url = "";
/** Of the edits that the store has, and how the edits were at the beginning or when they were saved. */
let tag = "", clean = "";
let changes = new Changes([]);
/** @type {import("./list.mjs").View} */ const view = { items: [], body: [], edits: [], places: new Map(), off: false, language: "", editing: "", current: "" };
/** @type {Edit[]} */ let stale = [];
let filter = "all", turn = 0, timer = 0, asked = new AbortController();

const element = /** @type {any} */ ($("card"));
const list = $("list");

/** @param {Source} next */
async function open(next) {
  if (dirty() && !confirm("The edits of this article are not saved. Open another all the same?")) return;
  const mine = ++turn;
  trouble("");
  document.body.setAttribute("aria-busy", "true");
  try {
    const [found, sure] = await Promise.all([server.card(next, [], EVERYTHING), server.card(next, [], { quotes: "all", denials: "all" })]);
    const at = "address" in next ? next.address : next.url || found.article.url || "";
    const kept = store === "open" && at ? await server.saved(at) : { edits: [], tag: "" };
    if (mine !== turn) return;
    [source, all, url, tag] = [next, found, at, kept.tag];
    changes = new Changes(kept.edits.length ? kept.edits : all.page_edits?.edits ?? []);
    clean = textOf(changes.now);
    Object.assign(view, { items: itemsOf(all, sure), body: [...all.body], places: new Map(), language: all.article.language ?? "", editing: "" });
    view.current = view.items[0]?.id ?? "";
    await show(kept.edits.length > 0);
  } catch (/** @type {any} */ e) {
    if (mine === turn) trouble(e.message);
  } finally {
    if (mine === turn) document.body.removeAttribute("aria-busy");
  }
}

/** Shows what was opened. @param {boolean} fromStore where its edits come from */
async function show(fromStore) {
  const { headline, publisher } = all.article;
  $("desk").hidden = false;
  document.body.classList.add("opened");
  $("headline").textContent = headline ?? "An article without a headline";
  $("headline").lang = view.language;
  document.title = `${headline ?? "The desk"} · The desk`;
  $("from").textContent = [publisher, url].filter(Boolean).join(" · ");
  if ("address" in source) history.replaceState(null, "", "?" + new URLSearchParams({ url: source.address }));
  noted.begun = !changes.now.length ? "" : fromStore ? "These edits are in the store." : "These edits stand in the page itself. Saved here, they count instead of those.";
  showArticle($("article"), all);
  for (const a of $("article").querySelectorAll("a")) Object.assign(a, { target: "_blank", rel: "noreferrer" });
  $("left").hidden = "address" in source;
  if (!("address" in source)) showLeftOut($("left-lines"), source, all);
  changed();
  const widget = await customElements.whenDefined("key-points").then(() => /** @type {any} */ (customElements.get("key-points")));
  const { readPage, search } = await import(widget.assets + "on-demand.mjs");
  const page = readPage($("article"));
  await markPassages($("article"), view.items, (text, fragment) => search(text, fragment, page));
  point($("paper"), $("article"), view.current, false);
  $("items").focus({ preventScroll: true });
}

const dirty = () => textOf(changes.now) !== clean && clean !== "";

/** Shows the edits of now, and asks for their card. */
function changed() {
  view.edits = changes.now;
  view.off = isOff(changes.now);
  render();
  clearTimeout(timer);
  asked.abort();
  $("preview").setAttribute("aria-busy", "true");
  timer = +setTimeout(preview, PAUSE);
}

/** The card with the edits, from the same engine that readers' cards are from. */
async function preview() {
  asked = new AbortController();
  const { signal } = asked;
  const value = (/** @type {string} */ id) => /** @type {HTMLSelectElement} */ ($(id)).value;
  let none = "";
  try {
    if (view.off) throw new server.Refused(422, "opted-out", "");
    const card = await server.card(source, changes.now, { quotes: value("quotes"), denials: value("denials") }, signal);
    if (signal.aborted) return;
    await shown(card);
    if (signal.aborted) return;
    stale = card.stale_edits;
    view.places = new Map([card.quotes, card.denials].flatMap((items) => items.map((/** @type {any} */ item, /** @type {number} */ i) => [item.id, i + 1])));
    if (!card.quotes.length && !card.denials.length) none = "There is nothing for a card: readers see none, and it takes no room.";
  } catch (/** @type {any} */ e) {
    if (signal.aborted) return;
    view.places = new Map();
    none = e.type === "opted-out" ? "Readers see no card on this page." : "";
    if (!none) trouble(e.message);
  }
  $("preview").removeAttribute("aria-busy");
  $("no-card").textContent = none;
  $("no-card").hidden = !none;
  element.hidden = !!none;
  render();
}

/** Shows a card in full: what is made out of sight is fitted into no place. @param {any} card */
async function shown(card) {
  await customElements.whenDefined("key-points");
  element.card = card;
  await element.refresh();
}

/** What the list shows of the items. @type {Record<string, [string, (i: Item) => boolean]>} */
const filters = {
  all: ["All", () => true],
  on: ["On the card", (i) => view.places.has(i.id)],
  out: ["Left out", (i) => !view.places.has(i.id)],
  edited: ["Edited", (i) => made(view.edits, i.id).edited],
};
const listed = () => view.items.filter((i) => filters[filter][1](i) || i.id === view.current);

function render() {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest("#list *")), action = focused?.dataset.action;
  const typing = focused?.closest("form");
  if (!typing || !view.editing) {
    showList(list, view, listed(), act);
    if (focused) /** @type {HTMLElement | null} */ (list.querySelector(action ? `[data-action="${action}"]` : "[aria-current]") ?? current())?.focus();
  }
  for (const [name, [title, fits]] of Object.entries(filters)) {
    const count = $("filter").querySelector(`[data-count="${name}"]`);
    if (count) count.textContent = `${title} ${view.items.filter(fits).length}`;
  }
  $("none").hidden = listed().length > 0;
  $("none").textContent = view.items.length ? "None." : "The engine found no quotation and no denial here.";
  /** @type {HTMLButtonElement} */ ($("undo")).disabled = !changes.canUndo;
  /** @type {HTMLButtonElement} */ ($("redo")).disabled = !changes.canRedo;
  $("off").setAttribute("aria-pressed", String(view.off));
  const canSave = store === "open" && url !== "";
  /** @type {HTMLButtonElement} */ ($("save")).disabled = !canSave;
  /** @type {HTMLButtonElement} */ ($("show-history")).disabled = !canSave;
  const n = changes.now.length, count = n === 0 ? "No edits" : n === 1 ? "1 edit" : `${n} edits`;
  $("state").textContent = count + (store === "off" ? "." : dirty() ? ", not saved." : n ? ", as saved." : ".");
  showNotes({ all, stale, store, url, edits: changes.now, items: view.items }, { remove: (gone) => change(changes.now.filter((e) => !gone.includes(e)), "Removed what was stale"), name: nameAddress });
}

const current = () => /** @type {HTMLElement | null} */ (list.querySelector("[aria-current]"));

/** @param {Edit[]} next  @param {string} said of it */
function change(next, said) {
  const wrong = changes.make(next);
  if (wrong) return trouble(wrong);
  trouble("");
  changed();
  announce(said + ".");
}

/** @param {string} id  @param {boolean} reveal whether its passage comes into view */
function choose(id, reveal) {
  view.editing = "";
  view.current = id;
  render();
  current()?.focus({ preventScroll: true });
  current()?.closest("li")?.scrollIntoView({ block: "nearest" });
  point($("paper"), $("article"), id, reveal);
}

/** @param {import("./list.mjs").Action} action  @param {Item} item  @param {any} [value] */
function act(action, item, value) {
  const { id } = item, short = item.text.length > 60 ? item.text.slice(0, 57).replace(/[ …]+$/, "") + " …" : item.text;
  const was = made(changes.now, id);
  switch (action) {
    case "article": return choose(id, value !== false);
    case "hide": return change(placed(changes.now, id, "hide"), `${was.hidden ? "Shown again" : "Hidden"}: “${short}”`);
    case "pin": return change(placed(changes.now, id, "pin"), `${was.pinned ? "No longer pinned" : "Pinned"}: “${short}”`);
    case "reset": return was.edited ? change(without(changes.now, id), `As the engine has it: “${short}”`) : undefined;
    case "runner-up": {
      const name = item.why?.runner_up?.name;
      if (!name) return announce("There is no runner-up.");
      return change(named(changes.now, id, { name, role: view.items.find((i) => i.source?.name === name)?.source?.role ?? null }), `Set to ${name}`);
    }
    case "speaker": return value === undefined ? edit(id) : set(id, value);
  }
}

/** Opens the form for who speaks. @param {string} id */
function edit(id) {
  view.editing = id;
  view.current = id;
  render();
  const field = /** @type {HTMLInputElement | null} */ (list.querySelector("form input"));
  field?.focus();
  field?.select();
}

/** @param {string} id  @param {{speaker?: import("./edits.mjs").Speaker | null} | null} value */
function set(id, value) {
  view.editing = "";
  if (value) change(named(changes.now, id, value.speaker), value.speaker ? `Set to ${value.speaker.name}` : "Set to nobody");
  render();
  current()?.focus();
}

/** The address of a pasted article, under which its edits are kept. @param {string} address */
async function nameAddress(address) {
  try {
    const kept = await server.saved(address);
    [url, tag] = [address, kept.tag];
    if (kept.edits.length) return disagree(kept);
    render();
  } catch (/** @type {any} */ e) {
    trouble(e.message);
  }
}

async function save() {
  if (/** @type {HTMLButtonElement} */ ($("save")).disabled) return announce(store === "off" ? "This server keeps no edits: copy them for the page." : "Name the article’s address first.");
  const text = textOf(changes.now);
  try {
    tag = await server.save(url, text, tag);
    clean = text;
    trouble("");
    announce("Saved. Cards are made anew with these edits.");
    noted.begun = "";
    render();
  } catch (/** @type {any} */ e) {
    if (e.status !== 412) return trouble(e.message);
    const theirs = await server.saved(url).catch((error) => void trouble(error.message));
    if (!theirs) return;
    if (textOf(theirs.edits) !== text) return disagree(theirs);
    [tag, clean] = [theirs.tag, text]; // an answer was lost on its way
    announce("Saved.");
    render();
  }
}

/** Shows both sides where somebody else has edits of the page. @param {{edits: Edit[], tag: string}} theirs */
async function disagree(theirs) {
  const next = await resolve(changes.now, theirs.edits, view.items);
  if (!next) return announce("Nothing is saved.");
  tag = theirs.tag;
  change(next, textOf(next) === textOf(theirs.edits) ? "Theirs are here, as saved" : "Not saved yet: look over the card, then save");
  clean = textOf(theirs.edits);
  render();
}

async function copy() {
  const text = snippetOf(changes.now);
  $("snippet-text").textContent = text;
  const dialog = modal("snippet");
  if (!dialog.open) dialog.showModal();
  try {
    await navigator.clipboard.writeText(text);
    $("copied").textContent = "Copied.";
  } catch {
    getSelection()?.selectAllChildren($("snippet-text"));
    $("copied").textContent = "Selected: copy it with the keyboard.";
  }
}

async function past() {
  try {
    showPast(await server.history(url));
  } catch (/** @type {any} */ e) {
    trouble(e.message);
  }
}

const undo = () => (changes.canUndo ? (changes.undo(), changed(), announce("Undone.")) : announce("There is nothing to undo."));
const redo = () => (changes.canRedo ? (changes.redo(), changed(), announce("Done again.")) : announce("There is nothing to do again."));

$("article").addEventListener("click", (e) => {
  const [id] = /** @type {HTMLElement} */ (e.target).closest("mark")?.dataset.items?.split(" ") ?? [];
  if (id && !/** @type {Element} */ (e.target).closest("a")) choose(id, false);
});
// An item of the card leads to itself in the list.
element.addEventListener("keypoints:navigate", (/** @type {CustomEvent} */ e) => {
  const { item } = e.detail, found = view.items.find((i) => i.id === item?.id) ?? view.items.find((i) => i.claim && i.claim.text === item?.text);
  if (!found) return;
  e.preventDefault();
  choose(found.id, true);
});
addEventListener("beforeunload", (e) => {
  if (dirty() && store === "open") e.preventDefault();
});

listen(list, {
  help: () => modal("keys").showModal(), back: () => current()?.focus(), save, undo, redo,
  choose: (id) => choose(id, false),
  act(action, id) {
    const item = view.items.find((i) => i.id === id);
    if (item) act(action, item);
  },
});
$("undo").addEventListener("click", undo);
$("redo").addEventListener("click", redo);
$("off").addEventListener("click", () => change(switched(changes.now), isOff(changes.now) ? "The page has its card again" : "The page has no card"));
$("save").addEventListener("click", save);
$("copy").addEventListener("click", copy);
$("copy-again").addEventListener("click", copy);
$("show-history").addEventListener("click", past);
$("show-keys").addEventListener("click", () => modal("keys").showModal());
for (const name of ["quotes", "denials"]) $(name).addEventListener("change", changed);

openings({
  filters, filter: (name) => ((filter = name), render()), open, async gate(secret) {
    if (secret !== undefined) server.bear(secret);
    return (store = await server.storeState());
  },
});
