package keypoints

import (
	"sort"
	"strings"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/fragment"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

// card makes the card as the editors want it.
func (a *analysis) card(o Options) (*Card, error) {
	edits, problem := a.edits(o)
	if edits.Off {
		return nil, &Error{Code: OptedOut, Message: "the newsroom wants no card of this page"}
	}
	r := a.revise(edits)
	main, pinned := r.main(o)
	c := r.assemble(main, pinned, r.shown(o), o)
	c.Edited, c.Stale = r.outcome()
	c.EditsError = problem
	if o.Include.Edits {
		c.PageEdits, c.EditsError = a.pageEdits()
	}
	return c, nil
}

// assemble puts what the stages found on a card: byte offsets become code points,
// limits and includes are applied. The first pinned of the main quotes are there
// whatever the card has already.
func (r *revision) assemble(main []quote.Quotation, pinned int, shown []denial.Passage, o Options) *Card {
	a, d := r.analysis, r.doc
	c := &Card{Article: a.meta, Include: o.Include, Labels: o.Language, NoNotice: o.NoNotice, Notice: o.Notice, Policy: o.Policy}
	if c.Article.URL == "" {
		c.Article.URL = a.page.URL
	}
	tidy(&c.Article)
	if c.Labels == "" {
		c.Labels = c.Article.Language
	}
	as := assembler{d, newPositions(d.Text), index(a.article, d, a.meta), r}
	for _, found := range shown {
		if item, ok := as.denial(found); ok {
			c.Denials = append(c.Denials, item)
		}
	}
	// A main quote that is a denial shown keeps its place among the best, so that
	// no lesser quotation moves up, unless the card would have none.
	asDenial := 0
	for i, q := range main {
		if n := limit(len(main), o.Quotes); len(c.Quotes) == n || len(c.Quotes) > 0 && len(c.Quotes)+asDenial >= n {
			break
		}
		if i >= pinned && denied(q, shown) {
			asDenial++
			continue
		}
		if item, ok := as.quote(q); ok {
			c.Quotes = append(c.Quotes, item)
		}
	}
	if o.Include.Quotes {
		for _, q := range r.quotes {
			if item, ok := as.quote(q); ok {
				c.AllQuotes = append(c.AllQuotes, item)
			}
		}
	}
	if o.Include.NoComment {
		for _, n := range a.found.NoComments {
			if as.within(n.Range) {
				c.NoComments = append(c.NoComments, NoComment{Text: d.Cut(n.Range), Who: n.Who,
					Position: as.span(n.Range), Fragment: as.fragment(n.Range)})
			}
		}
	}
	if o.Include.Body {
		c.Body = d.Text
	}
	if o.Include.Why {
		for _, left := range a.left {
			c.LeftOut = append(c.LeftOut, card.LeftOut(left))
		}
	}
	if o.Include.Article {
		c.ArticleHTML = a.html
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
	revised   *revision
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
		part = withoutComma(a.d, part)
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
	item.ID = a.revised.ofQuote(q)
	item.Edited = a.revised.editedQuote(q, item.ID)
	item.Sentence = item.Position
	if q.Sentence >= 0 && q.Sentence < len(a.d.Sentences) {
		sentence := a.d.Sentences[q.Sentence].Range
		item.Sentence = a.span(text.Range{Start: min(sentence.Start, whole.Start), End: max(sentence.End, whole.End)})
	}
	return item, true
}

// withoutComma leaves out the comma that only leads on to "he said": “Please
// slow down,” said Ms Solheim.
func withoutComma(d *text.Document, r text.Range) text.Range {
	if words := strings.TrimRight(d.Cut(r), ", "); words != "" {
		r.End = r.Start + len(words)
	}
	return r
}

func (a assembler) denial(p denial.Passage) (Denial, bool) {
	if !a.within(p.Range) {
		return Denial{}, false
	}
	item := Denial{Text: a.d.Cut(p.Range), Denier: p.Denier, Kind: p.Kind, Position: a.span(p.Range),
		Fragment: a.fragment(p.Range), Confidence: p.Confidence, ID: a.revised.ofDenial(p)}
	item.Edited = a.revised.edited(item.ID)
	if a.within(p.Cue) {
		item.Cue = a.d.Cut(p.Cue)
	}
	if p.Claim != nil && a.within(*p.Claim) {
		item.Claim = &Claim{Text: a.d.Cut(*p.Claim), Position: a.span(*p.Claim), Fragment: a.fragment(*p.Claim)}
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
