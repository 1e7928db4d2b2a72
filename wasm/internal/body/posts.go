package body

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// maxSignature bounds the line that signs a post or block quote, in bytes.
const maxSignature = 160

// signature is who signs the units of a post or block quote.
type signature struct {
	author string
	line   int // index of the signing unit, -1 where another place names the author
}

// signatures finds the author of each embedded post and block quote, by its
// element's number.
func (t *tree) signatures(units []int) map[int32]signature {
	found := map[int32]signature{}
	for _, i := range units {
		u := &t.units[i]
		holder := u.post
		if holder < 0 {
			holder = u.quote
		}
		if holder < 0 || len(u.text) > maxSignature {
			continue
		}
		author := postAuthor(u.text)
		if author == "" && u.post < 0 && t.namesSource(u) {
			author = citedAuthor(u.text)
		}
		if author != "" {
			found[holder] = signature{author, i}
		}
	}
	return found
}

// postAuthor reads the line that signs an embedded post: "— Robert Maguire
// (@RobertMaguire_) November 19, 2019", "A post shared by Ann Ray (@annray) on …".
func postAuthor(line string) string {
	rest, ok := cutDash(line)
	if !ok {
		if rest, ok = strings.CutPrefix(line, "A post shared by "); !ok {
			return ""
		}
	}
	name, _, ok := strings.Cut(rest, "(@")
	if !ok {
		return ""
	}
	return strings.TrimSpace(name)
}

// namesSource says whether a unit in a block quote names its source: it starts with a
// dash, or is in <cite> or <footer>.
func (t *tree) namesSource(u *unit) bool {
	if u.cited == u.chars {
		return true
	}
	if _, ok := cutDash(u.text); ok && strings.Count(u.text, " ") <= 14 {
		return true
	}
	return t.elements[u.at].node.DataAtom == atom.Footer
}

// citedAuthor reads "— Ann Ray, mayor of Lund": the name ends at the comma.
func citedAuthor(line string) string {
	if rest, ok := cutDash(line); ok {
		line = rest
	}
	name, _, _ := strings.Cut(line, ",")
	name = strings.Trim(name, " []().")
	if r, _ := utf8.DecodeRuneInString(name); r >= 'a' && r <= 'z' || strings.Count(name, " ") > 5 || strings.ContainsAny(name, "“”\"") {
		return ""
	}
	return name
}

func cutDash(line string) (rest string, ok bool) {
	for _, dash := range []string{"—", "–", "―", "--", "- ", "~"} {
		if rest, ok := strings.CutPrefix(line, dash); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return line, false
}

// pullQuotes marks what is shown a second time: an aside that is a quotation
// and nothing else, and a block quote whose words stand in another paragraph.
func (t *tree) pullQuotes() {
	said, searched := "", 0
	for i := range t.units {
		u := &t.units[i]
		if aside := t.aside(u); aside >= 0 {
			if u.links == 0 && isQuotation(u.text) && t.alone(i, aside) {
				t.elements[aside].tag = false
				u.kind = PullQuote
			}
			continue
		}
		if u.kind == BlockQuote && u.chars >= 20 && searched < 40 {
			if searched++; searched == 1 {
				said = t.paragraphLetters()
			}
			if strings.Contains(said, letters(u.text)) {
				u.kind = PullQuote
				u.repeats = true
			}
		}
	}
}

// paragraphLetters gives the letters of all paragraphs, a line each.
func (t *tree) paragraphLetters() string {
	var text strings.Builder
	for i := range t.units {
		if k := t.units[i].kind; k == Paragraph || k == ListItem {
			text.WriteString(letters(t.units[i].text))
			text.WriteByte('\n')
		}
	}
	return text.String()
}

// aside gives the aside that holds a unit and says nothing by its class, or -1.
func (t *tree) aside(u *unit) int32 {
	for at, n := u.at, 0; at > 0 && n < 4; at, n = t.elements[at].parent, n+1 {
		e := &t.elements[at]
		if e.node.DataAtom == atom.Aside {
			if e.role&(roleDrop|roleComments|roleCaption) != 0 || e.hidden {
				return -1
			}
			return at
		}
	}
	return -1
}

// alone says whether a unit is the only one in an element, but for one short
// line beside it such as the speaker's name.
func (t *tree) alone(unit int, in int32) bool {
	others := 0
	for i := max(0, unit-3); i < min(len(t.units), unit+4); i++ {
		if at := t.units[i].at; i != unit && at >= in && at < t.elements[in].end {
			others++
			if t.units[i].chars > 60 {
				return false
			}
		}
	}
	return others <= 1
}

// isQuotation says whether a text stands in quotation marks as a whole.
func isQuotation(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("“\"‘«„'", first) && strings.ContainsRune("”\"’»“'.", last) && strings.Contains(s, " ")
}

// blocks turns units into blocks.
func (t *tree) blocks(units []int) []Block {
	signed := t.signatures(units)
	out := make([]Block, 0, len(units))
	for _, i := range units {
		u := &t.units[i]
		b := Block{Kind: u.kind, Text: u.text, Withheld: u.withheld}
		holder := u.post
		if holder < 0 {
			holder = u.quote
		}
		if s, ok := signed[holder]; ok && holder >= 0 {
			b.Author = s.author
			b.Signature = s.line == i
		}
		out = append(out, b)
	}
	return out
}
