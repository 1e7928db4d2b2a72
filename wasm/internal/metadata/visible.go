package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keypoints/wasm/internal/date"
	"keypoints/wasm/internal/lang"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// figure reads the picture, caption and credit of a <figure>.
func (s *sources) figure(n *html.Node) {
	var f figure
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 100 || len(s.figures) >= 20 {
			return
		}
		class := strings.ToLower(attr(d, "class"))
		switch {
		case d.DataAtom == atom.Img && f.src == "":
			f.src = first(attr(d, "data-src"), attr(d, "src"))
		case d.DataAtom == atom.Figcaption:
			f.caption = text(d, 600)
		case f.credit == "" && d.Type == html.ElementNode && (strings.Contains(class, "credit") || attr(d, "itemprop") == "copyrightHolder"):
			f.credit = text(d, 200)
		}
	}
	if f.src != "" && f.caption != "" {
		if f.credit != "" {
			f.caption = strings.TrimSpace(strings.Replace(f.caption, f.credit, "", 1))
		}
		s.figures = append(s.figures, f)
	}
}

// plain reads a text that no markup calls anything: a line below a heading that
// begins with "By"; and the first one there that is a date and little else, or
// that opens a paragraph ("Feb. 23, 2015 -- Life-threatening …").
func (s *sources) plain(n *html.Node) {
	if strings.Contains(n.Data, "©") {
		s.sign(n.Data)
	}
	if len(n.Data) > longText && n.Parent.DataAtom != atom.A && len(strings.TrimSpace(n.Data)) > longText {
		s.long = append(s.long, s.elements)
	}
	if len(n.Data) < 2 || !s.maybeBelow() || n.Parent.DataAtom == atom.Title {
		return
	}
	head := strings.TrimSpace(n.Data)
	if head == "" {
		return
	}
	s.byLine(n, head)
	if len(s.shown) >= 4 || n.Parent.DataAtom == atom.A || len(head) < 6 {
		return
	}
	head = head[:min(len(head), 60)]
	if !strings.Contains(head, "20") && !strings.Contains(head, "19") && strings.Count(head, "/") < 2 && strings.Count(head, ".") < 2 {
		return
	}
	iso, start, end := date.Find(head, date.DayFirst)
	if iso == "" {
		return
	}
	rest := strings.TrimSpace(head[end:])
	if start <= maxDateLabel && len(n.Data) < longText+maxDateLabel && hasDigit(rest) && n.Parent.DataAtom != atom.P && authorTrust(classes(n.Parent)) == 0 {
		s.shown = append(s.shown, s.here(n, 0)) // "Published Apr 17, 2025, 8:00am | Updated …"
	} else if start+utf8.RuneCountInString(rest) <= 30 || start == 0 && (strings.HasPrefix(rest, "--") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–")) {
		s.shown = append(s.shown, s.here(n, 0))
	}
}

// maxDateLabel is how long in bytes the words before a date are: "Published on Monday, ".
const maxDateLabel = 24

// maxLine is how long in bytes a line is that begins with "By".
const maxLine = 200

// byLine keeps the element around a text that begins with a label of authors:
// <div>By <span>Ann Ray</span></div>.
func (s *sources) byLine(n *html.Node, head string) {
	if len(head) > maxLine {
		return
	}
	start := head[:min(len(head), 60)]
	begins := start
	if end := strings.IndexFunc(start, unicode.IsSpace); end > 0 {
		begins = start[:end]
	}
	by := lang.LoadBylines()
	if hasDigit(begins) && labelInside(by, head) {
		s.author(n.Parent, trustLine)
		return
	}
	if !by.Begins(foldedWord(begins)) || len(head) > 40 && isAllLower(begins) {
		return
	}
	words := strings.Fields(start)
	f := folded(words)
	label := by.ByLabel(f)
	if label == 0 || label == 1 && (by.Genre[f[0]] || by.Author[f[0]] && len(words) > 1 && !strings.HasSuffix(words[0], ":")) {
		return
	}
	at := n
	for up := 0; up < 4 && at.Parent != nil && at.Parent.DataAtom != atom.Body; up++ {
		at = at.Parent
		t := lines(at, maxLine)
		if t == "" || len(t) > 60 && strings.HasSuffix(t, ".") && !hasDigit(t) { // a sentence
			return
		}
		if len(strings.Fields(t)) > label {
			s.author(at, trustLine)
			return
		}
	}
}

// labelInside says whether a line of a date and other labels has one of authors, with a
// colon: "2025-03-12　来源：海港日报　记者：陈立".
func labelInside(by *lang.Bylines, line string) bool {
	for w := range strings.FieldsSeq(wide.Replace(line)) {
		if label, ok := strings.CutSuffix(w, ":"); ok && by.ByLabel([]string{lang.Fold(label)}) == 1 {
			return true
		}
	}
	return false
}

func isAllLower(w string) bool { return strings.IndexFunc(w, unicode.IsUpper) < 0 }
