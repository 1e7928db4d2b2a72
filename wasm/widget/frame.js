/**
 * The height of a card in an iframe. In the frame this script tells the page around
 * it how high the card is; in a page with such frames it sets their height:
 *
 *     <script async src="https://cards.example.com/v1/frame.js"></script>
 */
(() => {
  const type = "keypoints:height";
  if (parent !== self) {
    const card = document.querySelector(".key-points");
    // Whoever embeds the frame may know the height, so any origin gets it.
    const tell = () => card && parent.postMessage({ type, height: Math.ceil(card.getBoundingClientRect().height) }, "*");
    if (card) new ResizeObserver(tell).observe(card);
    return;
  }
  // A frame that was given a place for its card keeps it while the reader would see the page
  // move; a card that is higher scrolls in it until then.
  const PLACE = 300; // px; a frame without a height has 150
  /** @type {Map<HTMLIFrameElement, number>} */ const wanted = new Map();
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting, boundingClientRect: { top } } of seen) {
      if (!isIntersecting && (top >= 0 || CSS.supports("overflow-anchor:auto"))) fit(/** @type {HTMLIFrameElement} */ (target));
    }
  });
  /** @param {HTMLIFrameElement} frame */
  const fit = (frame) => {
    frame.height = String(wanted.get(frame) ?? frame.height);
    wanted.delete(frame);
    watch.unobserve(frame);
  };
  /** Of the frames, when they last told their height: another one moves the page anyway. @type {WeakMap<HTMLIFrameElement, number>} */ const widths = new WeakMap();
  const own = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin + "/";
  addEventListener("message", ({ data, source }) => {
    if (data?.type !== type || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      // A sandboxed frame has the origin "null": its window and its address say whose it is.
      if (frame.contentWindow !== source || !frame.src.startsWith(own)) continue;
      const { top, bottom } = frame.getBoundingClientRect(), height = Math.min(Math.ceil(data.height), 5000);
      wanted.set(frame, height);
      // Beyond the viewport's end nobody sees it.
      if (bottom - top < PLACE || Math.min(bottom, top + height) > innerHeight || (widths.get(frame) ?? frame.clientWidth) !== frame.clientWidth) fit(frame);
      else watch.observe(frame);
      widths.set(frame, frame.clientWidth);
    }
  });
})();
