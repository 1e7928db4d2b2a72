import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { clientOf, loggedClient } from "../limit.mjs";
import { canonical, keyOf } from "../key.mjs";
import { readSitemap } from "../warm.mjs";

test("a news sitemap gives its pages and when they changed", () => {
  const { pages } = readSitemap(`<?xml version="1.0"?><urlset xmlns:news="x"><url><loc> https://news.example/a?x=1&amp;y=2 </loc><lastmod>2026-11-01</lastmod></url>
    <url><loc><![CDATA[https://news.example/b]]></loc></url><url><loc>javascript:alert(1)</loc></url><url><loc>not an address</loc></url></urlset>`);
  assert.deepEqual(pages, [{ url: "https://news.example/a?x=1&y=2", changed: "2026-11-01" }, { url: "https://news.example/b", changed: "" }]);
});

test("an index gives its sitemaps", () => {
  const { pages, sitemaps } = readSitemap("<sitemapindex><sitemap><loc>https://news.example/1.xml</loc></sitemap></sitemapindex>");
  assert.deepEqual([pages, sitemaps], [[], ["https://news.example/1.xml"]]);
});

test("RSS and Atom feeds give their items", () => {
  const rss = readSitemap("<rss><channel><link>https://news.example/</link><item><title>T</title><link>https://news.example/a</link><pubDate>Mon</pubDate></item></channel></rss>");
  assert.deepEqual(rss.pages, [{ url: "https://news.example/a", changed: "Mon" }]);
  const atom = readSitemap('<feed><link href="https://news.example/"/><entry><link rel="edit" href="https://news.example/edit"/><link rel="alternate" href="https://news.example/a"/><updated>2026</updated></entry></feed>');
  assert.deepEqual(atom.pages, [{ url: "https://news.example/a", changed: "2026" }]);
});

test("comments, namespaces and what is left open do not lead astray", () => {
  const { pages } = readSitemap(`<urlset><!-- <url><loc>https://news.example/old</loc></url> --><url><image:loc>https://news.example/a.jpg</image:loc><loc
    xml:space="preserve">https://news.example/a</loc></url><url><loc>https://news.example/cut<url><loc>https://news.example/b</loc><loc>https://news.example/c</loc></url>
    <entry><link href='https://news.example/d'/></entry><item><media:content url="x"><url>https://news.example/e.mp4</url></media:content><link><![CDATA[ https://news.example/e?x=1&y=<2> ]]></link></item>`);
  assert.deepEqual(pages.map((p) => p.url), ["https://news.example/a", "https://news.example/b", "https://news.example/d", "https://news.example/e?x=1&y=%3C2%3E"]);
});

// Each took the square of its length; a child's end is waited for, as nothing else stops it.
for (const [name, part] of Object.entries({ "open entries": "<url>", "open fields": "<url><loc ", "open links": "<entry><link ", "white space in links": "<entry><link rel ", "open comments": "<!--<url>", "open sections": "<url><loc><![CDATA[", "open tags": "<<" })) {
  test(`5 MB of ${name} are read once over`, () => {
    const program = `import { readSitemap } from ${JSON.stringify(new URL("../warm.mjs", import.meta.url).href)};
      for (const end of ["", "</loc></url>", "/></entry>"]) readSitemap(${JSON.stringify(part)}.repeat(${Math.floor(5e6 / part.length)}) + end);`;
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { timeout: 60_000 });
  });
}

test("one card has one key", () => {
  const key = (query, accept = "") => keyOf(new URL("https://cards.example/v1/card?" + query), accept)?.name;
  const page = "url=https%3A%2F%2FNews.example%2Fa";
  for (const same of ["&quotes=3", "&format=json", "&denials=3&unknown=x", "%23part", "%3Futm_source%3Dx"]) assert.equal(key(page + same), key(page), same);
  for (const other of ["&quotes=2", "&format=html", "&include=body", "&lang=de", "%3Fpage%3D2"]) assert.notEqual(key(page + other), key(page), other);
  assert.equal(key(page, "*/*"), key(page, "application/json"));
  for (const [one, other] of [["quotes=2", "quotes=02"], ["quotes=3", "quotes=03"], ["denials=0", "denials=00"], ["lang=pt-BR", "lang=PT-br"], ["include=body,quotes", "include=quotes, body,body"], ["include=no-comment", "include=+no-comment"]]) {
    assert.equal(key(`${page}&${one}`), key(`${page}&${other}`), other);
  }
  // What is no spelling of a value stays for the API to refuse.
  for (const wrong of ["quotes=003", "quotes=%2B3", "quotes=3e0", "include=body,", "include=body,x", "include=BODY"]) {
    const [name, value] = wrong.split("=");
    assert.equal(keyOf(new URL(`https://cards.example/v1/card?${page}&${wrong}`), "")?.options, String(new URLSearchParams({ [name]: decodeURIComponent(value) })), wrong);
  }
  assert.notEqual(key(page, "text/html"), key(page, "application/json"));
  assert.equal(key(page + "&format=json", "text/html"), key(page, "application/json"));
});

test("odd addresses have no canonical form, so that the API sees them as they were written", () => {
  for (const odd of ["https://0x7f.1/", "https://2130706433/", "https://u@news.example/", "https://news.example\\@evil.example/", "https://news.example/\n", "https:/news.example/", "https:news.example/", "https:///news.example/", "ftp://news.example/", "", "//news.example/", "https://" + "a".repeat(2050)]) {
    assert.equal(canonical(odd), "", odd);
  }
});

test("a client is an IPv4 address or an IPv6 /64, and logs hold less", () => {
  const of = (ip) => { const r = new Request("https://x/", { headers: { "CF-Connecting-IP": ip } }); return [clientOf(r), loggedClient(r)]; };
  assert.deepEqual(of("192.0.2.55"), ["192.0.2.55", "192.0.2.0/24"]);
  assert.deepEqual(of("2001:db8:1:2:3:4:5:6"), ["2001:db8:1:2::", "2001:db8:1::/48"]);
  assert.deepEqual(of("2001:db8::6"), ["2001:db8:0:0::", "2001:db8:0::/48"]);
});
