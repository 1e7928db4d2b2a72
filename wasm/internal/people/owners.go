package people

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// ownerOf is whom the possessive pronoun at a description's start means: "his
// campaign"; -1 where there is none or nobody can tell.
func (s *Sources) ownerOf(m *Mention) int {
	if m.First == m.Head {
		return -1
	}
	switch s.doc.Tokens[m.First].Lower {
	case "his", "her", "its", "their":
	default:
		return -1
	}
	if r, ok := s.settled[m.First]; ok && r.confidence >= leastOwner {
		return r.entity
	}
	return -1
}

// leastOwner is how sure the antecedent of "his" must be for "his campaign".
const leastOwner = 0.75

// owned settles a description by its owner: "his campaign" is what the article
// elsewhere calls "the Sanders campaign" or "Sanders' campaign".
func (s *Sources) owned(m *Mention, owner int, head string) bool {
	d := s.doc
	for _, i := range s.Entities[owner].Mentions {
		n := s.Mentions[i]
		if n.Form != Name || n.Last >= len(d.Tokens) || n.Head < 0 {
			continue
		}
		t := n.Last
		if !d.Tokens[t].Word { // Sanders' campaign
			t++
		}
		if t >= len(d.Tokens) || d.Tokens[t].Lower != head || d.Tokens[t].Sentence != d.Tokens[n.First].Sentence || d.Tokens[t].Start-d.Tokens[n.Last-1].End > 3 {
			continue
		}
		name := d.Cut(text.Range{Start: d.Tokens[n.First].Start, End: d.Tokens[t].End})
		e := Entity{Name: name, words: nil, title: nominalTitle, Kind: Unknown, Plural: s.PluralWord(head), Gender: s.genderOf(head), Mentions: []int{}}
		if i, again := s.phrases[name]; again {
			m.Entity, m.Confidence = i, Described
			return true
		}
		s.Entities = append(s.Entities, e)
		s.phrases[name] = len(s.Entities) - 1
		m.Entity, m.Confidence = len(s.Entities)-1, Described
		return true
	}
	return false
}

// introducedAs finds the person whom the article has brought in by the same
// words: "his lawyer, Ann Ruiz," and later "his lawyer". -1 where it tells of
// nobody or of two with that role.
func (s *Sources) introducedAs(m *Mention, head string) int {
	d := s.doc
	owner := d.Tokens[m.First].Lower
	if m.Last != m.Head+1 || m.Head != m.First+1 || !s.lang.Is(head, lang.RoleNoun) || s.PluralWord(head) {
		return -1
	}
	switch owner {
	case "his", "her", "its", "their":
	default:
		if !s.lang.Is(owner, lang.Possessive) {
			return -1
		}
	}
	with := s.byRole[office(lang.Bare(head))]
	if len(with) != 1 {
		return -1
	}
	for _, i := range s.Entities[with[0]].Mentions {
		n := s.Mentions[i]
		if n.First >= m.First {
			break
		}
		for t := max(n.First-8, 1); t < min(n.Last+8, m.First); t++ {
			if d.Tokens[t].Lower == head && d.Tokens[t-1].Lower == owner && d.Tokens[t].Sentence == d.Tokens[n.First].Sentence {
				return with[0]
			}
		}
	}
	return -1
}

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
	if t := m.Head + 1; t+1 < m.Last && (d.Tokens[t].Lower == "by" || d.Tokens[t].Lower == "from") {
		if t++; d.Tokens[t].Is(lang.Determiner) {
			t++
		}
		if i := s.At(t); i >= 0 && !s.Mentions[i].Possessive && s.Mentions[i].Last == m.Last {
			return speaks(t)
		}
	}
	return -1
}
