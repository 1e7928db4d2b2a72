package metadata

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed stopwords.txt
var stopwordFile string

// stopwords gives the languages that a word is frequent in, by their numbers in
// the file.
var stopwords = sync.OnceValues(func() (map[string][]int, []string) {
	words, tags := map[string][]int{}, []string{}
	for line := range strings.SplitSeq(stopwordFile, "\n") {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		for _, w := range fields[1:] {
			words[w] = append(words[w], len(tags))
		}
		tags = append(tags, fields[0])
	}
	return words, tags
})

// maxSample is how many bytes of text the detection reads.
const maxSample = 20000

// DetectLanguage tells a language by its script, or by its most frequent words;
// "" where that is not clear.
func DetectLanguage(text string) string {
	if len(text) > maxSample {
		text = text[:maxSample]
	}
	if tag := byScript(text); tag != "" {
		return tag
	}
	frequent, tags := stopwords()
	hits := make([]int, len(tags))
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, l := range frequent[w] {
			hits[l]++
		}
	}
	best, second := 0, -1
	for l := 1; l < len(hits); l++ {
		if hits[l] > hits[best] {
			best, second = l, best
		} else if second < 0 || hits[l] > hits[second] {
			second = l
		}
	}
	if hits[best] < 3 || hits[best]*10 < hits[second]*11 {
		return ""
	}
	return tags[best]
}

// What share of an English text's words the commonest are, at least, and at most in
// another language's; in between the page's own word counts. English news has them at 18
// to 30 %. A text of fewer words is believed to be what its page says.
const (
	surelyEnglish = 0.12
	hardlyEnglish = 0.03
	enoughWords   = 40
)

// maxSettled is how many bytes of an article tell its language.
const maxSettled = 8192

// Settle gives the language that an article is in: the tag that its page declares,
// unless its text is surely in another: an English edition, a page in Portuguese under
// lang="es". It is "und" where the text is in none that is known here.
func Settle(declared, text string) string {
	text = text[:min(len(text), maxSettled)]
	if declared == "" {
		declared = DetectLanguage(text)
	}
	words := strings.FieldsFuncSeq(text, func(r rune) bool {
		return r > 'z' && !unicode.IsLetter(r) && r != '’' || r < 'a' && (r < 'A' || r > 'Z') && r != '\''
	})
	tag, _, _ := strings.Cut(strings.ToLower(declared), "-")
	if tag != "en" {
		if surely := contradicted(tag, text, words); surely != "" {
			declared, tag = surely, surely
		}
	}
	all, common, own := 0, 0, 0
	for w := range words {
		all++
		if len(w) > len("with") {
			continue
		}
		switch strings.ToLower(w) {
		case "in", "was": // German and Dutch have them too
			common++
		case "the", "of", "and", "to", "that", "is", "for", "with":
			common++
			own++
		}
	}
	count := float64(all)
	switch {
	case all < enoughWords || tag == "en" && float64(own) >= hardlyEnglish*count:
		return declared
	case float64(common) > surelyEnglish*count:
		return "en"
	case tag != "en" && tag != "" || float64(own) >= hardlyEnglish*count:
		return declared
	}
	if told := DetectLanguage(text); told != "" {
		return told
	}
	return "und"
}

// contradicted gives the language of a text where it is surely not the declared one.
// Languages that are not known here are believed.
func contradicted(declared, text string, words iter.Seq[string]) string {
	frequent, tags := stopwords()
	at := slices.Index(tags, declared)
	if tag := byScript(text); tag != "" {
		if at >= 0 && declared != "ru" && declared != "uk" && declared != "bg" {
			return tag
		}
		return ""
	}
	if at < 0 {
		return ""
	}
	all, hits, best := 0, make([]int, len(tags)), 0
	for w := range words {
		all++
		for _, l := range frequent[strings.ToLower(w)] {
			hits[l]++
		}
	}
	for l := range hits {
		if hits[l] > hits[best] {
			best = l
		}
	}
	if all >= 60 && hits[best]*8 > all && hits[best] > 2*hits[at] {
		return tags[best]
	}
	return ""
}

// byScript tells the languages that have a script of their own.
func byScript(text string) string {
	var letters, han, kana, hangul, thai, greek, hebrew, arabic, devanagari, persian int
	for _, r := range text {
		if r < 0x370 {
			if unicode.IsLetter(r) {
				letters++
			}
			continue
		}
		letters++
		switch {
		case r <= 0x3FF:
			greek++
		case r >= 0x590 && r <= 0x5FF:
			hebrew++
		case r >= 0x600 && r <= 0x6FF:
			arabic++
			if strings.ContainsRune("پچژگی", r) {
				persian++
			}
		case r >= 0x900 && r <= 0x97F:
			devanagari++
		case r >= 0xE00 && r <= 0xE7F:
			thai++
		case r >= 0x3040 && r <= 0x30FF:
			kana++
		case r >= 0x4E00 && r <= 0x9FFF:
			han++
		case r >= 0xAC00 && r <= 0xD7AF:
			hangul++
		}
	}
	most := letters / 3
	switch {
	case letters < 4:
		return ""
	case kana+han > most && kana*10 > han:
		return "ja"
	case han > most:
		return "zh"
	case hangul > most:
		return "ko"
	case thai > most:
		return "th"
	case greek > most:
		return "el"
	case hebrew > most:
		return "he"
	case arabic > most && persian*12 > arabic:
		return "fa"
	case arabic > most:
		return "ar"
	case devanagari > most:
		return "hi"
	}
	return ""
}

// language gives the declared language.
func (s *sources) language() string {
	for _, v := range []string{s.lang, s.get("content-language", "language", "dc.language", "dcterms.language"), s.ld.language, s.get("og:locale")} {
		if tag := languageTag(v); tag != "" {
			return tag
		}
	}
	return ""
}

// sample collects the text of paragraphs; menus are often in another language.
func sample(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if b.Len() > maxSample {
			break
		}
		if n.Type == html.TextNode && n.Parent.DataAtom != atom.Title && len(n.Data) > 40 {
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// languageTag gives a BCP 47 tag: "en_US.UTF-8" is en-US.
func languageTag(v string) string {
	v, _, _ = strings.Cut(strings.TrimSpace(v), ".")
	v, _, _ = strings.Cut(v, ",")
	parts := strings.FieldsFunc(v, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return ""
	}
	tag := strings.ToLower(parts[0])
	for _, c := range tag {
		if c < 'a' || c > 'z' {
			return ""
		}
	}
	if len(parts) > 1 && len(parts[1]) == 2 {
		tag += "-" + strings.ToUpper(parts[1])
	}
	return tag
}
