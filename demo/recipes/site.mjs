/**
 * Cards for a static site, after it was built: one batch for all of its pages.
 *
 *     KEY_POINTS_ENDPOINT=https://cards.example.com/v1/ node site.mjs FOLDER https://news.example/
 *
 * In each page of FOLDER that has the comment <!-- key-points --> the card takes its place;
 * pages without quotations and denials, and those that are no articles, stay as they are.
 */
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";

const endpoint = process.env.KEY_POINTS_ENDPOINT ?? "http://127.0.0.1:8787/v1/";
const key = process.env.KEY_POINTS_KEY ?? "";
const place = "<!-- key-points -->";

const text = (/** @type {string} */ s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** The card in the markup of format=html, for card.css and mode="inline". @param {any} card */
export function markup(card) {
  const { article, quotes, denials } = card;
  const words = (/** @type {any} */ item) => `<div class="key-points-passage" data-id="${item.id}"><blockquote>${item.text.split("\n\n").map((/** @type {string} */ p) => `<p>${text(p)}</p>`).join("")}</blockquote>
      <a class="key-points-link" href="${text(article.url + item.fragment)}">Show in the article</a></div>`;
  const who = (/** @type {any} */ s) => (s ? `<figcaption><cite class="key-points-source">${text(s.name)}</cite>${s.role ? `, <span class="key-points-role">${text(s.role)}</span>` : ""}</figcaption>` : "");
  const list = (/** @type {string} */ heading, /** @type {string} */ name, /** @type {any[]} */ items) => items.length ? `
  <h3 class="key-points-heading">${heading}</h3>
  <ul class="key-points-${name}s">${items.map((item) => `<li><figure class="key-points-${name}">${words(item)}${who(item.speaker ?? item.denier)}</figure></li>`).join("")}</ul>` : "";
  return `<key-points mode="inline"><section class="key-points" aria-label="Key points" data-card="${text(JSON.stringify(card))}">
  <h2 class="key-points-title">Key points</h2>${list("Said", "quote", quotes)}${list("Denied", "denial", denials)}
</section></key-points>`;
}

/** @param {string} folder  @param {string} site its address */
export async function addCards(folder, site) {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  const pages = [];
  for (const name of files) {
    const html = await readFile(join(folder, name), "utf8");
    if (html.includes(place)) pages.push({ name, html, url: new URL(name.replaceAll(sep, "/").replace(/(^|\/)index\.html$/, "$1"), site).href });
  }
  let added = 0;
  for (let first = 0; first < pages.length; first += 1000) { // a batch has 1,000 lines at most
    const batch = pages.slice(first, first + 1000);
    const answer = await fetch(endpoint + "cards", {
      method: "POST",
      headers: { "Content-Type": "application/x-ndjson", ...(key && { Authorization: `Bearer ${key}` }) },
      body: batch.map(({ html, url }) => JSON.stringify({ html, url }) + "\n").join(""),
    });
    if (!answer.ok) throw new Error(await answer.text());
    for (const line of (await answer.text()).trim().split("\n")) {
      const { index, card, problem } = JSON.parse(line), { name, html } = batch[index];
      if (problem) console.warn(`${name}: ${problem.detail}`);
      if (!card || !card.quotes.length && !card.denials.length) continue;
      await writeFile(join(folder, name), html.replace(place, () => `<link rel="stylesheet" href="${endpoint}card.css">${markup(card)}`));
      added++;
    }
  }
  return added;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder, site] = process.argv.slice(2);
  console.log(`${await addCards(folder, site)} pages have a card now`);
}
