/**
 * The demo page: an article goes through the engine in this browser and through
 * the endpoint; the card, the marked article and the snippet to embed follow.
 */
import { make, mark, showArticle } from "./article.mjs";
import { controls } from "./controls.mjs";
import { showLeftOut } from "./leftout.mjs";
import { choiceOf, fragmentOf } from "./link.mjs";
import { markup } from "./markup.mjs";
import { hardToRead } from "./presets.mjs";
import { Refused, cardMarkup, howToAllow, runEndpoint, runEngine } from "./runs.mjs";
import { load, samples } from "./samples.mjs";

const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
let card = /** @type {any} */ ($("card"));

/** @type {import("./runs.mjs").Input | null} */ let input = null;
/** @type {import("./controls.mjs").State} */ let state;
let turn = 0;

/** What the endpoint and the engine are asked for. */
function choice() {
  const { quotes = "", denials = "", lang = "" } = state.attributes;
  return { quotes, denials, lang };
}

/** Makes the card of the current article in both places and shows the first that is ready. */
async function run() {
  if (!input) return;
  const mine = ++turn, asked = input;
  const widget = await customElements.whenDefined("key-points").then(() => /** @type {any} */ (customElements.get("key-points")));
  let shown = false;
  /** @param {import("./runs.mjs").Run | null} result */
  const present = async (result) => {
    if (!result || shown || mine !== turn) return;
    shown = true;
    await show(asked, JSON.parse(result.json), widget);
  };
  trouble("");
  status("run-engine", "…", "");
  status("run-endpoint", "…", "");
  $("agreement").textContent = "";
  const alone = /** @type {HTMLInputElement} */ ($("private")).checked;
  const attempts = { "run-endpoint": alone ? Promise.resolve(null) : runEndpoint(asked, choice()), "run-engine": runEngine(widget, asked, choice()) };
  const results = await Promise.allSettled(Object.entries(attempts).map(async ([row, attempt]) => {
    try {
      const result = await attempt;
      if (mine !== turn) return null;
      if (result) status(row, `${result.ms.toFixed(result.ms < 10 ? 1 : 0)} ms`, result.size, result.notes);
      else status(row, "not run", row === "run-engine" ? "the page is at the endpoint" : "");
      await present(result);
      return result;
    } catch (error) {
      if (mine === turn) status(row, row === "run-endpoint" && !navigator.onLine ? "offline" : "no card", "");
      throw error;
    }
  }));
  if (mine !== turn) return;
  const [endpoint, engine] = results.map((r) => (r.status === "fulfilled" ? r.value : null));
  if (endpoint && engine) $("agreement").textContent = endpoint.json === engine.json ? "Both gave the same card, byte for byte." : "The two cards differ: one of them is of another version.";
  if (shown) {
    const { article, quotes, denials } = card.card;
    const empty = !article.headline && !quotes.length && !denials.length;
    $("stage").hidden = empty;
    if (empty) trouble("There is nothing for a card here: no headline, no quotation and no denial.");
  } else {
    const errors = results.flatMap((r) => (r.status === "rejected" ? [r.reason] : []));
    const refusal = errors.find((e) => e instanceof Refused);
    const how = refusal && "address" in asked ? howToAllow(refusal, asked.address, location.hostname) : "";
    trouble(refusal?.message ?? errors[0]?.message ?? "No card.", how + (card.card ? " The card below is that of the article before." : ""));
  }
}

/** @param {string} row  @param {string} time  @param {string} size  @param {string[]} [notes] */
function status(row, time, size, notes = []) {
  const [timeCell, sizeCell] = $(row).querySelectorAll("td");
  timeCell.replaceChildren(time, ...notes.flatMap((n) => [make("br", ""), make("small", "", n)]));
  sizeCell.textContent = size;
}

/** @param {string} message what went wrong; the API's begin in lower case and end without a stop  @param {string} [note] */
function trouble(message, note) {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? "" : ".");
  $("trouble").textContent = message && sentence + (note || "");
  $("trouble").hidden = !message;
}

