/**
 * Keeps the demo page and the engine for a visit without a network: the network
 * first for what may change, the cache first for what has its hash in its name.
 */
const folder = "/v1/__FOLDER__/";
const name = "key-points __FOLDER__";
const page = ["/", "/demo.css", "/demo.mjs", "/article.mjs", "/controls.mjs", "/leftout.mjs", "/link.mjs", "/markup.mjs", "/presets.mjs", "/runs.mjs", "/samples.mjs", "/favicon.svg", "/demo.webmanifest", "/v1/embed.js",
  ...["seed.txt", "wire.html", "court.html", "sport.html", "politics.html", "business.html", "live.html"].map((f) => "/samples/" + f)];
const engine = ["engine.wasm", "on-demand.mjs", "engine.mjs", "wasi.mjs", "card.css"].map((f) => folder + f);

/** What only some pages need (the lists of a language) is kept from its first use. */
async function first(request) {
  const response = await fetch(request);
  if (response.ok) (await caches.open(name)).put(request, response.clone());
  return response;
}

addEventListener("install", (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([...page, ...engine])).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((n) => n.startsWith("key-points ") && n !== name).map((n) => caches.delete(n))))
    .then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith(folder)) event.respondWith(caches.match(request).then((kept) => kept ?? first(request)));
  else if (page.includes(url.pathname)) event.respondWith(fetch(request).catch(() => caches.match(request, { ignoreSearch: true })));
});
