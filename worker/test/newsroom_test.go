package test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"keypoints/wasm/options"
	"keypoints/worker/api"
	"keypoints/worker/native"
	"keypoints/worker/origin"
	"keypoints/worker/test/need"
)

const ferryPage = `<!doctype html><html lang="en"><head><title>Harbour council votes on ferry</title></head><body><article><h1>Harbour council votes on ferry</h1>
<p>The council of Northport voted on Tuesday to keep the ferry across the bay for another ten years, ending a long dispute over its cost.</p>
<p>“We owe the islands a boat that sails in every weather of the year,” said Ingrid Solheim, the mayor of Northport, after the vote.</p>
<p>“The money would have paid for a bridge within a single decade,” said Omar Reyes, who leads the opposition in the council.</p>
<p>The ferry carries some 400 people a day, most of them on their way to school or to work in the shipyards on the other side.</p></article></body></html>`

// newsrooms are the Worker in workerd and the native server, with stores of their own.
func newsrooms(t *testing.T) map[string]string {
	n := &native.Newsroom{Dir: t.TempDir(), Secret: "secret"}
	policy := origin.Policy{Loopback: true}
	server := httptest.NewServer(n.Serve(api.New(api.Config{Engine: native.Engine{}, Version: options.Version, Edits: n.Edits, Made: n.Note,
		Fetcher: &origin.Fetcher{Policy: policy, Transport: native.Transport(policy)}})))
	t.Cleanup(server.Close)
	return map[string]string{"workerd": need.Worker(t, "DEVELOPMENT=true", "EDITS_SECRET=secret", "CMS_KEY=cms", "RATE_LIMIT=1000"), "native": server.URL}
}

// publisherOf serves a page that can be changed.
func publisherOf(t *testing.T) (address string, page *atomic.Value) {
	page = &atomic.Value{}
	page.Store(ferryPage)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, page.Load().(string))
	}))
	t.Cleanup(server.Close)
	return server.URL + "/ferry", page
}

func ask(t *testing.T, method, address, body string, headers ...string) response {
	t.Helper()
	r, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response{answer.StatusCode, answer.Header, content}
}

type cardJSON struct {
	Quotes []struct{ ID, Text string }
	Edited bool
	Stale  []struct{ ID string } `json:"stale_edits"`
}