/** @param {import("./runs.mjs").Input} from  @param {any} made  @param {any} widget */
async function show(from, made, widget) {
  CSS.highlights?.clear();
  showArticle($("article"), made);
  card.card = made;
  const tongue = made.article.language?.split("-")[0] ?? "";
  $("language-note").hidden = !tongue || voiced.includes(tongue);
  $("language-note").textContent = `Key Points does not find speakers and denials in ${new Intl.DisplayNames(["en"], { type: "language" }).of(tongue || "en")} yet: the card has the headline, and quotations without names.`;
  $("json").textContent = JSON.stringify({ ...made, article_html: undefined, body: undefined, all_quotes: undefined, left_out: undefined }, null, 2);
  if ("text" in from) showLeftOut($("view-left"), from, made);
  else $("view-left").replaceChildren(make("p", "", "The endpoint fetched this page; its source is not here to compare with."));
  const { readPage, search } = await import(widget.assets + "on-demand.mjs");
  const page = readPage($("article"));
  await mark($("article"), made, (text, url) => search(text, url, page));
  renderSnippet();
}

/** Languages in which the engine finds speakers and denials. */
const voiced = ["en", "de", "es", "fr", "it", "nl", "pt"];

let rendering = 0;
async function renderSnippet() {
  const widget = /** @type {any} */ (customElements.get("key-points"));
  if (!widget || !state) return;
  const mine = ++rendering, asked = input;
  const script = state.pinned ? widget.assets + "embed.js" : widget.base + "embed.js";
  let integrity = "";
  if (state.pinned) {
    const bytes = await (await fetch(script)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
    integrity = "sha384-" + btoa(String.fromCharCode(...digest));
  }
  const inside = state.way === "inline" && asked ? await cardMarkup(widget, asked, choice()).catch(() => "") : "";
  if (mine !== rendering) return;
  const height = card.shadowRoot?.querySelector(".key-points")?.getBoundingClientRect().height ?? 480;
  const article = (asked && ("address" in asked ? asked.address : asked.url)) || "https://news.example/story";
  const { html, css, csp, note } = markup(state, { base: widget.base, script, integrity, height, article, markup: inside || "<!-- the answer of /v1/card?format=html -->" });
  $("snippet").textContent = html;
  $("styles").textContent = css.trimEnd();
  $("styles-part").hidden = !css;
  $("policy").textContent = csp;
  $("policy-part").hidden = !state.strict;
  $("snippet-note").textContent = note;
  const warnings = state.way === "iframe" ? [] : hardToRead(card, getComputedStyle(document.body).backgroundColor);
  $("warnings").replaceChildren(...warnings.map((text) => make("p", "", text)));
  const sample = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=sample]:checked"))?.value ?? "";
  const fragment = fragmentOf(state, sample === samples[0].id ? "" : sample);
  if (fragment !== location.hash.slice(1)) history.replaceState(null, "", fragment ? "#" + fragment : location.pathname);
}

/** @param {import("./runs.mjs").Input} next */
function take(next) {
  input = next;
  return run();
}

// What a link chooses, or the first sample.
const chosen = choiceOf(location.hash);
const first = samples.find(({ id }) => id === chosen.article) ?? samples[0];

// The samples.
for (const sample of samples) {
  const radio = /** @type {HTMLInputElement} */ (make("input", ""));
  radio.type = "radio";
  radio.name = "sample";
  radio.value = sample.id;
  radio.checked = sample === first;
  radio.addEventListener("change", () => load(sample).then(take, (e) => trouble(e.message)));
  $("samples").append(make("label", "", radio, sample.name));
}

