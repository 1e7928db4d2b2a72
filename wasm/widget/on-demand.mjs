/**
 * What embed.js loads on demand: the engine, the search for a passage, labels that are not English, and what follows an application from article to article. The
 * build joins these modules to one of this name.
 */
export { trim } from "./fold.mjs";
export { follow } from "./follow.mjs";
export { labelsFor } from "./labels.mjs";
export { runEngine, runNear } from "./local.mjs";
export { choose, lead } from "./lead.mjs";
export { readPage, search } from "./passage.mjs";
