/**
 * The card in the page's own markup, made while the server renders the article: nothing is
 * asked of the reader's browser, and it works without JavaScript.
 *
 *     import { cardOf } from "./node.mjs";
 *     const card = await cardOf(articleHTML, "https://news.example/story");
 *     response.end(page(`<link rel="stylesheet" href="https://cards.example.com/v1/card.css">${card}`));
 *
 * KEY_POINTS_ENDPOINT is the API's folder, KEY_POINTS_KEY what CMS_KEY is at the endpoint.
 * Keep what it gives with the article: it changes when the article does.
 */
const endpoint = process.env.KEY_POINTS_ENDPOINT ?? "http://127.0.0.1:8787/v1/";
const key = process.env.KEY_POINTS_KEY ?? "";

/**
 * @param {string} html of the article: its page, or its text with paragraphs
 * @param {string} url of the article
 * @param {Record<string, string>} [options] of the API: quotes, denials, lang …
 * @returns {Promise<string>} the markup, or "" where there is nothing to show: an article comes out in any case
 */
export async function cardOf(html, url, options = {}) {
  try {
    const answer = await fetch(`${endpoint}card?${new URLSearchParams({ ...options, format: "html", url })}`, {
      method: "POST",
      headers: { "Content-Type": "text/html; charset=utf-8", ...(key && { Authorization: `Bearer ${key}` }) },
      body: html,
      signal: AbortSignal.timeout(3000),
    });
    const card = await answer.text();
    if (!answer.ok) console.warn("no card of", url, card); // why, as application/problem+json
    return answer.ok && /class="key-points-(quotes|denials)"/.test(card) ? `<key-points mode="inline">${card}</key-points>` : "";
  } catch (error) {
    console.warn("no card of", url, error);
    return "";
  }
}
