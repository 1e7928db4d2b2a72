package people

import "keypoints/wasm/internal/lang"

// couples gives who is named before another of the same surname that surname: “the
// parents, Khizr and Ghazala Khan”, “Bill and Melinda Gates”.
func (s *Sources) couples(names []name) {
	surnames := map[string]bool{}
	for _, n := range names {
		if w := trimSuffix(n.words); len(w) > 1 {
			surnames[w[len(w)-1]] = true
		}
	}
	for i := 0; i+1 < len(names); i++ {
		a, b := &names[i], &names[i+1]
		if len(a.words) != 1 || len(b.words) != 2 || a.possessive || a.titleWord != "" || b.titleWord != "" || surnames[a.words[0]] ||
			b.first != a.last+1 || s.doc.Tokens[a.last].Lower != "and" || !s.Adjacent(a.last-1, a.last) || !s.Adjacent(a.last, b.first) {
			continue
		}
		if s.lang.Given(a.words[0]) != 0 && s.lang.Given(b.words[0]) != 0 && !s.lang.Is(b.words[1], lang.Organization) || s.kinBefore(a.first) {
			a.words = []string{a.words[0], b.words[1]}
		}
	}
}

// kinBefore tells that a noun of kinship stands right before token t: “his parents,”.
func (s *Sources) kinBefore(t int) bool {
	for k := t - 1; k >= s.SentenceFirst(t) && k >= t-2; k-- {
		if low := lang.Bare(s.doc.Tokens[k].Lower); s.lang.Is(low, lang.Kin) || s.lang.Is(lang.Singular(low), lang.Kin) {
			return true
		}
	}
	return false
}
