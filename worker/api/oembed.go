package api

import (
	"html"
	"net/url"
	"strconv"
)

// The size in pixels of an embedded card where the consumer sets no limit: a
// column of text wide, and a headline with three quotes high.
const (
	oembedWidth  = 600
	oembedHeight = 480
)

// oembed answers GET /oembed?url=…, oEmbed 1.0 (https://oembed.com). The html is an
// iframe, since consumers such as WordPress strip scripts; its sandbox lets a
// reader follow a quote to the article in the page around it.
func (s *server) oembed(x *exchange) *Problem {
	query := x.URL.Query()
	if format := query.Get("format"); format != "" && format != "json" {
		return problem("not-implemented", "oEmbed is given as JSON")
	}
	page := query.Get("url")
	if s.Fetcher == nil {
		return problem("host-not-allowed", "this server fetches no pages")
	}
	u, refused := s.Fetcher.Check(page)
	if refused != nil {
		return problem(refused.Problem, refused.Detail)
	}
	width, ok := pixels(query.Get("maxwidth"), oembedWidth)
	height, ok2 := pixels(query.Get("maxheight"), oembedHeight)
	if !ok || !ok2 {
		return problem("bad-options", "maxwidth and maxheight must be whole numbers of pixels above 0")
	}
	own, sure := s.endpoint(x)
	src := own + "/v1/card?format=page&url=" + url.QueryEscape(u.String())
	frame := `<iframe src="` + html.EscapeString(src) + `" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) +
		`" title="Key points" loading="lazy" sandbox="allow-scripts allow-popups allow-top-navigation-by-user-activation" style="border:0;max-width:100%"></iframe>`
	b := []byte(`{"version":"1.0","type":"rich","title":"Key points","provider_name":"Key Points","provider_url":`)
	b = quoted(b, own+"/")
	b = append(b, `,"cache_age":86400,"width":`...)
	b = strconv.AppendInt(b, int64(width), 10)
	b = append(b, `,"height":`...)
	b = strconv.AppendInt(b, int64(height), 10)
	b = append(b, `,"html":`...)
	b = quoted(b, frame)
	x.body = append(b, '}', '\n')
	x.header.Set("Content-Type", "application/json")
	x.header.Set("Cache-Control", "no-store")
	if sure {
		x.header.Set("Cache-Control", "public, max-age=3600")
	}
	return nil
}

// pixels reads a maximum and gives the smaller of it and our own size.
func pixels(s string, own int) (int, bool) {
	if s == "" {
		return own, true
	}
	n, err := strconv.ParseUint(s, 10, 16)
	return min(int(n), own), err == nil && n > 0
}

// endpoint is the origin that clients reach us under, and whether that is sure: Host
// and X-Forwarded-Proto are whatever a client wrote.
func (s *server) endpoint(x *exchange) (origin string, sure bool) {
	switch {
	case s.Origin != "":
		return s.Origin, true
	case s.Routed:
		return x.URL.Scheme + "://" + x.URL.Host, true
	case x.TLS != nil:
		return "https://" + x.Host, false
	}
	return "http://" + x.Host, false
}
