/**
 * Leads the reader to a passage and marks it there: with the CSS Custom Highlight
 * API, so the page's DOM stays as it is.
 */
import { labelsFor } from "./labels.mjs";
import { search } from "./passage.mjs";
import { dress, leaveWay, stand, wayBack } from "./way-back.mjs";

/** Above any highlight of the page's own: the greatest that the API has. */
const PRIORITY = 2 ** 31 - 1;
/** ms in which a click may become a double one, which selects a word. */
const DOUBLE = 300;

/** @type {CSSStyleSheet | undefined} */ let markSheet;

/**
 * Marks ranges, brings the first into view, and moves the keyboard's place there.
 * @param {Range[]} ranges at least one
 * @returns {HTMLElement} the block that has the keyboard's place
 */
function show(ranges) {
  if (!markSheet) {
    markSheet = new CSSStyleSheet();
    // A page may fill its letters by a property of their own, and shadow them.
    markSheet.replaceSync(`::highlight(key-points){background-color:var(--key-points-highlight,#ffe08a);color:var(--key-points-highlight-color,#1b1a18);-webkit-text-fill-color:var(--key-points-highlight-color,#1b1a18);text-shadow:none}
@media(forced-colors:active){::highlight(key-points){background-color:Mark;color:MarkText;-webkit-text-fill-color:MarkText}}`);
  }
  const start = ranges[0].startContainer;
  // A highlight in a component's shadow root has the styles of that root.
  const root = /** @type {Document | ShadowRoot} */ (start.getRootNode());
  if (!root.adoptedStyleSheets.includes(markSheet)) root.adoptedStyleSheets.push(markSheet);
  const place = /** @type {HTMLElement} */ (start instanceof Element ? start : start.parentElement);
  if (CSS.highlights) {
    const mark = new Highlight(...ranges);
    mark.priority = PRIORITY;
    CSS.highlights.set("key-points", mark);
  } else getSelection()?.setBaseAndExtent(start, ranges[0].startOffset, ranges[0].endContainer, ranges[0].endOffset);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const bring = () => {
    // scrollIntoView would scroll within a box that hides its overflow too, such as a teaser.
    const { top, height } = ranges[0].getBoundingClientRect(), behavior = still ? "instant" : "smooth";
    if (boxes(place).some((box) => /hidden|clip/.test(getComputedStyle(box).overflow))) scrollBy({ top: top + height / 2 - innerHeight / 2, behavior });
    else place.scrollIntoView({ block: "center", behavior });
  };
  bring();
  // What is above may change its height on the way, as a card does that gives its place back.
  const taken = new AbortController(), { signal } = taken;
  addEventListener("scrollend", () => {
    const { top, bottom } = ranges[0].getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) bring();
    else taken.abort();
  }, { signal });
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(type, () => taken.abort(), { signal, capture: true, passive: true });
  const block = /** @type {HTMLElement} */ (place.closest("p,li,blockquote,td,div,section,article") ?? place);
  stand(block);
  return block;
}

/** An element and what holds it, up to the page. @param {Element} place @returns {Element[]} */
const boxes = (place) => {
  const around = place.parentElement ?? /** @type {Partial<ShadowRoot>} */ (place.getRootNode()).host;
  return around ? [place, ...boxes(around)] : [];
};

/**
 * Whether the page keeps some words from its reader: closed, cut off, or behind a
 * barrier that holds the whole page still.
 * @param {Range} range
 */
function covered(range) {
  const start = range.startContainer, place = /** @type {Element} */ (start instanceof Element ? start : start.parentElement);
  if (!place.checkVisibility({ visibilityProperty: true })) return true;
  const at = range.getBoundingClientRect();
  if (!at.height || [document.body, document.documentElement].some((e) => /hidden|clip/.test(getComputedStyle(e).overflowY))) return true;
  return boxes(place).some((box) => {
    const { top, bottom } = box.getBoundingClientRect();
    return box !== document.body && /hidden|clip/.test(getComputedStyle(box).overflowY) && (at.top < top - 1 || at.bottom > bottom + 1);
  });
}

let led = 0;

/**
 * Leads the reader from a link of the card to its passage, with a way back, or says
 * that it has gone. Who chooses another meanwhile is led there alone.
 * @param {HTMLAnchorElement} link with the text fragment  @param {string | undefined} text the passage
 */
export async function lead(link, text) {
  const turn = ++led, { top } = link.getBoundingClientRect();
  const ranges = await search(text, link.href);
  if (turn !== led) return;
  const labels = labelsFor(/** @type {HTMLElement | null} */ (link.closest("[lang]"))?.lang ?? "en") ?? labelsFor("en");
  tell(link, ranges.length ? "" : labels?.gone ?? "");
  if (!ranges.length) return;
  leaveWay();
  // A click on the card uncovers nothing: it leads to the top of the page then.
  if (ranges.some(covered)) scrollTo({ top: 0 });
  else wayBack({ link, top, ranges, block: show(ranges), label: labels?.back ?? "" });
}

/**
 * Tells readers, and those who hear the page, something of an item.
 * @param {HTMLElement} link  @param {string} words  "" takes it back
 */
function tell(link, words) {
  const item = link.closest("figure") ?? /** @type {Element} */ (link.parentElement);
  let note = item.querySelector(".key-points-gone");
  if (!words) return note?.remove();
  if (!note) {
    dress(link);
    note = document.createElement("p");
    note.className = "key-points-gone";
    note.role = "status";
    note.setAttribute("part", "gone");
    item.append(note);
  }
  // Only what changes in a region that is there already is spoken.
  note.textContent = "";
  setTimeout(() => (note.textContent = words), 100);
}

/** Card whose selections are known. @type {WeakSet<Node>} */ const watched = new WeakSet();
/** Whether there were selected words when the pointer went down. */
let before = false;

/** Whether words of a card are selected. @param {ShadowRoot} root */
function selects(root) {
  const selection = /** @type {any} */ (getSelection()), [range] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  return range ? !range.collapsed : !(/** @type {any} */ (root).getSelection?.() ?? selection)?.isCollapsed;
}

/**
 * A click on the words of an item does what their link does, unless it selects them
 * or ends a selection.
 * @param {PointerEvent} event  @param {Element} words what was clicked
 */
export async function choose({ detail, pointerType }, words) {
  const root = /** @type {ShadowRoot} */ (words.getRootNode());
  if (!watched.has(root)) root.addEventListener("pointerdown", () => (before = selects(root)));
  watched.add(root);
  const ended = before;
  before = false;
  if (pointerType === "mouse" && detail) await new Promise((done) => setTimeout(done, DOUBLE));
  if (ended || selects(root)) return;
  /** @type {HTMLAnchorElement | null | undefined} */ (words.closest("blockquote")?.parentElement?.querySelector("a.key-points-link"))?.click();
}
