package native

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"keypoints/wasm/options"
	"keypoints/worker/api"
)

// NoEdits is what a page without edits has.
const NoEdits = `{"version":1,"edits":[]}`

// Newsroom keeps the edits and the history of pages in files, a page a file, behind a
// secret. worker/edits.mjs and worker/history.mjs do the same in KV.
type Newsroom struct {
	Dir    string
	Secret string
	mu     sync.Mutex
}

// Serve answers /v1/edits and /v1/history, and leaves other paths to otherwise.
func (n *Newsroom) Serve(otherwise http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/v1/edits":
			n.edits(w, r)
		case "/v1/history":
			n.history(w, r)
		default:
			otherwise.ServeHTTP(w, r)
		}
	})
}

// Edits gives the edits of a page, or ""; an error where the file cannot be read, or holds
// what are none.
func (n *Newsroom) Edits(page string) (string, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	text, err := n.read("edits", canonical(page), NoEdits)
	if text == NoEdits || err != nil {
		return "", err
	}
	_, err = options.ParseEdits(text)
	return text, err
}

func (n *Newsroom) edits(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet && !r.URL.Query().Has("url") {
		api.Shared(w.Header())
		answerJSON(w, `{"store":"`+n.state(r)+`"}`+"\n")
		return
	}
	page, ok := n.open(w, r, "GET", "HEAD", "PUT", "DELETE")
	if !ok {
		return
	}
	text := NoEdits
	if r.Method == http.MethodPut {
		if text, ok = readEdits(w, r); !ok {
			return
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	before, err := n.read("edits", page, NoEdits)
	if err == nil && (r.Method == http.MethodPut || r.Method == http.MethodDelete) {
		if !knows(r, tag(before), before) {
			api.Refuse(w, r, "changed-meanwhile", "")
			return
		}
		err = n.write("edits", page, text)
		before = text
	}
	switch {
	case err != nil:
		w.Header().Set("Retry-After", "5")
		api.Refuse(w, r, "store-failed", "")
	case r.Method == http.MethodDelete:
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(http.StatusNoContent)
	default:
		w.Header().Set("ETag", tag(before))
		answerJSON(w, before)
	}
}

// state tells without a page whether edits are kept here, and whether a request may see them.
func (n *Newsroom) state(r *http.Request) string {
	switch {
	case n.Secret == "" || n.Dir == "":
		return "off"
	case n.Bears(r):
		return "open"
	}
	return "closed"
}

func answerJSON(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	io.WriteString(w, text)
}

// readEdits reads the body of a PUT.
func readEdits(w http.ResponseWriter, r *http.Request) (string, bool) {
	body, err := io.ReadAll(io.LimitReader(r.Body, options.MaxEditBytes+1))
	refuse := func(why string) (string, bool) {
		api.Refuse(w, r, "bad-edits", why)
		return "", false
	}
	switch {
	case err != nil:
		api.Refuse(w, r, "request-timeout", "")
		return "", false
	case len(body) > options.MaxEditBytes:
		return refuse("the edits may have 16 KB (16,384 bytes)")
	case !json.Valid(body) || !utf8.Valid(body):
		return refuse(`the edits must be JSON: {"version": 1, "edits": […]}`)
	}
	if _, err := options.ParseEdits(string(body)); err != nil {
		return refuse(err.Error())
	}
	return string(body), true
}

// open gives the page of a request that may see and change its edits, or refuses it.
func (n *Newsroom) open(w http.ResponseWriter, r *http.Request, methods ...string) (string, bool) {
	api.Shared(w.Header())
	refuse := func(name, detail string) (string, bool) {
		api.Refuse(w, r, name, detail)
		return "", false
	}
	known := false
	for _, m := range methods {
		known = known || m == r.Method
	}
	if !known {
		w.Header().Set("Allow", strings.Join(methods, ", "))
		return refuse("method-not-allowed", "")
	}
	if n.Secret == "" {
		return refuse("not-implemented", "this server keeps no edits: start it with -store and a folder, and a secret in EDITS_SECRET")
	}
	if !n.Bears(r) {
		w.Header().Set("WWW-Authenticate", `Bearer realm="edits"`)
		return refuse("unauthorized", "")
	}
	page := canonical(r.URL.Query().Get("url"))
	if page == "" {
		return refuse("bad-url", "")
	}
	if n.Dir == "" {
		return refuse("not-implemented", "this server has no store: start it with -store and a folder")
	}
	return page, true
}

// Bears tells whether a request bears the secret. Hashes are compared, in a time that tells
// nothing of where two secrets differ, nor of their lengths.
func (n *Newsroom) Bears(r *http.Request) bool {
	header := r.Header.Get("Authorization")
	if n.Secret == "" || len(header) < 7 || !strings.EqualFold(header[:7], "bearer ") {
		return false
	}
	x, y := sha256.Sum256([]byte(header[7:])), sha256.Sum256([]byte(n.Secret))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// knows tells whether a writer knows what is there (RFC 9110, section 13.1); one who names
// nothing takes what comes.
func knows(r *http.Request, tag, now string) bool {
	if strings.TrimSpace(r.Header.Get("If-None-Match")) == "*" && now != NoEdits {
		return false
	}
	wanted, named := r.Header["If-Match"]
	for t := range strings.SplitSeq(strings.Join(wanted, ","), ",") {
		if t = strings.TrimSpace(t); t == tag || t == "*" && now != NoEdits {
			return true
		}
	}
	return !named
}

func tag(text string) string { return `"` + digest(text) + `"` }

// digest is 128 bits of SHA-256 as hexadecimal digits.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:16])
}

func (n *Newsroom) path(kind, page string) string {
	return filepath.Join(n.Dir, kind+"-"+digest(page)+".json")
}

// read gives what is kept of a page, or otherwise where nothing is.
func (n *Newsroom) read(kind, page, otherwise string) (string, error) {
	content, err := os.ReadFile(n.path(kind, page))
	if errors.Is(err, fs.ErrNotExist) {
		return otherwise, nil
	}
	return string(content), err
}

// write keeps a text whole or not at all: it is written beside the file and takes its
// place at once.
func (n *Newsroom) write(kind, page, text string) error {
	if text == NoEdits {
		if err := os.Remove(n.path(kind, page)); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(n.Dir, 0o700); err != nil {
		return err
	}
	beside, err := os.CreateTemp(n.Dir, kind+"-*.new")
	if err != nil {
		return err
	}
	defer os.Remove(beside.Name()) // after the rename there is none
	_, err = beside.WriteString(text)
	err = errors.Join(err, beside.Sync(), beside.Close())
	if err != nil {
		return err
	}
	return os.Rename(beside.Name(), n.path(kind, page))
}

// tracking are query parameters that say where a reader came from; as in worker/key.mjs.
var tracking = regexp.MustCompile(`^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|mc_cid|mc_eid|yclid|_ga|cmpid)$`)

// canonical is one spelling for each page, as in worker/key.mjs; empty for what is no web
// address.
func canonical(address string) string {
	u, err := url.Parse(address)
	if err != nil || len(address) > 2048 || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	u.Host = strings.ToLower(u.Host)
	if u.Path == "" {
		u.Path = "/"
	}
	var kept []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if name, _, _ := strings.Cut(part, "="); !tracking.MatchString(name) {
			kept = append(kept, part)
		}
	}
	u.RawQuery = strings.Join(kept, "&")
	return u.String()
}
