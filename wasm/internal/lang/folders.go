package lang

import _ "embed"

// folders are the languages with word lists of their own, English first. A list that a
// language lacks is empty. One line a file: embed.FS would cost the reader more.
var folders = []languageFolder{
	newFolder("en", &enAbbreviations, &enStarters, &enElisions, &enVerbs, &enFunctionWords, &enNameWords, &enPlaces, &enDemonyms,
		&enGiven, &enTitles, &enRoles, &enRoleClasses, &enRoleWords, &enRankWords, &enDenialWords, &enDenialCues, &enNoCommentCues, &enConstructions),
}

var (
	//go:embed en/abbreviations.txt
	enAbbreviations string
	//go:embed en/starters.txt
	enStarters string
	//go:embed en/elisions.txt
	enElisions string
	//go:embed en/verbs.txt
	enVerbs string
	//go:embed en/function-words.txt
	enFunctionWords string
	//go:embed en/name-words.txt
	enNameWords string
	//go:embed en/places.txt
	enPlaces string
	//go:embed en/demonyms.txt
	enDemonyms string
	//go:embed en/given-names.txt
	enGiven string
	//go:embed en/titles.txt
	enTitles string
	//go:embed en/roles.txt
	enRoles string
	//go:embed en/role-classes.txt
	enRoleClasses string
	//go:embed en/role-words.txt
	enRoleWords string
	//go:embed en/rank-words.txt
	enRankWords string
	//go:embed en/denial-words.txt
	enDenialWords string
	//go:embed en/denial-cues.txt
	enDenialCues string
	//go:embed en/constructions.txt
	enConstructions string
	//go:embed en/no-comment-cues.txt
	enNoCommentCues string
)

// CapitalNouns tells the languages that write all nouns with a capital.
func CapitalNouns(tag string) bool { return tag == "de" || tag == "lb" }
