package lang

// table gives the place of a word's entry. Words are looked up several times for each word of
// an article, and Go's own maps take twice as long for it in WebAssembly.
type table struct {
	slots []slot // a power of two, at most half of them taken
	taken int
}

type slot struct {
	word  string
	place int32
}

// newTable makes room for a number of words.
func newTable(words int) table {
	size := 1
	for size < 2*words {
		size *= 2
	}
	return table{slots: make([]slot, size)}
}

// at gives the slot of a word, or a free one.
func (t *table) at(word string) *slot {
	hash := uint32(len(word)) // FNV-1a; whose words these are wishes no collisions
	for i := range len(word) {
		hash = (hash ^ uint32(word[i])) * 16777619
	}
	for i := hash ^ hash>>15; ; i++ {
		if s := &t.slots[i&uint32(len(t.slots)-1)]; s.word == word || s.word == "" {
			return s
		}
	}
}

// of gives the place of a word, 0 where it has none.
func (t *table) of(word string) int32 { return t.at(word).place }

func (t *table) put(word string, place int32) {
	s := t.at(word)
	if s.word == "" {
		if t.taken++; 2*t.taken > len(t.slots) {
			old := t.slots
			*t = newTable(len(old))
			for _, s := range old {
				if s.word != "" {
					t.put(s.word, s.place)
				}
			}
			t.put(word, place)
			return
		}
		s.word = word
	}
	s.place = place
}
