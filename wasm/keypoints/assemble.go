package keypoints

import (
	"sort"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/fragment"
	"keypoints/wasm/internal/page"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// assemble puts what the stages found on a card: byte offsets become code
// points, limits and includes are applied.
func assemble(p *page.Page, meta card.Article, article *body.Body, d *text.Document, quotes []quote.Quotation,
	main []quote.Quotation, denials denial.Found, o Options) *Card {
	c := &Card{Article: meta, Include: o.Include, Labels: o.Language}
	if c.Article.URL == "" {
		c.Article.URL = p.URL
	}
	tidy(&c.Article)
	if c.Labels == "" {
		c.Labels = c.Article.Language
	}
	a := assembler{d, newPositions(d.Text), index(article, d, meta)}
	sure := denial.Sure(denials.Denials, least(o, leastDenial))
	shown := denial.Select(sure, limit(len(sure), o.Denials))
	for _, found := range shown {
		if item, ok := a.denial(found); ok {
			c.Denials = append(c.Denials, item)
		}
	}
	// A main quote that is a denial shown keeps its place among the best, so that
	// no lesser quotation moves up, unless the card would have none.
	asDenial := 0
	for _, q := range main {
		if n := limit(len(main), o.Quotes); len(c.Quotes) == n || len(c.Quotes) > 0 && len(c.Quotes)+asDenial >= n {
			break
		}
		if denied(q, shown) {
			asDenial++
			continue
		}
		if item, ok := a.quote(q); ok {
			c.Quotes = append(c.Quotes, item)
		}
	}
	if o.Include.Quotes {
		for _, q := range quotes {
			if item, ok := a.quote(q); ok {
				c.AllQuotes = append(c.AllQuotes, item)
			}
		}
	}
	if o.Include.NoComment {
		for _, n := range denials.NoComments {
			if a.within(n.Range) {
				c.NoComments = append(c.NoComments, NoComment{Text: d.Cut(n.Range), Who: n.Who,
					Position: a.span(n.Range), Fragment: a.fragment(n.Range)})
			}
		}
	}
	if o.Include.Body {
		c.Body = d.Text
	}
	if o.Include.Article {
		c.ArticleHTML = article.HTML()
	}
	return c
}

// index finds passages on the page, or in the text alone where no page shows it.
func index(article *body.Body, d *text.Document, meta card.Article) *fragment.Index {
	if article.Shown == nil || len(d.Paragraphs) != len(article.Blocks) {
		return fragment.New(d.Text, meta.Headline, meta.Dek)
	}
	places := make([]fragment.Place, len(d.Paragraphs))
	for i, p := range d.Paragraphs {
		places[i] = fragment.Place{Body: p.Start, Page: article.Blocks[i].Shown}
	}
	return fragment.OnPage(article.Shown.Text, places, article.Shown.Seams)
}

// limit is how many of n things a card shows.
func limit(n, atMost int) int {
	if atMost == All || atMost > n {
		return n
	}
	return max(atMost, 0)
}

// assembler makes the items of one article's card.
type assembler struct {
	d *text.Document
	*positions
	fragments *fragment.Index
}

func (a assembler) fragment(r text.Range) string { return a.fragments.For(r.Start, r.End) }

// quote gives the card's form of a quotation. Its text is cut from the body
// part by part.
func (a assembler) quote(q quote.Quotation) (Quote, bool) {
	if len(q.Parts) == 0 {
		return Quote{}, false
	}
	var words strings.Builder
	parts := make([]text.Range, len(q.Parts))
	for i, part := range q.Parts {
		if !a.within(part) || i > 0 && part.Start < q.Parts[i-1].End {
			return Quote{}, false
		}
		part = a.withoutComma(part)
		parts[i] = part
		if i > 0 {
			words.WriteString(" … ")
		}
		words.WriteString(a.d.Cut(part))
	}
	whole := text.Range{Start: parts[0].Start, End: parts[len(parts)-1].End}
	item := Quote{Text: words.String(), Speaker: q.Speaker, Cue: q.Cue, Position: a.span(whole),
		Fragment: a.fragment(whole), Confidence: q.Confidence, Why: q.Why}
	if len(parts) > 1 {
		for _, part := range parts {
			item.Parts = append(item.Parts, a.span(part))
		}
	}
	item.Sentence = item.Position
	if q.Sentence >= 0 && q.Sentence < len(a.d.Sentences) {
		sentence := a.d.Sentences[q.Sentence].Range
		item.Sentence = a.span(text.Range{Start: min(sentence.Start, whole.Start), End: max(sentence.End, whole.End)})
	}
	return item, true
}

// withoutComma leaves out the comma that only leads on to "he said": “Please
// slow down,” said Ms Solheim.
func (a assembler) withoutComma(r text.Range) text.Range {
	if words := strings.TrimRight(a.d.Cut(r), ", "); words != "" {
		r.End = r.Start + len(words)
	}
	return r
}

func (a assembler) denial(p denial.Passage) (Denial, bool) {
	if !a.within(p.Range) {
		return Denial{}, false
	}
	item := Denial{Text: a.d.Cut(p.Range), Denier: p.Denier, Kind: p.Kind, Position: a.span(p.Range),
		Fragment: a.fragment(p.Range), Confidence: p.Confidence}
	if a.within(p.Cue) {
		item.Cue = a.d.Cut(p.Cue)
	}
	if p.Claim != nil && a.within(*p.Claim) {
		item.Claim = &Claim{Text: a.d.Cut(*p.Claim), Position: a.span(*p.Claim)}
	}
	return item, true
}

// denied says whether a quotation stands on the card as a denial already: most
// of its words lie in a denial's passage. ("I never met him," said Ms Vale,
// after reports that she had.)
func denied(q quote.Quotation, denials []denial.Passage) bool {
	if len(q.Parts) == 0 {
		return false
	}
	start, end := q.Parts[0].Start, q.Parts[len(q.Parts)-1].End
	first := sort.Search(len(denials), func(i int) bool { return denials[i].End > start })
	for _, p := range denials[first:] {
		if p.Start >= end {
			break
		}
		all, shared := 0, 0
		for _, part := range q.Parts {
			all += part.End - part.Start
			shared += max(0, min(part.End, p.End)-max(part.Start, p.Start))
		}
		if 2*shared > all {
			return true
		}
	}
	return false
}
