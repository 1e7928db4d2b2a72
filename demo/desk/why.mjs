/** How sure the engine is and why, in words for an editor. */

/** @param {number} confidence 0 to 1 */
export function sureness(confidence) {
  const words = [[0.985, "As good as certain"], [0.95, "Very sure"], [0.88, "Sure"], [0.7, "Fairly sure"], [0.5, "Unsure"]].find(([least]) => confidence >= Number(least))?.[1] ?? "A guess";
  return `${words}, ${Math.round(100 * confidence)}%`;
}

/** The features of wasm/internal/quote, by their names in weights.txt. @type {Record<string, string>} */
const words = {
  "nobody": "how seldom nobody says a quote like this",
  "nobody, alone": "the quote stands alone in its sentence",
  "nobody, no way leads to anybody": "nothing beside the quote names anybody",
  "nobody, a fragment": "the quote is a few words inside a sentence",
  "nobody, short": "the quote is short",
  "nobody, a pronoun for nobody": "a pronoun that seems to mean nobody here",
  "picked": "the words beside the quote name the speaker",
  "picked, pronoun": "a pronoun beside the quote (“she said”)",
  "picked, unsure antecedent": "it is not clear whom the pronoun means",
  "picked, description": "a description beside the quote (“the minister said”)",
  "picked, description of a name": "a description that stands for a name",
  "picked, description that hardly speaks": "a description of something that hardly speaks",
  "picked by another way": "another part of the sentence names the speaker too",
  "he: prominence": "how much the article is about whom the pronoun may mean",
  "he: most prominent": "the article is most about them",
  "he: second": "the article is second most about them",
  "he: in the sentence before": "named in the sentence before the pronoun",
  "he: in the sentence": "named in the pronoun’s own sentence",
  "he: said the one before": "said the quote before",
  "he: gender known": "the pronoun fits them",
  "he: named often": "named often before the pronoun",
  "he: surely a person": "a person, and not a firm or a place",
  "the one: stands for": "the description seems to stand for them",
  "the one: has the role": "has the role that the description names",
  "the one: has another role": "has another role than the description names",
  "the one: kind fits": "the description is for their kind (a person, a body)",
  "the one: kind contradicts": "the description is for another kind than they are",
  "the one: anonymous": "the description tells too little",
  "the one: a document": "the description is for a document",
  "behind, says": "the subject of “said” or its like, behind the quote",
  "behind, expresses": "the subject of a verb that expresses, behind the quote",
  "behind, weak verb": "the subject of a verb that may report, behind the quote",
  "before, says": "the subject of “said” or its like, before the quote",
  "before, expresses": "the subject of a verb that expresses, before the quote",
  "before, weak verb": "the subject of a verb that may report, before the quote",
  "right behind": "named right behind the quote",
  "right before": "named right before the quote",
  "behind, verb first": "the verb comes first (“said Lee”)",
  "between two quotations": "named between two parts of the quote",
  "before a colon": "named before a colon that leads to the quote",
  "unsure antecedent beside": "beside it is a pronoun that may mean others",
  "behind, nearest verb": "the nearest reporting verb behind the quote is theirs",
  "mentioned before": "mentioned before the quote in its sentence",
  "mentioned behind": "mentioned behind the quote in its sentence",
  "begins the sentence": "the sentence begins with them",
  "possessor": "named as an owner (“Lee’s plan”)",
  "inside the quotation": "named inside the quote itself",
  "inside the quotation, first": "named first inside the quote itself",
  "speaks in the paragraph": "speaks earlier in the paragraph",
  "spoke last in the paragraph": "spoke last in the paragraph",
  "speaks later in the paragraph": "speaks later in the paragraph",
  "speaks one paragraph before": "speaks in the paragraph before",
  "spoke last one paragraph before": "spoke last in the paragraph before",
  "speaks in the next paragraph": "speaks in the next paragraph",
  "earlier in the paragraph": "mentioned earlier in the paragraph",
  "begins a sentence of the paragraph": "a sentence of the paragraph begins with them",
  "one paragraph before": "mentioned in the paragraph before",
  "begins a sentence one paragraph before": "a sentence of the paragraph before begins with them",
  "later in the paragraph": "mentioned later in the paragraph",
  "in the next paragraph": "mentioned in the next paragraph",
  "often nearby": "named often nearby",
  "said the one before": "said the quote before",
  "said the one before, last paragraph": "said the last quote of the paragraph before",
  "says the next": "says the next quote",
  "says the next, next paragraph": "says the first quote of the next paragraph",
  "person": "is a person",
  "organization": "is an organization",
  "document": "is a document",
  "group": "is a group of people",
  "kind unknown": "it is not clear what they are",
  "neither speaks": "is nothing that speaks",
  "description": "is told by a description, not a name",
  "description of a speaker": "is described as somebody who speaks",
  "plural": "are several",
  "named often": "named often in the article",
  "named once": "named once in the article",
  "title or role": "has a title or a role",
  "gender fits": "the pronouns fit",
  "gender contradicts": "the pronouns do not fit",
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
  "ahead": "“…” “…,” Lee said",
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

/** A fact that a choice rests on; one that has no words yet in its own. @param {string} name of the feature */
export function inWords(name) {
  if (name.startsWith("way: ")) return name.slice(5) in ways ? `it is written as in: ${ways[name.slice(5)]}` : `“${name}”`;
  const alone = name.startsWith("alone, ");
  const said = words[alone ? name.slice(7) : name];
  return said ? said + (alone ? ", and the quote stands alone" : "") : `“${name}”`;
}

/** What a kind of denial is. @type {Record<string, string>} */
export const kinds = {
  deny: "says that something is not so",
  reject: "rejects what is said of them",
  label: "calls it false, a lie or the like",
  negate: "says the contrary of a claim that the article raises",
  disclaim: "says that they did not do, know or mean it",
};
