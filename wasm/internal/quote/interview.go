package quote

import (
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// What makes an article an interview printed as questions and answers. An
// explainer (“What happened?”) asks too, but nobody in it is "you" or "I".
const (
	leastQuestions  = 3
	longestQuestion = 60  // words
	spokenTo        = 2   // questions with "you"
	speaksAsI       = 0.5 // share of the answers with "I" or "we"
)

// withAnswers adds the answers of an interview whose answers stand without
// marks, with the person whom its introduction presents as the speaker.
func (f *finder) withAnswers(out []Quotation) []Quotation {
	if !f.known {
		return out
	}
	questions, toYou := []int{}, 0
	for i := range f.d.Paragraphs {
		if asked, you := f.question(i); asked {
			questions = append(questions, i)
			if you {
				toYou++
			}
		}
	}
	if len(questions) < leastQuestions || toYou < spokenTo {
		return out
	}
	var answers []int
	asI := 0
	for k, q := range questions {
		next := len(f.d.Paragraphs)
		if k+1 < len(questions) {
			next = questions[k+1]
		}
		if q+1 >= next || !f.plain(q+1) {
			continue
		}
		answers = append(answers, q+1)
		if f.has(q+1, "i", "we", "my", "our", "me", "i'm", "i've", "i'd", "we're", "we've", "i'll") {
			asI++
		}
	}
	who := f.introducedPerson(questions[0])
	if who < 0 || len(answers) < leastQuestions || float64(asI) < speaksAsI*float64(len(answers)) {
		return out
	}
	e := f.s.Entities[who]
	var all []Quotation
	k := 0
	for _, p := range answers {
		r := f.d.Paragraphs[p].Range
		for k < len(out) && out[k].Parts[0].Start < r.Start {
			all = append(all, out[k])
			k++
		}
		for k < len(out) && out[k].Parts[0].Start < r.End { // quoted inside the answer: part of it
			k++
		}
		first := f.d.Sentences[f.d.Paragraphs[p].First].First
		a := Attribution{Rule: Answer, Entity: who, CueToken: -1, Confidence: shares[Answer][0],
			Speaker: &card.Source{Name: e.Name, Role: e.Role, Mention: e.Name}}
		all = append(all, Quotation{Parts: []text.Range{r}, First: first, Sentence: f.d.Paragraphs[p].First, Attribution: a})
	}
	return append(all, out[k:]...)
}

// question tells that a paragraph is nothing but a question, and whether it is
// put to somebody: “What do you miss?”
func (f *finder) question(i int) (asked, you bool) {
	p := f.d.Paragraphs[i]
	if p.First >= p.Last || p.Kind == body.Post || p.Kind == body.BlockQuote || p.Kind == body.ListItem {
		return false, false
	}
	last := f.d.Tokens[f.d.Sentences[p.Last-1].Last-1]
	if last.Lower != "?" || last.Quote >= 0 || text.Words(f.d.Cut(p.Range)) > longestQuestion {
		return false, false
	}
	return true, f.has(i, "you", "your", "you're", "you've", "yourself")
}

// plain tells that a paragraph is ordinary text that opens without a mark.
func (f *finder) plain(i int) bool {
	p := f.d.Paragraphs[i]
	if p.Kind != body.Paragraph || p.First >= p.Last {
		return false
	}
	return f.d.Tokens[f.d.Sentences[p.First].First].Quote < 0
}

// has tells that one of the words stands in a paragraph.
func (f *finder) has(i int, words ...string) bool {
	p := f.d.Paragraphs[i]
	for t := f.d.Sentences[p.First].First; t < f.d.Sentences[p.Last-1].Last; t++ {
		for _, w := range words {
			if f.d.Tokens[t].Lower == w {
				return true
			}
		}
	}
	return false
}

// introducedPerson is the person whom the paragraphs before the first question
// name, -1 where they name none or two equally.
func (f *finder) introducedPerson(firstQuestion int) int {
	if firstQuestion == 0 {
		return -1
	}
	end := f.d.Paragraphs[firstQuestion].Start
	named := map[int]int{}
	best, tied := -1, false
	for _, m := range f.s.Mentions {
		if m.Start >= end {
			break
		}
		if m.Entity < 0 || f.s.Entities[m.Entity].Kind != people.Person || f.s.Entities[m.Entity].Described() || m.Confidence < Least {
			continue
		}
		named[m.Entity]++
		switch n := named[m.Entity]; {
		case best < 0 || n > named[best]:
			best, tied = m.Entity, false
		case m.Entity != best && n == named[best]:
			tied = true
		}
	}
	if tied {
		return -1
	}
	return best
}
