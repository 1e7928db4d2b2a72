package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"
)

// quotedIn pairs the quotation marks of one paragraph into its outermost quoted
// stretches. continued says that the paragraph before left a quotation open, so
// that a mark at this one's start goes on with it.
//
// A mark's shape is trusted less than its place, because desks mix straight and
// curly marks, turn them the wrong way, or type ” for a double mark.
func quotedIn(d *Document, p Range, l *lang.Language) []Quoted {
	s := d.Text[p.Start:p.End]
	if q, ok := dialogue(d, p); ok {
		return append([]Quoted{q}, quotedIn(d, Range{q.End, p.End}, l)...)
	}
	all := marks(s, p.Start, l)
	var out []Quoted
	for i := 0; i < len(all); {
		m := all[i]
		if !mayOpen(m) {
			i++
			continue
		}
		f := familyOf(m.glyph)
		j := closing(all, i, s, p.Start)
		if j < 0 {
			if f == single && !goesOn(d, m, s, p) { // an apostrophe after all: ’s, s’
				i++
				continue
			}
			end := unclosedEnd(d, all, i, p)
			out = append(out, Quoted{Range: Range{m.Start, end}, Inner: Trimmed(d.Text, Range{m.End, end}), Single: f == single})
			for i++; i < len(all) && all[i].Start < end; i++ {
			}
			continue
		}
		c := all[j]
		q := Quoted{Range: Range{m.Start, c.End}, Inner: Trimmed(d.Text, Range{m.End, c.Start}), Closed: true, Single: f == single}
		if q.Inner.Start < q.Inner.End {
			out = append(out, q)
		}
		i = j + 1
	}
	return out
}

// dialogue finds what a paragraph says that begins with a dash, in a language that writes
// speech so: up to the dash before who says it. "– Słyszeliśmy to – powiedział Ryd", "—No
// esperaremos —dijo la alcaldesa".
func dialogue(d *Document, p Range) (Quoted, bool) {
	s := d.Text[p.Start:p.End]
	first, size := utf8.DecodeRuneInString(s)
	if first != '–' && first != '—' && first != '―' || !lang.DialogueDash(d.Language) {
		return Quoted{}, false
	}
	for at := size; at < len(s); {
		i := strings.IndexRune(s[at:], first)
		if i < 0 {
			return Quoted{}, false
		}
		at += i
		rest := strings.TrimLeft(s[at+size:], " ")
		next, _ := utf8.DecodeRuneInString(rest)
		if strings.HasSuffix(s[:at], " ") && unicode.IsLower(next) {
			inner := Trimmed(d.Text, Range{p.Start + size, p.Start + at})
			return Quoted{Range: Range{p.Start, inner.End}, Inner: inner, Closed: true}, inner.Start < inner.End
		}
		at += size
	}
	return Quoted{}, false
}

// goesOn tells that a single mark without its closing one begins a quotation
// over several paragraphs: one that stands behind a colon or comma, or begins
// its paragraph, where the next paragraph begins with such a mark again.
func goesOn(d *Document, m mark, s string, p Range) bool {
	before := strings.TrimRightFunc(s[:m.Start-p.Start], unicode.IsSpace)
	if !m.opens() || before != "" && !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, ",") {
		return false
	}
	next, ok := strings.CutPrefix(d.Text[p.End:], Separator)
	return ok && (strings.HasPrefix(next, "'") && !strings.HasPrefix(next, "''") || strings.HasPrefix(next, "‘"))
}

// mayOpen tells that a mark can begin a quotation.
func mayOpen(m mark) bool {
	switch m.glyph {
	case '„', '‟', '‚', '「', '『', '〝':
		return true
	case '“', '‘', '‛':
		return !unicode.IsSpace(m.after) || unicode.IsSpace(m.before)
	case '«':
		return unicode.IsSpace(m.after) || m.opens() || !alnum(m.before)
	case '»':
		return m.opens() // »reversed«
	case '"', '″', '״':
		if unicode.IsDigit(m.before) { // 6'2"
			return false
		}
		return m.opens() || unicode.IsSpace(m.before) && !closesWord(m.after) || !m.closes() && alnum(m.after)
	case '”', '’', '\'':
		return m.opens()
	}
	return false
}

// farthest is how many marks on the closing one of a quotation may be: a bound
// on the time that a page of nothing but marks can take.
const farthest = 400

