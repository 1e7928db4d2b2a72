package people

import "keypoints/wasm/internal/lang"

// ownerOf is whom the possessive pronoun at a description's start means: "his
// campaign"; -1 where there is none or nobody can tell.
func (s *Sources) ownerOf(m *Mention) int {
	if m.First == m.Head {
		return -1
	}
	if r, ok := s.settled[m.First]; ok && s.doc.Tokens[m.First].Is(lang.Owning) && r.confidence >= leastOwner {
		return r.entity
	}
	return -1
}

// leastOwner is how sure the antecedent of "his" must be for "his campaign".
const leastOwner = 0.75

// writer is whose words a document holds by its description: "Ruiz's letter",
// "a statement from Ruiz", "a study by the Centre for Policy"; -1 where the
// description does not tell.
func (s *Sources) writer(m *Mention, head string) int {
	d := s.doc
	if !s.lang.Is(head, lang.Paper) && !s.lang.Is(head, lang.Document) {
		return -1
	}
	if e := s.ownerOf(m); e >= 0 {
		return e
	}
	speaks := func(t int) int {
		if i := s.At(t); i >= 0 && s.Mentions[i].Form == Name && s.Mentions[i].Entity >= 0 {
			switch s.Entities[s.Mentions[i].Entity].Kind {
			case Person, Organization:
				return s.Mentions[i].Entity
			}
		}
		return -1
	}
	owner := m.First
	if d.Tokens[owner].Is(lang.Determiner) {
		owner++
	}
	if owner < m.Head && s.At(owner) >= 0 && s.Mentions[s.At(owner)].Possessive {
		return speaks(owner)
	}
	if t := m.Head + 1; t+1 < m.Last && (d.Tokens[t].Is(lang.Agentive) || d.Tokens[t].Lower == lang.From) {
		if t++; d.Tokens[t].Is(lang.Determiner) {
			t++
		}
		if i := s.At(t); i >= 0 && !s.Mentions[i].Possessive && s.Mentions[i].Last == m.Last {
			return speaks(t)
		}
	}
	return -1
}
