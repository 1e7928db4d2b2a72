package people

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// follow goes through the document once and settles pronouns as a reader does.
func (s *Sources) follow() {
	d := s.doc
	s.settled = map[int]settlement{}
	s.main.sentence = -1
	s.events = make([][]event, len(s.Entities))
	s.appeared = make([][]int, len(d.Sentences))
	s.centers = slices.Repeat([]int{-1}, len(d.Sentences))
	for t := 0; t < len(d.Tokens); t++ {
		tok := d.Tokens[t]
		if i := s.At(t); i >= 0 {
			m := s.Mentions[i]
			if m.First == t {
				s.appear(m.Entity, t, s.weigh(m))
				if m.Entity >= 0 && t >= 2 && s.AccordingTo(t-2) && tok.Quote < 0 {
					s.speak(m.Entity, t)
				}
			}
			t = m.Last - 1
			continue
		}
		if tok.Quote >= 0 || !tok.Word {
			continue
		}
		if g := s.pronounGender(t); g != 0 {
			s.settle(t, g)
			continue
		}
		if tok.Lower == lang.They || tok.Lower == lang.It {
			s.settleNeuter(t, tok.Lower == lang.They)
			continue
		}
		if (!tok.Capital || t > 0 && (d.Tokens[t-1].Capital || d.Tokens[t-1].Is(lang.The))) && tok.Is(lang.RoleNoun) && !s.PluralWord(tok.Lower) {
			s.introduce(t)
			continue
		}
		if tok.Is(lang.Reporting) && s.Verbal(t) && tok.Verb.Class != lang.Weak && !s.Passive(t) && !s.Naming(t) &&
			!(tok.Verb.Form == lang.Gerund && d.Tokens[max(t-1, 0)].Word) {
			if m, ok := s.speakerBeside(t); ok && m.Entity >= 0 {
				if i := s.At(t + 1); i >= 0 && tok.Verb.Lemma == lang.Ask {
					m = s.Mentions[i] // who is asked speaks next: “Lee asked Barton whether he had left. “No,” he said.”
				}
				s.begin(tok.Sentence)
				if m.Last > s.main.first { // not “When Lee defended it, Moss differed”
					s.speak(m.Entity, t)
				}
			}
		}
	}
	for t, r := range s.settled {
		if r.entity >= 0 {
			s.Mentions = append(s.Mentions, s.pronoun(t))
		}
	}
	slices.SortStableFunc(s.Mentions, func(a, b Mention) int { return a.First - b.First })
	for i := range s.Entities {
		s.Entities[i].Mentions = s.Entities[i].Mentions[:0]
	}
	s.index()
}

// speakerBeside is the subject before a reporting verb, or after it where
// nothing stands before.
func (s *Sources) speakerBeside(v int) (Mention, bool) {
	prev := v - 1
	if prev >= s.SentenceFirst(v) {
		quoted := s.doc.Tokens[prev].Quote >= 0 || s.comma(prev) && prev > 0 && s.doc.Tokens[prev-1].Quote >= 0
		if m, ok := s.SubjectAfter(v); ok && (quoted || s.comma(prev) && m.Form == Name) { // the plan is sound, said Lee
			if before, ok := s.Subject(v); ok && !quoted && before.Form == Name && before.Last == prev { // her counsel, Tom Ross, asked Lee
				return before, true
			}
			return m, true
		}
	}
	return s.Subject(v)
}

// introduce records a person whom the text brings in without a name, "spoke to
// one mother, who", or whose name a sentence's subject stands for.
func (s *Sources) introduce(t int) {
	m, start, ok := s.SimpleEnding(t)
	if !ok || m.Form != Nominal {
		return
	}
	article := s.doc.Tokens[start]
	s.begin(article.Sentence)
	subject := article.Is(lang.The) && s.main.first == start // “The singer is not worried.”
	if !subject && !article.Is(lang.Introducing) {
		return
	}
	if s.Naming(t+1) || start > 0 && s.doc.Tokens[start-1].Is(lang.Once) || // "a patient engineer called Des Harker", "Ann Lee, later a teacher and now a judge"
		s.comma(t+1) && s.At(t+2) >= 0 || s.comma(start-1) && !subject || s.RoleAhead(t+1, len(s.doc.Tokens)) {
		return // an apposition, or part of a longer description
	}
	w := objectWeight
	if s.BeforeVerb(t + 1) {
		w = subjectWeight
	}
	found, _ := s.found(m, true)
	s.appear(found.Entity, t, w)
}
