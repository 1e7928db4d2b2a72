package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"
)

// tokenizer splits the paragraphs of a document.
type tokenizer struct {
	*Document
	lang  *lang.Language
	forms map[string]*Form
	room  []Form // for the forms to come
}

// formsAtOnce is how many forms are made room for at a time.
const formsAtOnce = 128

// add appends a token that reads lower.
func (d *tokenizer) add(t Token, lower string) {
	form := d.forms[lower]
	if form == nil {
		if len(d.room) == 0 {
			d.room = make([]Form, formsAtOnce)
		}
		form, d.room = &d.room[0], d.room[1:]
		*form = Form{lower, int32(len(d.Vocabulary)), d.lang.Entry(lower)}
		d.forms[lower] = form
		d.Vocabulary = append(d.Vocabulary, form)
	}
	t.Form, t.Quote = form, -1
	d.Tokens = append(d.Tokens, t)
}

// tokenize appends the tokens of one paragraph. A word may hold apostrophes,
// hyphens and full stops between letters ("don't", "re-elected", "U.S"), a
// number commas and points ("1,000.5"). An abbreviation keeps its full stop.
//
// The apostrophe of a plural's possessive belongs to it ("workers'"), unless it is a mark
// of a quoted stretch.
func (d *tokenizer) tokenize(p Range, quoted []Quoted) {
	s := d.Text[:p.End]
	for i := p.Start; i < p.End; {
		if s[i] == ' ' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		if !alnum(r) && r != '@' && r != '#' && r != '$' && r != '£' && r != '€' {
			end := i + size
			if r == '\'' && strings.HasPrefix(s[end:], "'") || r == '`' && strings.HasPrefix(s[end:], "`") {
				end++ // '' is one mark
			}
			d.add(Token{Range: Range{i, end}}, s[i:end])
			i = end
			continue
		}
		end := wordEnd(s, i+size)
		capital := unicode.IsUpper(r) || r == '@' || elided(s[i:end]) || d.joined(s[i:end])
		if end < len(s) && s[end] == '.' && abbreviation(s[i:end], capital, d.lang) {
			end++
		}
		end = possessiveEnd(s, i, end, p.Start, quoted)
		d.add(Token{Range: Range{i, end}, Word: true, Capital: capital}, lower(s[i:end]))
		i = end
	}
}

// wordEnd finds the end of the word that goes on at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c|0x20 >= 'a' && c|0x20 <= 'z' { // as nearly all are
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if alnum(r) || unicode.Is(unicode.Mn, r) || r == '\u00ad' {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+size:])
		prev, _ := utf8.DecodeLastRuneInString(s[:i])
		switch r {
		case '\'', '’', '-', '‑', '_', '&':
			if !alnum(next) || !alnum(prev) && prev != '.' {
				return i
			}
		case '.', '@', '/':
			if !alnum(next) || !alnum(prev) || unicode.IsUpper(next) && unicode.IsLower(prev) {
				return i
			}
		case ',':
			if !unicode.IsDigit(next) || !unicode.IsDigit(prev) {
				return i
			}
		default:
			if !misread(prev, r) {
				return i
			}
		}
		i += size
	}
	return i
}

// misread tells the second half of a letter that somebody has read as Latin-1 when it
// was UTF-8: "PeÃ±a".
func misread(before, r rune) bool {
	if r < 0x80 || r > 0xBF || r == 0xA0 {
		return false
	}
	const tilde, circumflex = '\u0303', '\u0302' // of an Ã and an Â in two parts
	switch before {
	case 'Ã', tilde:
		return true
	case 'Â', circumflex:
		return r != '«' && r != '»'
	}
	return before >= 0x80 && before < 0xA0 && r != '«' && r != '»'
}

// elided tells a name behind an elided word: "d’Aspremont".
func elided(word string) bool {
	if len(word) < 4 || word[0] != 'd' && word[0] != 'l' {
		return false
	}
	rest, found := strings.CutPrefix(word[1:], "'")
	if !found {
		if rest, found = strings.CutPrefix(word[1:], "’"); !found {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r)
}

// joined tells a name behind a particle that is written together with it: "al-Ansari".
func (d *tokenizer) joined(word string) bool {
	particle, rest, _ := strings.Cut(word, "-")
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) && d.lang.Is(particle+"-", lang.Particle)
}

// possessiveEnd is the end of the word at start, which ends at end, with the apostrophe
// of a plural's possessive: "workers’ union", but not “the dogs’ ” where a mark opened.
func possessiveEnd(s string, start, end, paragraph int, quoted []Quoted) int {
	if end-start < 3 || s[end-1] != 's' {
		return end
	}
	after, opens := end+1, " '"
	if !strings.HasPrefix(s[end:], "'") {
		if after, opens = end+len("’"), "‘"; !strings.HasPrefix(s[end:], "’") {
			return end
		}
	}
	if after+1 >= len(s) || s[after] != ' ' || s[after+1]|0x20 < 'a' || s[after+1]|0x20 > 'z' {
		return end
	}
	// The first stretch that ends there or later.
	i := sort.Search(len(quoted), func(i int) bool { return quoted[i].End >= end })
	if i == len(quoted) {
		return after
	}
	if quoted[i].End == end || quoted[i].End == after {
		return end
	}
	// A stretch inside another is no Quoted.
	if from := max(paragraph, quoted[i].Start, start-farthestOpening); from < start {
		if open := strings.LastIndex(s[from:start], opens); open >= 0 && !strings.Contains(s[from+open+len(opens):start], s[end:after]+" ") {
			return end
		}
	}
	return after
}

// farthestOpening is how many bytes before its closing mark the opening one of a stretch
// inside another stands at most.
const farthestOpening = 500

// abbreviation tells that a full stop after a word, with a capital or without, belongs to the word.
func abbreviation(word string, capital bool, l *lang.Language) bool {
	low := lower(word)
	if l.Is(low, lang.Abbreviation) {
		// "no." and "mass." end sentences; "No. 5" and "Mass." do not.
		return capital || strings.Contains(low, ".") || strings.HasPrefix(lang.Versus, low)
	}
	// An initial: "J. Edgar". "I." and "on X." end a sentence.
	if r, size := utf8.DecodeRuneInString(word); size == len(word) {
		return unicode.IsUpper(r) && r != 'I' && r != 'X'
	}
	// "U.S", "p.m": single letters with full stops between.
	for i, part := range strings.Split(word, ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
		if i > 0 {
			return true
		}
	}
	return false
}

func lower(s string) string {
	if isLower(s) {
		return s
	}
	s = strings.ToLower(s)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return strings.ReplaceAll(s, "\u00ad", "")
}

// isLower tells that a word is plain ASCII in lower case, as most are.
func isLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// QuotationMark tells a mark of a quotation, or an apostrophe that stands alone.
func (t *Token) QuotationMark() bool {
	switch t.Lower {
	case `"`, "'", "“", "”", "‘", "’", "''", "``", "„", "«", "»", "‚", "‟":
		return true
	}
	return false
}
