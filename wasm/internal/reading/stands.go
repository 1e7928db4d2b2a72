package reading

import "keypoints/wasm/internal/people"

// stands tells how a word with a capital stands in the article, which tells a name from a noun
// where all nouns have capitals.
type stands struct {
	alone [3]int32 // the first tokens at which it stands as a name does, behind a mark or a verb; -1 for none
	noun  bool     // an article stands before it somewhere
}

// count fills stands, in one pass over the tokens.
func (r *reader) count() {
	d := r.d
	r.stands = make([]stands, len(d.Vocabulary))
	for i := range r.stands {
		r.stands[i].alone = [3]int32{-1, -1, -1}
	}
	for t := 1; t < len(d.Tokens); t++ {
		s := &r.stands[d.Tokens[t].ID]
		if !d.Tokens[t].Word || !r.capital(t) {
			continue
		}
		if d.Tokens[t-1].Word && r.is(t-1, Article) && !r.is(t-1, He) {
			s.noun = true
		}
		if !d.Tokens[t-1].Word || r.is(t-1, Says|Expresses|Verb|Helps) {
			for i := range s.alone {
				if s.alone[i] < 0 {
					s.alone[i] = int32(t)
					break
				}
			}
		}
	}
}

// recurs tells that a word stands elsewhere by itself, without an article, as names do.
func (r *reader) recurs(t int) bool {
	for _, n := range r.stands[r.d.Tokens[t].ID].alone {
		if n >= 0 && (int(n) < t-1 || int(n) > t+1) {
			return true
		}
	}
	return false
}

// whole is a name of several words at a token.
type whole struct{ first, entity int }

// mostShared is how many names with a word in common are looked at.
const mostShared = 24

// nearest gives, of several that one word may name, the one who was named in full last before
// token t.
func (r *reader) nearest(e, t int) int {
	word := r.lower(t)
	if len(r.byName[word]) < 2 {
		return e
	}
	list := r.wholes[word]
	lo, hi := 0, len(list)
	for lo < hi {
		if mid := (lo + hi) / 2; list[mid].first <= t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for k := lo - 1; k >= 0 && k >= lo-mostShared; k-- {
		other := list[k].entity
		if (r.entities[other].Kind != people.Organization || r.entities[e].Kind == people.Organization) && (r.words[other][0] != word || r.words[e][0] == word) {
			return other
		}
	}
	return e
}