// One's own article: pasted, a file, an address, or dropped anywhere.
/** @param {string} text */
const typeOf = (text) => (/<(p|div|article|html|body|h1|br|!doctype)\b/i.test(text) ? "text/html" : "text/plain");
/** @param {string} text */
const takeText = (text) => take({ text, type: typeOf(text) });
/** @param {File | undefined} file */
const takeFile = async (file) => {
  if (!file) return;
  if (file.size > 5_000_000) return trouble("That file is larger than 5 MB.");
  unpick();
  await takeText(await file.text());
};
function unpick() {
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[name=sample]"))) radio.checked = false;
}
$("own-form").addEventListener("submit", (e) => {
  e.preventDefault();
  const text = /** @type {HTMLTextAreaElement} */ ($("own-text")).value.trim();
  if (!text) return trouble("Paste an article, or choose a file.");
  unpick();
  takeText(text);
});
$("address-form").addEventListener("submit", (e) => {
  e.preventDefault();
  unpick();
  take({ address: /** @type {HTMLInputElement} */ ($("own-url")).value.trim() });
});
$("own-file").addEventListener("change", (e) => takeFile(/** @type {HTMLInputElement} */ (e.target).files?.[0]));
addEventListener("dragover", (e) => {
  e.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", (e) => e.relatedTarget === null && document.body.classList.remove("dropping"));
addEventListener("drop", (e) => {
  e.preventDefault();
  document.body.classList.remove("dropping");
  const file = e.dataTransfer?.files[0], text = e.dataTransfer?.getData("text/html") || e.dataTransfer?.getData("text/plain");
  if (file) takeFile(file);
  else if (text) takeText(text);
});

// Tabs, by mouse and by arrow keys.
const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[role=tab]")]);
/** @param {HTMLElement} tab */
function select(tab) {
  for (const t of tabs) {
    const on = t === tab;
    t.setAttribute("aria-selected", String(on));
    t.tabIndex = on ? 0 : -1;
    $(t.getAttribute("aria-controls") ?? "").hidden = !on;
  }
}
for (const [i, tab] of tabs.entries()) {
  tab.addEventListener("click", () => select(tab));
  tab.addEventListener("keydown", (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    const next = tabs[(i + step + tabs.length) % tabs.length];
    select(next);
    next.focus();
  });
}
// A passage can only be seen in the article.
addEventListener("keypoints:navigate", () => select($("tab-article")));
addEventListener("keypoints:ready", renderSnippet);

$("again").addEventListener("click", run);
$("private").addEventListener("change", run);
/** @param {string} text  @param {HTMLElement} shown where it stands */
async function copy(text, shown) {
  const said = $("copied");
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = "Copied";
  } catch {
    getSelection()?.selectAllChildren(shown);
    said.textContent = "Selected: copy it with the keyboard";
  }
  setTimeout(() => (said.textContent = ""), 3000);
}
$("copy").addEventListener("click", () => copy($("snippet").textContent ?? "", $("snippet")));
$("copy-link").addEventListener("click", () => copy(location.href, $("copy-link")));

const scheme = /** @type {HTMLSelectElement} */ ($("scheme"));
scheme.addEventListener("change", () => (document.documentElement.dataset.scheme = scheme.value));

controls(/** @type {HTMLFormElement} */ ($("controls")), chosen.controls, (next, changed) => {
  state = next;
  $("controls").dataset.way = state.way;
  if (["--key-points-reserve", "reset", "preset"].includes(changed)) {
    // Only a new element reserves space.
    const next = /** @type {any} */ (document.createElement("key-points"));
    next.setAttribute("mode", "manual");
    if (card.card) next.card = card.card;
    card.replaceWith(next);
    card = next;
  }
  for (const name of ["lang", "theme", "heading-level", "empty"]) {
    if (state.attributes[name]) card.setAttribute(name, state.attributes[name]);
    else card.removeAttribute(name);
  }
  for (const { style } of [card, document.documentElement]) for (const name of [...style]) style.removeProperty(name);
  for (const [name, value] of Object.entries(state.properties)) {
    const place = name.includes("highlight") ? document.documentElement : card;
    place.style.setProperty(name, value);
  }
  $("stage").style.setProperty("--stage", state.width || "none");
  document.querySelector(".spread")?.classList.toggle("broad", parseInt(state.width) > 430);
  if (["quotes", "denials", "lang", "reset"].includes(changed)) run();
  renderSnippet();
});

load(first).then(take, (e) => trouble(e.message));

// Works without a network after the first visit.
const worker = "/sw.js";
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("demo-worker", { createScriptURL: () => worker });
navigator.serviceWorker?.register(policy ? policy.createScriptURL("") : worker).catch((e) => console.warn("no offline copy of this page:", e.message));
