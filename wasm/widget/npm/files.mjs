/**
 * Where the element finds what it loads on demand: bundlers see the address of the
 * engine and the import of the labels, and give both a place. With KeyPoints.assets
 * the files come from that folder, as they do to embed.js.
 */

/** @param {string} assets URL of a folder with engine.wasm, or "" for the package's own */
export function engineAddress(assets) {
  if (assets) return new URL("engine.wasm", new URL(assets, document.baseURI)).href;
  const { href } = new URL("./engine.wasm", import.meta.url);
  // Vite's development server moves a dependency's modules away from their files
  // (https://github.com/vitejs/vite/issues/8427); those it serves where they are.
  return href.replace(/\/\.vite\/deps(_[^/]*)?\/engine\.wasm$/, "/key-points-element/engine.wasm");
}

/**
 * The lines of labels.tsv.
 * @param {string} assets URL of its folder, or "" for the package's own
 */
export async function otherLabels(assets) {
  if (!assets) return (await import("./labels-text.mjs")).default;
  const response = await fetch(new URL("labels.tsv", new URL(assets, document.baseURI)), { credentials: "omit" });
  return response.ok ? response.text() : "";
}
