/**
 * Where the element finds the engine: bundlers see its address and give it a place. With
 * KeyPoints.assets it comes from that folder, as it does to embed.js.
 */

/** @param {string} assets URL of a folder with engine.wasm, or "" for the package's own */
export function engineAddress(assets) {
  if (assets) return new URL("engine.wasm", new URL(assets, document.baseURI)).href;
  return placed(new URL("./engine.wasm", import.meta.url).href);
}

/**
 * Vite's development server moves a dependency's modules away from their files
 * (https://github.com/vitejs/vite/issues/8427); those it serves where they are.
 * @param {string} href of a file beside this module
 */
export const placed = (href) => href.replace(/\/\.vite\/deps(_[^/]*)?\/(?=engine\.wasm$|languages\/)/, "/key-points-element/");