// closing finds the mark that closes the quotation that mark i opens, or -1.
func closing(all []mark, i int, s string, at int) int {
	open := all[i]
	f := familyOf(open.glyph)
	depth := 0
	for j := i + 1; j < len(all) && j < i+farthest; j++ {
		m := all[j]
		if familyOf(m.glyph) != f {
			continue
		}
		switch f {
		case corner:
			if m.glyph == open.glyph {
				depth++
			} else if m.glyph == open.glyph+1 {
				if depth == 0 {
					return j
				}
				depth--
			}
		case guillemet:
			if m.glyph == open.glyph {
				if m.closes() && !m.opens() { // »Swedish»
					return j
				}
				depth++
			} else if depth == 0 {
				return j
			} else {
				depth--
			}
		case double:
			if m.glyph == '“' && open.glyph == '„' || open.glyph == '〝' && m.glyph != '〝' {
				return j
			}
			if strictlyOpens(m) {
				// A second opening mark: the closing one before it was forgotten,
				// unless the quotation nests the same marks and closes twice.
				if nests(all, j) {
					depth++
					continue
				}
				return -1
			}
			if depth > 0 {
				depth--
				continue
			}
			return j
		case single:
			if strictlyOpens(m) {
				depth++
				continue
			}
			if !m.closes() {
				continue
			}
			if possessive(m, s, at) && closesLater(all, j, f, s, at) {
				continue
			}
			if depth > 0 {
				depth--
				continue
			}
			return j
		}
	}
	return -1
}

// strictlyOpens tells that a mark can only be an opening one.
func strictlyOpens(m mark) bool { return m.opens() && !m.closes() }

// nests tells that the marks after j close twice before they open again.
func nests(all []mark, j int) bool {
	closes := 0
	for _, m := range all[j+1 : min(len(all), j+farthest)] {
		if familyOf(m.glyph) != familyOf(all[j].glyph) {
			continue
		}
		if strictlyOpens(m) {
			return false
		}
		if closes++; closes == 2 {
			return true
		}
	}
	return false
}

// possessive tells that a closing single mark may be the apostrophe of a plural:
// "the workers' union".
func possessive(m mark, s string, at int) bool {
	if m.before != 's' && m.before != 'z' && m.before != 'n' || m.after != ' ' {
		return false
	}
	rest := s[m.End-at:]
	return len(rest) > 1 && (rest[1] >= 'a' && rest[1] <= 'z' || rest[1] >= 'A' && rest[1] <= 'Z')
}

// closesLater tells that another mark can close before one opens.
func closesLater(all []mark, j int, f family, s string, at int) bool {
	for _, m := range all[j+1 : min(len(all), j+farthest)] {
		if familyOf(m.glyph) != f {
			continue
		}
		if strictlyOpens(m) {
			return false
		}
		if m.closes() {
			return true
		}
	}
	return false
}

// unclosedEnd is where a quotation without its closing mark ends: before the
// next opening mark, at the last sentence end there; else with the paragraph.
func unclosedEnd(d *Document, all []mark, i int, p Range) int {
	for _, m := range all[i+1:] {
		if familyOf(m.glyph) != familyOf(all[i].glyph) || !strictlyOpens(m) {
			continue
		}
		stretch := d.Text[all[i].End:m.Start]
		if end := strings.LastIndexAny(stretch, ".?!"); end > 0 {
			return all[i].End + end + 1
		}
		return m.Start
	}
	return p.End
}

// Trimmed leaves out the white space at a range's ends: « like this ».
func Trimmed(s string, r Range) Range {
	left := strings.TrimLeftFunc(s[r.Start:r.End], unicode.IsSpace)
	r.Start = r.End - len(left)
	r.End = r.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return r
}

// continues marks the quotations that go on in the next paragraph: left open,
// and followed by a paragraph that opens with a mark.
func continues(d *Document) {
	for i := 0; i+1 < len(d.Quoted); i++ {
		q, next := &d.Quoted[i], &d.Quoted[i+1]
		if !q.Closed && next.Paragraph == q.Paragraph+1 && d.Paragraphs[next.Paragraph].Start == next.Start &&
			q.End == d.Paragraphs[q.Paragraph].End {
			q.Continues = true
		}
	}
}
