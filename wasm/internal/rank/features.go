package rank

import (
	"strings"
	"unicode"

	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// ranker holds what the features look at.
type ranker struct {
	d        *text.Document
	s        *people.Sources
	quotes   []quote.Quotation
	denials  denial.Found
	headline map[string]bool // stems
	lead     map[string]bool // stems of the first sentences
	count    map[string]int  // stems of the whole article
	total    int
	mentions []int // by entity
	spoken   []int // words quoted, by entity
	inHead   []bool
	stems    []map[string]bool // by quotation
}

// leadSentences is how many sentences say what the article is about.
const leadSentences = 3

func newRanker(d *text.Document, s *people.Sources, quotes []quote.Quotation, denials denial.Found, headline string) *ranker {
	r := &ranker{d: d, s: s, quotes: quotes, denials: denials, headline: map[string]bool{}, lead: map[string]bool{}, count: map[string]int{}}
	for w := range words(headline) {
		if w = stem(w); w != "" {
			r.headline[w] = true
		}
	}
	for i, sentence := range d.Sentences {
		for t := sentence.First; t < sentence.Last; t++ {
			if w := stem(d.Tokens[t].Lower); w != "" && d.Tokens[t].Word {
				r.count[w]++
				r.total++
				if i < leadSentences {
					r.lead[w] = true
				}
			}
		}
	}
	r.mentions = make([]int, len(s.Entities))
	r.spoken = make([]int, len(s.Entities))
	r.inHead = make([]bool, len(s.Entities))
	for i := range s.Entities {
		r.mentions[i] = len(s.Entities[i].Mentions)
		last := ""
		for w := range words(s.Entities[i].Name) {
			last = w
		}
		for w := range words(headline) {
			r.inHead[i] = r.inHead[i] || w == last
		}
	}
	for q := range quotes {
		own := map[string]bool{}
		for _, part := range quotes[q].Parts {
			for w := range words(d.Cut(part)) {
				if w = stem(w); w != "" {
					own[w] = true
				}
			}
			if e := quotes[q].Entity; e >= 0 {
				r.spoken[e] += len(strings.Fields(d.Cut(part)))
			}
		}
		r.stems = append(r.stems, own)
	}
	return r
}

// features of one quotation; shares lie between 0 and 1.
type features struct {
	words      int
	speaker    bool    // somebody is known to say it
	named      bool    // by name
	centrality float64 // how often the article speaks of its source
	voice      float64 // the source's share of all quoted words
	inHead     bool    // the headline names the source
	headline   float64 // share of the headline's words
	lead       float64
	topic      float64 // how frequent its words are in the article
	position   float64 // 0 at the start
	sentence   bool    // begins with a capital: a sentence, no fragment
	complete   bool    // ends with a stop or the comma before "he said"
	question   bool
	dangling   bool // begins with a word that points back
	denial     bool
	confidence float64
}

func (r *ranker) features(q int) features {
	quotation := r.quotes[q]
	var f features
	var all strings.Builder
	for _, part := range quotation.Parts {
		f.words += len(strings.Fields(r.d.Cut(part)))
		all.WriteString(r.d.Cut(part))
		all.WriteByte(' ')
	}
	said := strings.TrimSpace(all.String())
	f.speaker = quotation.Speaker != nil
	f.confidence = quotation.Confidence
	if e := quotation.Entity; e >= 0 && e < len(r.s.Entities) {
		f.named = r.s.Entities[e].Kind == people.Person || r.s.Entities[e].Kind == people.Organization
		most, quoted := 1, 1
		for i := range r.mentions {
			most = max(most, r.mentions[i])
			quoted += r.spoken[i]
		}
		f.centrality = float64(r.mentions[e]) / float64(most)
		f.voice = float64(r.spoken[e]) / float64(quoted)
		f.inHead = r.inHead[e]
	}
	own := r.stems[q]
	f.headline = share(own, r.headline)
	f.lead = share(own, r.lead)
	sum := 0
	for w := range own {
		sum += min(r.count[w]-1, 6)
	}
	if len(own) > 0 {
		f.topic = float64(sum) / float64(len(own)) / 6
	}
	f.position = float64(quotation.Parts[0].Start) / float64(len(r.d.Text)+1)
	runes := []rune(said)
	if len(runes) > 0 {
		first := runes[0]
		if first == '[' && len(runes) > 1 {
			first = runes[1]
		}
		f.sentence = unicode.IsUpper(first) || unicode.IsDigit(first) || first == '$'
		switch runes[len(runes)-1] {
		case '.', ',', '!', '?', '…':
			f.complete = true
		}
		f.question = runes[len(runes)-1] == '?'
	}
	for w := range words(said) {
		f.dangling = pointing[w]
		break
	}
	for _, p := range r.denials.Denials {
		f.denial = f.denial || p.Quotation == q
	}
	return f
}

// share is how many of the words of a set are in another, at most 4 of them counting.
func share(own, other map[string]bool) float64 {
	n := 0
	for w := range own {
		if other[w] {
			n++
		}
	}
	return float64(min(n, 4)) / 4
}

// overlap is the share of the shorter quotation's words that are in the other too.
func (r *ranker) overlap(a, b int) float64 {
	short, long := r.stems[a], r.stems[b]
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return 0
	}
	n := 0
	for w := range short {
		if long[w] {
			n++
		}
	}
	return float64(n) / float64(len(short))
}
