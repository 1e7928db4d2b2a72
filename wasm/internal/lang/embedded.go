//go:build !wasip1

package lang

import (
	_ "embed"
	"strings"
)

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
var news = map[string][]*string{
	"de": {&deGrammar, &deVerbs, &dePeople, &deDenial},
	"es": {&esGrammar, &esVerbs, &esPeople, &esDenial},
	"pt": {&ptGrammar, &ptVerbs, &ptPeople, &ptDenial},
	"fr": {&frGrammar, &frVerbs, &frPeople, &frDenial},
	"it": {&itGrammar, &itVerbs, &itPeople, &itDenial},
	"nl": {&nlGrammar, &nlVerbs, &nlPeople, &nlDenial},
}

func newsLists(tag string) (lists string, given bool) {
	files, given := news[tag]
	var b strings.Builder
	for _, file := range files {
		for line := range lines(*file) {
			b.WriteString(line + "\n")
		}
	}
	return b.String(), given
}

// Missing tells that a language has lists which the host has not given yet.
func Missing(string) bool { return false }

// AllNews gives the lists of each language that package reading reads, by its two letters,
// as hosts of the engine give them to Learn.
func AllNews() map[string]string {
	all := map[string]string{}
	for tag := range news {
		all[tag], _ = News(tag)
	}
	return all
}
