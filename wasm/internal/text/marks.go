package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"
)

// A mark is one quotation mark of a paragraph.
type mark struct {
	Range
	glyph  rune // '"' stands for '' and `` too
	before rune // the characters around it, ' ' at the paragraph's ends
	after  rune
}

// family tells marks that cannot close one another apart.
type family int

const (
	none family = iota
	double
	single
	guillemet
	corner // 「 」
)

func familyOf(r rune) family {
	switch r {
	case '"', '“', '”', '„', '‟', '＂', '″', '〝', '〞', '〟', '״':
		return double
	case '\'', '‘', '’', '‚', '‛':
		return single
	case '«', '»':
		return guillemet
	case '「', '」', '『', '』':
		return corner
	}
	return none
}

// marks lists the quotation marks of a paragraph. Apostrophes inside words
// ("don't", "Trump’s") are left out; those at a word's end may be marks.
func marks(s string, at int, l *lang.Language) []mark {
	var out []mark
	before := ' '
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' && c != ',' {
			before = rune(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		f := familyOf(r)
		if r == '`' && i+1 < len(s) && s[i+1] == '`' {
			f, r, size = double, '"', 2
		} else if r == ',' && lowCommas(s[i:], before) {
			f, r, size = double, '„', 2
		}
		if f == none {
			before = r
			i += size
			continue
		}
		if strings.HasPrefix(s[i:], "'''") && !unicode.IsSpace(before) && !openers(before) {
			// ''' ends a nested quotation and the outer one: the single mark first.
		} else if r == '\'' && i+1 < len(s) && s[i+1] == '\'' { // '' for a double mark
			f, r, size = double, '"', 2
		} else if double := doubled(s[i:], r); double != 0 {
			f, r, size = familyOf(double), double, 2*size
		}
		after := ' '
		if i+size < len(s) {
			after, _ = utf8.DecodeRuneInString(s[i+size:])
		}
		m := mark{Range{at + i, at + i + size}, r, before, after}
		switch {
		case f == single && apostrophe(m, s[i:], l):
		case (r == '"' || r == '״') && hebrew(before) && hebrew(after): // gershayim: מנכ"ל
		default:
			out = append(out, m)
		}
		before = r
		i += size
	}
	return out
}

// lowCommas recognizes the two commas that Dutch papers begin a quotation with: ,,Nee’’.
func lowCommas(s string, before rune) bool {
	if !strings.HasPrefix(s, ",,") || !unicode.IsSpace(before) && !openers(before) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(s[2:])
	return unicode.IsLetter(after) || unicode.IsDigit(after) || after == '…' || familyOf(after) == single
}

func hebrew(r rune) bool { return r >= 'א' && r <= 'ת' }

// doubled recognizes ‘‘ and ’’ for a double mark.
func doubled(s string, r rune) rune {
	size := utf8.RuneLen(r)
	if next, _ := utf8.DecodeRuneInString(s[size:]); next != r {
		return 0
	}
	switch r {
	case '‘':
		return '“'
	case '’':
		return '”'
	}
	return 0
}

// apostrophe tells that a single mark belongs to a word: "don't", "'em", "’90s".
func apostrophe(m mark, rest string, l *lang.Language) bool {
	if alnum(m.before) && alnum(m.after) {
		return true
	}
	if m.glyph == '‘' || alnum(m.before) {
		return false
	}
	if unicode.IsDigit(m.after) { // ’90s
		word := rest[m.End-m.Start:]
		end := 0
		for end < len(word) && word[end] >= '0' && word[end] <= '9' {
			end++
		}
		// ’94 is a year everywhere; '94 may begin a quotation in English.
		return end == 2 && (end < len(word) && word[end] == 's' || m.glyph == '’' && (end == len(word) || !alnumByte(word[end])))
	}
	return l.Is("'"+firstWord(rest[m.End-m.Start:]), lang.Elision)
}

func alnumByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '%'
}

func firstWord(s string) string {
	end := 0
	for end < len(s) && (s[end] >= 'a' && s[end] <= 'z') {
		end++
	}
	return s[:end]
}

func alnum(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// opens tells that a mark stands where an opening one does, by the characters
// around it: before a word, after a space, a bracket or a dash.
func (m mark) opens() bool {
	return !unicode.IsSpace(m.after) && !closesWord(m.after) &&
		(unicode.IsSpace(m.before) || openers(m.before))
}

// closes tells that a mark stands where a closing one does.
func (m mark) closes() bool {
	return !unicode.IsSpace(m.before) && (unicode.IsSpace(m.after) || closesWord(m.after) || familyOf(m.after) != none ||
		m.after == '—' || m.after == '–' || m.after == '-' || m.after == '[' || m.after == '(' || m.after == '/')
}

func openers(r rune) bool {
	switch r {
	case '(', '[', '{', '—', '–', '-', '―', ':', '/', '…', '>', '¿', '¡':
		return true
	}
	return familyOf(r) != none
}

func closesWord(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '…':
		return true
	}
	return false
}
