// Package date reads dates as news pages print them.
//
// In: machine dates ("2016-12-22T10:43:37-0800", "20191119", Unix seconds) and
// printed ones ("March 15, 2022", "15. März 2022", "9/11/13"). Out: ISO 8601,
// with time and zone only where they are given. Nothing is completed from a
// clock, and a date that is not possible is not a date.
package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed months.txt
var monthFile string

// months gives the number of a month by its name in any language of the file.
// No name stands for two different months.
var months = sync.OnceValue(func() map[string]int {
	table := map[string]int{}
	for line := range strings.SplitSeq(monthFile, "\n") {
		fields := strings.Fields(line)
		if len(fields) != 13 {
			continue
		}
		for i, names := range fields[1:] {
			for name := range strings.SplitSeq(names, "|") {
				if _, ok := table[name]; !ok {
					table[name] = i + 1
				}
			}
		}
	}
	return table
})

// Order is how a language and country write a date in numbers.
type Order int

// The orders of day and month.
const (
	DayFirst   Order = iota // 22/12/2016, the world's default
	MonthFirst              // 12/22/2016, the United States
)

// Iso gives a date or date and time as ISO 8601, or "" where s is none. It
// reads what machines write: attributes, <meta>, JSON-LD; and what Find reads.
func Iso(s string, order Order) string {
	s = strings.TrimSpace(s)
	if len(s) > 200 {
		return ""
	}
	if iso, rest, ok := machine(s); ok {
		return iso + clock(rest)
	}
	if unix := seconds(s); unix != "" {
		return unix
	}
	iso, _, end := Find(s, order)
	if iso == "" {
		return ""
	}
	return iso + clock(zoned(s[end:]))
}

// machine reads YYYY-MM-DD, YYYY/MM/DD, YYYY.MM.DD and YYYYMMDD at the start.
func machine(s string) (iso, rest string, ok bool) {
	y, n := digits(s)
	if n == 8 && (len(s) == 8 || s[8] == 'T' || s[8] == ' ' || s[8] == '-') {
		return join(y/10000, y/100%100, y%100), s[8:], valid(y/10000, y/100%100, y%100)
	}
	if n != 4 || len(s) < 8 || strings.IndexByte("-/.", s[4]) < 0 {
		return "", "", false
	}
	m, n := digits(s[5:])
	at := 5 + n
	if n == 0 || n > 2 || at >= len(s) || s[at] != s[4] {
		return "", "", false
	}
	d, n2 := digits(s[at+1:])
	if n2 == 0 || n2 > 2 || !valid(y, m, d) {
		return "", "", false
	}
	return join(y, m, d), s[at+1+n2:], true
}

// clock reads a time of day with its zone, as "T10:43:37-08:00". Without a zone
// the time stays, as it is the page's local time.
func clock(s string) string {
	s = strings.TrimLeft(s, "T ,-")
	if len(s) > 0 && (s[0] == 't') {
		s = s[1:]
	}
	h, n := digits(s)
	if n == 0 || n > 2 || h > 24 || len(s) < n+3 || s[n] != ':' {
		return ""
	}
	hour, rest := h, s[n+1:]
	minute, n := digits(rest)
	if n != 2 || minute > 59 {
		return ""
	}
	rest = rest[2:]
	out := ":" + two(minute)
	if len(rest) > 2 && rest[0] == ':' {
		if sec, n := digits(rest[1:]); n == 2 && sec < 61 {
			out += ":" + two(sec)
			rest = rest[3:]
			if rest != "" && rest[0] == '.' {
				_, n := digits(rest[1:])
				rest = rest[1+n:]
			}
		}
	}
	rest = strings.TrimLeft(rest, " ")
	if len(rest) >= 2 {
		switch mark := strings.ToLower(strings.ReplaceAll(rest[:min(4, len(rest))], ".", "")); {
		case strings.HasPrefix(mark, "pm") && hour < 12:
			hour += 12
		case strings.HasPrefix(mark, "am") && hour == 12:
			hour = 0
		}
	}
	if hour > 23 {
		return ""
	}
	return "T" + two(hour) + out + zone(rest)
}

func zone(s string) string {
	if s == "" {
		return ""
	}
	if s[0] == 'Z' || strings.HasPrefix(s, "GMT") || strings.HasPrefix(s, "UTC") {
		rest := strings.TrimLeft(s, "ZGMTUC ")
		if rest == "" || rest[0] != '+' && rest[0] != '-' {
			return "Z"
		}
		s = rest
	}
	if s[0] != '+' && s[0] != '-' {
		return ""
	}
	h, n := digits(s[1:])
	switch {
	case n == 4:
		return s[:1] + two(h/100) + ":" + two(h%100)
	case n == 2 && len(s) >= 6 && s[3] == ':':
		if m, n := digits(s[4:]); n == 2 {
			return s[:1] + two(h) + ":" + two(m)
		}
	case n == 2:
		return s[:1] + two(h) + ":00"
	}
	return ""
}

// zoned gives s from its first digit on: "March 15, 2022 at 10:30 a.m." has
// words between date and time.
func zoned(s string) string {
	if i := strings.IndexAny(s, "0123456789"); i >= 0 && i < 12 {
		return s[i:]
	}
	return ""
}

// seconds reads a Unix time in seconds or milliseconds.
func seconds(s string) string {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return ""
	}
	if len(s) == 13 {
		n /= 1000
	} else if len(s) != 10 {
		return ""
	}
	days, sec := int(n/86400), int(n%86400)
	// Days to a civil date: Howard Hinnant, chrono-compatible algorithms.
	z := days + 719468
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d, m := doy-(153*mp+2)/5+1, mp+3
	if mp >= 10 {
		m = mp - 9
	}
	y := yoe + era*400
	if m <= 2 {
		y++
	}
	if !valid(y, m, d) {
		return ""
	}
	return join(y, m, d) + "T" + two(sec/3600) + ":" + two(sec/60%60) + ":" + two(sec%60) + "Z"
}

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
