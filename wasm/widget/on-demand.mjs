/**
 * What embed.js loads on demand: the engine, and the search for a passage. The
 * build joins these modules to one of this name.
 */
export { runEngine, runNear } from "./local.mjs";
export { lead, readPage, search } from "./passage.mjs";
