package people

import "keypoints/wasm/internal/lang"

// writer is whose words a document holds by its description: "Ruiz's letter",
// "a statement from Ruiz", "a study by the Centre for Policy"; -1 where the
// description does not tell.
func (s *Sources) writer(m *Mention, head string) int {
	d := s.doc
	if !s.lang.Is(head, lang.Paper) && !s.lang.Is(head, lang.Document) {
		return -1
	}
	at, by := m.First, m.Head+1
	if d.Tokens[at].Is(lang.Determiner) {
		at++
	}
	if i := s.At(at); at < m.Head && i >= 0 && s.Mentions[i].Possessive {
		return s.bearer(i)
	}
	if by+1 >= m.Last || !d.Tokens[by].Is(lang.Agentive) && d.Tokens[by].Lower != lang.From {
		return -1
	}
	if at = by + 1; d.Tokens[at].Is(lang.Determiner) {
		at++
	}
	if i := s.At(at); i >= 0 && !s.Mentions[i].Possessive && s.Mentions[i].Last == m.Last {
		return s.bearer(i)
	}
	return -1
}

// bearer is the person or the organization that a mention names, or -1.
func (s *Sources) bearer(mention int) int {
	m := s.Mentions[mention]
	if m.Form != Name || m.Entity < 0 || s.Entities[m.Entity].Kind != Person && s.Entities[m.Entity].Kind != Organization {
		return -1
	}
	return m.Entity
}
