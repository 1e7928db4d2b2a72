/**
 * Brings a place of the page into sight, whatever of the page scrolls: the viewport, or
 * boxes inside of each other, such as the <main> of an application.
 */

/** What holds an element as it is laid out: a slot rather than the component that fills it. @param {Element} e  @returns {Element | null} */
const holder = (e) => e.assignedSlot ?? e.parentElement ?? /** @type {Partial<ShadowRoot>} */ (e.getRootNode()).host ?? null;

/** The page's own scroller. */
const viewport = () => document.scrollingElement ?? document.documentElement;

/** An element and what holds it, up to the page or to what the viewport holds fast. @param {Element | null} place  @returns {Element[]} */
const boxes = (place) => (place ? [place, ...(getComputedStyle(place).position === "fixed" ? [] : boxes(holder(place)))] : []);

/** How a box overflows; that of the root, or else of the body, is the viewport's. @param {Element} box */
function overflow(box) {
  const { body, documentElement } = document, of = (/** @type {Element} */ e) => getComputedStyle(e).overflowY;
  const given = of(documentElement) === "visible" ? body : documentElement;
  if (box === viewport()) return of(given);
  return box === given || box === documentElement ? "visible" : of(box);
}

/** @param {Element} box */
const scrolls = (box) => box.scrollHeight > box.clientHeight && /auto|scroll/.test(overflow(box));

/** What moves an element by scrolling, from the inside out. @param {Element} place */
const scrollers = (place) => boxes(place).filter((box) => box === viewport() || scrolls(box));

/** The part of a scroller that shows something, without what the page keeps free of it. @param {Element} box */
function view(box) {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(box === viewport() ? document.documentElement : box);
  const top = box === viewport() ? 0 : box.getBoundingClientRect().top + box.clientTop;
  return { top: top + (parseFloat(scrollPaddingTop) || 0), bottom: top + box.clientHeight - (parseFloat(scrollPaddingBottom) || 0) };
}

/** Whether some of a box of the viewport is in sight. @param {DOMRect} box  @param {Element} place that holds it */
export const inSight = ({ top, bottom }, place) => scrollers(place).map(view).every((seen) => bottom > seen.top && top < seen.bottom);

/**
 * Brings a passage into the middle of what shows it, or its beginning where it is too long.
 * scrollIntoView would scroll within a box that hides its overflow too, such as a teaser.
 * @param {Range} range  @param {Element} place that holds its beginning  @param {ScrollBehavior} behavior
 */
export function bring(range, place, behavior) {
  let { top, bottom } = range.getBoundingClientRect();
  for (const box of scrollers(place)) {
    const seen = view(box), room = seen.bottom - seen.top;
    const by = bottom - top < room * 0.8 ? (top + bottom - seen.top - seen.bottom) / 2 : top - seen.top - room / 5;
    const most = box.scrollHeight - box.clientHeight - box.scrollTop, way = Math.min(Math.max(by, -box.scrollTop), most);
    box.scrollBy({ top: way, behavior });
    top -= way;
    bottom -= way;
  }
}

/** What is painted at a point, in a component's shadow root too. @param {number} x  @param {number} y */
function painted(x, y) {
  let hit = document.elementFromPoint(x, y);
  for (let inner = hit; inner; inner = hit === inner ? null : hit) {
    hit = inner.shadowRoot?.elementFromPoint(x, y) ?? inner;
  }
  return hit;
}

/**
 * Whether the page keeps a passage from its reader: closed, cut off, or where nothing
 * scrolls to it, or behind something that lies over what does.
 * @param {Range} range  @param {Element} place that holds its beginning
 */
export function covered(range, place) {
  if (!place.checkVisibility({ visibilityProperty: true })) return true;
  const at = range.getBoundingClientRect(), around = boxes(place);
  if (!at.height) return true;
  let { top, bottom } = at, moved = place;
  for (const box of around) {
    if (box === viewport()) continue;
    if (scrolls(box)) {
      const seen = view(box);
      top = bottom = (seen.top + seen.bottom) / 2;
      moved = box;
    } else if (/hidden|clip/.test(overflow(box))) {
      const clip = box.getBoundingClientRect();
      if (top < clip.top - 1 || bottom > clip.bottom + 1) return true;
    }
  }
  if (around.includes(viewport()) && !/hidden|clip/.test(overflow(viewport()))) return false;
  if (top < 0 || bottom > innerHeight) return true;
  const hit = painted((at.left + at.right) / 2, (top + bottom) / 2);
  return !boxes(hit).includes(moved) && !around.includes(/** @type {Element} */ (hit));
}

/**
 * Remembers where an element stands, and what scrolled it there.
 * @param {HTMLElement} element
 * @returns {() => void} takes the reader back to it
 */
export function standing(element) {
  const { top } = element.getBoundingClientRect(), before = scrollers(element).map((box) => ({ box, y: box.scrollTop }));
  return () => {
    for (const { box, y } of before) box.scrollTo({ top: y, behavior: "instant" });
    // What is above may have another height now.
    for (const { box } of before.toReversed()) box.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
    if (!inSight(element.getBoundingClientRect(), element)) element.scrollIntoView({ block: "center", behavior: "instant" });
  };
}

/** Leads to the top of all that scrolls an element. @param {Element} element */
export function toTop(element) {
  for (const box of scrollers(element)) box.scrollTo({ top: 0 });
}
