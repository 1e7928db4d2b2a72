/** The choice as the fragment of the page's address, so that a link brings it back. */

/** @typedef {import("./controls.mjs").State} State */

/** @param {State} state  @param {string} sample id of the sample shown, or "" */
export function fragmentOf(state, sample) {
  const choice = new URLSearchParams();
  if (sample) choice.set("article", sample);
  if (state.way !== "script") choice.set("way", state.way);
  if (state.pinned) choice.set("pinned", "1");
  if (state.strict) choice.set("strict", "1");
  if (state.width) choice.set("width", state.width);
  for (const list of [state.attributes, state.properties]) for (const [name, value] of Object.entries(list)) choice.set(name, value);
  return String(choice);
}

/** What a fragment chooses, by the names of the controls, and the sample. @param {string} fragment */
export function choiceOf(fragment) {
  const { article = "", ...controls } = Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")));
  return { article, controls };
}
