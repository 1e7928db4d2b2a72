package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// selfNamed finds the name that somebody unnamed goes by, behind the description:
// “a woman who gave her name only as Aminata”, “a rebel who goes by the name Abu
// Walid”; -1 where there is none.
func (s *Sources) selfNamed(m *Mention) int {
	d := s.doc
	t := m.Last
	end := d.Sentences[d.Tokens[m.First].Sentence].Last
	if t < end && d.Tokens[t].Lower == "," {
		t++
	}
	if t+2 >= end || d.Tokens[t].Lower != "who" || !d.Tokens[m.Head].Is(lang.RoleNoun) {
		return -1
	}
	switch d.Tokens[t+1].Lower {
	case "gave", "gives", "goes", "went", "identified", "asked", "wanted", "used", "would":
	default:
		return -1
	}
	named := false
	for k := t + 2; k < end && k < t+12 && d.Tokens[k].Word; k++ {
		switch d.Tokens[k].Lower {
		case "name", "by", "as":
			named = true
		}
		if i := s.At(k); i >= 0 && s.Mentions[i].Form == Name {
			if named && !s.Mentions[i].Possessive {
				switch d.Tokens[k-1].Lower {
				case "as", "by", "name", "of":
					return s.Mentions[i].Entity
				}
			}
			return -1
		}
	}
	return -1
}

// farthestIntroduction is how many sentences before "the official" a senior official
// may have been brought in.
const farthestIntroduction = 6

// introducedBy finds the source whom the article has brought in by a longer description
// with the same noun: "a senior U.S. official" for "the official"; -1 where there
// is none, or two.
func (s *Sources) introducedBy(m *Mention, head string) int {
	d := s.doc
	sentence := d.Tokens[m.First].Sentence
	found := -1
	for t := m.First - 1; t >= 0 && d.Tokens[t].Sentence >= sentence-farthestIntroduction; t-- {
		if d.Tokens[t].Lower != head || d.Tokens[t].Quote >= 0 || s.At(t) >= 0 {
			continue
		}
		p, start, ok := s.simpleEnding(t)
		if !ok || p.Form != Nominal || p.Head != t {
			continue
		}
		switch d.Tokens[start].Lower {
		case "a", "an", "one", "another":
		default:
			continue
		}
		p = s.withModifiers(p, t+1)
		s.settleNominal(&p)
		if p.Entity < 0 || found >= 0 && found != p.Entity {
			return -1
		}
		found = p.Entity
	}
	return found
}

// unnamedBefore gives the one person whom the last sentences of the paragraph bring in without
// a name, where a description that may be anybody's speaks behind a quotation: “One
// onlooker said they kissed. “It was sweet,” the shopper said.”; -1 where there is none.
func (s *Sources) unnamedBefore(m *Mention, head string) int {
	d := s.doc
	if m.Last != m.Head+1 || !s.lang.Is(head, lang.RoleNoun) && !anybody[head] || plural(head) || m.First == 0 || d.Tokens[m.First-1].Quote < 0 {
		return -1
	}
	sentence := d.Tokens[m.First].Sentence
	found := -1
	for k := sentence - 1; k >= 0 && k >= sentence-2 && d.Sentences[k].Paragraph == d.Sentences[sentence].Paragraph; k-- {
		for _, i := range s.appeared[k] {
			e := &s.Entities[i]
			switch first, _, _ := strings.Cut(e.Name, " "); {
			case e.Kind == Person && !e.Described():
				return -1
			case !e.Described() || e.Plural || !strings.EqualFold(first, "a") && !strings.EqualFold(first, "an") && !strings.EqualFold(first, "one") && !strings.EqualFold(first, "another"):
			case found >= 0 && s.Entities[found].Name != e.Name:
				return -1
			default:
				found = i
			}
		}
	}
	return found
}

// agent tells that a description's noun may be a person's though no list has it:
// "the retired neurosurgeon"; "the last step" is nobody.
func (s *Sources) agent(e *Entity) bool {
	head := ""
	for _, w := range e.words {
		if s.lang.Is(w, lang.Preposition) {
			break
		}
		head = w
	}
	for _, end := range []string{"er", "or", "ist", "ian", "eon", "eur"} {
		if strings.HasSuffix(head, end) && len(head) > len(end)+2 {
			return true
		}
	}
	return false
}
