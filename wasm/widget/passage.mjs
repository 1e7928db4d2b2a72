/**
 * Finds a passage in the page, whatever links and emphasis split it, and shows
 * it there: with the CSS Custom Highlight API, so the page's DOM stays as it is.
 */

/** @typedef {{parts: string[], prefix?: string, suffix?: string, reach?: string}} Wanted parts in reading order; reach ends the only part, as in a text fragment "start,end" */

const skipped = "script,style,noscript,template,textarea,select,option,svg,iframe,key-points,[hidden],[aria-hidden=true]";
const inline = /^(A|ABBR|B|BDI|BDO|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|RUBY|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|WBR)$/i;

/** One character for one, so that a page with other quote marks is found too. @param {string} s */
const plain = (s) => s.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟«»]/g, '"').replace(/[‐‑‒–—]/g, "-");

/** @param {string} s */
const squeeze = (s) => plain(s.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim());

/**
 * The page's text with white space squeezed, and where each of its characters stands.
 * @param {Node} root
 */
function read(root) {
  let text = "";
  /** @type {Text[]} */ const nodes = [];
  /** @type {number[]} */ const offsets = [];
  /** @param {Text} node  @param {number} at  @param {string} c */
  const put = (node, at, c) => {
    text += c;
    nodes.push(node);
    offsets.push(at);
  };
  /** @type {Text | undefined} */ let last;
  const gap = () => {
    if (last && !text.endsWith(" ")) put(last, last.length, " ");
  };
  /** @param {Node} node */
  const walk = (node) => {
    if (node instanceof Text) {
      const data = node.data;
      for (let i = 0; i < data.length; i++) {
        const c = data[i];
        if (/\s/.test(c)) {
          if (text && !text.endsWith(" ")) put(node, i, " ");
        } else if (!/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(c)) put(node, i, c);
      }
      last = node;
      return;
    }
    if (node instanceof Element && node.matches(skipped)) return;
    const block = !(node instanceof Element && inline.test(node.tagName));
    if (block) gap();
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
    if (block) gap();
  };
  walk(root);
  return { text: plain(text), nodes, offsets };
}

/**
 * The ranges of a passage, empty where the page does not have all of it.
 * @param {Wanted} wanted
 * @param {Node} [root]
 */
export function find({ parts, prefix = "", suffix = "", reach }, root = document.body) {
  const { text, nodes, offsets } = read(root);
  prefix = squeeze(prefix);
  suffix = squeeze(suffix);
  /** @type {Range[]} */ const ranges = [];
  let from = 0;
  for (const [i, part] of parts.entries()) {
    const [at, end] = locate(squeeze(part), i === 0 ? prefix : "", i === parts.length - 1 ? suffix : "");
    if (at < 0) return [];
    const range = document.createRange();
    range.setStart(nodes[at], offsets[at]);
    range.setEnd(nodes[end - 1], offsets[end - 1] + 1);
    ranges.push(range);
    from = end;
  }
  return ranges;

  /**
   * The best place of some text: beside its prefix and suffix, rather in running text than in a headline.
   * @param {string} part  @param {string} before  @param {string} after
   */
  function locate(part, before, after) {
    let best = [-1, -1], most = -1;
    for (let at = text.indexOf(part, from); part && at >= 0; at = text.indexOf(part, at + 1)) {
      let end = at + part.length;
      if (reach) {
        const tail = squeeze(reach);
        const to = text.indexOf(tail, end);
        if (to < 0) break;
        end = to + tail.length;
      }
      const points = (before && text.slice(0, at).trimEnd().endsWith(before) ? 4 : 0)
        + (after && text.slice(end).trimStart().startsWith(after) ? 2 : 0)
        + (nodes[at].parentElement?.closest("h1,h2,h3,figcaption,aside,nav,header") ? 0 : 1);
      if (points > most) [best, most] = [[at, end], points];
    }
    return best;
  }
}

/**
 * Finds a passage by its words, by its paragraphs and the parts of an interrupted
 * quotation, or by what a text fragment says of it.
 * @param {string | undefined} text
 * @param {string} url with the text fragment
 * @param {Node} [root]
 */
export function search(text, url, root) {
  const wanted = readFragment(url);
  const { prefix, suffix } = wanted ?? {};
  for (const parts of text ? [[text], text.split(/ … |\n\n/)] : []) {
    const ranges = find({ parts, prefix, suffix }, root);
    if (ranges.length) return ranges;
  }
  return wanted ? find(wanted, root) : [];
}

/**
 * What a text fragment asks for.
 * @param {string} url with #:~:text=[prefix-,]start[,end][,-suffix]
 * @returns {Wanted | null}
 */
export function readFragment(url) {
  const directive = /:~:(?:.*&)?text=([^&]*)/.exec(url)?.[1];
  if (!directive) return null;
  try {
    const terms = directive.split(",");
    const prefix = terms[0].endsWith("-") ? decodeURIComponent(/** @type {string} */ (terms.shift()).slice(0, -1)) : "";
    const suffix = terms.at(-1)?.startsWith("-") ? decodeURIComponent(/** @type {string} */ (terms.pop()).slice(1)) : "";
    const [start, reach] = terms.map(decodeURIComponent);
    return start ? { parts: [start], prefix, suffix, reach } : null;
  } catch {
    return null;
  }
}

/** @type {CSSStyleSheet | undefined} */
let markSheet;

/**
 * Marks ranges, brings the first into view, and moves the keyboard's place there.
 * @param {Range[]} ranges at least one
 */
export function show(ranges) {
  if (!markSheet) {
    markSheet = new CSSStyleSheet();
    markSheet.replaceSync("::highlight(key-points){background-color:var(--key-points-highlight,#ffe08a);color:var(--key-points-highlight-color,#1b1a18)}");
    document.adoptedStyleSheets.push(markSheet);
  }
  const start = ranges[0].startContainer;
  const place = /** @type {HTMLElement} */ (start instanceof Element ? start : start.parentElement);
  for (let d = place.closest("details"); d; d = d.parentElement?.closest("details") ?? null) d.open = true;
  if (CSS.highlights) CSS.highlights.set("key-points", new Highlight(...ranges));
  else getSelection()?.setBaseAndExtent(start, ranges[0].startOffset, ranges[0].endContainer, ranges[0].endOffset);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  const block = /** @type {HTMLElement} */ (place.closest("p,li,blockquote,td,div,section,article") ?? place);
  if (block.tabIndex < 0 && !block.hasAttribute("tabindex")) {
    block.tabIndex = -1;
    block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
  }
  block.focus({ preventScroll: true });
}

/**
 * Leads the reader to a passage; false where the page does not have it.
 * @param {string | undefined} text  @param {string} url with the text fragment
 */
export function lead(text, url) {
  const ranges = search(text, url);
  if (ranges.length) show(ranges);
  return ranges.length > 0;
}
