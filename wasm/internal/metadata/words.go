package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'("))
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.Is(unicode.Lo, r)
}

// capitalInside says whether a name begins in lower case: "d'Ornano", "al-Sayed",
// "de Vries".
func capitalInside(words []string) bool {
	for i, w := range words {
		for j, r := range w {
			if unicode.IsUpper(r) && (i > 0 || j > 0 && j < 6) {
				return true
			}
		}
	}
	return false
}

// isAcronym says whether a word is short and all capitals: "BBC", not "III".
func isAcronym(w string) bool {
	if len(w) < 2 || len(w) > 4 || strings.Trim(w, "IVX") == "" || w == "JR" || w == "SR" {
		return false
	}
	return strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func allUpper(words []string) bool {
	for _, w := range words {
		if strings.IndexFunc(w, unicode.IsLower) >= 0 {
			return false
		}
	}
	return true
}

func hasDigit(s string) bool { return strings.IndexFunc(s, unicode.IsDigit) >= 0 }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isUnspaced says whether a word is in a script whose names need no space.
func isUnspaced(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x2E80 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7AF
}

func hasUnspacedSuffix(set map[string]bool, s string) bool {
	for i := range s {
		if isUnspaced(s[i:]) && set[s[i:]] {
			return true
		}
	}
	return false
}

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }
