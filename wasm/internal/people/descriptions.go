package people

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// settleNominal finds who a description means. A definite one ("the
// spokesperson", "the Texas senator") is the person with that role whom the
// article last named; an indefinite or new one is a source of its own.
func (s *Sources) settleNominal(m *Mention) {
	d := s.doc
	head := d.Tokens[m.Head].Lower
	first := d.Tokens[m.First].Lower
	definite := first == "the" || first == "this" || first == "that"
	switch head {
	case "other", "others", "latter", "former": // "said the other"
		m.Entity, m.Confidence = -1, 0
		return
	}
	if definite && !s.PluralWord(head) && m.Last == m.Head+1 && !anybody[head] {
		if e := s.withRole(m, head); e >= 0 {
			m.Entity, m.Confidence = e, 0.95
			return
		}
	}
	if definite && strings.HasSuffix(head, "-year-old") {
		if e, c := s.ofAge(m, head); e >= 0 {
			m.Entity, m.Confidence = e, c
			return
		}
	}
	if definite && s.lang.Is(head, lang.Paper) {
		if e := s.issuer(m, head); e >= 0 {
			m.Entity, m.Confidence = e, 0.9
			return
		}
	}
	if e := s.justActed(m.First); definite && personOrBody[head] && e >= 0 && s.Entities[e].Kind == Person && !s.maybeCompany(&s.Entities[e]) {
		m.Entity, m.Confidence = e, 0.88 // “Marjorie Slade was not impressed. “…,” the broadcaster said.”
		return
	}
	if definite && (s.lang.Is(head, lang.Body) || s.lang.Is(head, lang.Public)) {
		if e, c := s.body(m, head); e >= 0 {
			m.Entity, m.Confidence = e, c
			return
		}
	}
	if e, ok := s.masks[head]; ok && definite && m.Last == m.Head+1 && m.First == m.Head-1 && !s.presented(m.First, head) {
		m.Entity, m.Confidence = e, 0.88 // "the Velvet Rain singer", and later "the singer"
		return
	}
	if definite && m.Last == m.Head+1 && !s.PluralWord(head) && s.lang.Is(head, lang.RoleNoun) && !anybody[head] && !d.Tokens[m.Head].Capital && s.epithet(m, head) && !s.introduced(m.First, head) {
		if e, c := s.mostProminent(m.First, isPerson); e >= 0 && c >= leastEpithet && s.agrees(e, head) {
			s.masks[head] = e
			m.Entity, m.Confidence = e, c
			return
		}
	}
	if e := s.writer(m, head); e >= 0 {
		m.Entity, m.Confidence = e, 0.95
		return
	}
	if e := s.introducedAs(m, head); e >= 0 {
		m.Entity, m.Confidence = e, 0.95
		return
	}
	if owner := s.ownerOf(m); owner >= 0 && m.Last == m.Head+1 {
		if s.owned(m, owner, head) {
			return
		}
	}
	words := strings.Fields(strings.ToLower(d.Cut(m.Range)))
	for len(words) > 1 && s.lang.Is(words[0], lang.Determiner) {
		words = words[1:]
	}
	// The same description again is the same source: "a spokesman", "the spokesman".
	phrase := strings.Join(words, " ")
	if i, again := s.phrases[phrase]; again && definite {
		m.Entity, m.Confidence = i, Described
		return
	}
	if definite && m.Head == m.First+1 && m.Last == m.Head+1 && s.lang.Is(head, lang.RoleNoun) {
		if e := s.introducedBy(m, head); e >= 0 {
			m.Entity, m.Confidence = e, Described
			return
		}
	}
	e := Entity{Name: d.Cut(m.Range), words: words, title: nominalTitle, Kind: Unknown, Plural: s.PluralWord(head), Gender: s.genderOf(head), Mentions: []int{}}
	if s.lang.Is(head, lang.RoleNoun) {
		e.Kind = Person
	}
	if e.Plural {
		e.Kind = Group
	}
	if definite && !e.Plural && !anybody[head] && !d.Tokens[m.Head].Capital && (e.Kind == Person || s.agent(&e)) && !s.presented(m.First, head) {
		e.behind, e.share = s.mostProminent(m.First, func(x *Entity) bool {
			return isPerson(x) && (e.Gender == 0 || x.Gender == 0 || x.Gender == lang.Either || x.Gender == e.Gender)
		})
	}
	s.Entities = append(s.Entities, e)
	s.phrases[phrase] = len(s.Entities) - 1
	m.Entity, m.Confidence = len(s.Entities)-1, Described
}

