package lang

import _ "embed"

// One line a file: embed.FS would cost the reader more. Each language is in variables of its
// own, so that one can be left out.
var (
	//go:embed de/grammar.txt
	deGrammar string
	//go:embed de/verbs.txt
	deVerbs string
	//go:embed de/people.txt
	dePeople string
	//go:embed de/denial.txt
	deDenial string
	//go:embed es/grammar.txt
	esGrammar string
	//go:embed es/verbs.txt
	esVerbs string
	//go:embed es/people.txt
	esPeople string
	//go:embed es/denial.txt
	esDenial string
	//go:embed pt/grammar.txt
	ptGrammar string
	//go:embed pt/verbs.txt
	ptVerbs string
	//go:embed pt/people.txt
	ptPeople string
	//go:embed pt/denial.txt
	ptDenial string
	//go:embed fr/grammar.txt
	frGrammar string
	//go:embed fr/verbs.txt
	frVerbs string
	//go:embed fr/people.txt
	frPeople string
	//go:embed fr/denial.txt
	frDenial string
	//go:embed it/grammar.txt
	itGrammar string
	//go:embed it/verbs.txt
	itVerbs string
	//go:embed it/people.txt
	itPeople string
	//go:embed it/denial.txt
	itDenial string
	//go:embed nl/grammar.txt
	nlGrammar string
	//go:embed nl/verbs.txt
	nlVerbs string
	//go:embed nl/people.txt
	nlPeople string
	//go:embed nl/denial.txt
	nlDenial string
)

// news are the files of the languages that package reading knows: grammar, verbs, people, denials.
var news = map[string][4]*string{
	"de": {&deGrammar, &deVerbs, &dePeople, &deDenial},
	"es": {&esGrammar, &esVerbs, &esPeople, &esDenial},
	"pt": {&ptGrammar, &ptVerbs, &ptPeople, &ptDenial},
	"fr": {&frGrammar, &frVerbs, &frPeople, &frDenial},
	"it": {&itGrammar, &itVerbs, &itPeople, &itDenial},
	"nl": {&nlGrammar, &nlVerbs, &nlPeople, &nlDenial},
}

// News gives the files of a language's folder that package reading reads, by the language's
// two letters: none for English, and for languages that nobody has added.
func News(tag string) []*string {
	if files, ok := news[tag]; ok {
		return files[:]
	}
	return nil
}

// GivenGender is the gender of a given name in lower case, whatever its language; 0 for
// other words.
func GivenGender(lower string) Gender { return For("en").Given(lower) }
