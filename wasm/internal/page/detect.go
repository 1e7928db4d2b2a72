package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed frequent.txt
var frequentFile string

// profile is a single-byte encoding with the bytes of its frequent characters.
type profile struct {
	charset  string
	latin    bool // most of its letters are ASCII
	frequent [128]bool
}

var profiles = sync.OnceValue(func() []profile {
	var all []profile
	for line := range strings.SplitSeq(frequentFile, "\n") {
		name, characters, ok := strings.Cut(line, " ")
		if !ok || name == "#" {
			continue
		}
		p := profile{charset: name, latin: name == "windows-1252" || name == "windows-1250" || name == "windows-1254"}
		for i, r := range charsets()[name] {
			p.frequent[i] = strings.ContainsRune(characters, r)
		}
		all = append(all, p)
	}
	return all
})

// detect guesses the encoding of a page that declares none and is not UTF-8:
// first the encodings with two bytes a character by the form of their pairs,
// then the others by their frequent characters.
func detect(raw []byte) string {
	if charset := detectPairs(raw); charset != "" {
		return charset
	}
	var count [128]int
	all, beside := 0, 0
	for i, b := range raw {
		if b >= utf8.RuneSelf {
			count[b-utf8.RuneSelf]++
			all++
			if i > 0 && raw[i-1] >= utf8.RuneSelf {
				beside++
			}
		}
	}
	// Accented letters stand alone among Latin ones; the letters of other
	// scripts stand side by side.
	latin := beside*2 < all
	best, most := "windows-1252", 0
	for _, p := range profiles() {
		if p.latin != latin {
			continue
		}
		score := 0
		for i, n := range count {
			if p.frequent[i] {
				score += n
			}
		}
		if score > most {
			best, most = p.charset, score
		}
	}
	return best
}

// pairs counts the two-byte characters of a text, as an encoding reads it.
type pairs struct {
	good, bad int
	kana      int // hiragana and katakana
	low       int // second bytes that are ASCII letters
	hangul    int // in the rows of KS X 1001 that hold the syllables
	common    int // in the rows of the frequent characters
}

// detectPairs tells Shift_JIS, EUC-JP, Big5, EUC-KR and GB18030 apart, or gives
// "". In text of one byte a character every second run of bytes beyond ASCII has
// an odd length, and makes a bad pair.
func detectPairs(raw []byte) string {
	const enough = 4
	fits := func(p pairs) bool { return p.good >= enough && p.bad*20 <= p.good }
	euc := count(raw, func(a, b byte, p *pairs) bool {
		if a < 0xA1 || a == 0xFF || b < 0xA1 || b == 0xFF {
			return false
		}
		if a == 0xA4 || a == 0xA5 {
			p.kana++
		}
		if a >= 0xB0 && a <= 0xC8 {
			p.hangul++
		}
		return true
	})
	sjis := count(raw, func(a, b byte, p *pairs) bool {
		if a == 0x80 || a >= 0xA0 && a <= 0xDF || a > 0xFC || b < 0x40 || b == 0x7F || b > 0xFC {
			return false
		}
		if a == 0x82 && b >= 0x9F || a == 0x83 && b <= 0x96 {
			p.kana++
		}
		return true
	})
	big5 := count(raw, func(a, b byte, p *pairs) bool {
		if a < 0xA1 || a > 0xF9 || b < 0x40 || b > 0x7E && b < 0xA1 || b == 0xFF {
			return false
		}
		if b <= 0x7E {
			p.low++
		}
		if a >= 0xA4 && a <= 0xC6 || a == 0xA1 {
			p.common++
		}
		return true
	})
	gb := count(raw, func(a, b byte, p *pairs) bool {
		if a == 0x80 || a == 0xFF || b < 0x30 || b == 0x7F || b == 0xFF {
			return false
		}
		if a >= 0xB0 && a <= 0xD7 && b >= 0xA1 {
			p.common++
		}
		return true
	})
	switch {
	case fits(sjis) && sjis.kana*6 > sjis.good:
		return "shift_jis"
	case fits(euc) && euc.kana*6 > euc.good:
		return "euc-jp"
	case fits(euc) && euc.hangul*10 > euc.good*8:
		return "euc-kr"
	case fits(big5) && big5.low*8 > big5.good && big5.common*10 > big5.good*7:
		return "big5"
	case fits(gb) && gb.common*10 > gb.good*6:
		return "gb18030"
	}
	return ""
}

// count reads raw two bytes at a time from each byte beyond ASCII on.
func count(raw []byte, pair func(a, b byte, p *pairs) bool) pairs {
	var p pairs
	for i := 0; i < len(raw); i++ {
		if raw[i] < utf8.RuneSelf {
			continue
		}
		if i+1 < len(raw) && pair(raw[i], raw[i+1], &p) {
			p.good++
			i++
		} else {
			p.bad++
		}
	}
	return p
}
