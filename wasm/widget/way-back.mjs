/**
 * The way from a passage back to the card: a small button beside the passage, Escape,
 * and the browser's Back. The button is in the card's shadow root and shown in the
 * browser's top layer, so the page's DOM stays as it is.
 */
import { spot } from "./spot.mjs";

/** @typedef {{link: HTMLAnchorElement, restore: () => void, ranges: Range[], show: () => HTMLElement, label: string}} Visit a link of the card, what scrolls back to it, the passage that it leads to, and what goes there and gives the paragraph */

/** Ends the way that there is. */
export let leaveWay = () => {};

const ownStyles = `.key-points-back{position:absolute;inset:auto;box-sizing:border-box;margin:0;padding:0;border:1px solid;border-radius:50%;color:var(--key-points-highlight-color,#1b1a18);background:var(--key-points-highlight,#ffe08a);font:15px/1 system-ui,sans-serif;text-align:center;overflow:clip;cursor:pointer}
.key-points-back:focus-visible{outline:2px solid;outline-offset:-4px}
.key-points .key-points-gone{margin-block-start:.3em;color:var(--muted);font-size:.88em}
@media screen{.folded .key-points-rest{display:none}.folded :has(>span.key-points-rest)::after{content:" …"}.folded blockquote :has(>span.key-points-rest)::after{content:" …" close-quote}}
@media print{.key-points-back,.key-points-gone,.key-points-more{display:none}.key-points{max-block-size:none !important}.key-points li[hidden]{display:list-item}}`;
/** @type {CSSStyleSheet | undefined} */ let ownSheet;

/** The last entry of the browser's history that was made for a way, and the one before it. */
let ours = { here: "", from: "" };

/** Moves the keyboard's place to a part of the page. @param {HTMLElement} block */
export function stand(block) {
  if (block.tabIndex < 0 && !block.hasAttribute("tabindex")) {
    block.tabIndex = -1;
    block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
  }
  block.focus({ preventScroll: true });
}

/** Gives a card the styles of what is added to it later. @param {Element} part of it */
export function dress(part) {
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (part.getRootNode());
  if (!ownSheet) {
    ownSheet = new CSSStyleSheet();
    ownSheet.replaceSync(ownStyles);
  }
  if (!adoptedStyleSheets.includes(ownSheet)) adoptedStyleSheets.push(ownSheet);
}

/** Goes to a passage and opens a way back. @param {Visit} visit */
export function wayBack({ link, restore, ranges, show, label }) {
  const root = /** @type {ShadowRoot} */ (link.getRootNode());
  const gone = new AbortController(), { signal } = gone;
  const button = document.createElement("button");
  leaveWay = () => {
    gone.abort();
    button.remove();
    CSS.highlights?.delete("key-points");
    leaveWay = () => {};
  };
  const { navigation } = /** @type {any} */ (globalThis);
  const entry = () => navigation?.currentEntry?.key ?? "", address = location.href;
  // Who goes on to another passage from here needs no second entry.
  if (!entry() || entry() !== ours.here) {
    const from = entry();
    try {
      history.pushState(history.state, "");
    } catch {} // too many at once
    ours = { here: entry(), from };
  }
  const { here, from } = ours;
  // The browser keeps of the entry before the place where it was left: at the card.
  const block = show();

  /** Takes the reader to the card, as it was. */
  const back = () => {
    leaveWay();
    if (!link.isConnected) return;
    const there = () => {
      link.focus({ preventScroll: true });
      restore();
    };
    there();
    // The browser may restore the place that it knows, a frame later.
    requestAnimationFrame(() => requestAnimationFrame(there));
  };
  addEventListener("popstate", () => {
    if (from ? entry() === from : location.href === address) back();
    else if (location.href.split("#")[0] !== address.split("#")[0]) leaveWay();
  }, { signal });
  const go = () => {
    const last = here !== from && entry() === here;
    back();
    if (last) history.back();
  };
  document.addEventListener("keydown", (event) => {
    const { key } = event, [target] = event.composedPath(), typing = target instanceof HTMLElement && (target.isContentEditable || target.matches("input,textarea,select"));
    // What is open above the page, such as a dialog, closes first.
    if (key === "Escape" && !event.defaultPrevented && !typing && !document.fullscreenElement && !document.querySelector(":modal,:popover-open")) go();
    // The button comes after its passage in the order of the keyboard.
    else if (key === "Tab" && target === block && !event.shiftKey && button.isConnected && !button.style.visibility) {
      button.focus({ preventScroll: true });
      event.preventDefault();
    }
  }, { signal });
  if (!button.showPopover) return;
  dress(link);
  button.className = "key-points-back";
  button.setAttribute("part", "back");
  button.popover = "manual";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.textContent = link.getBoundingClientRect().top < ranges[0].getBoundingClientRect().top ? "↑" : "↓";
  button.onclick = go;
  button.onkeydown = (event) => {
    // From here the keyboard goes on behind the passage, or to it.
    if (event.key === "Tab") stand(block);
    if (event.key === "Tab" && event.shiftKey) event.preventDefault();
  };
  root.append(button);
  /** Puts the button where it covers nothing, and away where there is no such place. */
  const put = () => {
    if (signal.aborted) return; // another way may be open by now
    if (!button.isConnected) return leaveWay(); // with its card
    const found = spot(ranges, block, button);
    button.style.visibility = found ? "" : "hidden";
    if (!found) return;
    const { x, y, size } = found;
    Object.assign(button.style, { left: x + scrollX + "px", top: y + scrollY + "px", inlineSize: size + "px", blockSize: size + "px" });
  };
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(put);
  };
  button.style.visibility = "hidden";
  button.showPopover();
  for (const type of ["scroll", "scrollend", "resize"]) addEventListener(type, soon, { signal, capture: true, passive: true });
  const watch = new ResizeObserver(soon);
  for (const part of [document.body, block.parentElement]) if (part) watch.observe(part); // the body of an application keeps its height
  signal.addEventListener("abort", () => watch.disconnect());
  soon();
}
