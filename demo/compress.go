package main

import (
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"

	"keypoints/worker/build/deployment"
)

// compressed answers with gzip to who takes it, as an edge in front of a server does, so
// that sizes seen on this machine are near those that readers pay (brotli takes a tenth
// less). Short answers and those that are compressed already stay as they are, and so do
// batches, whose lines are to leave at once, and edits, which are saved again by their
// strong ETag.
func compressed(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead || r.URL.Path == "/v1/edits" || !deployment.TakesGzip(r) {
			h.ServeHTTP(w, r)
			return
		}
		c := &compressing{ResponseWriter: w}
		defer c.close()
		h.ServeHTTP(c, r)
	})
}

// compressing decides at the header whether what follows it is compressed.
type compressing struct {
	http.ResponseWriter
	started bool
	to      *gzip.Writer // nil where it is not
}

func (c *compressing) WriteHeader(status int) {
	if !c.started {
		c.started = true
		if c.compresses(status) {
			h := c.Header()
			h.Set("Content-Encoding", "gzip")
			h.Del("Content-Length")
			h.Del("Accept-Ranges")
			if tag := h.Get("ETag"); strings.HasPrefix(tag, `"`) {
				h.Set("ETag", "W/"+tag) // the same answer in other bytes
			}
			c.to = gzip.NewWriter(c.ResponseWriter)
		}
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *compressing) compresses(status int) bool {
	h := c.Header()
	media, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	switch {
	case strings.HasPrefix(media, "text/"), media == "application/json", media == "application/ld+json", media == "application/problem+json", media == "image/svg+xml":
	default:
		return false
	}
	h.Add("Vary", "Accept-Encoding")
	size, err := strconv.Atoi(h.Get("Content-Length"))
	return status == http.StatusOK && h.Get("Content-Encoding") == "" && (err != nil || size >= 1024)
}

func (c *compressing) Write(b []byte) (int, error) {
	if !c.started {
		c.WriteHeader(http.StatusOK)
	}
	if c.to != nil {
		return c.to.Write(b)
	}
	return c.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (c *compressing) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (c *compressing) close() {
	if c.to != nil {
		c.to.Close()
	}
}
