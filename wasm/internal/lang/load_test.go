package lang

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// BenchmarkLoad is what the word lists take of a cold start.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newFolder("en", folders[0].files...).load()
	}
}

// A heading or a cue's list that no class has the name of is a slip of the pen that nothing
// else would show: its words would never be found.
func TestEveryListOfALanguageIsAClass(t *testing.T) {
	for _, f := range folders {
		_, wrong := load(f.files...)
		for _, w := range wrong {
			t.Errorf("%s: %s", f.tag, w)
		}
	}
	file := "[preposition]\nof\n[prepositoin]\nto\n[denial-cue]\ndeny proposition @prepositoin\nno\n[nonesuch]\nthere *x NOUN\n"
	if _, wrong := load(&file); len(wrong) != 5 {
		t.Errorf("wrong names are not told: %q", wrong)
	}
}

func TestEveryClassHasAListInEnglish(t *testing.T) {
	l := For("en")
	var found Set
	for i := range l.entries {
		for w := range found {
			found[w] |= l.entries[i].Set[w]
		}
	}
	for c := Adverb; c < classes; c++ {
		if c != RoleNoun && !found.Is(c) {
			t.Errorf("no word is of class %d, %q", c, headings[c])
		}
	}
}

func TestEveryConstructionHasAPatternInEnglish(t *testing.T) {
	for c, name := range constructionHeadings {
		if name == "" || len(For("en").Patterns(Construction(c))) == 0 {
			t.Errorf("construction %d, %q, has no pattern", c, name)
		}
	}
}

func TestAWordIsOfTheClassesOfItsListsAlone(t *testing.T) {
	l := For("en")
	for _, c := range []struct {
		word  string
		class Class
		want  bool
	}{
		{"not", Not, true}, {"not", Raise, false}, {"of", Preposition, true}, {"of", Figure, false}, {"estimates", Figure, true}, {"", Not, false},
		{"claims", Claim, true}, {"said", Reporting, true}, {"said", ThirdPerson, false}, {"says", ThirdPerson, true}, {"quickly", Adverb, true}, {"family", Adverb, false},
		{"later", Adverb, true}, {"it's", Contracted, true}, {"it's", Possessive, false}, {"workers'", Possessive, true}, {"spokeswoman", RoleNoun, true}, {"german", RoleNoun, false},
		{"great-grandmother", RoleNoun, true}, {"monday's", CalendarWord, true}, {"monday's", Calendar, false}, {"took", Verbal, true}, {"report", Verbal, false},
	} {
		if got := l.Is(c.word, c.class); got != c.want {
			t.Errorf("%q is of class %q: %v", c.word, headings[c.class], got)
		}
	}
	if l.Given("ann") != Female || l.Given("said") != 0 || l.Title("sir") != Male || l.Role("waitress") != Female || l.RoleClass("judge") != l.RoleClass("coroner") || l.Base("stolen") != "steal" {
		t.Error("a word has not the gender, the class or the base of its list")
	}
}

// Five words on a line are one verb with its forms, so that many regular ones take two lines.
func TestAnIrregularVerbHasItsForms(t *testing.T) {
	l := For("en")
	for _, word := range l.words.words {
		if v := l.Verb(word); v.Form == Third && !strings.HasSuffix(word, "s") || v.Form == Gerund && !strings.HasSuffix(word, "ing") {
			t.Errorf("%q is form %v of %q", word, v.Form, v.Lemma)
		}
	}
}

// A language's own lists are its own: what it lacks is empty, not English.
func TestALanguageLacksWhatItsFilesLack(t *testing.T) {
	file := "[say]\nsagen sagt/sage sagte/sagten gesagt -\n"
	l, wrong := load(&file)
	if len(wrong) > 0 || l.Verb("sagten").Lemma != "sagen" || l.Verb("sage").Form != Third || l.Is("the", Determiner) || l.Is("-", Reporting) || l.Is("spokesman", RoleNoun) {
		t.Errorf("%+v, wrong %q", l.Verb("sagten"), wrong)
	}
}

// Classes are numbers, not bits: "a|b" compiles and is a third class. SetOf joins them.
func TestNoClassesAreJoinedAsBits(t *testing.T) {
	joined := regexp.MustCompile(`lang\.[A-Z]\w*\s*\|\s*lang\.[A-Z]`)
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		code, err := os.ReadFile(path)
		if found := joined.Find(code); found != nil {
			t.Errorf("%s has %s", path, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