func cardAt(t *testing.T, base, page string) (c cardJSON) {
	t.Helper()
	r := ask(t, "GET", base+"/v1/card?url="+url.QueryEscape(page), "")
	if r.status != 200 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	if err := json.Unmarshal(r.body, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

const bearer = "Bearer secret"

func TestANewsroomsEditsHoldEverywhereAlike(t *testing.T) {
	page, content := publisherOf(t)
	all := newsrooms(t)
	answers := map[string][]response{}
	for name, base := range all {
		content.Store(ferryPage)
		t.Run(name, func(t *testing.T) {
			at, card := base+"/v1/edits?url="+url.QueryEscape(page), base+"/v1/card?url="+url.QueryEscape(page)
			before := cardAt(t, base, page)
			if len(before.Quotes) != 2 || before.Edited {
				t.Fatalf("%+v", before)
			}
			for _, secret := range []string{"", "Bearer", "Bearer wrong", "Basic secret", "Bearer secret2"} {
				for _, method := range []string{"GET", "PUT", "DELETE"} {
					if r := ask(t, method, at, "{}", "Authorization", secret); r.status != 401 || r.header.Get("Www-Authenticate") == "" {
						t.Errorf("%s with %q: %d", method, secret, r.status)
					}
				}
			}
			empty := ask(t, "GET", at, "", "Authorization", bearer)
			if empty.status != 200 || string(empty.body) != native.NoEdits || empty.header.Get("Etag") == "" {
				t.Fatalf("%d %s", empty.status, empty.body)
			}
			for wrong, field := range map[string]string{`{"version":1,"edits":[{"id":"q1","action":"erase"}]}`: "edits[0].action", `{"version":1,"edits":[{"id":"q1","action":"hide","text":"new words"}]}`: "edits[0].text",
				"": "the edits must be JSON", "{": "the edits must be JSON", "// {}": "the edits must be JSON", `{"version":1,"edits":[` + strings.Repeat(`{"action":"off"},`, 9999) + `{"action":"off"}]}`: "the edits may have 16 KB",
				`{"version":1,"edits":[` + strings.Repeat(`{"action":"off"},`, 100) + `{"action":"off"}]}`: "edits may have 100", "{\"version\":1,\"edits\":[\"\xff\"]}": "the edits must be JSON"} {
				r := ask(t, "PUT", at, wrong, "Authorization", bearer)
				answers[name] = append(answers[name], r)
				if r.status != 400 || !strings.Contains(string(r.body), `"/problems/bad-edits"`) || !strings.Contains(string(r.body), `"detail":"`+field) {
					t.Errorf("%.60s: %d %s", wrong, r.status, r.body)
				}
			}
			hidden, named := before.Quotes[0].ID, before.Quotes[1].ID
			edits := `{"version":1,"edits":[{"id":"` + hidden + `","action":"hide"},{"id":"` + named + `","action":"set","speaker":{"name":"<b>O. Réyes</b>","role":"leader, opposition"}}]}`
			saved := ask(t, "PUT", at, edits, "Authorization", bearer, "If-Match", empty.header.Get("Etag"))
			if saved.status != 200 || string(saved.body) != edits {
				t.Fatalf("%d %s", saved.status, saved.body)
			}
			for _, format := range []string{"", "&format=html", "&format=page", "&format=jsonld", "&format=markdown"} {
				r := ask(t, "GET", card+format, "")
				answers[name] = append(answers[name], r)
				if !strings.Contains(string(r.body), "Réyes") || strings.Contains(string(r.body), "every weather") || strings.Contains(string(r.body), "<b>") {
					t.Errorf("%s: %s", format, r.body)
				}
			}
			// The same edits with the page itself, and to try them on a page that is fetched.
			body, _ := json.Marshal(map[string]any{"html": ferryPage, "url": page, "edits": json.RawMessage(edits)})
			answers[name] = append(answers[name], ask(t, "POST", base+"/v1/card", string(body), "Content-Type", "application/json"))
			tried := ask(t, "POST", base+"/v1/card", `{"url":"`+page+`","edits":`+edits+`}`, "Content-Type", "application/json")
			if answers[name] = append(answers[name], tried); tried.header.Get("Cache-Control") != "no-store" {
				t.Error("what was only tried may be cached")
			}
			if second := ask(t, "PUT", at, native.NoEdits, "Authorization", bearer, "If-Match", empty.header.Get("Etag")); second.status != 412 {
				t.Errorf("a second editor overwrites the first: %d %s", second.status, second.body)
			}
			content.Store(strings.Replace(ferryPage, "every weather", "any weather", 1))
			if r := ask(t, "PUT", at, edits, "Authorization", bearer, "If-Match", saved.header.Get("Etag")); r.status != 200 { // saving purges
				t.Errorf("%d %s", r.status, r.body)
			}
			if c := cardAt(t, base, page); len(c.Stale) != 1 || c.Stale[0].ID != hidden || len(c.Quotes) != 2 {
				t.Errorf("%+v", c)
			}
			content.Store(ferryPage)
			if r := ask(t, "PUT", at, `{"version":1,"edits":[{"action":"off"}]}`, "Authorization", bearer); r.status != 200 {
				t.Errorf("%d %s", r.status, r.body)
			}
			if r := ask(t, "GET", card, ""); r.status != 422 || !strings.Contains(string(r.body), "/problems/opted-out") {
				t.Errorf("%d %s", r.status, r.body)
			}
			if r := ask(t, "DELETE", at, "", "Authorization", bearer); r.status != 204 {
				t.Errorf("%d %s", r.status, r.body)
			}
			if c := cardAt(t, base, page); len(c.Quotes) != 2 || c.Edited {
				t.Errorf("%+v", c)
			}
			history(t, base, page, hidden)
		})
	}
	for i, want := range answers["native"] {
		if i < 8 { // of a map, in any order
			continue
		}
		if got := answers["workerd"][i]; got.status != want.status || !bytes.Equal(got.body, want.body) {
			t.Errorf("native %d %s\nworkerd %d %s", want.status, want.body, got.status, got.body)
		}
	}
}

// history expects what the test above did: as it was, edited, with an edit that is stale,
// and as it was.
func history(t *testing.T, base, page, hidden string) {
	t.Helper()
	at := base + "/v1/history?url=" + url.QueryEscape(page)
	if r := ask(t, "GET", at, ""); r.status != 401 {
		t.Errorf("anybody reads the history: %d", r.status)
	}
	var got struct {
		Versions []struct {
			When  time.Time
			Edits []any
			Items []struct {
				ID, Text, Speaker string
				Edited            bool
			}
		}
	}
	for range 50 { // written behind the answer
		r := ask(t, "GET", at, "", "Authorization", bearer)
		if err := json.Unmarshal(r.body, &got); err != nil {
			t.Fatal(err, string(r.body))
		}
		if len(got.Versions) == 4 {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if len(got.Versions) != 4 {
		t.Fatalf("%d versions: %+v", len(got.Versions), got.Versions)
	}
	edited := got.Versions[2]
	if len(edited.Items) != 1 || edited.Items[0].Speaker != "<b>O. Réyes</b>" || !edited.Items[0].Edited || len(edited.Edits) != 2 || edited.When.IsZero() {
		t.Errorf("%+v", edited)
	}
	if first := got.Versions[3]; len(first.Items) != 2 || first.Items[0].ID != hidden || first.Items[0].Edited {
		t.Errorf("%+v", first)
	}
}

func TestAFileThatHoldsNoEditsHidesNothingThatWasHidden(t *testing.T) {
	page, _ := publisherOf(t)
	n := &native.Newsroom{Dir: t.TempDir(), Secret: "secret"}
	policy := origin.Policy{Loopback: true}
	server := httptest.NewServer(n.Serve(api.New(api.Config{Engine: native.Engine{}, Version: options.Version, Edits: n.Edits, Fetcher: &origin.Fetcher{Policy: policy, Transport: native.Transport(policy)}})))
	defer server.Close()
	if r := ask(t, "PUT", server.URL+"/v1/edits?url="+url.QueryEscape(page), `{"version":1,"edits":[{"id":"q1","action":"hide"}]}`, "Authorization", bearer); r.status != 200 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	files, _ := filepath.Glob(filepath.Join(n.Dir, "edits-*.json"))
	if len(files) != 1 {
		t.Fatal(files)
	}
	for _, nonsense := range []string{"", "{", "null", `{"version":9,"edits":[]}`} {
		if err := os.WriteFile(files[0], []byte(nonsense), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := ask(t, "GET", server.URL+"/v1/card?url="+url.QueryEscape(page), ""); r.status != 503 || !strings.Contains(string(r.body), "/problems/store-failed") {
			t.Errorf("%q: %d %s", nonsense, r.status, r.body)
		}
	}
}

func TestOfManyWritersAtOnceOneIsFirst(t *testing.T) {
	for name, base := range newsrooms(t) {
		t.Run(name, func(t *testing.T) {
			at := base + "/v1/edits?url=https%3A%2F%2Fnews.example%2Fmany"
			tag := ask(t, "GET", at, "", "Authorization", bearer).header.Get("Etag")
			var saved, refused atomic.Int32
			var all sync.WaitGroup
			for i := range 8 {
				all.Go(func() {
					r := ask(t, "PUT", at, `{"version":1,"edits":[{"id":"q`+string(rune('a'+i))+`","action":"hide"}]}`, "Authorization", bearer, "If-Match", tag)
					switch r.status {
					case 200:
						saved.Add(1)
					case 412:
						refused.Add(1)
					default:
						t.Errorf("%d %s", r.status, r.body)
					}
				})
			}
			all.Wait()
			if saved.Load() != 1 || refused.Load() != 7 {
				t.Errorf("%d saved, %d refused", saved.Load(), refused.Load())
			}
		})
	}
}

func TestThePublishersOwnServersHaveNoLimit(t *testing.T) {
	worker := need.Worker(t, "CMS_KEY=cms", "EDITS_SECRET=secret", "RATE_LIMIT=2")
	count := func(headers ...string) (refused int) {
		for range 6 {
			if r := ask(t, "POST", worker+"/v1/card", ferryPage, append(headers, "Content-Type", "text/html", "CF-Connecting-IP", "192.0.2.1")...); r.status == 429 {
				refused++
			}
		}
		return refused
	}
	if n := count("Authorization", "Bearer cms"); n != 0 {
		t.Errorf("the CMS is refused %d times", n)
	}
	if n := count("Authorization", "Bearer cms2"); n != 4 {
		t.Errorf("a wrong key is refused %d times of 6", n)
	}
}
