package origin

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	// Timeout is what connecting, headers, body and all redirects may take together.
	Timeout = 5 * time.Second
	// MaxBody is the size of a page in bytes, after decompression.
	MaxBody = 5 << 20
	// maxRedirects is how many redirects are followed.
	maxRedirects = 5
	// UserAgent names the project to publishers.
	UserAgent = "KeyPoints/1 (article cards; fetched at the request of the site that embeds them)"
)

// Fetcher fetches pages.
type Fetcher struct {
	Policy
	// Transport does one exchange, without following redirects.
	Transport http.RoundTripper
	Timeout   time.Duration // 0 for Timeout
}

// Validators are what a publisher said of a page's version, for a conditional
// request.
type Validators struct{ ETag, LastModified string }

// Page is a page as its publisher gave it.
type Page struct {
	URL         string // after redirects
	ContentType string
	Body        []byte
	Validators
	Unchanged bool // the publisher says that the page with these Validators is current; no Body
}

// Fetch gets a page. Its errors are of type *Refusal.
func (f *Fetcher) Fetch(ctx context.Context, address string, known Validators) (*Page, error) {
	limit := f.Timeout
	if limit == 0 {
		limit = Timeout
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	u, refused := f.Check(address)
	if refused != nil {
		return nil, refused
	}
	for range maxRedirects + 1 {
		response, err := f.ask(ctx, u, known)
		if err != nil {
			return nil, failure(ctx, u, err)
		}
		if !redirects(response.StatusCode) {
			return read(ctx, u, response)
		}
		response.Body.Close()
		next, err := u.Parse(response.Header.Get("Location"))
		if err != nil || response.Header.Get("Location") == "" {
			return nil, &Refusal{"origin-failed", u.Host + " redirects to no valid address"}
		}
		if u, refused = f.Check(next.String()); refused != nil {
			refused.Detail = "the page redirects: " + refused.Detail
			return nil, refused
		}
	}
	return nil, &Refusal{"origin-failed", "the page redirects more than 5 times"}
}

// ask sends one request; nothing of the caller's goes with it, no cookie and no
// authorization.
func (f *Fetcher) ask(ctx context.Context, u *url.URL, known Validators) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", UserAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5")
	if known.ETag != "" {
		request.Header.Set("If-None-Match", known.ETag)
	}
	if known.LastModified != "" {
		request.Header.Set("If-Modified-Since", known.LastModified)
	}
	return f.Transport.RoundTrip(request)
}

func redirects(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// read takes the page from a response that is no redirect.
func read(ctx context.Context, u *url.URL, response *http.Response) (*Page, error) {
	defer response.Body.Close()
	page := &Page{URL: u.String(), ContentType: response.Header.Get("Content-Type"),
		Validators: Validators{response.Header.Get("ETag"), response.Header.Get("Last-Modified")}}
	switch status := response.StatusCode; {
	case status == http.StatusNotModified:
		page.Unchanged = true
		return page, nil
	case status == http.StatusNotFound || status == http.StatusGone:
		return nil, &Refusal{"origin-not-found", u.Host + " has no such page (status " + strconv.Itoa(status) + ")"}
	case status != http.StatusOK:
		return nil, &Refusal{"origin-failed", u.Host + " answered with status " + strconv.Itoa(status)}
	}
	if !isText(page.ContentType) {
		return nil, &Refusal{"unsupported-type", "the page is neither HTML nor text"}
	}
	if response.ContentLength > MaxBody {
		return nil, &Refusal{"too-large", ""}
	}
	var err error
	if whole, is := response.Body.(interface{ Bytes() []byte }); is {
		page.Body = whole.Bytes()
	} else if page.Body, err = io.ReadAll(io.LimitReader(response.Body, MaxBody+1)); err != nil {
		return nil, failure(ctx, u, err)
	}
	if len(page.Body) > MaxBody {
		return nil, &Refusal{"too-large", ""}
	}
	return page, nil
}

// isText says whether a content type is one that is read: HTML, XHTML or plain
// text. Without a type the engine looks at the bytes.
func isText(contentType string) bool {
	media, _, _ := strings.Cut(contentType, ";")
	switch strings.ToLower(strings.TrimSpace(media)) {
	case "", "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	return false
}

// failure is what went wrong between us and a publisher, without details of our
// network.
func failure(ctx context.Context, u *url.URL, err error) *Refusal {
	var refused *Refusal
	switch {
	case errors.As(err, &refused):
		return refused
	case errors.Is(err, context.DeadlineExceeded) || errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &Refusal{"origin-timeout", fmt.Sprintf("%s did not answer within %v", u.Host, Timeout)}
	}
	return &Refusal{"origin-failed", u.Host + " could not be reached, or broke off"}
}
