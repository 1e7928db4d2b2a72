package lang

import (
	_ "embed"
	"strings"
	"sync"
)

// Labels are the words that a card adds of its own, in one language.
type Labels struct {
	Language  string // BCP 47, as written into lang
	Direction string // ltr or rtl
	KeyPoints string // the card's heading
	Said      string // heads the quotes
	Denied    string // heads the denials
	Claim     string // stands before what a denial denies, with its colon and space
	Show      string // the link that leads to a passage
	Notice    string // says that the card was chosen automatically
	Edited    string // marks what an editor chose or named
}

//go:embed labels.tsv
var labelsFile string

var labels = sync.OnceValue(func() []Labels {
	var out []Labels
	for _, line := range Lines(labelsFile) {
		f := strings.Split(line, "\t")
		if len(f) == 10 { // the last one is the widget's
			out = append(out, Labels{f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8]})
		}
	}
	return out
})

// LabelsFor gives the labels of a BCP 47 tag: those of its primary language,
// English for languages that the file does not have.
func LabelsFor(tag string) Labels {
	all := labels()
	primary := primary(tag)
	for _, l := range all {
		if l.Language == primary {
			return l
		}
	}
	return all[0]
}

// Direction says which way a language is written: "rtl" or "ltr". A script in
// the tag decides ("az-Arab"), else the language's usual one.
func Direction(tag string) string {
	tag = strings.ToLower(tag)
	for part := range strings.SplitSeq(tag, "-") {
		switch part {
		case "arab", "hebr", "thaa", "syrc", "nkoo", "adlm":
			return "rtl"
		case "latn", "cyrl":
			return "ltr"
		}
	}
	switch primary(tag) {
	case "ar", "ur", "he", "iw", "fa", "ps", "sd", "ug", "yi", "dv", "ckb":
		return "rtl"
	}
	return "ltr"
}

func primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(tag)
}