// Described is the confidence of a description that stands for itself.
const Described = 0.7

// leastEpithet is how sure the antecedent of an epithet must be: "the actor" for
// somebody whom the article has not called an actor.
const leastEpithet = 0.845

// epithet tells a description that may stand for a name: "the actor", "the New York
// businessman"; not "the Lincoln actor", who plays another.
func (s *Sources) epithet(m *Mention, head string) bool {
	if s.PossessiveIn(m.First, m.Head) { // "the star's manager"
		return false
	}
	for t := m.First + 1; t < m.Head; t++ {
		if i := s.At(t); i >= 0 && s.Mentions[i].Entity >= 0 && isPerson(&s.Entities[s.Mentions[i].Entity]) {
			return false
		}
	}
	return true
}

// introduced tells that the noun stands earlier with "a", "his", or a name of
// its own, so that "the judge" is somebody else than the article's subject.
func (s *Sources) introduced(before int, head string) bool {
	for _, w := range []string{head, head + "s", head + "'s"} {
		if t, ok := s.first[w]; ok && t < before {
			return true
		}
	}
	return false
}

// presented tells that the text before brings somebody in by a noun: "a farmer",
// whom "the farmer" then means.
func (s *Sources) presented(before int, head string) bool {
	d := s.doc
	for t := before - 1; t > 0 && t > before-farPresented; t-- {
		if d.Tokens[t].Lower != head || d.Tokens[t].Quote >= 0 {
			continue
		}
		for k := t - 1; k >= 0 && k > t-5 && d.Tokens[k].Word && d.Tokens[k].Sentence == d.Tokens[t].Sentence; k-- {
			switch d.Tokens[k].Lower {
			case "a", "an", "one", "another", "his", "her", "their":
				// an apposition brings in nobody new: "Lee, a farmer"
				if k == 0 || d.Tokens[k-1].Lower != "," || s.At(k-2) < 0 {
					return true
				}
			}
		}
	}
	return false
}

// farPresented is how many tokens before a description its noun may stand.
const farPresented = 600

// fileWords enters the first place of each word.
func (s *Sources) fileWords() {
	s.first = make(map[string]int, len(s.doc.Tokens)/4)
	for t, tok := range s.doc.Tokens {
		if _, ok := s.first[tok.Lower]; !ok && tok.Word {
			s.first[tok.Lower] = t
		}
	}
}

// agrees tells that a noun tells no other gender than the person has, and no
// other office or role: the president is not "the senator", nor the prosecutor
// "the defendant".
func (s *Sources) agrees(e int, head string) bool {
	title := s.Entities[e].title
	if full := titleOf[title]; full != "" {
		title = full
	}
	if offices[title] && offices[head] && office(title) != office(head) {
		return false
	}
	if class := s.lang.RoleClass(head); class != 0 {
		other := false
		for w := range strings.FieldsSeq(strings.ToLower(s.Entities[e].described)) {
			switch s.lang.RoleClass(lang.Bare(strings.Trim(w, ",."))) {
			case 0:
			case class:
				return s.sameGender(e, head)
			default:
				other = true
			}
		}
		if other || s.sworn(class) {
			return false
		}
	}
	return s.sameGender(e, head)
}

// sworn tells the classes of roles that an article gives somebody before it calls him
// by them: nobody is "the constable" or "the judge" as somebody is "the singer".
func (s *Sources) sworn(class uint8) bool {
	for _, role := range [...]string{"lawyer", "judge", "defendant", "witness", "officer"} {
		if s.lang.RoleClass(role) == class {
			return true
		}
	}
	return false
}

func (s *Sources) sameGender(e int, head string) bool {
	g := s.genderOf(head)
	have := s.Entities[e].Gender
	return g == 0 || have == 0 || have == lang.Either || g == have
}

