package regexp_test

import (
	"math/rand/v2"
	real "regexp"
	"slices"
	"strings"
	"testing"

	"keypoints/wasm/link/standin/regexp"
)

// known are patterns of the sanitizing policy and of bluemonday's, and others of
// the same syntax.
var known = []string{
	`^[0-9]{1,5}$`, `^(ltr|rtl|auto)$`, `^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`, `^[0-9TZ:.+ \-]{4,40}$`,
	`^data-`, "[A-Z;]+", `\\[0-9a-f]{1,6} ?`, `^data:[^,]*;base64,`,
	`(?i)^(center|justify|left|right|char)$`, `^[-+]?[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?$`, `^([0-9]+,)+[0-9]+$`, `(?i)(?:row|col)(?:group)?`,
	`a|ab|abc`, `(a|ab)(c|bcd)(d*)`, `x*`, `(?:a?){3}a{3}`, `a{0}b`, `(|a)*b`, `(a*)+$`, `a+b{2,}c?`, `^$`, `\s+\d`, `[^a]*b`,
}

func TestItFindsWhatTheRealOneFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "b", "c", "d", "ab", "abc", "x", "-", ",", "+", ".", "0", "12", "345", " ", "\t", "\n", "T", "Z", ":", ";", "\\", "\\0041 ", "ltr", "RTL", "auto", "en", "-GB",
		"data:", "data-", "image/png", ";base64,", "row", "colgroup", "Center", "e", "E", "é", "“", "\xff", "\x00", "right", "char"}
	for _, pattern := range known {
		want, got := real.MustCompile(pattern), regexp.MustCompile(pattern)
		if got.String() != pattern {
			t.Errorf("%s is called %s", pattern, got)
		}
		for n := range 4000 {
			var b strings.Builder
			for range random.IntN(2 + n%12) {
				b.WriteString(pieces[random.IntN(len(pieces))])
			}
			text := b.String()
			if w, g := want.FindStringIndex(text), got.FindStringIndex(text); !slices.Equal(w, g) {
				t.Fatalf("%s in %q: %v, not %v", pattern, text, g, w)
			}
			if w, g := want.MatchString(text), got.MatchString(text); w != g {
				t.Fatalf("%s in %q: %v", pattern, text, g)
			}
			if w, g := want.FindString(text), got.FindString(text); w != g {
				t.Fatalf("%s in %q: %q, not %q", pattern, text, g, w)
			}
		}
	}
}

func TestSyntaxThatIsNotKnownPanicsWhenItIsUsed(t *testing.T) {
	for _, pattern := range []string{`\p{L}`, `[\p{L}]`, `a**`, `a+?`, `(?P<n>a)`, `(?s)a`, `\bx`, `[[:alpha:]]`, `.`, `a{2,1}`, `(a`, `a)`, `[a`, `[^a]`, `é`, `*`, `[\.-z]`, `\x41`, `\z`} {
		re := regexp.MustCompile(pattern)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is taken for something", pattern)
				}
			}()
			re.MatchString("a")
		}()
	}
}

func TestNoTextTakesLong(t *testing.T) {
	// A backtracking matcher tries 2^30 ways here, or recurses a million times.
	if regexp.MustCompile(`^(a?){30}a{30}$`).MatchString(strings.Repeat("a", 29)) {
		t.Error("29 letters are not 30")
	}
	if !regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`).MatchString("en" + strings.Repeat("-a", 1<<19)) {
		t.Error("a long language tag is one")
	}
}
