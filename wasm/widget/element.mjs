/**
 * <key-points>: the card of a news article, in a shadow root.
 *
 * Attributes: src (page to summarize; default this page), mode (edge, local, inline,
 * or manual: only the card property), quotes and denials (0 to 20, or all), lang (of the labels), theme (auto,
 * light or dark), heading-level (1 to 6, default 2), fallback (none: no engine in
 * the browser when the endpoint fails or finds no article), endpoint (URL of the API's /v1/ folder), empty
 * (show: a card without quotes and denials too), patience (ms to wait for the endpoint).
 *
 * Events, all composed: keypoints:ready {card, mode, duration}, keypoints:seen {card},
 * keypoints:error {error, mode}, keypoints:unfold {unfolded}, and keypoints:navigate
 * {kind, item, url, here}, which preventDefault() stops.
 */
import { cardNode, english, fit, name, onDemand } from "./card.mjs";
import { engineAddress } from "./files.mjs";
import { fetchCard } from "./source.mjs";
import { styles } from "./styles.mjs";

/** @typedef {import("./card.mjs").Card} Card */

/** @type {CSSStyleSheet | undefined} */ let sheet;

/** A server that renders a page imports this module too, and has no elements. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** An address without its fragment. @param {string} url */
const bare = (url) => new URL(url, document.baseURI).href.split("#")[0];

/** The address in the bar, the canonical one when it was last asked for, and that of an article which was left. */
let bar = "", known = "", left = "";

/** The page's canonical address where it is of the same site, else the one in the address bar. */
function pageAddress() {
  known = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href ?? "";
  return bare(known.startsWith(location.origin + "/") && known !== left ? known : location.href);
}

/** What the elements in the page do when its address is another. @type {Set<(event: any) => void>} */
export const moves = new Set();

/** @param {any} [event] */
function look(event) {
  if (bar !== (bar = bare(location.href))) for (const move of moves) move(event);
}

/** Whether an address is this page's. @param {string | null} url */
const own = (url) => !url || [bare(location.href), pageAddress()].includes(bare(url));

export class KeyPoints extends Base {
  static observedAttributes = ["src", "mode", "quotes", "denials", "lang", "heading-level", "endpoint", "empty", "notice", "policy"];
  /** URL of the API's folder, ending in /v1/. */
  static base = "";
  /** URL of the folder with the engine; "" from npm, where the bundler knows. */
  static assets = "";

  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  // "none" where the element takes no room.
  #states = this.attachInternals?.().states;
  #stop = new AbortController();
  /** @type {Promise<void> | null} */ #queued = null;
  /** @type {Card | null} */ #card = null;
  #given = false;

  /** The card that is shown; one that is set is shown in place of the page's. */
  get card() {
    return this.#card;
  }
  set card(card) {
    this.#card = card;
    this.#given = card !== null;
    this.refresh();
  }

  connectedCallback() {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      look();
      const { navigation } = /** @type {any} */ (globalThis);
      // Without it, what an application writes tells that it went on.
      if (navigation) navigation.addEventListener("currententrychange", look);
      else new MutationObserver(look).observe(document, { childList: true, subtree: true });
    }
    moves.add(this.#move);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.addEventListener("click", this.#click);
    this.refresh();
  }

