package body

import (
	"strconv"
	"strings"

	"keypoints/wasm/internal/json"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

// Bounds of a text that a page does not show, in letters.
const (
	minStory  = 300 // less is a description
	maxTeased = 400 // of a page whose text stands elsewhere
)

// unshown gives the article's text where the page shows next to nothing of it: pages that
// scripts fill in, and previews of them. It is taken from JSON-LD, from the data that the
// scripts are given, or from what is for browsers without scripts.
func (t *tree) unshown(p *page.Page, meta *metadata.Found, units []int) *Body {
	shown := 0
	for _, i := range units {
		shown += t.units[i].chars
	}
	if shown > maxTeased || p.Paid {
		return nil
	}
	need := max(minStory, 4*shown)
	if len(meta.Text) >= need {
		return declared(meta.Text, p.URL)
	}
	if text := meta.Updates(); len(text) >= need/3 {
		return declared(text, p.URL)
	}
	if text := storyIn(p.Data, letters(meta.Headline)); len(text) >= need {
		return declared(text, p.URL)
	}
	if len(p.Noscript) >= need && shown == 0 {
		return declared(p.Noscript, p.URL)
	}
	return nil
}

// declared makes the body of a text, or of HTML, that the page does not show.
func declared(text, url string) *Body {
	b := &Body{}
	if strings.Contains(text, "<p") || strings.Contains(text, "<br") || strings.Contains(text, "</") {
		if inner, err := page.Parse([]byte(text), nil, "text/html; charset=utf-8", url); err == nil {
			marked := build(inner)
			marked.prune()
			for _, block := range marked.blocks(marked.within([]int32{0})) {
				if !isPlaceholder(block.Text) {
					b.Blocks = append(b.Blocks, block)
				}
			}
			b.Blocks = bound(b.Blocks)
		}
		return b
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			b.Blocks = append(b.Blocks, Block{Text: line})
		}
	}
	b.Blocks = bound(b.Blocks)
	return b
}

// isPlaceholder says whether a text marks where something else goes: "$$ARTICLEAD$$".
func isPlaceholder(s string) bool {
	return len(s) > 4 && strings.HasPrefix(s, "$$") && strings.HasSuffix(s, "$$")
}

// found is a text in a page's data.
type found struct {
	text   string
	titled bool // beside the page's headline
}

// storyIn gives the article's text in a page's data: the longest that stands beside the
// page's headline, or the only one. Where several stand there, none is guessed.
func storyIn(data []string, headline string) string {
	var all []found
	var flight strings.Builder
	for _, source := range data {
		if rest, ok := strings.CutPrefix(source, "self.__next_f.push("); ok {
			v, _ := json.Parse(rest)
			if len(v.Items) > 1 {
				flight.WriteString(v.Items[1].Str())
			}
			continue
		}
		if at := strings.Index(source, "Fusion.globalContent="); at >= 0 {
			source = source[at+len("Fusion.globalContent="):]
		}
		v, _ := json.Parse(source)
		search(v, headline, false, &all)
	}
	rows(flight.String(), headline, &all)
	best, texts := found{}, 0
	for _, f := range all {
		if f.titled == best.titled && len(f.text) > len(best.text) || f.titled && !best.titled {
			best = f
		}
		if len(f.text) >= minStory {
			texts++
		}
	}
	if !best.titled && texts > 1 {
		return ""
	}
	return best.text
}

// rows reads what Next.js sends: rows such as "1a:[…]" up to a line's end, and long texts
// as "2b:T1234,<p>…", with their length in bytes as a hexadecimal number.
func rows(flight, headline string, all *[]found) {
	for flight != "" {
		id, rest, ok := strings.Cut(flight, ":")
		if !ok || len(id) > 8 || rest == "" {
			_, flight, _ = strings.Cut(flight, "\n")
			continue
		}
		if size, _, ok := strings.Cut(rest[1:min(len(rest), 12)], ","); rest[0] == 'T' && ok {
			n, err := strconv.ParseUint(size, 16, 31)
			text := rest[1+len(size)+1:]
			if err != nil || int(n) > len(text) {
				return
			}
			if strings.Count(text[:n], "<p") > 1 {
				keep(found{text: text[:n]}, all)
			}
			flight = text[n:]
			continue
		}
		row, after, _ := strings.Cut(rest, "\n")
		if row != "" && (row[0] == '[' || row[0] == '{') {
			v, _ := json.Parse(row)
			search(v, headline, false, all)
		}
		flight = after
	}
}

func keep(f found, all *[]found) {
	if len(f.text) < minStory {
		return
	}
	for _, other := range *all {
		if other.text == f.text {
			return
		}
	}
	*all = append(*all, f)
}

// search collects the texts of a value: strings of several paragraphs, and lists of
// paragraphs.
func search(v json.Value, headline string, titled bool, all *[]found) {
	switch v.Kind {
	case json.String:
		if strings.Count(v.Text, "<p") > 1 {
			keep(found{v.Text, titled}, all)
		}
	case json.Array:
		if text := paragraphs(v); text != "" {
			keep(found{text, titled}, all)
			return
		}
		for _, item := range v.Items {
			search(item, headline, titled, all)
		}
	case json.Object:
		titled = titled || headline != "" && names(v, headline)
		for _, f := range v.Fields {
			search(f.Value, headline, titled, all)
		}
	}
}

// names says whether an object has the headline as a field, or as a field of one.
func names(v json.Value, headline string) bool {
	for _, f := range v.Fields {
		switch f.Value.Kind {
		case json.String:
			if len(f.Value.Text) < 400 && letters(f.Value.Text) == headline {
				return true
			}
		case json.Object:
			if strings.HasPrefix(f.Name, "head") || strings.HasPrefix(f.Name, "title") {
				for _, inner := range f.Value.Fields {
					if len(inner.Value.Str()) < 400 && letters(inner.Value.Str()) == headline {
						return true
					}
				}
			}
		}
	}
	return false
}

// paragraphs gives the text of a list of a story's elements, such as {"type": "text",
// "content": "…"}; pictures and the like among them have no text.
func paragraphs(v json.Value) string {
	var text strings.Builder
	n := 0
	for _, item := range v.Items {
		kind := item.Get("type").Str()
		if item.Kind != json.Object || kind == "" {
			return ""
		}
		if kind != "text" && kind != "paragraph" && kind != "p" && kind != "header" && kind != "heading" {
			continue
		}
		for _, name := range []string{"content", "text", "value", "html"} {
			if words := item.Get(name).Str(); words != "" {
				text.WriteString("<p>" + words + "</p>\n")
				n++
				break
			}
		}
	}
	if n < 2 {
		return ""
	}
	return text.String()
}