// offices are those of which one person rarely holds two.
var offices = map[string]bool{"president": true, "senator": true, "representative": true, "congressman": true, "congresswoman": true, "governor": true,
	"mayor": true, "minister": true, "secretary": true, "judge": true, "justice": true, "chancellor": true, "premier": true, "king": true, "queen": true,
	"prince": true, "princess": true, "pope": true, "bishop": true, "archbishop": true, "sheriff": true, "ambassador": true, "doctor": true, "professor": true, "reverend": true}

func isPerson(e *Entity) bool       { return e.Kind == Person && !e.Described() && !e.Plural }
func isOrganization(e *Entity) bool { return e.Kind == Organization && !e.Described() }

// mostProminent is the entity of a sort that the text is most about at token t,
// and how likely it is the one meant.
func (s *Sources) mostProminent(t int, sort func(*Entity) bool) (int, float64) {
	best, bestScore, second := -1, 0.0, 0.0
	for _, i := range s.recent(t) {
		if !sort(&s.Entities[i]) {
			continue
		}
		switch p := s.prominence(i, t); {
		case p > bestScore:
			best, second, bestScore = i, bestScore, p
		case p > second:
			second = p
		}
	}
	if best < 0 {
		return -1, 0
	}
	return best, 0.95 * likely(bestScore/(bestScore+second))
}

// maybeCompany tells a name that looks like a person's only by its shape:
// "Norrland Turbines".
func (s *Sources) maybeCompany(e *Entity) bool {
	return e.Kind == Person && !e.evident && !e.Described() && s.lang.Given(e.words[0]) == 0 && e.Gender == 0
}

// anybody are nouns that tell too little to find one person by.
var anybody = map[string]bool{"source": true, "insider": true, "man": true, "woman": true, "person": true, "user": true, "voter": true,
	"supporter": true, "critic": true, "fan": true, "member": true, "reporter": true, "guest": true, "caller": true, "speaker": false, "pal": true, "tipster": true, "onlooker": true, "eyewitness": true, "observer": true}

// issuer finds whose words "the statement" holds: the subject of the last
// sentence, of the three before, that speaks of such a paper: “The mayor denied
// it in a statement.”
func (s *Sources) issuer(m *Mention, head string) int {
	d := s.doc
	sentence := d.Tokens[m.First].Sentence
	for k := sentence - 1; k >= 0 && k >= sentence-3; k-- {
		first, last := d.Sentences[k].First, d.Sentences[k].Last
		for t := first; t < last; t++ {
			if d.Tokens[t].Lower != head || d.Tokens[t].Quote >= 0 {
				continue
			}
			subject, ok := s.Reader.MainSubject(first, t)
			if !ok && d.Tokens[first].Is(lang.Preposition) { // “In a letter seen by the Echo, she wrote”
				subject, ok = s.Reader.MainSubject(t, last)
			}
			if !ok {
				return -1
			}
			if subject.Form == Nominal && d.Tokens[subject.Head].Lower == head { // “The parish's letter to Ann Lee, a judge, said”
				break
			}
			if name, ok := s.NameBehind(subject, last); ok && subject.Form == Nominal { // “The chair, Ann Lee, issued a statement.”
				subject = name
			}
			if subject.Form == Nominal {
				if d.Tokens[subject.Head].Lower == head {
					break // “the statement said” again: go on to the sentence before
				}
			}
			if e := s.found(subject).Entity; e >= 0 && !s.Entities[e].Described() && (s.Entities[e].Kind == Person || s.Entities[e].Kind == Organization) {
				return e
			}
			return -1
		}
	}
	return -1
}

// nominalTitle marks entities that have no name.
const nominalTitle = "(description)"

// Described tells that an entity is known by a description only.
func (e *Entity) Described() bool { return e.title == nominalTitle }

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
		p, start, ok := s.SimpleEnding(t)
		if !ok || p.Form != Nominal || p.Head != t {
			continue
		}
		if !d.Tokens[start].Is(lang.Indefinite) {
			continue
		}
		e := s.found(s.WithModifiers(p, t+1)).Entity
		if e < 0 || found >= 0 && found != e {
			return -1
		}
		found = e
	}
	return found
}
