/** The articles to pick from: files of samples/, as a publisher's page would send them. */

/** @typedef {{id: string, name: string, file: string, type: "text/html" | "text/plain", url: string}} Sample */

/** @type {Sample[]} */
export const samples = [
  { id: "seed", name: "Diplomacy", file: "seed.txt", type: "text/plain", url: "" },
  { id: "wire", name: "Wire", file: "wire.html", type: "text/html", url: "https://meridian.example/2026/dam" },
  { id: "court", name: "Court", file: "court.html", type: "text/html", url: "https://ledger.example/court/harbor" },
  { id: "sport", name: "Sport", file: "sport.html", type: "text/html", url: "https://touchline.example/cup/haldane" },
  { id: "politics", name: "Politics", file: "politics.html", type: "text/html", url: "https://observer.example/trams" },
  { id: "business", name: "Business", file: "business.html", type: "text/html", url: "https://trade.example/orchard" },
  { id: "live", name: "Live blog", file: "live.html", type: "text/html", url: "https://beacon.example/live/ash" },
];

/** @param {Sample} sample  @returns {Promise<{text: string, type: "text/html" | "text/plain", url: string}>} */
export async function load({ file, type, url }) {
  const response = await fetch(new URL("samples/" + file, import.meta.url));
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return { text: await response.text(), type, url };
}
