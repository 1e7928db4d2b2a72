/** The desk's fixed parts: who may come in, what is opened, and what is said. */
import { make } from "../page/article.mjs";
import { keys } from "./keyboard.mjs";

/** @param {string} id */
export const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} id */
export const modal = (id) => /** @type {HTMLDialogElement} */ ($(id));

/** What is said of where the edits come from. */
export const noted = { begun: "" };

/** @param {string} message what went wrong, "" for nothing */
export function trouble(message) {
  $("trouble").textContent = message;
  $("trouble").hidden = !message;
  if (message) $("trouble").scrollIntoView({ block: "nearest" });
}

/** @param {string} message what was done */
export function announce(message) {
  $("said").textContent = message;
}

/** The largest file, in bytes; as in worker/api. */
const LARGEST = 5 << 20;

/** @param {string} text */
const typeOf = (text) => (/<(p|div|article|html|body|h1|br|!doctype)\b/i.test(text) ? "text/html" : "text/plain");

/**
 * Lets the editor in and listens to what is to be opened.
 * @param {object} desk
 * @param {Record<string, [string, unknown]>} desk.filters
 * @param {(name: string) => void} desk.filter
 * @param {(source: import("./server.mjs").Source) => void} desk.open
 * @param {(secret?: string) => Promise<string>} desk.gate tells whether edits are kept, with a secret
 */
export async function openings({ filters, filter, open, gate }) {
  fill(filters, filter);
  const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ ($(id));
  const openText = (/** @type {string} */ text) => open({ text, type: typeOf(text), url: field("address").value.trim() });
  const openFile = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    if (file.size > LARGEST) return trouble("The file is larger than 5 MB.");
    openText(await file.text());
  };
  $("opening").addEventListener("submit", (e) => {
    e.preventDefault();
    const text = field("pasted").value.trim(), address = field("address").value.trim();
    if (text) openText(text);
    else if (address) open({ address });
    else trouble("Give an address, paste an article, or choose a file.");
  });
  $("file").addEventListener("change", () => openFile(field("file").files?.[0]));

  const enter = (/** @type {string} */ state) => {
    $("gate").hidden = state !== "closed";
    $("opening").hidden = state === "closed";
    $("store-state").textContent = state === "open" ? "Edits are kept on this server." : state === "off" ? "This server keeps no edits: copy them for the page." : "";
    const wanted = new URLSearchParams(location.search).get("url");
    if (state === "closed") return field("secret").focus();
    for (const type of ["dragover", "drop"]) addEventListener(type, (e) => e.preventDefault());
    addEventListener("drop", (e) => openFile(/** @type {DragEvent} */ (e).dataTransfer?.files[0]));
    if (wanted) {
      field("address").value = wanted;
      open({ address: wanted });
    } else field("address").focus();
  };
  $("gate").addEventListener("submit", async (e) => {
    e.preventDefault();
    trouble("");
    try {
      const state = await gate(field("secret").value);
      if (state === "closed") trouble("That is not the secret.");
      else enter(state);
    } catch (/** @type {any} */ error) {
      trouble(error.message);
    }
  });
  try {
    enter(await gate());
  } catch (/** @type {any} */ error) {
    trouble(error.message);
    enter("off");
  }
}

/** Fills the lists of choices. @param {Record<string, [string, unknown]>} filters  @param {(name: string) => void} filter */
function fill(filters, filter) {
  for (const [name, [title]] of Object.entries(filters)) {
    const radio = /** @type {HTMLInputElement} */ (Object.assign(make("input", ""), { type: "radio", name: "filter", value: name, checked: name === "all" }));
    radio.addEventListener("change", () => filter(name));
    const count = make("span", "", title);
    count.dataset.count = name;
    $("filter").append(make("label", "", radio, count));
  }
  for (const name of ["quotes", "denials"]) {
    $(name).append(...["0", "1", "2", "3", "4", "5", "8", "all"].map((n) => Object.assign(document.createElement("option"), { value: n, textContent: n, selected: n === "3" })));
  }
  $("keys-list").append(...keys.map(([key, , does]) => make("tr", "", make("td", "", ...key.split(" ").map((k) => make("kbd", "", k))), make("td", "", does))));
  const scheme = /** @type {HTMLSelectElement} */ ($("scheme"));
  scheme.addEventListener("change", () => (document.documentElement.dataset.scheme = scheme.value));
}
