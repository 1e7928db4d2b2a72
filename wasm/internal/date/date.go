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
