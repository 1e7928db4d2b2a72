package metadata

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"
)

// author is a name in a byline.
type author struct {
	name string
	kind authorKind
}

// authorKind says who signs; persons before agencies, the publisher last.
type authorKind int8

const (
	person authorKind = iota + 1
	agency            // or a desk, or another paper
	own               // the publisher itself
)

// byline reads the names of a text: "By Ann Ray in Skell and Bo Lind, Staff
// Writer", "Text: Ann Ray | Fotos: Bo Lind". The text is cut into parts by its
// marks, a part's label says whose names follow, and a name ends where a word
// cannot belong to one.
type byline struct {
	words           *lang.Bylines
	publisher, host string
	rights          string // the letters of the page's copyright notice
	declared        bool   // by a machine-readable source, not in running text
	written         bool   // the text is the name of who wrote the page, in capitals or not
	handle          bool   // a name may be a single word in lower case
	other           bool   // the names that follow are a photographer's or translator's
	authors         []author
}

// maxBylineWords bounds what is read of a byline.
const maxBylineWords = 120

// read reads the names out of a byline, and leaves out the rest. Lines end
// with "\n". In what a page declares to machines, names may stand surname first.
func (b byline) read(text string) []author {
	b.words = lang.LoadBylines()
	if strings.Contains(text, "://") {
		text = strings.Join(slices.DeleteFunc(strings.Fields(text), func(w string) bool { return strings.Contains(w, "://") }), " ")
	}
	for line := range strings.SplitSeq(wide.Replace(text), "\n") {
		if n := len(b.authors); n > 0 && !b.declared && isUnspaced(b.authors[n-1].name) && b.labelled(strings.Fields(line)) == 0 {
			break // what follows the line of names may be a department or a subject
		}
		if i := strings.LastIndexByte(line, '='); i > 0 && strings.IndexFunc(line[:i], isHangul) >= 0 {
			line = line[i+1:] // a Korean dateline: "순천·광양= 구현모 기자"
		}
		for run := range strings.FieldsFuncSeq(line, isHardMark) {
			for _, part := range b.parts(run) {
				b.part(part)
			}
		}
	}
	return b.authors
}

// wide replaces the full-width forms of marks, and marks that part names.
var wide = strings.NewReplacer("：", ": ", " : ", ": ", "／", " / ", "（", " (", "）", ") ", "，", " , ", "、", " , ", "،", " , ", "\u00A0", " ", "\u00AD", "", "\u200B", "", "\uFEFF", "",
	" – ", "\n", " ـ ", "\n", " — ", "\n", " - ", "\n", " -- ", "\n", "【", "", "】", "\n", "「", "", "」", "\n", "[", "", "]", "\n", "/", " / ", ",", " , ", "’", "'")

func isHardMark(r rune) bool { return strings.ContainsRune(";|¦•·‧∙●■►▶", r) }

// part reads the names after one label.
func (b *byline) part(words []string) {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return strings.ContainsRune(w, '@') || strings.HasPrefix(w, "www.")
	})
	words = b.unbracket(words)
	if n := b.words.ByLabel(folded(words[:min(len(words), 5)])); n > 2 {
		words, b.other = words[n:], false // "Story and photos by Ann Ray"
	}
	var items [][]string
	for len(words) > 0 {
		end := slices.IndexFunc(words, b.isAnd)
		if end < 0 {
			end = len(words)
		}
		if end > 0 {
			items = append(items, words[:end])
		}
		words = words[min(end+1, len(words)):]
	}
	if b.declared && len(items) == 2 && b.surnameFirst(items[0], items[1]) {
		b.add(append(slices.Clone(items[1]), items[0]...))
		return
	}
	for _, item := range items {
		if b.words.Pictures[lang.Fold(strings.Join(item, " "))] {
			return // "Bo Lind/Getty Images"
		}
	}
	only := false // a label alone says who comes on the next line
	for i, item := range items {
		item, only = b.label(item)
		if only || b.other || i > 0 && b.describes(item, items[i-1]) || len(items) > i+1 && hasDigit(items[i+1][0]) && len(item) == 1 && allUpper(item) {
			continue // "ROMA, 12 marzo"
		}
		b.add(item)
	}
	if !only {
		b.other = false
	}
}

// describes says whether an item behind a name says what or where its bearer is: "Ann Ray,
// Local Democracy Reporter", "Bay News, Port Skell".
func (b *byline) describes(item, before []string) bool {
	if len(item) < 2 || len(b.authors) == 0 || lang.For("en").Given(lang.Fold(item[0])) != 0 {
		return false
	}
	last := lang.Fold(item[len(item)-1])
	return b.has(person) && (b.words.Role[last] || b.words.Group[last]) || !b.declared && b.words.Outlet[lang.Fold(before[len(before)-1])]
}

// isAnd says whether a word parts two names.
func (b *byline) isAnd(w string) bool {
	if w == "," || w == "/" || w == "&" || w == "+" {
		return true
	}
	return b.words.And[w]
}

