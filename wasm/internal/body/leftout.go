package body

import (
	"strings"

	"keypoints/wasm/internal/lang"
)

// Left is a text of the page that is not the article's, and why not.
type Left struct{ Text, Why string }

// maxLeft bounds how many texts are listed, maxLeftText how much of each, in bytes.
const (
	maxLeft     = 400
	maxLeftText = 300
)

// LeftOut lists the texts of the page that are not of the body, in reading order, with what
// speaks against them: the line of a list where one has it, what the page says of the
// element, or where the text stands. It looks again at what Extract has decided, and is
// made only when asked for. A plain text's are the lines that plain does not keep.
func (b *Body) LeftOut() []Left {
	var left []Left
	add := func(text, why string) {
		if text = strings.TrimSpace(text); text != "" {
			if len(text) > maxLeftText {
				text = strings.ToValidUTF8(text[:maxLeftText], "") + "…"
			}
			left = append(left, Left{text, why})
		}
	}
	if b.tree == nil {
		kept := map[string]bool{}
		for _, block := range b.Blocks {
			kept[letters(block.Text)] = true
		}
		for line := range strings.SplitSeq(b.whole, "\n") {
			if len(left) == maxLeft {
				break
			}
			if line = strings.TrimSpace(line); line != "" && !kept[letters(line)] {
				add(line, listed(line, "stands before, between or behind the paragraphs of the text"))
			}
		}
		return left
	}
	t, kept, inside := b.tree, map[int]bool{}, map[int]bool{}
	for _, i := range b.kept {
		kept[i] = true
	}
	for _, i := range t.within(b.chosen) {
		inside[i] = true
	}
	last, end := -1, ""
	if n := len(b.kept); n > 0 {
		last = b.kept[n-1]
	}
	for i := range t.units {
		if len(left) == maxLeft { // the lists are read for each text
			break
		}
		u := &t.units[i]
		switch {
		case kept[i]:
		case t.elements[u.at].gone:
			add(u.text, t.whyGone(u.at))
		case !inside[i]:
			add(u.text, "stands outside of the element that holds the article's text")
		case end != "":
			add(u.text, "stands behind “"+end+"”")
		default:
			why := listed(u.text, "")
			if i > last && strings.Contains(why, ": end ") {
				end = u.text
			}
			if why == "" {
				why = "reads as a label, a link, a caption, a box, or words that stand here twice"
			}
			add(u.text, why)
		}
	}
	return left
}

// listed names the line of the lists of boilerplate that has a text, or gives instead.
func listed(text, instead string) string {
	if line := lang.ListedAs(text); line != "" {
		return line
	}
	return instead
}

// whyGone says what the page says of the outermost element around that is left out.
func (t *tree) whyGone(at int32) string {
	for parent := t.elements[at].parent; at > 0 && t.elements[parent].gone && parent > 0; parent = t.elements[at].parent {
		at = parent
	}
	e := &t.elements[at]
	name := "<" + e.node.Data + ">"
	if e.hidden {
		return name + " is hidden"
	}
	for _, attr := range e.node.Attr {
		if attr.Key != "class" && attr.Key != "id" {
			continue
		}
		for one := range strings.FieldsSeq(attr.Val) {
			if line := loadSelectors().lineOf(one); line != "" {
				return name + " with the " + attr.Key + " “" + one + "”; selectors.txt: " + line
			}
		}
	}
	if e.tag {
		return name + " holds what stands around a text"
	}
	return name + " is of another part of the page"
}

// lineOf gives the kind and the phrase of selectors.txt that a class or id is known by, but
// for those of the text itself; "" without one.
func (s *selectors) lineOf(class string) string {
	if found, _, _ := s.roles(class, nil); found&^(roleBody|roleKeep) == 0 {
		return ""
	}
	words := splitName(class, nil)
	for i := range words {
		for _, p := range s.first[words[i]] {
			if matches(words[i:], p.words) && p.role&(roleBody|roleKeep) == 0 {
				return roleName(p.role) + " " + strings.Join(p.words, " ")
			}
		}
	}
	if p, ok := s.whole[class]; ok {
		return roleName(p.role) + " =" + class
	}
	return ""
}

func roleName(r role) string {
	for name, one := range roleNames {
		if one == r {
			return name
		}
	}
	return ""
}
