/**
 * Controls for every attribute and custom property of <key-points>, and for how it is
 * embedded.
 */
import { make } from "./article.mjs";
import { ways } from "./markup.mjs";
import { presets } from "./presets.mjs";

/**
 * @typedef {object} Control
 * @property {string} name of the attribute or custom property
 * @property {string} label
 * @property {"select" | "color" | "range"} kind
 * @property {[string, string][]} [options] value and name
 * @property {string} [start] where a color or range begins; the property is set once it is moved
 * @property {[number, number, number]} [range] lowest, highest, step
 * @property {string} [unit]
 */

const numbers = /** @type {[string, string][]} */ (["", "0", "1", "2", "3", "4", "5", "8", "all"].map((n) => [n, n || "3 (default)"]));
const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ar", "ur", "hi", "zh", "ja"];
const named = (/** @type {string} */ tag) => new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;

/** @type {Control[]} */
const attributes = [
  { name: "mode", label: "Mode", kind: "select", options: [["", "edge (default)"], ["local", "local"]] },
  { name: "quotes", label: "Quotes", kind: "select", options: numbers },
  { name: "denials", label: "Denials", kind: "select", options: numbers },
  { name: "lang", label: "Labels in", kind: "select", options: [["", "the article’s"], ...languages.map((l) => /** @type {[string, string]} */ ([l, named(l)]))] },
  { name: "theme", label: "Theme", kind: "select", options: [["", "auto (default)"], ["light", "light"], ["dark", "dark"]] },
  { name: "heading-level", label: "Heading level", kind: "select", options: [["", "2 (default)"], ["1", "1"], ["3", "3"], ["4", "4"], ["5", "5"], ["6", "6"]] },
  { name: "fallback", label: "If the endpoint fails", kind: "select", options: [["", "the engine here"], ["none", "no card"]] },
  { name: "empty", label: "Nothing said or denied", kind: "select", options: [["", "no card"], ["show", "the headline alone"]] },
];

const serif = 'Georgia, "Liberation Serif", serif', sans = 'system-ui, "Liberation Sans", sans-serif';
const fonts = /** @type {[string, string][]} */ ([["", "the page’s"], [serif, "serif"], [sans, "sans-serif"]]);

/** Colors begin as this page has them. */
const dark = matchMedia("(prefers-color-scheme: dark)").matches;

/** @type {Control[]} */
const properties = [
  { name: "--key-points-accent", label: "Accent", kind: "color", start: dark ? "#f09b90" : "#9c1f1a" },
  { name: "--key-points-background", label: "Background", kind: "color", start: dark ? "#1b1a18" : "#ffffff" },
  { name: "--key-points-color", label: "Text", kind: "color", start: dark ? "#e9e5dc" : "#1a1917" },
  { name: "--key-points-muted", label: "Muted text", kind: "color", start: dark ? "#a9a398" : "#5d5952" },
  { name: "--key-points-rule", label: "Rules", kind: "color", start: dark ? "#35322d" : "#dcd7cb" },
  { name: "--key-points-highlight", label: "Passage mark", kind: "color", start: dark ? "#f09b90" : "#9c1f1a" },
  { name: "--key-points-highlight-color", label: "Passage text", kind: "color", start: dark ? "#141312" : "#fbfaf6" },
  { name: "--key-points-font", label: "Font", kind: "select", options: fonts },
  { name: "--key-points-headline-font", label: "Headline font", kind: "select", options: fonts },
  { name: "--key-points-font-size", label: "Font size", kind: "range", start: "16", range: [13, 22, 1], unit: "px" },
  { name: "--key-points-padding", label: "Padding", kind: "range", start: "20", range: [0, 48, 1], unit: "px" },
  { name: "--key-points-radius", label: "Corners", kind: "range", start: "0", range: [0, 24, 1], unit: "px" },
  { name: "--key-points-reserve", label: "Reserved height", kind: "range", start: "480", range: [160, 960, 20], unit: "px" },
];

/** @typedef {{way: import("./markup.mjs").Way, attributes: Record<string, string>, properties: Record<string, string>, pinned: boolean, strict: boolean, width: string}} State */

/**
 * Fills the form and calls back with its state, at each change too.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} choice values to begin with, by the controls' names
 * @param {(state: State, changed: string) => void} changed
 */
