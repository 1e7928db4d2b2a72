/** How sure the engine is and why, in words for an editor. */

/** @param {number} confidence 0 to 1 */
export function sureness(confidence) {
  const words = [[0.985, "As good as certain"], [0.95, "Very sure"], [0.9, "Sure"], [0.7, "Fairly sure"], [0.5, "Unsure"]].find(([least]) => confidence >= Number(least))?.[1] ?? "A guess";
  return `${words}, ${Math.round(100 * confidence)}%`;
}

/** The features of wasm/internal/quote, by their names in weights.txt. @type {Record<string, string>} */
const words = {
  "nobody": "how seldom nobody says a quote like this",
  "nobody, no way leads to anybody": "nothing beside the quote names anybody",
  "nobody, short": "the quote is short",
  "nobody, alone": "the quote stands alone",
  "nobody, a pronoun for nobody": "a pronoun that seems to mean nobody here",
  "picked": "the words beside the quote name the speaker",
  "picked, pronoun": "a pronoun beside the quote, and how surely it means the speaker",
  "picked, description of a name": "a description that stands for a name",
  "picked, description that hardly speaks": "a description of something that hardly speaks",
  "he: prominence": "how much the article is about whom the pronoun may mean",
  "he: most prominent": "the article is most about them",
  "he: second": "the article is second most about them",
  "he: named often": "named often before the pronoun",
  "he: a description": "the pronoun may mean somebody without a name",
  "he: surely a person": "a person, and not a firm or a place",
  "person": "is a person",
  "organization": "is an organization",
  "description": "is told by a description, not a name",
  "description of a speaker": "is described as somebody who speaks",
  "description, alone": "a description, and the quote stands alone",
  "named often": "named often in the article",
  "named often, alone": "named often in the article, and the quote stands alone",
  "inside the quotation": "named inside the quote itself",
  "possessor": "named as an owner (“Lee’s plan”)",
  "mentioned shortly before, alone": "named shortly before, and the quote stands alone",
};

/** The ways to a speaker, by the names of wasm/internal/quote/ways.go. @type {Record<string, string>} */
const ways = {
  "none": "nobody beside the quote",
  "after": "“…,” Lee said",
  "inverted": "“…,” said Lee",
  "late": "“…” until the border is safe, Lee said",
  "according to": "“…,” according to Lee",
  "before": "Lee said that “…”",
  "far before": "Lee said over many words that “…”",
  "colon": "Lee: “…”",
  "participle": "Lee left, saying “…”",
  "split": "“…,” Lee said, “…”",
  "subject": "Lee will “…”",
  "running": "“…,” Lee said. “…”",
  "colon before": "Lee had this to say: and a paragraph on “…”",
  "sentence before": "Lee argued against it. “…”",
  "subject before": "Lee is not amused. “…”",
  "continued": "the quote goes on from the paragraph before",
  "next paragraph": "“…,” Lee said, and a paragraph on “…”",
  "signed": "“…” with a signature below",
  "author": "a signed post or block quotation",
  "repeated": "a pull quote: the same words stand in the article",
  "next sentence": "“….” Lee said.",
  "claim": "Lee’s claim that “…”",
  "labelled": "Statement by Lee: and a paragraph on “…”",
  "ranked": "somebody around the quote is the likeliest",
};

/** Where a feature counts: wasm/internal/quote's zones, seen from the quote. @type {Record<string, string>} */
const zones = {
  "before": "before the quote, in its sentence",
  "behind": "behind the quote, in its sentence",
  "earlier in the paragraph": "earlier in the paragraph",
  "later in the paragraph": "later in the paragraph",
  "one paragraph before": "in the paragraph before",
  "in the next paragraph": "in the next paragraph",
};

/** What somebody does in a zone. @type {Record<string, string>} */
const inZones = {
  "speaks": "speaks",
  "nearest who speaks": "is the nearest who speaks",
  "mentioned": "is mentioned",
  "begins a sentence": "begins a sentence",
  "said the nearest quotation": "says the nearest quote",
};

/** A fact that a choice rests on; one that has no words yet in its own. @param {string} name of the feature */
export function inWords(name) {
  if (name.startsWith("way: ")) return name.slice(5) in ways ? `it is written as in: ${ways[name.slice(5)]}` : `“${name}”`;
  const [does, where] = name.split(", ");
  if (does in inZones && where in zones) return `${inZones[does]} ${zones[where]}`;
  return words[name] ?? `“${name}”`;
}

/** What a kind of denial is. @type {Record<string, string>} */
export const kinds = {
  deny: "says that something is not so",
  reject: "rejects what is said of them",
  label: "calls it false, a lie or the like",
  negate: "says the contrary of a claim that the article raises",
  disclaim: "says that they did not do, know or mean it",
};
