/**
 * Follows a page whose application shows one article after another in the same document.
 * Its address says when that may be so, its text whether it is: a card is the page's as
 * long as the passages that it shows stand there.
 */
import { readPage, search } from "./passage.mjs";
import { leaveWay } from "./way-back.mjs";

/** ms that the text of the address before may stand before the card is shown over it again. */
const LINGER = 500;
/** ms that an application may take to write the canonical address of an article. */
const HEAD = 400;
/** ms that a text has to be left alone before it is read, after an article before it. */
const STILL = 200;
/** ms that a page may take to write its text when it is loaded, and patience's default, for one that follows. */
const FIRST = 2000, NEXT = 8000;

/** Passages that are looked for. */
const WITNESSES = 3;
/** What an article's text has at least: letters in paragraphs beside each other, and such paragraphs. Teasers stand one by one. */
const LETTERS = 400, PARAGRAPHS = 2;

/** @type {WeakMap<Element, AbortController>} */ const followed = new WeakMap();
/** Whether the document has shown an article before this one. */
let turned = false;

/** @param {number} ms */
const after = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Resolves with true when something of the page has changed so that it holds, with false
 * after a time, or when it is not wanted any more.
 * @param {() => boolean} holds  @param {number} ms  @param {AbortSignal} signal  @param {Node} [root]
 * @returns {Promise<boolean>}
 */
const until = (holds, ms, signal, root = document) => new Promise((done) => {
  if (signal.aborted || holds()) return done(!signal.aborted);
  const watch = new MutationObserver(() => holds() && end(true));
  const end = (/** @type {boolean} */ held) => {
    watch.disconnect();
    clearTimeout(timer);
    done(held);
  };
  const timer = ms < Infinity ? setTimeout(end, ms, false) : 0;
  signal.addEventListener("abort", () => end(false));
  watch.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["href"] });
});

/**
 * Finds out whether the page is another article's now, and has the card of that made. The
 * card that was there comes back where its own article still stands.
 * @param {import("./element.mjs").KeyPoints} element  @param {Element | null} old what it showed
 * @param {boolean} away whether the card was cleared  @param {string} before the canonical address of what it showed, or ""
 * @param {AbortSignal} signal  @param {(same: boolean) => void} settle tells the element which it is
 */
export async function follow(element, old, away, before, signal, settle) {
  followed.get(element)?.abort();
  const own = new AbortController();
  followed.set(element, own);
  signal = AbortSignal.any([signal, own.signal]);
  const canonical = () => /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href ?? "";
  const inside = element.querySelector(".key-points")?.textContent;
  const words = [...old?.querySelectorAll("blockquote p:first-child") ?? []].slice(0, WITNESSES).map((p) => p.textContent ?? "");
  const page = words.length ? await readPage() : undefined;
  /** @type {{range: Range, text: string}[]} */ const witnesses = [];
  let missing = !words.length;
  for (const text of words) {
    const ranges = await search(text, "", page);
    missing ||= !ranges.length;
    for (const range of ranges) witnesses.push({ range, text: String(range) });
  }
  if (signal.aborted) return;
  const gone = () => missing || witnesses.some(({ range, text }) => String(range) !== text) || (away && canonical() !== before);
  if (!(await until(gone, LINGER, signal))) {
    if (signal.aborted) return;
    settle(true);
    // Its links lead to passages of this page, at whatever address.
    for (const a of old?.querySelectorAll("a") ?? []) a.href = location.href.split("#")[0] + a.href.slice(a.href.indexOf("#"));
    if (away && old) {
      element.shadowRoot?.replaceChildren(old);
      element.removeAttribute("aria-busy");
    }
    // Its text may go later, when the next one's has come.
    if (!(await until(gone, Infinity, signal))) return;
  }
  turned = true;
  leaveWay();
  settle(false);
  if (words.length && before) await until(() => canonical() !== before, HEAD, signal);
  if (element.getAttribute("mode") === "inline" && !(await until(() => element.querySelector(".key-points")?.textContent !== inside, Infinity, signal, element))) return;
  if (signal.aborted) return;
  element.refresh();
  // An address that comes later still is asked for where the other had no card yet.
  const asked = canonical();
  await until(() => canonical() !== asked || !element.isConnected, Infinity, own.signal, document.head);
  if (!own.signal.aborted && element.isConnected && !element.shadowRoot?.querySelector("figure")) element.refresh();
}

/** The shadow roots in a page, those inside of others too, but for our own. @param {ParentNode} page  @returns {ShadowRoot[]} */
export const rootsIn = (page) => [...page.querySelectorAll(":not(key-points)")].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : []));

/** Whether there are paragraphs of text beside each other. */
const hasText = () => [document.body, ...rootsIn(document)].some(holdsText);

/** @param {Node} root */
function holdsText(root) {
  /** @type {Map<Element, {letters: number, blocks: Set<Element>}>} */ const found = new Map();
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const block = node.nodeValue && node.nodeValue.trim().length > 20 && node.parentElement?.closest("p,div,section,article,main,td,blockquote");
    if (!block || node.parentElement?.closest("a,nav,footer,header,aside,script,style,noscript,template,figure,form,key-points")) continue;
    const all = block.matches("p") ? block.parentElement ?? block : block, of = found.get(all) ?? { letters: 0, blocks: new Set() };
    of.letters += node.nodeValue?.length ?? 0;
    of.blocks.add(all === block ? /** @type {any} */ (node) : block);
    if (of.letters >= LETTERS && of.blocks.size >= PARAGRAPHS) return true;
    found.set(all, of);
  }
  return false;
}

/**
 * Resolves with true when the page has an article's text, with false when it has none
 * for too long.
 * @param {Element} element  @param {AbortSignal} signal
 */
export async function written(element, signal) {
  if (!turned && hasText()) return true;
  const ends = performance.now() + (turned ? Number(element.getAttribute("patience")) || NEXT : FIRST);
  /** Changes of the page's text since a look at it. */
  let last = 0;
  const watch = new MutationObserver(() => (last = performance.now()));
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  do await after(STILL / 2);
  while (!signal.aborted && performance.now() < ends && !(performance.now() - last > STILL && hasText()));
  watch.disconnect();
  return !signal.aborted && hasText();
}
