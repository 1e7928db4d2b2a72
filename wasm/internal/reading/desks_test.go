package reading

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// An article of testdata/desks: a line for each paragraph between lines that begin with a mark.
//
//	== what it is of
//	headline
//	paragraphs
//	> the quotation begins | who says it; "~noun" a description with the noun, "-" nobody with a name; "a|b" one of two | role
//	! who denies | what
type article struct {
	name, headline string
	paragraphs     []string
	quotes         []spoken
	denials        []spoken
}

// spoken is what somebody says or denies.
type spoken struct{ words, who, role string }

func articlesOf(t *testing.T, file string) (out []article) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		kind, rest, _ := strings.Cut(line, " ")
		if kind == "==" {
			out = append(out, article{name: rest})
			continue
		}
		a := &out[len(out)-1]
		switch fields := append(strings.Split(rest, " | "), ""); {
		case line == "":
		case kind == ">":
			a.quotes = append(a.quotes, spoken{fields[0], fields[1], fields[2]})
		case kind == "!":
			who, what, _ := strings.Cut(rest, " |")
			a.denials = append(a.denials, spoken{strings.TrimSpace(what), strings.TrimSpace(who), ""})
		case a.headline == "":
			a.headline = line
		default:
			a.paragraphs = append(a.paragraphs, line)
		}
	}
	return out
}

// means tells that a name is the one wanted.
func (s spoken) means(name string) bool {
	for want := range strings.SplitSeq(s.who, "|") {
		noun, described := strings.CutPrefix(want, "~")
		if name == want || described && strings.Contains(strings.ToLower(name), strings.ToLower(noun)) {
			return true
		}
	}
	return false
}

// tally counts what is right on the articles of a language.
type tally struct {
	quotes, found, given, right int // quotations: of the gold, found whole, with a speaker, with the right one
	extra                       int // quotations with a speaker that nobody says
	roles, wrongRoles           int
	denials, told, invented     int // denials: of the gold, found with the right denier, found where there is none
}

func (n *tally) read(t *testing.T, tag string, a article) {
	f := read(t, tag, a.paragraphs)
	d := strings.Join(a.paragraphs, text.Separator)
	used := make([]bool, len(f.Quotes))
	for _, want := range a.quotes {
		n.quotes++
		i := slices.IndexFunc(f.Quotes, func(q quote.Quotation) bool {
			return slices.ContainsFunc(q.Parts, func(p text.Range) bool { return strings.HasPrefix(d[p.Start:p.End], want.words) })
		})
		if i < 0 {
			t.Logf("%s/%s: no quotation “%s…”", tag, a.name, want.words)
			continue
		}
		n.found++
		q := f.Quotes[i]
		used[i] = true
		switch {
		case q.Speaker == nil:
			if want.who != "-" {
				t.Logf("%s/%s: “%s…” by nobody (%.2f), not by %s", tag, a.name, want.words, q.Confidence, want.who)
			}
			continue
		case want.means(q.Speaker.Name):
			n.right++
		default:
			t.Logf("%s/%s: “%s…” by %q (%.2f), not by %s", tag, a.name, want.words, q.Speaker.Name, q.Confidence, want.who)
		}
		n.given++
		if q.Speaker.Role != "" {
			n.roles++
		}
		if want.role != "" && q.Speaker.Role != want.role {
			n.wrongRoles++
			t.Logf("%s/%s: %s is %q, not %q", tag, a.name, q.Speaker.Name, q.Speaker.Role, want.role)
		}
	}
	for k, q := range f.Quotes {
		if !used[k] && q.Speaker != nil {
			n.extra++
			t.Logf("%s/%s: “%s” by %q is no quotation", tag, a.name, d[q.Parts[0].Start:q.Parts[0].End], q.Speaker.Name)
		}
	}
	n.denials += len(a.denials)
	met := make([]bool, len(a.denials))
	for _, p := range f.Denials.Denials {
		claim := ""
		if p.Claim != nil {
			claim = d[p.Claim.Start:p.Claim.End]
		}
		ok := false
		for i, want := range a.denials {
			if !met[i] && want.means(p.Denier.Name) && (claim == "" || claim == want.words) {
				met[i], ok = true, true
				n.told++
				break
			}
		}
		if !ok {
			n.invented++
			t.Logf("%s/%s: invented: %q denies %q in “%s”", tag, a.name, p.Denier.Name, claim, d[p.Start:p.End])
		}
	}
	for i, want := range a.denials {
		if !met[i] {
			t.Logf("%s/%s: %s denies %q: not found", tag, a.name, want.who, want.words)
		}
	}
}

// The articles of the desks of each language: who is named is right, nobody denies what he does
// not, and most of what is said has its speaker.
func TestArticlesOfTheDesks(t *testing.T) {
	files, _ := filepath.Glob("testdata/desks/*.txt")
	if len(files) < 6 {
		t.Fatalf("%d languages", len(files))
	}
	for _, file := range files {
		tag := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(tag, func(t *testing.T) {
			var n tally
			for _, a := range articlesOf(t, file) {
				n.read(t, tag, a)
			}
			t.Logf("%s: quotations %d, found %d, with a speaker %d, right %d (%.3f of those given, %.3f of all), extra %d; roles %d; denials %d, found %d, invented %d",
				tag, n.quotes, n.found, n.given, n.right, float64(n.right)/float64(max(n.given, 1)), float64(n.right)/float64(n.quotes), n.extra, n.roles, n.denials, n.told, n.invented)
			switch {
			case n.right*100 < n.given*92:
				t.Errorf("%d of %d speakers given are right", n.right, n.given)
			case n.found*100 < n.quotes*95:
				t.Errorf("%d of %d quotations are found", n.found, n.quotes)
			case n.right*100 < n.quotes*72:
				t.Errorf("%d of %d quotations have their speaker", n.right, n.quotes)
			case n.extra > 0:
				t.Errorf("%d quotations that nobody says have a speaker", n.extra)
			case n.wrongRoles > 0:
				t.Errorf("%d roles are other than they should be", n.wrongRoles)
			case n.invented > 0:
				t.Errorf("%d denials are none", n.invented)
			case n.told*2 < n.denials:
				t.Errorf("%d of %d denials are found", n.told, n.denials)
			}
		})
	}
}

// Whatever is left of an article is read.
func TestArticlesThatEndAnywhere(t *testing.T) {
	read(t, "es", []string{"Habló la consejera de Castilla y"})
	files, _ := filepath.Glob("testdata/desks/*.txt")
	for _, file := range files {
		tag := strings.TrimSuffix(filepath.Base(file), ".txt")
		for _, a := range articlesOf(t, file) {
			words := strings.Fields(strings.Join(a.paragraphs, " "))
			for n := 0; n < len(words); n += 5 {
				read(t, tag, []string{strings.Join(words[:n+1], " ")})
				read(t, tag, []string{strings.Join(words[n:], " ")})
			}
		}
	}
}
