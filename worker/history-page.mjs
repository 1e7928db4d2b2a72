/**
 * The history of a page for people: each card with what differs from the one before it.
 * native/historypage.go writes the same, byte for byte.
 */

/** @typedef {{id: string, kind: string, text: string, speaker: string | null, role: string | null, edited?: boolean}} Item */
/** @typedef {{id?: string, action: string, speaker?: {name: string, role?: string | null} | null}} Edit */
/** @typedef {{when: string, engine: string, headline: string | null, options: string, edits: Edit[], items: Item[]}} Version */

/** What the document may load. */
export const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** @param {string} page its address  @param {Version[]} versions the newest first */
export function historyPage(page, versions) {
  const title = "What stood on the card";
  let html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}: ${escaped(page)}</title>` +
    `<link rel="stylesheet" href="/desk/history.css"></head><body class="history"><main><h1>${title}</h1><p class="history-note">${escaped(page)}</p>`;
  if (!versions.length) html += "<p>No card of this page was made for readers yet.</p>";
  else html += `<p class="history-note">The last different cards, the newest first, each with what differs from the one before it.</p><ol class="history-versions" role="list">`;
  versions.forEach((version, i) => {
    html += entry(version, versions.slice(i + 1).find((earlier) => earlier.options === version.options));
  });
  return `${html}${versions.length ? "</ol>" : ""}</main></body></html>\n`;
}

/** @param {Version} now  @param {Version | undefined} before the one before it with the same options */
function entry(now, before) {
  const about = [`Engine ${now.engine}`, ...(now.options ? [now.options] : []), ...now.edits.map(inWords)];
  let html = `<li><h2><time datetime="${escaped(now.when)}">${escaped(`${now.when.slice(0, 10)} ${now.when.slice(11, 16)} UTC`)}</time></h2><p class="history-note">${escaped(about.join(" · "))}</p><ul role="list">`;
  if (!before) html += "<li><strong>The first that is kept</strong></li>";
  else if (before.headline !== now.headline) html += `<li class="changed"><strong>Headline changed</strong> <del>${escaped(before.headline ?? "none")}</del> <ins>${escaped(now.headline ?? "none")}</ins></li>`;
  for (const item of now.items) html += shown(item, before, before?.items.find((o) => o.id === item.id));
  for (const item of before?.items ?? []) {
    if (!now.items.some((o) => o.id === item.id)) html += `<li class="removed"><strong>Removed</strong> <del>${words(item)} ${escaped(who(item))}</del></li>`;
  }
  return html + "</ul></li>";
}

/** @param {Item} item  @param {Version | undefined} before  @param {Item | undefined} old */
function shown(item, before, old) {
  if (!before) return `<li>${words(item)} ${escaped(who(item))}</li>`;
  if (!old) return `<li class="added"><strong>Added</strong> <ins>${words(item)} ${escaped(who(item))}</ins></li>`;
  if (old.text === item.text && who(old) === who(item)) return `<li>${words(item)} ${escaped(who(item))}</li>`;
  const text = old.text === item.text ? words(item) : `<del>${words(old)}</del> <ins>${words(item)}</ins>`;
  const source = who(old) === who(item) ? escaped(who(item)) : `<del>${escaped(who(old))}</del> <ins>${escaped(who(item))}</ins>`;
  return `<li class="changed"><strong>Changed</strong> ${text} ${source}</li>`;
}

/** @param {Item} item */
const words = (item) => (item.kind === "quote" ? `<q dir="auto">${escaped(item.text)}</q>` : `<span dir="auto">${escaped(item.text)}</span>`);

/** Who speaks or denies. @param {Item} item */
const who = ({ speaker, role, edited }) => `– ${speaker ?? "nobody that can be told"}${role ? `, ${role}` : ""}${edited ? " (set by an editor)" : ""}`;

/** @param {Edit} e */
function inWords({ id, action, speaker }) {
  const item = id ? `${action} ${id}` : action;
  return action === "set" ? `${item}: ${speaker ? speaker.name + (speaker.role ? `, ${speaker.role}` : "") : "nobody"}` : item;
}

const ENTITIES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" });

/** Text, or an attribute's value. Controls, and what would turn the direction of what follows, become U+FFFD. @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (c) => ENTITIES[c]).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

/**
 * The form that a request for a history wants, or "" for one that is none.
 * @param {URL} url  @param {string} accept
 */
export function wanted(url, accept) {
  const format = url.searchParams.get("format");
  if (format) return format === "json" || format === "html" ? format : "";
  const html = accept.indexOf("text/html"), json = accept.indexOf("application/json");
  return html >= 0 && (json < 0 || html < json) ? "html" : "json";
}
