/**
 * Leads the reader to a passage and marks it there: with the CSS Custom Highlight
 * API, so the page's DOM stays as it is.
 */
import { labelsFor } from "./labels.mjs";
import { search } from "./passage.mjs";
import { bring, covered, inSight, standing, toTop } from "./scroll.mjs";
import { dress, leaveWay, stand, wayBack } from "./way-back.mjs";

/** Above any highlight of the page's own: the greatest that the API has. */
const PRIORITY = 2 ** 31 - 1;
/** ms in which a click may become a double one, which selects a word. */
const DOUBLE = 300;

/** @type {CSSStyleSheet | undefined} */ let markSheet;

/** What holds the beginning of a passage. @param {Range} range */
const holding = ({ startContainer: start }) => /** @type {HTMLElement} */ (start instanceof Element ? start : start.parentElement);

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
  const place = holding(ranges[0]);
  if (CSS.highlights) {
    const mark = new Highlight(...ranges);
    mark.priority = PRIORITY;
    CSS.highlights.set("key-points", mark);
  } else getSelection()?.setBaseAndExtent(start, ranges[0].startOffset, ranges[0].endContainer, ranges[0].endOffset);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const go = () => bring(ranges[0], place, still ? "instant" : "smooth");
  go();
  // What is above may change its height on the way, as a card does that gives its place back.
  const taken = new AbortController(), { signal } = taken;
  addEventListener("scrollend", () => {
    const [line] = ranges[0].getClientRects();
    if (!line || inSight(line, place)) taken.abort();
    else go();
  }, { signal, capture: true });
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(type, () => taken.abort(), { signal, capture: true, passive: true });
  const block = /** @type {HTMLElement} */ (place.closest("p,li,blockquote,td,div,section,article") ?? place);
  stand(block);
  return block;
}

let led = 0;

/**
 * Leads the reader from a link of the card to its passage, with a way back, or says
 * that it has gone. Who chooses another meanwhile is led there alone.
 * @param {HTMLAnchorElement} link with the text fragment  @param {string | undefined} text the passage
 */
export async function lead(link, text) {
  const turn = ++led, restore = standing(link);
  const ranges = await search(text, link.href);
  if (turn !== led) return;
  const labels = labelsFor(/** @type {HTMLElement | null} */ (link.closest("[lang]"))?.lang ?? "en") ?? labelsFor("en");
  tell(link, ranges.length ? "" : labels?.gone ?? "");
  if (!ranges.length) return;
  leaveWay();
  // A click on the card uncovers nothing: it leads to the top of the page then.
  if (ranges.some((range) => covered(range, holding(range)))) toTop(link);
  else wayBack({ link, restore, ranges, show: () => show(ranges), label: labels?.back ?? "" });
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
