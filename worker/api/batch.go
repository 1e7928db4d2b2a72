package api

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"keypoints/wasm/options"
)

// MaxLines is how many pages a batch may have.
const MaxLines = 1000

// maxLine is the size of a line in bytes: JSON escapes may double a page.
const maxLine = 2*MaxBody + 4*maxURL

// batch answers POST /v1/cards: a line of JSON in, a line of JSON out, at once. In
// the Worker batch.mjs does the same, since there a response leaves Go whole.
func (s *server) batch(w http.ResponseWriter, r *http.Request) *Problem {
	media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	switch strings.ToLower(strings.TrimSpace(media)) {
	case "application/x-ndjson", "application/ndjson", "application/jsonl":
	default:
		return problem("unsupported-type", "send application/x-ndjson: a JSON object on each line")
	}
	query := r.URL.Query()
	if _, format, err := options.Parse(addressed(query)); err != nil {
		return problem("bad-options", err.Error())
	} else if format != options.JSON {
		return problem("bad-options", "a batch gives JSON: leave format away")
	}
	w.Header().Set("Content-Type", "application/x-ndjson; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	control.EnableFullDuplex() // over HTTP/1 answers would wait for the last line
	lines := bufio.NewReaderSize(r.Body, 64<<10)
	for index, more := 0, true; more; {
		control.SetReadDeadline(time.Now().Add(30 * time.Second))
		control.SetWriteDeadline(time.Now().Add(60 * time.Second))
		line, err := readLine(lines)
		more = err == nil
		blank := len(bytes.Trim(line, " \t\r\n")) == 0
		var out []byte
		switch {
		case errors.Is(err, os.ErrDeadlineExceeded):
			out = answer(index, problem("request-timeout", ""), nil)
		case blank:
			continue
		case index >= MaxLines:
			out, more = answer(index, problem("too-large", "a batch may have 1,000 lines: this one and those behind it are not read"), nil), false
		default:
			out = s.line(r, query, index, line)
		}
		if _, err := w.Write(out); err != nil {
			return nil
		}
		control.Flush()
		index++
	}
	drain(w, r)
	return nil
}

// line is the answer to one line of a batch.
func (s *server) line(r *http.Request, query url.Values, index int, line []byte) []byte {
	x := &exchange{header: http.Header{}, status: http.StatusOK}
	x.Request = &http.Request{Method: http.MethodPost, URL: &url.URL{Path: "/v1/card", RawQuery: withoutURL(query)},
		Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(line)), ContentLength: int64(len(line))}
	x.Request = x.Request.WithContext(r.Context())
	if p := s.dispatch(routes["/v1/card"], true, x); p != nil {
		return answer(index, p, nil)
	}
	return answer(index, nil, x.body)
}

// answer is a line of the response: a problem, or else a card.
func answer(index int, p *Problem, card []byte) []byte {
	kind := "card"
	if p != nil {
		x := &exchange{header: http.Header{}}
		p.write(x)
		kind, card = "problem", x.body
	}
	out := append([]byte(`{"index":`), strconv.Itoa(index)...)
	out = append(out, `,"`+kind+`":`...)
	return append(append(out, bytes.TrimSpace(card)...), '}', '\n')
}

// withoutURL is a query with the options alone: each line has its own url.
func withoutURL(query url.Values) string {
	kept := url.Values{}
	for _, name := range options.Names {
		if value := query.Get(name); value != "" {
			kept.Set(name, value)
		}
	}
	return kept.Encode()
}

// readLine reads up to a line break. Of a line that is too long the beginning is
// given, one byte longer than allowed, and the rest is skipped.
func readLine(r *bufio.Reader) (line []byte, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line) <= maxLine {
			line = append(line, part[:min(len(part), maxLine+1-len(line))]...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}
