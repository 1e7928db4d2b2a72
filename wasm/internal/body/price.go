package body

import (
	"strings"
	"unicode/utf8"
)

// currencies are written before or behind an amount, in lower case.
var currencies = map[string]bool{"kr": true, "kr.": true, "sek": true, "nok": true, "dkk": true, "zł": true, "kč": true, "ft": true, "tl": true, "lei": true, "chf": true,
	"fr.": true, "rs": true, "rs.": true, "eur": true, "usd": true, "gbp": true, "₺": true, "₽": true, "₩": true, "₫": true, "₴": true, "円": true, "元": true, "원": true}

// hasPrice finds "$12", "12 €", "1 499 kr", "149円" and the like.
func hasPrice(s string) bool {
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	for at, sign := range s {
		if strings.ContainsRune("$€£¥₹", sign) {
			before, after := strings.TrimRight(s[:at], " \u00a0"), strings.TrimLeft(s[at+utf8.RuneLen(sign):], " \u00a0")
			if before != "" && isDigit(before[len(before)-1]) || after != "" && isDigit(after[0]) {
				return true
			}
		}
	}
	digits := false // at the end of the word before
	named := false  // it names a currency
	for word := range strings.FieldsSeq(s) {
		name := strings.ToLower(strings.Trim(word, "()*,;:"))
		if currencies[name] && digits || named && name != "" && isDigit(name[0]) {
			return true
		}
		if rest := strings.TrimLeft(name, "0123456789.,–-"); rest != name && currencies[rest] {
			return true
		}
		last := word[len(word)-1]
		digits = isDigit(last) || strings.HasSuffix(word, ".–") || strings.HasSuffix(word, ",-")
		named = name != "" && currencies[name]
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
