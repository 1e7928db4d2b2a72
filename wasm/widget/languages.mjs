/**
 * Where the word lists of languages besides English are: beside engine.wasm. The build
 * writes the languages here, and the hash of each one's lists; npm/build.mjs puts a module
 * in the place of this one that bundlers see the files in.
 */

/** By language, such as "de". @typedef {Record<string, {address: string, integrity: string}>} Lists */

/** @type {Record<string, string>} */ const integrity = { __LANGUAGES__: "" };

/** @param {string} engine URL of engine.wasm  @returns {Lists} */
export const listsBeside = (engine) =>
  Object.fromEntries(Object.entries(integrity).map(([tag, hash]) => [tag, { address: new URL(`languages/${tag}.txt`, engine).href, integrity: hash }]));
