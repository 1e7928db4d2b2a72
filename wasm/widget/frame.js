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
  const own = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin + "/";
  addEventListener("message", ({ data, source }) => {
    if (data?.type !== type || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      // A sandboxed frame has the origin "null": its window and its address say whose it is.
      if (frame.contentWindow === source && frame.src.startsWith(own)) frame.height = String(Math.min(Math.ceil(data.height), 5000));
    }
  });
})();
