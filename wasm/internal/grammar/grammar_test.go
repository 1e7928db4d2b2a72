package grammar

import (
	"os"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/text"
)

// sentence is one of testdata: in its words *stars* mark the token that is asked about, {braces} a
// person's name and <angles> a body's.
type sentence struct {
	*Reader
	asked int
	named []Name
	cover map[int]int
}

func (s *sentence) At(t int) int {
	if i, ok := s.cover[t]; ok {
		return i
	}
	return -1
}

func (s *sentence) Name(i int) Name { return s.named[i] }

func read(marked string) *sentence {
	var plain strings.Builder
	type span struct {
		start, end int
		kind       Kind
	}
	var spans []span
	asked := 0
	for i := 0; i < len(marked); i++ {
		switch marked[i] {
		case '*':
			if marked[i+1] != ' ' && asked == 0 {
				asked = plain.Len() + 1
			}
		case '{', '<':
			spans = append(spans, span{start: plain.Len(), kind: map[byte]Kind{'{': Person, '<': Body}[marked[i]]})
		case '}', '>':
			spans[len(spans)-1].end = plain.Len()
		default:
			plain.WriteByte(marked[i])
		}
	}
	d := text.Parse([]body.Block{{Text: plain.String()}}, "en")
	s := &sentence{cover: map[int]int{}}
	s.Reader = New(d, s)
	for _, sp := range spans {
		n := Name{First: -1, Kind: sp.kind, Bearer: len(s.named)}
		for t := range d.Tokens {
			if d.Tokens[t].Start >= sp.start && d.Tokens[t].Start < sp.end {
				if n.First < 0 {
					n.First = t
				}
				n.Last, n.Head = t+1, t
				n.Full = n.Last > n.First+1
				n.Possessive = strings.HasSuffix(d.Tokens[t].Lower, "'s")
				s.cover[t] = len(s.named)
			}
		}
		s.named = append(s.named, n)
	}
	for t := range d.Tokens {
		if d.Tokens[t].Start == asked-1 {
			s.asked = t
		}
	}
	return s
}

func (s *sentence) words(p Phrase, ok bool) string {
	if !ok {
		return "none"
	}
	return s.d.Text[s.d.Tokens[p.First].Start:s.d.Tokens[p.Last-1].End]
}

// facts are what holds of the verb that is asked about.
func (s *sentence) facts() string {
	var out []string
	for _, fact := range []struct {
		name string
		is   func(int) bool
	}{
		{"finite", s.Finite}, {"passive", s.Passive}, {"negated", s.Negated}, {"supposed", s.Supposed}, {"infinitive", s.Infinitive},
		{"noun", s.NounForm}, {"attributive", s.Attributive}, {"restrictive", s.Restrictive},
		{"aside", func(t int) bool { return s.Aside(t, len(s.d.Tokens)-1, 0) }},
	} {
		if fact.is(s.asked) {
			out = append(out, fact.name)
		}
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, " ")
}

// Each file of testdata is a question, and its answer for sentence after sentence: a line, a blank
// line, the answer, and another blank line.
func TestSentences(t *testing.T) {
	for file, answer := range map[string]func(*sentence) string{
		"subject.txt":        func(s *sentence) string { return s.words(s.Subject(s.asked)) },
		"subject-behind.txt": func(s *sentence) string { return s.words(s.SubjectBehind(s.asked)) },
		"main-subject.txt":   func(s *sentence) string { return s.words(s.MainSubject(0, len(s.d.Tokens))) },
		"phrase-at.txt": func(s *sentence) string {
			p, next, ok := s.PhraseAt(s.asked)
			if ok && p.Form == Nominal {
				p = s.WithModifiers(p, next)
			}
			return s.words(p, ok)
		},
		"phrase-ending.txt": func(s *sentence) string { return s.words(s.PhraseEnding(s.asked)) },
		"verbs.txt":         (*sentence).facts,
		"agent.txt": func(s *sentence) string {
			if by := s.Agent(s.asked); by >= 0 {
				p, _, ok := s.PhraseAt(by)
				return s.words(p, ok)
			}
			return "none"
		},
	} {
		content, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(strings.TrimSpace(string(content)), "\n\n")
		if len(parts) < 8 || len(parts)%2 != 0 {
			t.Fatalf("%s: %d parts", file, len(parts))
		}
		for i := 0; i < len(parts); i += 2 {
			if got := answer(read(parts[i])); got != strings.TrimSpace(parts[i+1]) {
				t.Errorf("%s: %s\n got %s\nwant %s", file, parts[i], got, parts[i+1])
			}
		}
	}
}

// Whatever the words, no question panics, and an endless sentence takes no more than a long one.
func FuzzSentences(f *testing.F) {
	f.Add("{Ann Lee}, who *said* <Voxly> was, told by the mayor (R-Iowa) that")
	f.Fuzz(func(t *testing.T, marked string) {
		if strings.ContainsAny(marked, "*{}<>") || marked == "" {
			t.Skip()
		}
		s := read(marked)
		for k := range s.d.Tokens {
			s.asked = k
			s.Subject(k)
			s.SubjectBehind(k)
			s.MainSubject(0, k)
			s.PhraseAt(k)
			s.PhraseEnding(k)
			s.Agent(k)
			s.facts()
		}
	})
}
