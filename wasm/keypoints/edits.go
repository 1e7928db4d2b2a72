package keypoints

import (
	"slices"
	"sort"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/denial"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/rank"
	"keypoints/wasm/internal/text"
	"keypoints/wasm/options"
)

// edits are the newsroom's: those that came with the page's address or in its request,
// else those in the page. What cannot be read there changes nothing; problem says why.
func (a *analysis) edits(o Options) (edits card.Edits, problem string) {
	if o.Edits != nil {
		return *o.Edits, ""
	}
	given, problem := a.pageEdits()
	if given == nil {
		given = &edits
	}
	return *given, problem
}

// pageEdits are those in the page: nil where it has none, or none that can be read.
func (a *analysis) pageEdits() (edits *card.Edits, problem string) {
	if a.page.Edits == "" {
		return nil, ""
	}
	read, err := options.ParseEdits(a.page.Edits)
	if err != nil {
		return nil, "the edits in the page change nothing: " + err.Error()
	}
	return &read, ""
}

// revision is an analysis as the editors want it.
type revision struct {
	*analysis
	*ids
	list   []card.Edit
	hidden map[string]bool
	pinned []string // in the order of their edits
	set    map[string]*card.Source

	quotes []quote.Quotation // without what is hidden, with the speakers that are set
	ranked []quote.Quotation // the same as they are ranked: by who the engine thinks speaks
	named  map[int]bool      // where a quotation begins whose speaker is set
	all    []denial.Passage  // denials as quotes
}

func (a *analysis) revise(edits card.Edits) *revision {
	r := &revision{analysis: a, ids: nameAll(a.doc, a.quotes, a.found.Denials), list: edits.List, quotes: a.quotes, ranked: a.quotes, all: a.found.Denials}
	if len(edits.List) == 0 {
		return r
	}
	r.hidden, r.set = map[string]bool{}, map[string]*card.Source{}
	for _, e := range edits.List {
		switch e.Action {
		case card.Set:
			r.set[e.ID] = e.Speaker
			continue
		case card.Pin:
			r.pinned = append(r.pinned, e.ID)
		case card.Hide:
			r.pinned = slices.DeleteFunc(r.pinned, func(id string) bool { return id == e.ID })
		}
		r.hidden[e.ID] = e.Action == card.Hide
	}
	r.reviseQuotes()
	r.all = nil
	for _, p := range a.found.Denials {
		id := r.ids.denial(p)
		if r.hidden[id] {
			continue
		}
		if speaker, ok := r.set[id]; ok {
			p.Denier, p.Confidence, p.WithoutClaim, p.Entity = corrected(speaker, p.Denier), 1, 1, -1
		}
		r.all = append(r.all, p)
	}
	return r
}

