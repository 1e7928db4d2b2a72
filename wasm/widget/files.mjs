/**
 * Where the element finds what it loads on demand. This is embed.js, which knows its
 * folder; npm/files.mjs stands in its place in the package, where bundlers have to see.
 */

/** @param {string} assets URL of the folder with engine.wasm */
export const engineAddress = (assets) => new URL("engine.wasm", assets).href;

/**
 * The lines of labels.tsv.
 * @param {string} assets URL of its folder
 */
export const otherLabels = (assets) =>
  fetch(new URL("labels.tsv", assets), { credentials: "omit", integrity: "__INTEGRITY_labels.tsv__" }).then((r) => (r.ok ? r.text() : ""));