  disconnectedCallback() {
    moves.delete(this.#move);
    this.#stop.abort();
  }

  attributeChangedCallback() {
    this.refresh();
  }

  /** Makes the card anew, once for all changes of a turn. Resolves when it is there or has failed. */
  refresh() {
    return (this.#queued ??= this.#make());
  }

  async #make() {
    await null;
    this.#queued = null;
    if (!this.isConnected) return;
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const begun = performance.now();
    const mode = this.#given ? "given" : this.getAttribute("mode") ?? "edge";
    try {
      if (mode == "inline") return this.#adopt(signal);
      this.#reserve();
      if (mode == "manual") return;
      const used = this.#given ? mode : await this.#load(mode, signal);
      if (signal.aborted || !this.#card) return;
      if (this.#card.edits_error) console.warn(this.#card.edits_error);
      // No card is better than an empty one.
      if (this.#card.quotes.length + this.#card.denials.length || this.getAttribute("empty") == "show") await this.#render(this.#card, signal);
      else this.#leave(signal);
      if (!signal.aborted) this.#tell("ready", { card: this.#card, mode: used, duration: performance.now() - begun });
    } catch (error) {
      if (!signal.aborted) this.#fail(error, mode, signal);
    }
  }

  /**
   * Gets the card; gives the mode that did.
   * @param {string} mode  @param {AbortSignal} signal
   */
  async #load(mode, signal) {
    const base = this.getAttribute("endpoint") ?? KeyPoints.base;
    const src = this.getAttribute("src");
    const options = /** @type {import("./source.mjs").Options} */ ({ url: own(src) ? pageAddress() : bare(/** @type {string} */ (src)) });
    for (const name of /** @type {const} */ (["quotes", "denials", "lang"])) options[name] = this.getAttribute(name) ?? "";
    let endpoint;
    if (mode != "local") {
      try {
        this.#card = await fetchCard(base, options, signal, Number(this.getAttribute("patience")) || 8000);
        return "edge";
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        endpoint = { base, thrown };
      }
    }
    // These few KB come while nobody needs them yet; the engine itself does not.
    const card = await (await onDemand()).runNear(this, engineAddress(KeyPoints.assets), own(src), options, signal, endpoint);
    if (card) this.#card = card;
    return "local";
  }

  /** Keeps the first card's place free, or that of one which is not the page's any more. */
  #reserve(fresh = false) {
    this.#states?.delete("none");
    const old = this.#root.querySelector(".key-points,.waiting");
    if (old && !fresh) return;
    const items = Number(this.getAttribute("quotes") ?? 3) + Number(this.getAttribute("denials") ?? 3);
    const waiting = document.createElement("div");
    waiting.className = this.childElementCount ? "waiting" : "key-points waiting";
    waiting.style.setProperty("--items", Math.min(items || 4, 4) + "");
    if (old) waiting.style.minBlockSize = this.offsetHeight + "px";
    // What the publisher put inside stays until the card is there.
    if (this.getAttribute("mode") != "inline") waiting.append(document.createElement("slot"));
    this.#root.replaceChildren(waiting);
    this.ariaBusy = "true";
  }

  /** Clears the card of an article that was left; follow.mjs tells whether it was, and when the next is there. */
  #move = (/** @type {any} */ { navigationType }) => {
    if (this.#given || this.getAttribute("src")) return;
    // An entry of the history that is replaced is the same article more often than not.
    const old = this.#root.firstElementChild, away = navigationType !== "replace", was = known;
    if (away) {
      this.#stop.abort();
      this.#stop = new AbortController();
      this.#reserve(true);
    }
    const { signal } = this.#stop;
    onDemand().then(({ follow }) => follow(this, old, away, was, signal, (same) => {
      left = same ? "" : was;
      same || this.#reserve(true);
    }));
  };

  /** @param {Card} card  @param {AbortSignal} signal */
  async #render(card, signal) {
    const language = this.getAttribute("lang") ?? card.article.language ?? document.documentElement.lang;
    // A page without them still has its card, with English labels.
    const labels = /^(en|$)/.test(language) && !card.edited && !this.matches("[notice],[policy]") ? english : ((await onDemand().catch(console.error))?.labelsFor(language, this) ?? english);
    if (signal.aborted) return;
    const { url } = card.article;
    const here = this.#given || own(url);
    // In full, since a page may have a <base>.
    const address = bare(!here && url && /^https?:/.test(url) ? url : location.href);
    const level = Math.min(Math.max(Number(this.getAttribute("heading-level")) || 2, 1), 6);
    const node = cardNode(card, labels, level, address);
    // It is fitted out of sight, over what it replaces.
    node.classList.add("fitting");
    // What changes a card later may change its height.
    const space = this.#root.querySelector(".waiting")?.getBoundingClientRect().height ?? 0;
    await fit(node, space, () => this.#root.prepend(node));
    if (signal.aborted) return node.remove();
    node.classList.remove("fitting");
    // A card that is shorter than its place keeps the place while a reader sees it.
    const free = space - node.getBoundingClientRect().height;
    if (free > 0) {
      node.style.marginBlockEnd = free + "px";
      this.#when(signal, this, 0, () => (node.style.marginBlockEnd = ""));
    }
    this.#root.replaceChildren(node);
    this.ariaBusy = null;
    this.#look(node, signal);
  }

  /**
   * Where there is no card: the publisher's fallback, or no room at all, once nobody sees it go.
   * @param {AbortSignal} signal
   */
  #leave(signal) {
    this.#reserve();
    this.ariaBusy = null;
    this.#root.querySelector(".key-points")?.classList.add("quiet");
    this.#when(signal, this, 0, () => {
      this.#root.replaceChildren(document.createElement("slot"));
      if (!this.childElementCount) this.#states?.add("none");
    });
  }

  /**
   * Does something once when a reader sees so much of an element; with 0 what moves the
   * page, where no reader sees it: while the element is below the viewport, or above it in
   * a browser that keeps what is read in its place.
   * @param {AbortSignal} signal  @param {HTMLElement} element  @param {number} ratio  @param {() => void} change
   */
  #when(signal, element, ratio, change) {
    new IntersectionObserver(([{ intersectionRatio, isIntersecting, boundingClientRect }], watch) => {
      if (!signal.aborted && (ratio ? intersectionRatio < ratio : isIntersecting || (boundingClientRect.top < 0 && !CSS.supports("overflow-anchor:auto")))) return;
      watch.disconnect();
      if (!signal.aborted) change();
    }, { threshold: ratio }).observe(element);
  }

  /** mode=inline: the card that is in the page's markup, or in a declarative shadow root. @param {AbortSignal} signal */
  #adopt(signal) {
    const inside = /** @type {HTMLElement | null} */ (this.querySelector(".key-points") ?? this.#root.querySelector(".key-points"));
    if (!inside) throw { type: "no-markup", message: "no format=html" };
    if (inside.getRootNode() !== this.#root) this.#root.replaceChildren(inside.cloneNode(true));
    const node = /** @type {HTMLElement} */ (this.#root.querySelector(".key-points"));
    name(node);
    try {
      this.#card = JSON.parse(/** @type {string} */ (inside.dataset.card));
    } catch { // markup of another maker
      this.#card = null;
    }
    this.#tell("ready", { card: this.#card, mode: "inline", duration: 0 });
    this.#look(node, signal);
  }

  /** Tells once that the card was seen: half of it, or of the viewport where it is higher. @param {HTMLElement} node  @param {AbortSignal} signal */
  #look(node, signal) {
    // In a frame, where the page is laid out anyway: at once, all of it would be laid out in one task with the card.
    requestAnimationFrame(() => this.#when(signal, node, Math.min(0.5, innerHeight / 2 / node.offsetHeight), () => this.#tell("seen", { card: this.#card })));
  }

  #click = async (/** @type {Event} */ event) => {
    const e = /** @type {MouseEvent} */ (event);
    const from = /** @type {Element} */ (e.target), a = /** @type {HTMLAnchorElement | null} */ (from.closest("a:not(.key-points-policy)"));
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    if (!a) return void (from.closest("blockquote") && (await onDemand()).choose(/** @type {PointerEvent} */ (e), from));
    const { quotes = [], denials = [] } = this.#card ?? {}, id = /** @type {HTMLElement | null} */ (a.closest("[data-id]"))?.dataset.id;
    /** @type {any} */ let item = [...quotes, ...denials].find((i) => i.id === id);
    let kind = a.closest("figure")?.className.slice(11); // of key-points-
    if (a.className.endsWith("claim-link")) {
      kind = "claim";
      item = item?.claim;
    }
    const here = this.#given || own(a.href);
    if (!this.#tell("navigate", { kind, item, url: a.href, here }, true)) e.preventDefault();
    else if (here) {
      e.preventDefault();
      onDemand().then(({ lead }) => lead(a, item?.text), (error) => {
        console.error(error);
        location.assign(a.href);
      });
    }
  };

  /** @param {string} name  @param {object} detail */
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent("keypoints:" + name, { bubbles: true, composed: true, cancelable, detail }));
  }

  /** Readers see the publisher's fallback or nothing; the publisher sees why. @param {any} error  @param {string} mode  @param {AbortSignal} signal */
  #fail(error, mode, signal) {
    this.#card = null;
    this.#leave(signal);
    if (error.type == "opted-out") this.#states?.add("none"); // no place is kept
    console.error(`<key-points> has no card (${error.type ?? error.name}): ${error.message}`);
    this.#tell("error", { error, mode });
  }
}

/** Resolves when the page is read in. */
export const loaded = async () => document.readyState === "loading" && new Promise((done) => document.addEventListener("DOMContentLoaded", done));