export function controls(form, choice, changed) {
  /** @returns {State} */
  const fresh = () => ({ way: "script", attributes: {}, properties: {}, pinned: false, strict: false, width: "" });
  const state = fresh();
  const tell = (/** @type {string} */ name) => changed(state, name);
  const into = (/** @type {Record<string, string>} */ list) => (/** @type {string} */ name, /** @type {string} */ value) => {
    if (value) list[name] = value;
    else delete list[name];
    tell(name);
  };
  const group = (/** @type {string} */ title, /** @type {Node[]} */ ...fields) => make("fieldset", "", make("legend", "", title), ...fields);
  const fields = (/** @type {Control[]} */ list, /** @type {(name: string, value: string) => void} */ set) => list.map((c) => field(c, (value) => set(c.name, value)));
  const way = field({ name: "way", label: "Embedded by", kind: "select", options: ways }, (value) => {
    state.way = /** @type {State["way"]} */ (value);
    tell("way");
  });
  const preset = field({ name: "preset", label: "Begin with", kind: "select", options: [["", "the page’s look"], ...Object.keys(presets).map((n) => /** @type {[string, string]} */ ([n, n]))] }, (value) => {
    for (const name of Object.keys(state.properties)) delete state.properties[name];
    Object.assign(state.properties, presets[value]);
    show();
    tell("preset");
  });
  const width = field({ name: "width", label: "Width of this preview", kind: "range", start: "420", range: [240, 1100, 10], unit: "px" }, (value) => {
    state.width = value;
    tell("width");
  });
  const pinned = check("pinned", "Pin the version, with its hash", (on) => {
    state.pinned = on;
    tell("pinned");
  });
  const strict = check("strict", "My pages have a Content-Security-Policy", (on) => {
    state.strict = on;
    tell("strict");
  });
  const reset = make("button", "quiet", "Reset all");
  reset.setAttribute("type", "reset");
  form.replaceChildren(
    group("How it is embedded", way, pinned, strict),
    group("Attributes", ...fields(attributes, (name, value) => into(state.attributes)(name, value))),
    group("Look", preset, ...fields(properties, (name, value) => into(state.properties)(name, value))),
    group("Preview", width),
    make("div", "", reset));
  /** Shows the state in the controls. */
  function show() {
    const values = /** @type {Record<string, string>} */ ({ ...state.attributes, ...state.properties, way: state.way, width: state.width });
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name]"))) {
      const { name, type } = input;
      if (name === "preset") continue;
      if (type === "checkbox") input.checked = name === "pinned" ? state.pinned : state.strict;
      else if (type === "range" || type === "color") input.value = values[name]?.replace(/px$/, "") ?? input.defaultValue;
      else input.value = values[name] ?? "";
      const out = input.parentElement?.querySelector(".value");
      if (out) out.textContent = values[name] ?? "";
    }
  }
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    for (const list of [state.attributes, state.properties]) for (const name of Object.keys(list)) delete list[name];
    const { way, pinned, strict, width } = fresh();
    Object.assign(state, { way, pinned, strict, width });
    show();
    tell("reset");
  }));
  restore(state, choice);
  show();
  tell("start");
}

/** Takes from a link what the controls could have chosen, and nothing else. @param {State} state  @param {Record<string, string>} choice */
function restore(state, choice) {
  for (const [name, value] of Object.entries(choice)) {
    const { kind, options, range } = [...attributes, ...properties].find((c) => c.name === name) ?? {};
    const number = /^(\d{1,4})px$/.exec(value)?.[1];
    const fits = kind === "select" ? options?.some(([v]) => v === value) : kind === "color" ? /^#[0-9a-f]{6}$/.test(value) : range && number && +number >= range[0] && +number <= range[1];
    if (value && fits) (name.startsWith("--") ? state.properties : state.attributes)[name] = value;
  }
  const way = ways.find(([name]) => name === choice.way);
  if (way) state.way = way[0];
  state.pinned = choice.pinned === "1";
  state.strict = choice.strict === "1";
  if (/^\d{3,4}px$/.test(choice.width ?? "")) state.width = choice.width;
}

/** @param {string} name  @param {string} label  @param {(on: boolean) => void} set */
function check(name, label, set) {
  const input = /** @type {HTMLInputElement} */ (make("input", ""));
  input.type = "checkbox";
  input.name = name;
  input.addEventListener("change", () => set(input.checked));
  return make("label", "check", input, label);
}

/** @param {Control} control  @param {(value: string) => void} set */
function field({ name, label, kind, options = [], start = "", range, unit = "" }, set) {
  const input = /** @type {HTMLInputElement} */ (make(kind === "select" ? "select" : "input", ""));
  input.name = name;
  const output = make("span", "value");
  if (kind === "select") {
    for (const [value, text] of options) {
      const option = make("option", "", text);
      option.setAttribute("value", value);
      input.append(option);
    }
  } else {
    input.type = kind;
    if (range) [input.min, input.max, input.step] = range.map(String);
    input.setAttribute("value", start);
  }
  input.addEventListener("input", () => {
    if (kind === "range") output.textContent = input.value + unit;
    set(input.value && input.value + (kind === "range" ? unit : ""));
  });
  return make("label", "field", make("span", "", label, ...(kind === "range" ? [output] : [])), input);
}
