package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// titled splits the title off a run of name words; "Texas Sen. Ted Cruz" has
// the title "Texas Sen.".
func (s *Sources) titled(first, last int) name {
	d := s.doc
	n := name{title: first, first: first, last: last, possessive: s.possessive(last - 1)}
	// plural possessive: Democrats' is followed by a lone apostrophe
	split := first
	for t := first; t < last-1; t++ {
		low := lang.Bare(d.Tokens[t].Lower)
		g := s.lang.Title(low)
		title := g != 0
		// "Fisherman Daniel Marr", "General Counsel James Moss", "Senior Lecturer Kobina Moss"
		if !title && d.Tokens[t].Is(lang.RoleNoun) && (n.titleWord != "" && t == split && s.givenAt(t+1) ||
			t > first && s.is(t-1, lang.BeforeOffice) && s.officeOnly(first, t+1) ||
			t == first && !s.givenAt(t) && (s.initial(t) || !s.is(t, lang.Kin)) && (s.lang.Role(low) != 0 || s.initial(t) && s.givenAt(t+1))) {
			g, title = s.lang.Role(low), true
		}
		// "Sen. King Lee", "Dean Ferris", "Martin Luther King Jr."
		if !title || s.givenAt(t) && (t > first || last-first == 2) || s.is(t+1, lang.NameEnd) {
			continue
		}
		after := t + 1
		if d.Tokens[after].Lower == "(" && after+3 < last { // "Col (rtd) Joseph Sang"
			after += 3
		}
		if d.Tokens[after].Is(lang.Of) || d.Tokens[after].Is(lang.Purpose) { // Secretary of State John Kerry
			after++
			if d.Tokens[after].Is(lang.The) { // "Leader of the Opposition"
				after++
			}
			if after+1 >= last {
				break // nothing left: "Duke of York"
			}
			after = s.behindOffice(after, last)
		}
		split, n.titleWord = after, low
		if g != lang.Either {
			n.gender = g
		}
		t = after - 1
	}
	// "Republican Donald Trump", "Iranian Hassan Rouhani": a leading demonym is no name.
	for split < last-1 && s.is(split, lang.Demonym) &&
		!s.lang.Is(d.Tokens[split].Lower+"-"+lang.Bare(d.Tokens[split+1].Lower), lang.Place) && !s.organizationWord(last-1) &&
		(last-split < 3 && !s.givenAt(split) || s.givenAt(split+1)) { // but Christian Horner
		split++
	}
	if _, tail, _ := strings.Cut(d.Tokens[split].Lower, "-"); split < last-1 && s.lang.Is("-"+tail, lang.Stop) { // "Polish-born Marek Wilk"
		split++
	}
	// "NASA Administrator Jim Bridenstine": the name begins with the given name.
	if !s.givenAt(split) && n.titleWord == "" {
		for t := split + 1; t+1 < last; t++ {
			if s.givenAt(t) && !s.is(t-1, lang.Particle) && s.lang.Given(lang.Bare(d.Tokens[t+1].Lower)) == 0 &&
				!s.organizationWord(last-1) &&
				(d.Tokens[t-1].Is(lang.RoleNoun) || t == split+1 && s.initial(split) && !s.is(split, lang.Place) ||
					d.Tokens[split].Is(lang.Acronym) || last-split >= 4) {
				split = t
				n.titleWord = lang.Bare(d.Tokens[t-1].Lower)
				break
			}
		}
	}
	n.first = split
	if s.organizationWord(last-1) && n.titleWord != "" && !s.givenAt(n.first) {
		n.first, n.titleWord, n.gender = first, "", 0 // "Justice Department"
	}
	if n.shop = n.possessive && !s.givenAt(n.first) && s.verbFollows(n); n.shop { // "Sainsbury's said"
		n.possessive = false
	}
	n.evident = n.titleWord != "" || s.RoleStart(n.title) < n.title
	for n.named = n.last; n.named > n.first+1 && s.is(n.named-1, lang.Letters); {
		n.named--
	}
	if k := n.title - 1; n.gender == 0 && k >= s.SentenceFirst(n.title) {
		if k > 0 && d.Tokens[k].Lower == "," {
			k--
		}
		if g := s.lang.Role(d.Tokens[k].Lower); g != lang.Either && s.lang.Is(d.Tokens[k].Lower, lang.Kin) && !s.Plural(k) && d.Tokens[k].Quote < 0 {
			n.gender = g // “her son, Humayun Moss”
		}
	}
	for t := n.first; t < n.named; t++ {
		if w := lang.Bare(d.Tokens[t].Lower); d.Tokens[t].Word {
			n.words = append(n.words, w)
		}
	}
	return n
}

// behindOffice gives where the name begins in tokens [office, last), which follow "Secretary of": at
// a given name, else behind one word ("State John Kerry").
func (s *Sources) behindOffice(office, last int) int {
	for t := office + 1; t+1 < last; t++ {
		first, _, _ := strings.Cut(lang.Bare(s.doc.Tokens[t].Lower), "-")
		if s.lang.Given(first) != 0 || s.is(t-1, lang.Portfolio) && !s.is(t, lang.Portfolio) && s.capital(t) { // "Public Prosecution Eva-Marie Persson"
			return t
		}
	}
	return office + 1
}

// possessive tells that the 's of the name that ends at token t is its owner's mark, and
// neither "is" nor "has": “Lee's plan”, not “Lee's been there”.
func (s *Sources) possessive(t int) bool {
	d := s.doc
	return d.Tokens[t].Is(lang.Possessive) && (t+1 >= len(d.Tokens) || !s.Adjacent(t, t+1) || !d.Tokens[t+1].Is(lang.BehindIs))
}
