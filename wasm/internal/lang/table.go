package lang

// table gives the place of a word's entry. Words are looked up several times for each word of
// an article, and Go's own maps take twice as long for it in WebAssembly. Most words of an
// article are in no list: of them the small slots tell it alone.
type table struct {
	slots []int32 // numbers of words, or 0; a power of two, at most half of them taken
	words []placed
}

type placed struct {
	word  string
	place int32
}

// newTable makes room for a number of words.
func newTable(words int) table {
	size := 1
	for size < 2*words {
		size *= 2
	}
	return table{make([]int32, size), make([]placed, 1, words+1)}
}

// at gives the slot of a word, or a free one.
func (t *table) at(word string) *int32 {
	hash := uint32(len(word)) // FNV-1a; whose words these are wishes no collisions
	for i := range len(word) {
		hash = (hash ^ uint32(word[i])) * 16777619
	}
	for i := hash ^ hash>>15; ; i++ {
		if s := &t.slots[i&uint32(len(t.slots)-1)]; *s == 0 || t.words[*s].word == word {
			return s
		}
	}
}

// of gives the place of a word, 0 where it has none.
func (t *table) of(word string) int32 { return t.words[*t.at(word)].place }

func (t *table) put(word string, place int32) {
	s := t.at(word)
	if *s > 0 {
		t.words[*s].place = place
		return
	}
	if 2*len(t.words) > len(t.slots) {
		t.slots = make([]int32, 2*len(t.slots))
		for i := 1; i < len(t.words); i++ {
			*t.at(t.words[i].word) = int32(i)
		}
		s = t.at(word)
	}
	*s = int32(len(t.words))
	t.words = append(t.words, placed{word, place})
}
