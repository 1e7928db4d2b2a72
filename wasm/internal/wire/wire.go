// Package wire reads an article that comes as plain text, by the conventions of
// news agencies and of text copied from a page: headline, dek, byline and date
// lines, captions, paragraphs, and the leftovers of the page around them.
//
// In: text with "\n" line ends. Out: a Story. The idea: the lines before the
// first real paragraph are each known by their form; every later line is a
// paragraph unless its form says that it is not; a heading such as COMMENTS
// ends the story.
package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"
)

// Story is a plain text's parts; what the text does not have is empty.
type Story struct {
	Headline, Dek string
	Byline        []string
	Published     string // YYYY-MM-DD
	Paragraphs    []string
}

// longest lengths of header lines, in bytes.
const (
	maxHeadline = 200
	maxDek      = 320
	maxByline   = 120
)

// Parse reads a plain text.
func Parse(text string) Story {
	var s Story
	phrases := lang.LoadBoilerplate()
	header := true
	for n, line := range paragraphs(text) {
		folded := lang.Fold(line)
		switch {
		case lang.Alone(phrases.End, folded) && len(s.Paragraphs) > 0:
			return s
		case phrases.Led(folded), lang.Alone(phrases.Line, folded), trailer(folded, phrases):
			continue
		case header && n == 0 && isHeadline(line):
			s.Headline = line
			continue
		case header && s.byline(line, phrases):
			continue
		case caption(folded, phrases):
			continue
		case header && s.Headline != "" && s.Dek == "" && s.Published == "" && len(s.Byline) == 0 && isDek(line):
			s.Dek = line
			continue
		}
		header = false
		s.Paragraphs = append(s.Paragraphs, line)
	}
	if len(s.Paragraphs) == 0 && s.Dek != "" {
		// A headline and one sentence are a story, not a header.
		s.Paragraphs, s.Dek = []string{s.Dek}, ""
	}
	if len(s.Paragraphs) == 0 && s.Headline != "" {
		s.Paragraphs, s.Headline = []string{s.Headline}, ""
	}
	return s
}

// isHeadline says whether the first line is a headline rather than a sentence
// of the story.
func isHeadline(line string) bool {
	return len(line) <= maxHeadline && !strings.HasSuffix(line, ".") || len(line) <= maxHeadline/2
}

// isDek says whether a line under the headline sums the story up.
func isDek(line string) bool {
	return len(line) <= maxDek && !strings.HasSuffix(strings.TrimRight(line, `"”’' `), ".")
}

// byline reads a line with names, a date, or both: "News Desk March 15, 2022",
// "By Ann Ray and Bo Li", "Updated: 15 March 2022 10:30".
func (s *Story) byline(line string, phrases *lang.Boilerplate) bool {
	if len(line) > maxByline {
		return false
	}
	iso, start, end := date.Find(line, date.DayFirst)
	rest := line
	if iso != "" {
		rest = strings.TrimSpace(line[:start])
		if after := strings.TrimSpace(line[end:]); rest == "" && !isClock(after) {
			rest = after
		} else if !isClock(after) {
			return false // a sentence with a date in it
		}
	}
	rest = strings.Trim(rest, " |,-–—·•:")
	folded := lang.Fold(rest)
	by := false
	for _, p := range phrases.Byline {
		if strings.HasPrefix(folded, p+" ") {
			rest, by = rest[len(p)+1:], true
			break
		}
	}
	var names []string
	switch {
	case rest == "" && iso != "":
	case iso != "" && stamp(folded):
	case by && isName(rest, 12), iso != "" && isName(rest, 8):
		names = split(rest)
	default:
		return false
	}
	if s.Published == "" {
		s.Published = iso
	}
	if len(s.Byline) == 0 {
		s.Byline = names
	}
	return true
}

// stamp says whether words before a date only introduce it.
func stamp(folded string) bool {
	switch strings.TrimSuffix(folded, " on") {
	case "published", "updated", "posted", "last updated", "last modified", "first published", "date", "created":
		return true
	}
	return false
}

// isClock says whether what follows a date is a time of day and zone.
func isClock(s string) bool {
	words := 0
	for w := range strings.FieldsSeq(strings.Trim(s, " ,|-–—·•")) {
		if words++; words > 6 || len(w) > 12 && !strings.ContainsAny(w, "0123456789") {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && w != "at" && w != "am" && w != "pm" && w != "a.m." && w != "p.m." {
			return false
		}
	}
	return true
}

// isName says whether a text is at most max words of which all but particles
// are capitalized.
func isName(s string, max int) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '/' })
	if len(words) == 0 || len(words) > max || strings.ContainsAny(s, "“”\"?!:;") {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !unicode.Is(unicode.Lo, r) && r != '&' && !particle[w] {
			return false
		}
	}
	return true
}

// particle words in names and between them.
var particle = map[string]bool{"and": true, "of": true, "the": true, "in": true, "for": true, "de": true, "la": true, "van": true,
	"von": true, "der": true, "den": true, "di": true, "da": true, "del": true, "bin": true, "al": true, "with": true, "at": true}

func split(names string) []string {
	var out []string
	for _, part := range strings.Split(strings.NewReplacer(" and ", ",", " & ", ",", "/", ",").Replace(names), ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// trailer says whether a folded line is of the agency rather than of the story:
// "Ann Ray contributed to this report.", "Copyright 2026 …", a rule of dashes.
func trailer(line string, phrases *lang.Boilerplate) bool {
	if strings.Trim(line, "_-–—=*·• ") == "" {
		return true
	}
	return len(line) <= 160 && !strings.ContainsAny(line, `"`) && (phrases.Start.Start(line) || phrases.Inside.In(line))
}

// caption says whether a folded line is a picture's caption: it ends in a
// credit ("… PHOTO: REUTERS/FILE"), or is one.
func caption(line string, phrases *lang.Boilerplate) bool {
	if len(line) > 400 {
		return false
	}
	for _, c := range phrases.Credit {
		if at := strings.LastIndex(line, c); at >= 0 && len(line)-at < 60 {
			return true
		}
	}
	return false
}

// paragraphs cuts a text at blank lines. Lines that follow each other are one
// paragraph only where the text is wrapped at a fixed width.
func paragraphs(text string) []string {
	lines := strings.Split(text, "\n")
	width := wrapped(lines)
	var out []string
	open := false // the last paragraph may go on
	for _, line := range lines {
		indented := strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t")
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			open = false
			continue
		}
		if open && !indented {
			out[len(out)-1] += " " + line
		} else {
			out = append(out, line)
		}
		open = width > 0 && utf8.RuneCountInString(line) > width*2/3
	}
	return out
}

// wrapped gives the width in characters that a text is wrapped at, or 0.
func wrapped(lines []string) int {
	width, full, short := 0, 0, 0
	for _, line := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(line)))
	}
	if width > 120 || width < 40 {
		return 0
	}
	for i, line := range lines[:len(lines)-1] {
		if strings.TrimSpace(line) == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		if utf8.RuneCountInString(line) > width*2/3 {
			full++
		} else {
			short++
		}
	}
	if full < 2 || short > full/2 {
		return 0
	}
	return width
}
