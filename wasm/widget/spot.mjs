/**
 * A place for a small button beside a passage, where it covers neither text nor anything
 * else: in the margin, behind the end of a line, or in the gap below a paragraph.
 */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box CSS pixels of the viewport */

/** Sides in CSS pixels: what fingers like, and the least that they hit (WCAG 2.5.8). */
const SIZES = [28, 24];
/** Between the button and what is beside it. */
const GAP = 4;
/** Boxes of text that are looked at, and how far above or below the passage they may be, in CSS pixels. */
const MAX_BOXES = 600, NEAR = 120;

/** The boxes of the text in some elements, a line of a text node each. @param {Element[]} within */
function textBoxes(within) {
  /** @type {Box[]} */ const boxes = [];
  const range = document.createRange();
  for (const element of within) {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node && boxes.length < MAX_BOXES; node = walk.nextNode()) {
      if (!node.nodeValue?.trim()) continue;
      range.selectNodeContents(node);
      boxes.push(...range.getClientRects());
    }
  }
  return boxes;
}

/**
 * The place, in the viewport's CSS pixels, or null where there is none or the passage is out of sight.
 * @param {Range[]} ranges the passage  @param {Element} block that holds its beginning
 * @param {Element} button which may lie there already
 * @returns {{x: number, y: number, size: number} | null}
 */
export function spot(ranges, block, button) {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const around = [block, block.previousElementSibling, block.nextElementSibling].filter((e) => e !== null);
  const boxes = textBoxes(around), passage = ranges.flatMap((r) => [...r.getClientRects()]).filter((r) => r.width);
  if (!passage.length) return null;
  const first = passage[0], last = passage[passage.length - 1];
  const root = /** @type {Document | ShadowRoot} */ (block.getRootNode());
  // Of use is the button only while its passage is seen.
  if (!passage.some((r) => block.contains(root.elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2)))) return null;
  const { left, right, bottom } = block.getBoundingClientRect();
  const rtl = getComputedStyle(block).direction === "rtl";
  /** Lines from the passage's last on, then those before it. @type {Box[]} */
  const lines = [];
  for (const box of boxes) {
    if (box.bottom < first.top - NEAR || box.top > last.bottom + NEAR) continue;
    const line = lines.find((l) => Math.min(l.bottom, box.bottom) - Math.max(l.top, box.top) > 4);
    if (line) Object.assign(line, { left: Math.min(line.left, box.left), right: Math.max(line.right, box.right) });
    else lines.push({ left: box.left, top: box.top, right: box.right, bottom: box.bottom });
  }
  lines.sort((a, b) => Number(a.bottom < last.top) - Number(b.bottom < last.top) || Math.abs(a.top - last.top) - Math.abs(b.top - last.top));
  const middle = (/** @type {Box} */ b, /** @type {number} */ size) => (b.top + b.bottom - size) / 2;
  for (const size of SIZES) {
    const after = (/** @type {Box} */ b) => (rtl ? b.left - GAP - size : b.right + GAP), before = (/** @type {Box} */ b) => (rtl ? b.right + GAP : b.left - GAP - size);
    const own = { left, top: first.top, right, bottom: first.bottom };
    const tries = [[after(own), middle(first, size)], [before(own), middle(first, size)], ...lines.map((line) => [after(line), middle(line, size)]), [rtl ? left : right - size, bottom + GAP / 2]];
    for (const [x, y] of tries) if (x >= 1 && y >= 1 && x + size < width && y + size < height && free(x, y, size)) return { x, y, size };
  }
  return null;

  /** @param {number} x  @param {number} y  @param {number} size */
  function free(x, y, size) {
    // Above and below its letters a line's box is empty.
    if (boxes.some((b) => b.left < x + size + 1 && b.right > x - 1 && b.top + (b.bottom - b.top) / 6 < y + size && b.bottom - (b.bottom - b.top) / 6 > y)) return false;
    for (const px of [x, x + size / 2, x + size]) {
      for (const py of [y, y + size / 2, y + size]) {
        const [hit] = root.elementsFromPoint(px, py).filter((e) => e.shadowRoot !== button.getRootNode());
        if (!hit || !(hit.contains(block) || around.some((e) => e.contains(hit) && !e.matches("img,figure,aside,iframe") && !hit.closest("img,picture,video,iframe,canvas,svg,button,input")))) return false;
      }
    }
    return true;
  }
}
