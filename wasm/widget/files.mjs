/**
 * Where the element finds the engine. This is embed.js, which knows its folder;
 * npm/files.mjs stands in its place in the package, where bundlers have to see.
 */

/** @param {string} assets URL of the folder with engine.wasm */
export const engineAddress = (assets) => new URL("engine.wasm", assets).href;
