package people

import (
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/lang"
)

// authorConfidence is how sure it is that "I" in the writer's words is the only author of
// the byline.
const authorConfidence = 0.95

// firstPerson settles "I" on the author of the byline: “I will be dead,” I said.
// In an interview with unmarked answers "I" may be the guest, and means nobody.
func (s *Sources) firstPerson(meta card.Article) {
	if len(meta.Byline) != 1 || s.interview() {
		return
	}
	author := -1
	for t, tok := range s.doc.Tokens {
		if tok.Lower != "i" || tok.Quote >= 0 {
			continue
		}
		if author < 0 {
			if author, _ = s.Named(meta.Byline[0]); author < 0 {
				s.Entities = append(s.Entities, Entity{Name: meta.Byline[0], words: strings.Fields(strings.ToLower(meta.Byline[0])), Kind: Person, Gender: lang.Either, evident: true})
				author = len(s.Entities) - 1
			}
		}
		s.settled[t] = settlement{entity: author, confidence: authorConfidence, second: -1}
	}
	for v, m := range s.subjects { // found while nobody was "I"
		if m.Form == Pronoun && m.Last > m.First && s.doc.Tokens[m.Head].Lower == "i" {
			delete(s.subjects, v)
		}
	}
}

// interview tells that the text has questions and answers: two paragraphs that
// are questions of the writer, or that begin with the speaker and a colon.
func (s *Sources) interview() bool {
	d := s.doc
	marks := 0
	for _, p := range d.Paragraphs {
		if p.First >= p.Last {
			continue
		}
		first, last := d.Sentences[p.First].First, d.Sentences[p.Last-1].Last
		if end := d.Tokens[last-1]; end.Lower == "?" && end.Quote < 0 {
			marks++
			continue
		}
		for t := first; t < last && t < first+4; t++ {
			if d.Tokens[t].Lower == ":" && d.Tokens[t].Quote < 0 && d.Tokens[first].Capital && (last-t > 6) {
				marks++
				break
			}
		}
	}
	return marks >= 2
}