// reviseQuotes leaves out the quotations that are hidden, and names the speakers that are
// set. What an editor names must not fall off the card for the name, so it is ranked with
// the speaker it had; no quotation is joined with one of another set speaker.
func (r *revision) reviseQuotes() {
	r.quotes, r.ranked, r.named = nil, nil, map[int]bool{}
	var names []string
	for _, q := range r.analysis.quotes {
		id := r.ids.quote(q)
		if r.hidden[id] {
			continue
		}
		ranked := q
		if speaker, ok := r.set[id]; ok {
			q.Speaker, q.Confidence, ranked.Confidence = corrected(speaker, q.Speaker), 1, 1
			if ranked.Speaker == nil {
				ranked.Speaker = q.Speaker
			}
			name := ""
			if speaker != nil {
				name = speaker.Name + "\n" + speaker.Role
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
			ranked.Entity = -2 - slices.Index(names, name)
			r.named[q.Parts[0].Start] = true
		}
		r.quotes, r.ranked = append(r.quotes, q), append(r.ranked, ranked)
	}
}

// revised does the same to quotations that were ranked, some of which were joined.
func (r *revision) revised(fit []quote.Quotation) []quote.Quotation {
	var out []quote.Quotation
	for _, q := range fit {
		id := r.ids.quote(q)
		if r.hidden[id] {
			continue
		}
		if speaker, ok := r.set[id]; ok {
			q.Speaker, q.Confidence = corrected(speaker, q.Speaker), 1
		} else if start := q.Parts[0].Start; r.named[start] {
			q.Speaker = r.quotes[slices.IndexFunc(r.quotes, func(o quote.Quotation) bool { return o.Parts[0].Start == start })].Speaker
		}
		out = append(out, q)
	}
	return out
}

// corrected is a speaker that an editor set; the words beside the quotation stay.
func corrected(s, before *card.Source) *card.Source {
	if s == nil {
		return nil
	}
	named := *s
	if before != nil {
		named.Mention = before.Mention
	}
	return &named
}

// main gives the quotations that the card may take, best first: those that an editor
// pinned, then those that one would show, or all that are fit where all are asked for.
func (r *revision) main(o Options) (main []quote.Quotation, pinned int) {
	fit, worthy := rank.Quotes(r.doc, r.sources, r.ranked, r.meta.Headline, least(o, leastQuote))
	if o.Quotes != All {
		fit = fit[:worthy]
	}
	if len(r.list) == 0 {
		return fit, 0
	}
	fit = r.revised(fit) // those that were joined have names of their own
	for _, id := range r.pinned {
		for _, q := range slices.Concat(fit, r.quotes) {
			if r.ids.quote(q) == id && !slices.ContainsFunc(main, func(o quote.Quotation) bool { return shareWords(o, q) }) {
				main = append(main, q)
				break
			}
		}
	}
	pinned = len(main)
	for _, q := range fit {
		if !slices.ContainsFunc(main[:pinned], func(o quote.Quotation) bool { return shareWords(o, q) }) {
			main = append(main, q)
		}
	}
	return main, pinned
}

// shareWords tells that two quotations share words.
func shareWords(a, b quote.Quotation) bool {
	for _, x := range a.Parts {
		for _, y := range b.Parts {
			if x.Start < y.End && y.Start < x.End {
				return true
			}
		}
	}
	return false
}

// shown gives the denials that the card takes, in reading order: the pinned ones first
// of all, then those that are sure enough.
func (r *revision) shown(o Options) []denial.Passage {
	sure := rank.Sure(r.all, least(o, leastDenial), least(o, 0))
	var pinned []denial.Passage
	for _, id := range r.pinned {
		for _, p := range r.all {
			if r.ids.denial(p) == id && !slices.ContainsFunc(pinned, func(o denial.Passage) bool { return o.Range == p.Range }) {
				pinned = append(pinned, p)
			}
		}
	}
	if len(pinned) == 0 {
		return rank.Denials(sure, limit(len(sure), o.Denials))
	}
	sure = slices.DeleteFunc(sure, func(p denial.Passage) bool {
		return slices.ContainsFunc(pinned, func(o denial.Passage) bool { return o.Range == p.Range })
	})
	n := limit(len(sure)+len(pinned), o.Denials)
	pinned = pinned[:min(n, len(pinned))]
	shown := append(pinned, rank.Denials(sure, n-len(pinned))...)
	sort.Slice(shown, func(i, j int) bool { return shown[i].Start < shown[j].Start })
	return shown
}

func (r *revision) ofQuote(q quote.Quotation) string { return r.ids.quote(q) }

func (r *revision) ofDenial(p denial.Passage) string { return r.ids.denial(p) }

// editedQuote is edited of a quotation, some of whose parts may have been edited.
func (r *revision) editedQuote(q quote.Quotation, id string) bool {
	return r.edited(id) || r.named[q.Parts[0].Start]
}

// edited tells that an editor chose an item or named its speaker.
func (r *revision) edited(id string) bool {
	_, named := r.set[id]
	return named || slices.Contains(r.pinned, id)
}

// outcome says whether any edit found its passage, and gives those that did not.
func (r *revision) outcome() (edited bool, stale []card.Edit) {
	if len(r.list) == 0 {
		return false, nil
	}
	for _, q := range r.joined() {
		r.ids.quote(q)
	}
	for _, e := range r.list {
		if r.taken[e.ID] {
			edited = true
		} else {
			stale = append(stale, e)
		}
	}
	return edited, stale
}

// joined gives the quotations as the card would join them without any edit.
func (r *revision) joined() []quote.Quotation {
	fit, _ := rank.Quotes(r.doc, r.sources, r.analysis.quotes, r.meta.Headline, 0)
	return fit
}

// withhold takes away what the publisher's markup keeps off the card: the article's text
// that no snippet may have.
func (a *analysis) withhold() {
	if !slices.ContainsFunc(a.doc.Paragraphs, func(p text.Paragraph) bool { return p.Withheld }) {
		return
	}
	w := newWithheld(a.doc, a.meta)
	a.quotes = slices.DeleteFunc(a.quotes, func(q quote.Quotation) bool {
		return len(q.Parts) == 0 || w.has(text.Range{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End})
	})
	for i := range a.quotes {
		a.quotes[i].Speaker = w.source(a.quotes[i].Speaker)
	}
	a.found.Denials = slices.DeleteFunc(a.found.Denials, func(p denial.Passage) bool { return w.has(p.Range) })
	for i := range a.found.Denials {
		p := &a.found.Denials[i]
		p.Denier = w.source(p.Denier)
		if p.Claim != nil && w.has(*p.Claim) {
			p.Claim, p.Confidence = nil, p.WithoutClaim
		}
	}
	a.found.NoComments = slices.DeleteFunc(a.found.NoComments, func(n denial.NoComment) bool { return w.has(n.Range) })
}
