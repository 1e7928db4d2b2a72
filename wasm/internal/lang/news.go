package lang

// newsTags are the languages whose lists package reading reads, by their two letters.
const newsTags = "de es fr it nl pt"

// News gives the lists of a language that package reading reads, by the language's two
// letters: known is false for English, and for languages that nobody has added.
//
// The native program has the lists of all languages in it. The engine as WebAssembly has
// none: its host gives those of the article's language (Learn), so that readers of English
// do not download them. Where lists are empty, the host has none either.
func News(tag string) (lists string, known bool) {
	lists, given := newsLists(tag)
	return lists, given && lists != ""
}

// GivenGender is the gender of a given name in lower case, whatever its language; 0 for
// other words.
func GivenGender(lower string) Gender { return For("en").Given(lower) }
