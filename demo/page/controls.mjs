/**
 * Controls for every attribute and custom property of <key-points>, and the
 * markup that gives what they show.
 */
import { make } from "./article.mjs";

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

/** @typedef {{attributes: Record<string, string>, properties: Record<string, string>, pinned: boolean, width: string}} State */

/**
 * Fills the form and calls back with its state, at each change too.
 * @param {HTMLFormElement} form
 * @param {(state: State, changed: string) => void} changed
 */
export function controls(form, changed) {
  /** @type {State} */
  const state = { attributes: {}, properties: {}, pinned: false, width: "" };
  const tell = (/** @type {string} */ name) => changed(state, name);
  const group = (/** @type {string} */ title, /** @type {Control[]} */ list, /** @type {Record<string, string>} */ into) =>
    make("fieldset", "", make("legend", "", title), ...list.map((c) => field(c, (value) => {
      if (value) into[c.name] = value;
      else delete into[c.name];
      tell(c.name);
    })));
  const pin = make("input", "");
  pin.setAttribute("type", "checkbox");
  pin.addEventListener("change", () => {
    state.pinned = /** @type {HTMLInputElement} */ (pin).checked;
    tell("pinned");
  });
  const width = field({ name: "width", label: "Width of this preview", kind: "range", start: "420", range: [240, 1100, 10], unit: "px" }, (value) => {
    state.width = value;
    tell("width");
  });
  const reset = make("button", "quiet", "Reset all");
  reset.setAttribute("type", "reset");
  form.replaceChildren(
    group("Attributes", attributes, state.attributes),
    group("Custom properties", properties, state.properties),
    make("fieldset", "", make("legend", "", "Preview and snippet"), width, make("label", "check", pin, "Pin the version, with its hash")),
    make("div", "", reset));
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    for (const list of [state.attributes, state.properties]) for (const name of Object.keys(list)) delete list[name];
    state.pinned = false;
    state.width = "";
    for (const out of form.querySelectorAll(".value")) out.textContent = "";
    tell("reset");
  }));
  tell("start");
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

/**
 * The markup and the style rules that reproduce the card.
 * @param {State} state
 * @param {{source: string, integrity: string, height: number}} widget source is the script's address, integrity "" for the short-lived one; height in CSS pixels as shown
 */
export function snippet(state, { source, integrity, height }) {
  const quoted = (/** @type {string} */ v) => v.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  const own = Object.entries(state.attributes).map(([name, value]) => ` ${name}="${quoted(value)}"`).join("");
  const reserve = state.properties["--key-points-reserve"] ?? `${Math.ceil(height / 10) * 10}px`;
  const rules = { ...state.properties, "--key-points-reserve": reserve };
  // A mark in the page takes its colors from the page, not from the card.
  const [ofPage, ofCard] = [true, false].map((marks) => Object.entries(rules).filter(([name]) => name.includes("highlight") === marks));
  const block = (/** @type {string} */ selector, /** @type {[string, string][]} */ list) => (list.length ? `${selector} {\n${list.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}\n` : "");
  return {
    html: `<script async src="${source}"${integrity && `\n  integrity="${integrity}"\n  crossorigin="anonymous"`}></script>\n<key-points${own}></key-points>`,
    css: `${block(":root", ofPage)}${block("key-points", ofCard)}key-points:not(:defined) {\n  display: block;\n  margin-block: 1.5em;\n  min-block-size: ${reserve};\n}`,
  };
}