// unbracket drops what stands in brackets behind words, and the brackets around
// all of them: "Ann Ray (Marrow Bay)", "(Ann Ray)", but not "Ann (A.J.) Ray".
func (b *byline) unbracket(words []string) []string {
	var out []string
	depth := 0
	for _, w := range words {
		opens, closes := strings.HasPrefix(w, "("), strings.HasSuffix(w, ")")
		switch {
		case opens && closes && len(w) < 12 && strings.Contains(w, "."):
		case opens && b.words.And[lang.Fold(w[1:])]:
			w = "," // "Ann Ray (with Bo Lind)"
		case opens && len(out) == 0:
			w = strings.Trim(w, "()")
		case opens && closes:
			if b.words.OtherLabel([]string{strings.Trim(lang.Fold(w), "()")}) > 0 {
				out = append(out, otherMark) // "Bo Lind (Fotos)"
			}
			continue
		case opens:
			depth++
			continue
		case depth > 0:
			if closes {
				depth--
			}
			continue
		case strings.Contains(w, "("):
			w = w[:strings.IndexByte(w, '(')]
			if !closes {
				depth++
			}
		case closes:
			w = strings.TrimRight(w, ")")
		}
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// otherMark stands for a bracket that calls the name before it no author's.
const otherMark = "\x01"

// surnameFirst says whether two items are the surname and the given name of one.
func (b *byline) surnameFirst(surname, given []string) bool {
	if len(surname) != 1 || len(given) > 2 {
		return false
	}
	s, g := lang.Fold(surname[0]), lang.Fold(given[0])
	return isCapital(surname[0]) && isCapital(given[0]) && !b.words.Suffix[g] && !b.words.Degree[g] && !b.words.Role[g] && !b.words.Section[g] && !b.words.Agency[s] && !b.words.Agency[g] && !b.words.Place[lang.Fold(strings.Join(given, " "))] && !hasDigit(given[0])
}

// add reads one name, or a piece that belongs to the name before.
func (b *byline) add(words []string) {
	whole := lang.Fold(strings.Join(words, " "))
	l := b.words
	switch {
	case len(words) == 0 || words[len(words)-1] == otherMark:
		return
	case isUnspaced(whole) && hasUnspacedSuffix(l.Dateline, whole):
		return
	case len(words) == 1 && l.Suffix[whole]:
		if n := len(b.authors); n > 0 && b.authors[n-1].kind != own {
			b.authors[n-1].name += ", " + words[0]
		}
		return
	case l.Agency[whole]:
		b.keep(strings.Join(words, " "), agency)
		return
	case b.declared && len(words) > 1 && l.Outlet[lang.Fold(words[len(words)-1])] && l.Suffix[lang.Fold(words[len(words)-1])]: // "Bay Media Inc."
		b.keep(strings.Join(words, " "), own)
		return
	case l.Degree[whole], l.Place[whole], l.Day[strings.TrimRight(whole, ".")]:
		return
	case len(words) > 1 && len(words) <= 6 && l.Group[lang.Fold(words[len(words)-1])] && isCapital(words[0]) && !hasDigit(words[len(words)-1]), !isASCII(whole) && hasUnspacedSuffix(l.Group, whole):
		b.keep(strings.Join(words, " "), agency)
		return
	case len(words) > 1 && l.Group[lang.Fold(words[0])] && b.isOwn(strings.Join(words[1:], " ")): // "Redaktion Tageblatt"
		b.keep(strings.Join(words, " "), agency)
		return
	case b.isOwn(whole):
		b.keep(strings.Join(words, " "), own)
		return
	}
	if len(words) > 1 && isUnspaced(words[0]) && hasUnspacedSuffix(l.Group, words[0]) {
		words = words[1:] // 社会部 山根遥
	}
	all := words
	words = b.cut(words)
	if len(words) == 0 || len(words) < len(all) && isLower(all[len(words)]) && (len(b.authors) > 0 && len(all[len(words)]) > 5 || len(words) == 1 && len(all[len(words)]) > 3 && !b.handle && !l.Agency[lang.Fold(words[0])]) {
		return // "Ann Ray, Skell University professor", "Join the conversation"
	}
	name := strings.Trim(strings.Join(words, " "), " :–—-|•*'")
	if last := words[len(words)-1]; len(last) > 3 && strings.Count(last, ".") == 1 && !l.Suffix[lang.Fold(last)] {
		name = strings.TrimSuffix(name, ".")
	}
	if len(words) > 2 && l.OtherLabel(folded(words[len(words)-1:])) > 0 && !l.Role[lang.Fold(words[len(words)-1])] {
		return // "Bo Lind Foto"
	}
	whole = lang.Fold(name)
	for _, behind := range l.Behind {
		if rest, ok := strings.CutSuffix(name, behind); ok && !isASCII(behind) {
			name = strings.TrimSpace(rest)
		}
	}
	switch {
	case name == "" || len(name) > 60 || len(words) > 6 || strings.ContainsAny(unquoted(words), "?!\"“”{}<>#=_:") || strings.HasPrefix(name, "‘") || strings.HasSuffix(name, "'s"):
	case l.Agency[whole]:
		b.keep(name, agency)
	case l.Place[whole], l.Section[whole], l.Day[whole], l.Degree[whole]:
	case b.isOwn(name):
		b.keep(name, own)
	case len(words) == 1 && !b.declared && lang.For("en").Is(whole, lang.Place):
	case len(words) == 1 && !isUnspaced(name) && (len(b.authors) > 0 || utf8.RuneCountInString(name) == 1):
		// A town behind a name: "Ann Ray, Berlin".
	case !isCapital(words[0]) && !capitalInside(words) && !b.written && !(len(words) == 1 && (b.handle || b.declared && len(name) <= 3)):
	case len(words) > 1 && l.Group[lang.Fold(words[len(words)-1])]:
		b.keep(name, agency)
	case len(words) > 1 && l.Outlet[lang.Fold(words[len(words)-1])]:
		if !b.has(person) {
			b.keep(name, agency)
		}
	default:
		b.keep(name, person)
	}
}

// unquoted gives the words of a name without a nickname's marks: Ann “Bo” Ray.
func unquoted(words []string) string {
	if len(words) == 3 && (strings.HasPrefix(words[1], "\"") || strings.HasPrefix(words[1], "“")) {
		return words[0] + " " + strings.Trim(words[1], "\"“”") + " " + words[2]
	}
	return strings.Join(words, " ")
}

// cut ends a name before the first word that cannot belong to it; nil where
// none is left.
func (b *byline) cut(words []string) []string {
	l := b.words
	lead := 0
	for lead < len(words) && l.Role[lang.Fold(words[lead])] {
		lead++
	}
	if lead > 0 && len(words)-lead >= 2 && len(words)-lead <= 3 && isCapital(words[lead]) && isCapital(words[lead+1]) {
		words = words[lead:] // "Political Editor Ann Ray"
	}
	upper := allUpper(words)
	for i, w := range words {
		f := strings.TrimRight(lang.Fold(w), ".,:")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case hasDigit(w) || date.Month(f) > 0 && i+1 < len(words) && hasDigit(words[i+1]):
			words = words[:i]
			for len(words) > 0 {
				last := strings.TrimRight(lang.Fold(words[len(words)-1]), ".,:")
				if !l.Day[last] && date.Month(last) == 0 && !l.Noise[last] {
					break
				}
				words = words[:len(words)-1]
			}
			return words
		case unicode.IsLower(r) && !(l.Particle[f] && i+1 < len(words)) && !capitalInside(words[i:i+1]) && !(i == 0 && (b.declared || b.handle) && (len(words) == 1 || b.declared && isCapital(words[1]))) && !b.written:
			return words[:i]
		case i > 0 && l.Group[f] && (i+1 == len(words) || hasDigit(words[i+1])):
			return words[:i+1]
		case len(words) == 1 && (strings.HasSuffix(f, "admin") || strings.HasPrefix(f, "admin")):
			return nil
		case (l.Noise[f] || l.Role[f] || i > 0 && slices.Contains(l.Behind, w)) && !(i == 1 && len(words) == 2 && isCapital(w) && lang.For("en").Given(lang.Fold(words[0])) != 0):
			if i > 1 && isUnspaced(words[0]) && slices.Contains(l.Behind, w) {
				return words[i-1 : i] // 항구일보 김하늘 기자
			}
			if i < 2 && !(i > 0 && (isUnspaced(words[0]) || slices.Contains(l.Behind, w))) {
				return nil
			}
			return words[:i]
		case i > 1 && !upper && isAcronym(w):
			return words[:i]
		}
	}
	// "Ann Ray Washington Post"
	if len(words) >= 4 && l.Outlet[lang.Fold(words[len(words)-1])] && lang.For("en").Given(lang.Fold(words[0])) != 0 {
		return words[:2]
	}
	return words
}

// isOwn says whether a name is the publisher's.
func (b *byline) isOwn(name string) bool {
	if same(name, b.publisher) || same(name, b.host) {
		return true
	}
	if !b.declared {
		return false
	}
	// "Copyright (c) Bay Media 2022", the author ASCII of ascii.example
	if k := key(name); len(k) > 3 && (strings.Contains(b.rights, k) || !strings.Contains(name, " ") && strings.Contains(b.host, k)) {
		return true
	}
	return false
}

func (b *byline) keep(name string, kind authorKind) {
	if len(b.authors) < 40 {
		b.authors = append(b.authors, author{name, kind})
	}
}

func (b *byline) has(kind authorKind) bool {
	return slices.ContainsFunc(b.authors, func(a author) bool { return a.kind == kind })
}
