/**
 * A page's edits as an editor changes them: lists that are never changed in place, so that
 * each can be gone back to.
 */

/** @typedef {{name: string, role: string | null}} Speaker */
/** @typedef {{id?: string, action: "hide" | "pin" | "set" | "off", speaker?: Speaker | null}} Edit */

/** What the API takes: edits, and bytes of them. */
const MOST = 100, MOST_BYTES = 16_384;

/** What an edit is about: of two that are about the same the last counts. @param {Edit} e */
const subject = (e) => `${e.id ?? ""} ${e.action === "hide" || e.action === "pin" ? "place" : e.action}`;

/** One edit for each subject. @param {Edit[]} edits @returns {Edit[]} */
export function settled(edits) {
  /** @type {Map<string, Edit>} */ const last = new Map();
  for (const e of edits) {
    last.delete(subject(e)); // a pin counts from its last place
    last.set(subject(e), e);
  }
  return [...last.values()];
}

/**
 * What the edits make of an item; speaker is undefined where they leave the engine's.
 * @param {Edit[]} edits  @param {string} id
 */
export function made(edits, id) {
  const own = edits.filter((e) => e.id === id), set = own.find((e) => e.action === "set");
  return { hidden: own.some((e) => e.action === "hide"), pinned: own.some((e) => e.action === "pin"), speaker: set && (set.speaker ?? null), edited: own.length > 0 };
}

/** Hides or pins an item, or no longer. @param {Edit[]} edits  @param {string} id  @param {"hide" | "pin"} action */
export function placed(edits, id, action) {
  const was = edits.some((e) => e.id === id && e.action === action);
  const rest = edits.filter((e) => e.id !== id || e.action === "set");
  return was ? rest : [...rest, { id, action }];
}

/** Names who speaks. @param {Edit[]} edits  @param {string} id  @param {Speaker | null | undefined} speaker null for nobody, undefined for the engine's */
export function named(edits, id, speaker) {
  const rest = edits.filter((e) => e.id !== id || e.action !== "set");
  return speaker === undefined ? rest : [...rest, /** @type {Edit} */ ({ id, action: "set", speaker })];
}

/** Leaves an item as the engine has it. @param {Edit[]} edits  @param {string} id */
export const without = (edits, id) => edits.filter((e) => e.id !== id);

/** @param {Edit[]} edits */
export const isOff = (edits) => edits.some((e) => e.action === "off");

/** Switches the page's card off, or on again. @param {Edit[]} edits @returns {Edit[]} */
export const switched = (edits) => (isOff(edits) ? edits.filter((e) => e.action !== "off") : [...edits, { action: "off" }]);

/** Theirs, and mine where both are about the same. @param {Edit[]} theirs  @param {Edit[]} mine */
export const merged = (theirs, mine) => settled([...theirs, ...mine]);

/** @param {Edit[]} edits */
export const textOf = (edits) => JSON.stringify({ version: 1, edits });

/** Why the API would refuse the edits, or "". @param {Edit[]} edits */
export function tooMuch(edits) {
  if (edits.length > MOST) return `A page may have ${MOST} edits.`;
  return new TextEncoder().encode(textOf(edits)).length > MOST_BYTES ? "The edits of a page may have 16 KB." : "";
}

/** The edits as they stand in a page. @param {Edit[]} edits */
export const snippetOf = (edits) => `<script type="application/json" data-key-points="edits">${textOf(edits).replace(/</g, "\\u003c")}</script>`;

/** An edit in words. @param {Edit} e */
export function inWords(e) {
  switch (e.action) {
    case "hide": return "hidden";
    case "pin": return "pinned";
    case "off": return "no card on this page";
    default: return e.speaker ? `by ${e.speaker.name}${e.speaker.role ? `, ${e.speaker.role}` : ""}` : "by nobody that can be told";
  }
}

/**
 * Where two lists differ, an item a row.
 * @param {Edit[]} mine  @param {Edit[]} theirs
 * @returns {{id: string, mine: string, theirs: string}[]}
 */
export function differences(mine, theirs) {
  const said = (/** @type {Edit[]} */ list, /** @type {string} */ id) => list.filter((e) => (e.id ?? "") === id).map(inWords).sort().join("; ");
  return [...new Set([...mine, ...theirs].map((e) => e.id ?? ""))].map((id) => ({ id, mine: said(mine, id), theirs: said(theirs, id) })).filter((row) => row.mine !== row.theirs);
}

/** The edits of now with the way back and forth. */
export class Changes {
  /** @type {Edit[][]} */ #past = [];
  /** @type {Edit[][]} */ #future = [];

  /** @param {Edit[]} edits */
  constructor(edits) {
    this.now = settled(edits);
  }

  /** @param {Edit[]} next  @returns {string} why not, or "" */
  make(next) {
    const wrong = tooMuch(next);
    if (wrong) return wrong;
    this.#past.push(this.now);
    this.#future = [];
    this.now = next;
    return "";
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  undo() {
    this.#step(this.#past, this.#future);
  }

  redo() {
    this.#step(this.#future, this.#past);
  }

  /** @param {Edit[][]} from  @param {Edit[][]} to */
  #step(from, to) {
    const next = from.pop();
    if (!next) return;
    to.push(this.now);
    this.now = next;
  }
}
