package metadata

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"keypoints/wasm/internal/page"

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
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
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

// Contradicted gives the language of a text where it is surely not the declared one: a
// page in Portuguese under lang="es". Languages that are not known here are believed.
func Contradicted(declared, text string) string {
	primary, _, _ := strings.Cut(strings.ToLower(declared), "-")
	if len(text) > maxSample/4 {
		text = text[:maxSample/4]
	}
	if tag := byScript(text); tag != "" {
		if _, tags := stopwords(); slices.Contains(tags, primary) && !slices.Contains([]string{"ru", "uk", "bg"}, primary) {
			return tag
		}
		return ""
	}
	frequent, tags := stopwords()
	at := slices.Index(tags, primary)
	if at < 0 {
		return ""
	}
	hits, words := make([]int, len(tags)), 0
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		words++
		for _, l := range frequent[strings.Trim(w, `.,;:!?()"“”„«»'’–—`)] {
			hits[l]++
		}
	}
	best := 0
	for l := range hits {
		if hits[l] > hits[best] {
			best = l
		}
	}
	if words >= 60 && hits[best]*8 > words && hits[best] > 2*hits[at] {
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

// language gives the declared language, else what the text looks like.
func (s *sources) language(p *page.Page) string {
	for _, v := range []string{s.lang, s.get("content-language", "language", "dc.language", "dcterms.language"), s.ld.language, s.get("og:locale")} {
		if tag := languageTag(v); tag != "" {
			return tag
		}
	}
	var b strings.Builder
	sample(p.Root, &b)
	return DetectLanguage(b.String())
}

// sample collects the text of paragraphs; menus are often in another language.
func sample(root *html.Node, b *strings.Builder) {
	for n := range root.Descendants() {
		if b.Len() > maxSample {
			return
		}
		if n.Type == html.TextNode && n.Parent.DataAtom != atom.Title && len(n.Data) > 40 {
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
	}
	if b.Len() > 0 {
		return
	}
	for n := range root.Descendants() {
		if n.Type == html.TextNode && b.Len() < maxSample {
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
	}
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
