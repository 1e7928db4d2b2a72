package people

import "keypoints/wasm/internal/lang"

// hasComplement tells that tokens [first, last) hold a noun for one person and what it is of.
func (s *Sources) hasComplement(first, last int) bool {
	for k := first; k < last; k++ {
		if k > first && s.roleNoun(k-1) && s.prepositional(k, first) {
			return true
		}
	}
	return false
}

// complements gives the end of the phrases that complete a role's noun, "of the Bank
// of England", in tokens [first, end) of an apposition.
func (s *Sources) complements(first, end int) int {
	d := s.doc
	whole := first // the end of the last complete phrase
	for k := first; k < end; k++ {
		if i := s.At(k); i >= 0 && s.Mentions[i].First == k && s.Mentions[i].Last <= end {
			k = s.Mentions[i].Last - 1
			continue
		}
		tok := d.Tokens[k]
		switch {
		case tok.Quote >= 0, tok.Is(lang.NoRole), !tok.Word && !joins(tok.Lower):
			return whole
		case tok.Is(lang.Preposition):
			if k > first {
				whole = k
			}
			if !tok.Is(lang.Binding) || tok.Is(lang.Agentive) || k+1 < end && lang.InIng(d.Tokens[k+1].Lower) {
				return max(whole, k)
			}
			if k+1 < end && (d.Tokens[k+1].Is(lang.Owning) || k+2 < end && d.Tokens[k+1].Is(lang.The) && d.Tokens[k+2].Is(lang.Time)) {
				return whole
			}
		case tok.Is(lang.And) && k+1 < end && (d.Tokens[k+1].Is(lang.Determiner) || s.personAt(k+1)):
			return k
		}
	}
	if last := d.Tokens[end-1]; last.Is(lang.Preposition) || last.Is(lang.Determiner) || last.Is(lang.Conjunction) || last.Is(lang.Possessive) {
		return whole
	}
	return end
}

// foreign tells a word between two with capitals that only looks like a verb:
// "Observatório do Clima".
func (s *Sources) foreign(t int) bool {
	return t > 0 && t+1 < len(s.doc.Tokens) && len(s.doc.Tokens[t].Lower) < 3 && s.doc.Tokens[t-1].Capital && s.doc.Tokens[t+1].Capital
}

// tied tells a "to" behind a role's noun with a name or a phrase, no infinitive, behind
// it: "economic adviser to the port", "ambassador to Chad".
func (s *Sources) tied(t int) bool {
	d := s.doc
	if t == 0 || t+1 >= len(d.Tokens) || !d.Tokens[t].Is(lang.To) || !s.roleNoun(t-1) {
		return false
	}
	next := d.Tokens[t+1]
	return next.Capital || next.Is(lang.Determiner) || next.Is(lang.Standing)
}
