package lang

import "strings"

// sections reads a file of word lists under headings: "[male]" begins the list
// of that name.
func sections(file string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	var list map[string]bool
	for _, line := range Lines(file) {
		if name, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(name, "]") {
			list = map[string]bool{}
			out[strings.TrimSuffix(name, "]")] = list
			continue
		}
		for word := range strings.FieldsSeq(line) {
			if list != nil {
				list[word] = true
			}
		}
	}
	return out
}

// Gender is the gender that a word tells.
type Gender int8

// The genders; Either stands for words that tell none, such as "president".
const (
	Either Gender = iota + 1
	Male
	Female
)

// genders reads a file of lists under [male], [female] and [both].
func genders(file string) map[string]Gender {
	out := map[string]Gender{}
	for name, list := range sections(file) {
		g := Either
		switch name {
		case "male":
			g = Male
		case "female":
			g = Female
		}
		for word := range list {
			if _, both := out[word]; both {
				out[word] = Either
			} else {
				out[word] = g
			}
		}
	}
	return out
}
