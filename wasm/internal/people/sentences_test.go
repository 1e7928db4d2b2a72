package people

import (
	"os"
	"strings"
	"testing"

	"keypoints/wasm/internal/lang"
)

// asked gives the article of a case without its stars, and the token that stood between them.
func asked(article string) (*Sources, int) {
	before, rest, _ := strings.Cut(article, "*")
	s := peopleOf(strings.ReplaceAll(before+rest, "*", ""))
	at := len(strings.ReplaceAll(before, " ¶ ", "\n")) // ¶ is two bytes
	for t := range s.doc.Tokens {
		if s.doc.Tokens[t].End > at {
			return s, t
		}
	}
	return s, -1
}

// who gives the name that the phrase at a token stands for, or "nobody".
func (s *Sources) who(t int) string {
	m, ok := s.PhraseAt(t)
	if !ok {
		return "no phrase"
	}
	if m.Entity < 0 {
		return "nobody"
	}
	return s.Entities[m.Entity].Name
}

// cast gives an article's entities in the order of their names there: kind, gender, role.
func (s *Sources) cast() string {
	var out []string
	for _, e := range s.Entities {
		line := e.Name + ": " + [...]string{"unknown", "person", "organization", "document", "group", "other"}[e.Kind]
		line += map[lang.Gender]string{lang.Male: ", he", lang.Female: ", she"}[e.Gender]
		if e.Role != "" {
			line += ", " + e.Role
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// Each file of testdata is a question, and its answer for article after article: a line with ¶
// between paragraphs, a blank line, the answer, and another blank line.
func TestArticles(t *testing.T) {
	for file, answer := range map[string]func(string) string{
		"antecedents.txt": func(article string) string { s, at := asked(article); return s.who(at) },
		"entities.txt":    func(article string) string { return peopleOf(article).cast() },
	} {
		data, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(strings.TrimSpace(string(data)), "\n\n")
		if len(parts)%2 != 0 {
			t.Fatal(file, "an article without an answer")
		}
		for i := 0; i < len(parts); i += 2 {
			if got := answer(parts[i]); got != parts[i+1] {
				t.Errorf("%s: %s\n got %s\nwant %s", file, parts[i], got, parts[i+1])
			}
		}
	}
}
