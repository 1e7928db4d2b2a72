package date

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Find gives the first date in a text as YYYY-MM-DD, and its place in bytes;
// iso is "" where there is none.
func Find(text string, order Order) (iso string, start, end int) {
	tokens := split(text)
	for i := range tokens {
		if iso, n := at(tokens[i:], order); iso != "" {
			return iso, tokens[i].start, tokens[i+n-1].end
		}
	}
	return "", 0, 0
}

// Month gives the number of a month's name in lower case, 0 where it is none.
func Month(name string) int { return months()[name] }

// token is a word, a number, or one mark of punctuation.
type token struct {
	text       string
	number     int // -1 for a word
	digits     int
	start, end int
}

// split cuts at most 200 tokens; dates stand in short texts.
func split(text string) []token {
	var out []token
	for i := 0; i < len(text) && len(out) < 200; {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= '0' && r <= '9':
			n, count := digits(text[i:])
			if count > 8 {
				n = 0
			}
			out = append(out, token{number: n, digits: count, start: i, end: i + count})
			i += count
		case unicode.IsLetter(r):
			end := i + size
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r) {
					break
				}
				end += size
			}
			out = append(out, token{text: strings.ToLower(text[i:end]), number: -1, start: i, end: end})
			i = end
		case unicode.IsSpace(r):
			i += size
		default:
			out = append(out, token{text: text[i : i+size], number: -1, start: i, end: i + size})
			i += size
		}
	}
	return out
}

// at reads a date that starts with the first token, and how many tokens it has.
func at(t []token, order Order) (iso string, used int) {
	number := func(i int) int {
		if i < len(t) {
			return t[i].number
		}
		return -1
	}
	is := func(i int, marks string) bool {
		return i < len(t) && t[i].number < 0 && t[i].text != "" && strings.Contains(marks, t[i].text)
	}
	try := func(y, m, d, used int) (string, int) {
		if y >= 0 && y < 100 && used > 0 {
			y += 2000
		}
		if valid(y, m, d) {
			return join(y, m, d), used
		}
		return "", 0
	}
	// 2022-03-15, 2022/3/15, 2022年3月15日, 2022년 3월 15일
	if number(0) > 1900 && t[0].digits == 4 && is(1, "-/.年년") && number(2) > 0 && is(3, "-/.月월") && number(4) > 0 {
		return try(number(0), number(2), number(4), 5)
	}
	// 2022. március 15.
	if y := number(0); y > 1900 && t[0].digits == 4 && is(1, ".") && len(t) > 3 && months()[t[2].text] > 0 && number(3) > 0 {
		return try(y, months()[t[2].text], number(3), 4)
	}
	// 15/03/2022, 3/15/22, 15.03.2022
	if number(0) > 0 && is(1, "/.-") && number(2) > 0 && is(3, t1(t)) && number(4) > 0 && t[0].digits <= 2 && t[2].digits <= 2 && (t[4].digits == 4 || t[4].digits == 2 && t[1].text != "-") {
		a, b := number(0), number(2)
		if t[1].text == "/" && order == MonthFirst && a <= 12 || b > 12 {
			a, b = b, a
		}
		return try(number(4), b, a, 5)
	}
	// 15 March 2022, 15. März 2022, 15 de marzo de 2022, 1st of May, 2022
	if d := number(0); d > 0 && t[0].digits <= 2 {
		i := 1
		for i < 4 && is(i, ". st nd rd th º er de of ב") {
			i++
		}
		if i < len(t) && months()[t[i].text] > 0 {
			m := months()[t[i].text]
			i++
			for is(i, ". , de del ' ’") && i < 8 {
				i++
			}
			if y := number(i); y > 0 && (t[i].digits == 4 || t[i].digits == 2 && is(i-1, "'’")) {
				return try(y, m, d, i+1)
			}
		}
	}
	// March 15, 2022; Mar. 15th 2022
	if m := months()[t[0].text]; m > 0 && t[0].number < 0 {
		i := 1
		for is(i, ". , ") {
			i++
		}
		if d := number(i); d > 0 && t[i].digits <= 2 {
			i++
			for i < 6 && is(i, ". , st nd rd th ' ’") {
				i++
			}
			if y := number(i); y > 0 && t[i].digits == 4 {
				return try(y, m, d, i+1)
			}
		}
	}
	return "", 0
}

// t1 gives the mark between the first two numbers: both must be the same.
func t1(t []token) string {
	if len(t) > 1 {
		return t[1].text
	}
	return ""
}

func digits(s string) (n, count int) {
	for count < len(s) && s[count] >= '0' && s[count] <= '9' {
		if count < 9 {
			n = n*10 + int(s[count]-'0')
		}
		count++
	}
	return n, count
}

func valid(y, m, d int) bool {
	if y < 1600 || y > 2199 || m < 1 || m > 12 || d < 1 {
		return false
	}
	last := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[m-1]
	if m == 2 && y%4 == 0 && (y%100 != 0 || y%400 == 0) {
		last = 29
	}
	return d <= last
}

func join(y, m, d int) string { return strconv.Itoa(y) + "-" + two(m) + "-" + two(d) }

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
