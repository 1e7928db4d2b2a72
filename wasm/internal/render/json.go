package render

import "keypoints/wasm/card"

// JSON writes the card as the HTTP API gives it. Fields that the article does
// not fill are null; the optional parts are there only when they were asked for.
func JSON(c *card.Card) []byte {
	// About what it will be: an item has 800 bytes, and escapes are few.
	items := len(c.Quotes) + len(c.AllQuotes) + len(c.Denials) + len(c.NoComments)
	w := jsonWriter{buf: make([]byte, 0, 4096+(len(c.Body)+len(c.ArticleHTML))*9/8+800*items)}
	w.open('{')
	w.key("version").int(card.Version)
	w.key("engine").string(card.EngineVersion)
	w.key("article").article(&c.Article)
	w.key("quotes").quotes(c.Quotes)
	w.key("denials").denials(c.Denials)
	w.key("edited").bool(c.Edited)
	w.key("stale_edits").edits(c.Stale)
	if c.EditsError != "" {
		w.key("edits_error").string(c.EditsError)
	}
	if c.Include.Body {
		w.key("body").string(c.Body)
	}
	if c.Include.Quotes {
		w.key("all_quotes").quotes(c.AllQuotes)
	}
	if c.Include.NoComment {
		w.key("no_comment").noComments(c.NoComments)
	}
	if c.Include.Edits {
		w.key("page_edits")
		if c.PageEdits == nil {
			w.null()
		} else {
			list := c.PageEdits.List
			if c.PageEdits.Off {
				list = append(list[:len(list):len(list)], card.Edit{Action: card.Off})
			}
			w.open('{')
			w.key("version").int(card.Version)
			w.key("edits").edits(list)
			w.close('}')
		}
	}
	if c.Include.Why {
		w.key("left_out").open('[')
		for _, left := range c.LeftOut {
			w.element().open('{')
			w.key("text").string(left.Text)
			w.key("why").string(left.Why)
			w.close('}')
		}
		w.close(']')
	}
	if c.Include.Article {
		w.key("article_html").string(c.ArticleHTML)
	}
	w.close('}')
	return append(w.buf, '\n')
}

func (w *jsonWriter) article(a *card.Article) {
	w.open('{')
	w.key("url").nullable(card.WebURL(a.URL))
	w.key("headline").nullable(a.Headline)
	w.key("dek").nullable(a.Dek)
	w.key("byline").open('[')
	for _, name := range a.Byline {
		w.element().string(name)
	}
	w.close(']')
	w.key("publisher").nullable(a.Publisher)
	w.key("published").nullable(a.Published)
	w.key("modified").nullable(a.Modified)
	w.key("language").nullable(a.Language)
	w.key("image")
	if image := image(a); image == nil {
		w.null()
	} else {
		w.open('{')
		w.key("url").string(image.URL)
		w.key("caption").nullable(image.Caption)
		w.key("credit").nullable(image.Credit)
		w.close('}')
	}
	w.close('}')
}

// image is the article's lead image, or nil where it has none that may be shown.
func image(a *card.Article) *card.Image {
	if a.Image == nil || card.WebURL(a.Image.URL) == "" {
		return nil
	}
	return &card.Image{URL: card.WebURL(a.Image.URL), Caption: a.Image.Caption, Credit: a.Image.Credit}
}

func (w *jsonWriter) quotes(quotes []card.Quote) {
	w.open('[')
	for i := range quotes {
		q := &quotes[i]
		w.element().open('{')
		w.key("id").string(q.ID)
		w.key("text").string(q.Text)
		w.key("speaker").source(q.Speaker)
		w.key("cue").nullable(q.Cue)
		w.key("position").span(q.Position)
		if len(q.Parts) > 0 {
			w.key("parts").open('[')
			for _, part := range q.Parts {
				w.element().span(part)
			}
			w.close(']')
		}
		w.key("sentence").span(q.Sentence)
		w.key("fragment").string(q.Fragment)
		w.key("confidence").hundredths(q.Confidence)
		if q.Edited {
			w.key("edited").bool(true)
		}
		w.why(q.Why)
		w.close('}')
	}
	w.close(']')
}

func (w *jsonWriter) denials(denials []card.Denial) {
	w.open('[')
	for i := range denials {
		d := &denials[i]
		w.element().open('{')
		w.key("id").string(d.ID)
		w.key("text").string(d.Text)
		w.key("denier").source(d.Denier)
		w.key("kind").string(d.Kind)
		w.key("cue").nullable(d.Cue)
		w.key("claim")
		if d.Claim == nil {
			w.null()
		} else {
			w.open('{')
			w.key("text").string(d.Claim.Text)
			w.key("position").span(d.Claim.Position)
			w.key("fragment").string(d.Claim.Fragment)
			w.close('}')
		}
		w.key("position").span(d.Position)
		w.key("fragment").string(d.Fragment)
		w.key("confidence").hundredths(d.Confidence)
		if d.Edited {
			w.key("edited").bool(true)
		}
		w.close('}')
	}
	w.close(']')
}

func (w *jsonWriter) noComments(found []card.NoComment) {
	w.open('[')
	for i := range found {
		n := &found[i]
		w.element().open('{')
		w.key("text").string(n.Text)
		w.key("who").nullable(n.Who)
		w.key("position").span(n.Position)
		w.key("fragment").string(n.Fragment)
		w.close('}')
	}
	w.close(']')
}

// why writes the field of what a choice rests on, where it was asked for.
func (w *jsonWriter) why(y *card.Why) {
	if y == nil {
		return
	}
	w.key("why").open('{')
	w.key("features").open('[')
	for _, f := range y.Features {
		w.element().open('{')
		w.key("name").string(f.Name)
		w.key("weight").tenths(f.Weight)
		w.close('}')
	}
	w.close(']')
	w.key("runner_up")
	if y.RunnerUp == nil {
		w.null()
	} else {
		w.open('{')
		w.key("name").nullable(y.RunnerUp.Name)
		w.key("confidence").hundredths(y.RunnerUp.Confidence)
		w.close('}')
	}
	w.close('}')
}

// edits writes edits as they came.
func (w *jsonWriter) edits(edits []card.Edit) {
	w.open('[')
	for i := range edits {
		e := &edits[i]
		w.element().open('{')
		if e.Action != card.Off {
			w.key("id").string(e.ID)
		}
		w.key("action").string(string(e.Action))
		if e.Action == card.Set {
			w.key("speaker")
			if e.Speaker == nil {
				w.null()
			} else {
				w.open('{')
				w.key("name").string(e.Speaker.Name)
				w.key("role").nullable(e.Speaker.Role)
				w.close('}')
			}
		}
		w.close('}')
	}
	w.close(']')
}

func (w *jsonWriter) source(s *card.Source) {
	if s == nil {
		w.null()
		return
	}
	w.open('{')
	w.key("name").string(s.Name)
	w.key("role").nullable(s.Role)
	w.key("mention").nullable(s.Mention)
	w.close('}')
}

func (w *jsonWriter) span(s card.Span) {
	w.open('{')
	w.key("start").int(s.Start)
	w.key("end").int(s.End)
	w.close('}')
}
