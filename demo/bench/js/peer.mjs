/**
 * What a Worker in JavaScript would do with a page: @mozilla/readability on linkedom,
 * the article's title, author and text. workerd.mjs measures ours against it.
 */
import { article } from "./article.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const { title, byline, paragraphs } = article(await (await fetch(new URL(request.url).searchParams.get("url") ?? "")).text());
    return Response.json({ title, byline, text: paragraphs.join("\n") });
  },
};
