/** A news page of 100 KB as they are: a fifth of it text, the rest menus, teasers and inline JSON. */

const paragraph = (/** @type {number} */ i) => `<p class="story-body__paragraph">The council of Port Ellery met again on day ${i} to speak about the harbor bridge, its repairs, and what they cost the city so far. Several members asked why the work took two years longer than planned.</p>
${i % 3 ? "" : `<p class="story-body__paragraph">“We will open the bridge when it is safe, and not on day ${i},” said Nora Whitfield, the city engineer. She denied that the repairs had been delayed by cheaper steel.</p>`}\n`;
const teaser = (/** @type {number} */ i) => `<li class="teaser teaser--small"><a href="/news/${i}" data-track="list:${i}"><img src="/i/${i}.jpg" alt="" loading="lazy"><span class="teaser__title">Another headline of the day, number ${i}</span></a></li>\n`;

/** @param {(i: number) => string} part @param {number} size */
function repeat(part, size) {
  let text = "";
  for (let i = 1; text.length < size; i++) text += part(i);
  return text;
}

export const page = `<!doctype html><html lang=en><head><title>Harbor bridge reopens after repairs</title><script>window.state=${JSON.stringify(repeat((i) => `{"id":${i}}`, 35_000))}</script></head><body><nav><ul>${repeat(teaser, 15_000)}</ul></nav>
<main><article><h1>Harbor bridge reopens after repairs</h1>\n${repeat(paragraph, 20_000)}</article></main><aside><h2>More news</h2><ul>${repeat(teaser, 20_000)}</ul></aside></body></html>`;

/** Starts a publisher on this machine that gives the page at every address. @param {import("node:http").RequestListener} [answer] */
export async function publisher(answer = (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page)) {
  const server = (await import("node:http")).createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return { url: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`, close: () => server.close() };
}

/** Where the card of a page is. @param {string} address */
export const cardPath = (address) => `/v1/card?url=${encodeURIComponent(address)}`;
