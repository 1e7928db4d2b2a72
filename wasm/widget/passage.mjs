/**
 * Finds a passage in the page, whatever links and emphasis split it.
 *
 * The work grows with the page's text and is done in slices, so that a page of a
 * megabyte answers its reader meanwhile: what takes long is a generator that yields
 * the steps it has taken (a step is a character that is looked at), and paced() runs it.
 */

/** @typedef {{parts: string[], prefix?: string, suffix?: string, reach?: string}} Wanted parts in reading order; reach ends the only part, as in a text fragment "start,end" */
/** @typedef {{at: number, node: Text, offset: number}} Run characters of the text that follow each other in one node too */
/** @typedef {{root: Node, text: string, runs: Run[]}} Page text with white space squeezed, and where it stands */
/** @typedef {(steps: number) => unknown} Rest lets others have the page's thread, after so many steps */

const skipped = "script,style,noscript,template,textarea,select,option,svg,iframe,key-points,[hidden],[aria-hidden=true]";
const inline = /^(A|ABBR|B|BDI|BDO|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|RUBY|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|WBR)$/i;
/** White space, or what is neither that nor invisible. */
const words = /[^\S\ufeff]+|[^\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** Steps at one go: a few ms, and 20 on a slow phone. */
const SLICE = 20_000;
/** Characters that are read between two yields, and what an element and a place count as. */
const PIECE = 5_000, ELEMENT = 50, PLACE = 500;
/** Places of a passage that are weighed against each other, and parts that it may have. */
const MAX_PLACES = 1000, MAX_PARTS = 100;

/** @type {Rest} */
const pause = () => /** @type {any} */ (globalThis).scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

/**
 * Does some work in slices.
 * @template T
 * @param {Generator<number, T>} work  @param {Rest} rest
 * @returns {Promise<T>}
 */
async function paced(work, rest) {
  for (let steps = 0; ;) {
    const { done, value } = work.next();
    if (done) return value;
    if ((steps += value) < SLICE) continue;
    await rest(steps);
    steps = 0;
  }
}

/** One character for one, so that a page with other quote marks is found too. @param {string} s */
const plain = (s) => s.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟«»]/g, '"').replace(/[‐‑‒–—]/g, "-");

/** @param {string} s */
const squeeze = (s) => plain(s.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim());

/**
 * @param {Node} root
 * @returns {Generator<number, Page>}
 */
function* reading(root) {
  /** @type {string[]} */ const pieces = [];
  /** @type {Run[]} */ const runs = [];
  /** @type {Text | undefined} */ let last;
  let length = 0, piece = "", spaced = true;
  /** @param {Text} node  @param {number} offset  @param {string} s */
  const put = (node, offset, s) => {
    const run = runs.at(-1);
    if (run?.node !== node || offset - run.offset !== length - run.at) runs.push({ at: length, node, offset });
    piece += s;
    length += s.length;
    spaced = s === " ";
  };
  const gap = () => {
    if (last && !spaced) put(last, last.length, " ");
  };
  /** @param {Node} node */
  const isBlock = (node) => node instanceof Element && !inline.test(node.tagName);
  for (let node = root, entered = true; ;) {
    if (entered && node instanceof Text) {
      last = node;
      for (let from = 0; from < node.length; from += PIECE) {
        const part = node.data.slice(from, from + PIECE);
        for (const { 0: found, index } of part.matchAll(words)) {
          const s = found.trim();
          if (s || !spaced) put(node, from + index, s || " ");
        }
        pieces.push(plain(piece));
        piece = "";
        yield part.length;
      }
    } else if (entered && !(node instanceof Element && node.matches(skipped))) {
      if (isBlock(node)) gap();
      yield ELEMENT;
      // An article may stand in the shadow root of a component; what is in its slots comes behind it.
      const first = (node instanceof Element && node.shadowRoot?.firstChild) || node.firstChild;
      entered = !!first;
      if (first) {
        node = first;
        continue;
      }
    }
    if (!entered && isBlock(node)) gap();
    /** @type {Node | null | undefined} */ let next = node === root ? null : node.nextSibling;
    entered = !!next;
    if (!next && node !== root) {
      const { parentNode } = node, host = parentNode instanceof ShadowRoot ? parentNode.host : null;
      next = host ? host.firstChild ?? host : parentNode;
      entered = !!host?.firstChild;
    }
    if (!next) break; // at the end, or taken out of the page meanwhile
    node = next;
  }
  return { root, text: pieces.join("") + plain(piece), runs };
}

/**
 * The page's text, to be searched more than once.
 * @param {Node} [root]  @param {Rest} [rest]
 */
export const readPage = (root = document.body, rest = pause) => paced(reading(root), rest);

