package lang

import "math"

// table gives the place of a word's entry. Words are looked up several times for each word of
// an article, and Go's own maps take twice as long for it in WebAssembly. Most words of an
// article are in no list: of them the small slots tell it alone.
type table struct {
	slots  []uint16 // numbers of words, or 0; a power of two, at most half of them taken
	words  []string
	places []int32 // of words
}

// maxWords are more than the lists of a language have.
const maxWords = math.MaxUint16

// newTable makes room for a number of words.
func newTable(words int) table {
	size := 1
	for size < 2*words {
		size *= 2
	}
	return table{make([]uint16, size), make([]string, 1, words+1), make([]int32, 1, words+1)}
}

// at gives the slot of a word, or a free one.
func (t *table) at(word string) *uint16 {
	hash := uint32(len(word)) // FNV-1a; whose words these are wishes no collisions
	for i := range len(word) {
		hash = (hash ^ uint32(word[i])) * 16777619
	}
	for i := hash ^ hash>>15; ; i++ {
		if s := &t.slots[i&uint32(len(t.slots)-1)]; *s == 0 || t.words[*s] == word {
			return s
		}
	}
}

// of gives the place of a word, 0 where it has none.
func (t *table) of(word string) int32 { return t.places[*t.at(word)] }

func (t *table) put(word string, place int32) {
	s := t.at(word)
	if *s > 0 {
		t.places[*s] = place
		return
	}
	if len(t.words) > maxWords {
		return
	}
	if 2*len(t.words) > len(t.slots) {
		t.slots = make([]uint16, 2*len(t.slots))
		for i := 1; i < len(t.words); i++ {
			*t.at(t.words[i]) = uint16(i)
		}
		s = t.at(word)
	}
	*s = uint16(len(t.words))
	t.words, t.places = append(t.words, word), append(t.places, place)
}
