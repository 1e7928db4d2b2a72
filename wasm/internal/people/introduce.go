package people

import "keypoints/wasm/internal/lang"

// introduce records a person whom the text brings in without a name, "spoke to
// one mother, who", or whose name a sentence's subject stands for.
func (s *Sources) introduce(t int) {
	m, start, ok := s.SimpleEnding(t)
	if !ok || m.Form != Nominal {
		return
	}
	subject := false
	switch article := s.doc.Tokens[start]; {
	case article.Is(lang.Introducing):
	case article.Is(lang.The): // “The singer is not worried.”
		if first, _ := s.topic(s.doc.Tokens[start].Sentence); first != start {
			return
		}
		if whole, _, ok := s.Reader.PhraseAt(start); !ok || whole.Form != Nominal || whole.Head != t || s.PossessiveIn(start, t) {
			return
		}
		subject = true
	default:
		return
	}
	if s.Naming(t + 1) {
		return // "a patient engineer called Des Harker"
	}
	if start > 0 && s.doc.Tokens[start-1].Is(lang.Once) {
		return // "Ann Lee, later a teacher and now a judge"
	}
	if next := t + 1; next < len(s.doc.Tokens) && (s.At(next) >= 0 || s.doc.Tokens[next].Lower == "," && s.At(next+1) >= 0) || start > 0 && s.doc.Tokens[start-1].Lower == "," && !subject || s.RoleAhead(t+1, len(s.doc.Tokens)) {
		return // an apposition, or part of a longer description
	}
	w := s.weights.Object
	if s.BeforeVerb(t + 1) {
		w = s.weights.Subject
	}
	s.appear(s.found(m).Entity, t, w)
}

// asFor gives the name that a sentence of tokens [first, last) begins with by
// telling whom it is about: “For Lee, it was a triumph”; “As for Lee, he left”.
func (s *Sources) asFor(first, last int) (Mention, bool) {
	d := s.doc
	if first+1 < last && d.Tokens[first].Lower == lang.As {
		first++
	}
	if first+1 >= last || !d.Tokens[first].Is(lang.Purpose) || s.At(first+1) < 0 {
		return Mention{}, false
	}
	m := s.Mentions[s.At(first+1)]
	return m, m.Last < last && d.Tokens[m.Last].Lower == ","
}