/**
 * Where words of a pattern begin again inside of it (Knuth, Morris and Pratt): String's
 * indexOf takes the product of both lengths on a text that repeats itself.
 * @param {string} part
 * @returns {Generator<number, {part: string, again: Int32Array}>}
 */
function* patternOf(part) {
  const again = new Int32Array(part.length + 1);
  for (let i = 1, n = 0; i < part.length; i++) {
    const c = part.charCodeAt(i);
    while (n && c !== part.charCodeAt(n)) n = again[n];
    if (c === part.charCodeAt(n)) n++;
    again[i + 1] = n;
    if (i % PIECE === 0) yield PIECE;
  }
  return { part, again };
}

/**
 * The first place of a pattern, or -1.
 * @param {string} text  @param {{part: string, again: Int32Array}} pattern  @param {number} from
 * @returns {Generator<number, number>}
 */
function* placeOf(text, { part, again }, from) {
  if (!part) return -1;
  for (let i = from, n = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    while (n && c !== part.charCodeAt(n)) n = again[n];
    if (c === part.charCodeAt(n) && ++n === part.length) {
      yield (i - from) % PIECE;
      return i + 1 - n;
    }
    if ((i - from) % PIECE === PIECE - 1) yield PIECE;
  }
  return -1;
}

/**
 * The ranges of a passage, empty where the page does not have all of it.
 * @param {Wanted} wanted  @param {Page} page
 * @returns {Generator<number, Range[]>}
 */
function* finding({ parts, prefix = "", suffix = "", reach }, { text, runs }) {
  if (parts.length > MAX_PARTS) return [];
  prefix = squeeze(prefix);
  suffix = squeeze(suffix);
  /** @type {Range[]} */ const ranges = [];
  let from = 0;
  for (const [i, part] of parts.entries()) {
    const [at, end] = yield* locate(squeeze(part), i === 0 ? prefix : "", i === parts.length - 1 ? suffix : "");
    if (at < 0) return [];
    const range = document.createRange(), [start, first] = stands(at), [stop, last] = stands(end - 1);
    if (first >= start.length || last >= stop.length || !start.isConnected || start.getRootNode() !== stop.getRootNode()) return []; // the page has changed meanwhile
    range.setStart(start, first);
    range.setEnd(stop, last + 1);
    ranges.push(range);
    from = end;
  }
  return ranges;

  /**
   * The node of a character, and where in it.
   * @param {number} at
   * @returns {[Text, number]}
   */
  function stands(at) {
    let low = 0;
    for (let high = runs.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (runs[middle].at <= at) low = middle;
      else high = middle;
    }
    return [runs[low].node, runs[low].offset + at - runs[low].at];
  }

  /**
   * The best place of some text: beside its prefix and suffix, rather in running text than in a headline.
   * @param {string} part  @param {string} before  @param {string} after
   * @returns {Generator<number, [number, number]>}
   */
  function* locate(part, before, after) {
    /** @type {[number, number]} */ let best = [-1, -1];
    let most = -1, end = from, to = -1;
    const whole = yield* patternOf(part), tail = reach ? yield* patternOf(squeeze(reach)) : null;
    for (let tried = 0; tried < MAX_PLACES; tried++) {
      const at = yield* placeOf(text, whole, end);
      if (at < 0) break;
      let stop = end = at + part.length;
      if (tail) {
        if (to < end) to = yield* placeOf(text, tail, end);
        if (to < 0) break;
        stop = to + tail.part.length;
      }
      const points = (before && text.endsWith(before, text[at - 1] === " " ? at - 1 : at) ? 4 : 0)
        + (after && text.startsWith(after, text[stop] === " " ? stop + 1 : stop) ? 2 : 0)
        + (stands(at)[0].parentElement?.closest("h1,h2,h3,figcaption,aside,nav,header") ? 0 : 1);
      if (points > most) [best, most] = [[at, stop], points];
      if (most === (before ? 4 : 0) + (after ? 2 : 0) + 1) break;
      yield PLACE + before.length + after.length;
    }
    return best;
  }
}

/**
 * Finds a passage by its words, by its paragraphs and the parts of an interrupted
 * quotation, or by what a text fragment says of it.
 * @param {string | undefined} text
 * @param {string} url with the text fragment
 * @param {Page | Promise<Page>} [page]  @param {Rest} [rest]
 * @returns {Promise<Range[]>} empty where the page does not have all of it
 */
export async function search(text, url, page, rest = pause) {
  const wanted = readFragment(url), read = await (page ?? readPage(undefined, rest));
  const { prefix, suffix } = wanted ?? {}, split = text?.split(/ … |\n\n/) ?? [];
  for (const parts of text ? [[text], ...(split.length > 1 ? [split] : [])] : []) {
    const ranges = await paced(finding({ parts, prefix, suffix }, read), rest);
    if (ranges.length) return ranges;
  }
  return wanted ? paced(finding(wanted, read), rest) : [];
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
