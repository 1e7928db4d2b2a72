package test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"keypoints/worker/test/need"
)

const anArticle = `<!doctype html><title>Harbor bridge reopens</title><article><h1>Harbor bridge reopens</h1>
<p>The harbor bridge of Port Ellery reopened on Monday after two years of repairs.</p>
<p>“The bridge is safe, and it will stay safe for sixty years,” said Nora Whitfield, the city engineer.</p>
<p>The builder, Calder Works, denied that it had used cheaper steel.</p></article>`

// wrong are requests that get a problem, each its own.
var wrong = []struct {
	name, method, path, contentType string
	body                            string
	status                          int
	problem                         string
}{
	{"an empty body", "POST", "/v1/card", "text/html", "", 400, "empty"},
	{"white space alone", "POST", "/v1/card", "text/html", " \n\t ", 400, "empty"},
	{"a binary file", "POST", "/v1/card", "text/html", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + strings.Repeat("\x00\x01\x02\xff", 500), 415, "not-text"},
	{"10 MB", "POST", "/v1/card", "text/html", strings.Repeat("<p>0123456789abcdef", 10<<20/19), 413, "too-large"},
	{"10 MB of JSON", "POST", "/v1/card", "application/json", `{"text":"` + strings.Repeat("a", 12<<20) + `"}`, 413, "too-large"},
	{"10,000 nested div", "POST", "/v1/card", "text/html", strings.Repeat("<div>", 10000) + "deep", 422, "too-deep"},
	{"an unknown content type", "POST", "/v1/card", "image/png", anArticle, 415, "unsupported-type"},
	{"an unknown format", "POST", "/v1/card?format=pdf", "text/html", anArticle, 400, "bad-options"},
	{"too many quotes", "POST", "/v1/card?quotes=1000000", "text/html", anArticle, 400, "bad-options"},
	{"a format nobody offers", "POST", "/v1/card", "text/html", anArticle, 406, "not-acceptable"},
	{"a script as url", "POST", "/v1/card?url=javascript:alert(1)", "text/html", anArticle, 400, "bad-url"},
	{"a password in the url", "POST", "/v1/card?url=https://u:p@news.example/", "text/html", anArticle, 400, "bad-url"},
	{"broken JSON", "POST", "/v1/card", "application/json", `{"html":`, 400, "bad-json"},
	{"JSON without a page", "POST", "/v1/card", "application/json", `{}`, 400, "bad-json"},
	{"JSON with two pages", "POST", "/v1/card", "application/json", `{"html":"a","text":"b"}`, 400, "bad-json"},
	{"JSON of another shape", "POST", "/v1/card", "application/json", `[1]`, 400, "bad-json"},
	{"an unknown path", "GET", "/v2/card", "", "", 404, "not-found"},
	{"an unknown method", "DELETE", "/v1/card", "", "", 405, "method-not-allowed"},
}

func TestEveryWrongRequestGetsItsOwnProblemAndTheNextOneIsServed(t *testing.T) {
	servers := map[string]func(*testing.T) string{
		"native":  nativeServer,
		"workerd": func(t *testing.T) string { return need.Worker(t) },
	}
	for name, start := range servers {
		t.Run(name, func(t *testing.T) {
			server := start(t)
			for _, c := range wrong {
				t.Run(c.name, func(t *testing.T) {
					checkProblem(t, server, c.method, c.path, c.contentType, c.body, c.status, c.problem)
					next := post(t, server+"/v1/card", "text/html", []byte(anArticle))
					if next.status != 200 || !bytes.Contains(next.body, []byte("Harbor bridge reopens")) {
						t.Errorf("the next request got %d %.200s", next.status, next.body)
					}
				})
			}
		})
	}
}

func checkProblem(t *testing.T, server, method, path, contentType, body string, status int, problem string) {
	t.Helper()
	request, err := http.NewRequest(method, server+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", contentType)
	if problem == "not-acceptable" {
		request.Header.Set("Accept", "image/webp, text/html;q=0")
	}
	r, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	answer, _ := io.ReadAll(r.Body)
	var got struct {
		Type, Title, Detail string
		Status              int
	}
	if err := json.Unmarshal(answer, &got); err != nil {
		t.Fatalf("%d %v: %.200s", r.StatusCode, err, answer)
	}
	if r.StatusCode != status || got.Status != status || got.Type != "/problems/"+problem || got.Title == "" || got.Detail == "" {
		t.Errorf("got %d %+v, want %d %s", r.StatusCode, got, status, problem)
	}
	if got := r.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("content type %q", got)
	}
	if got := r.Header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("cache control %q", got)
	}
}

// What browsers make of these was asked of URL.canParse in Node.
func TestAPostedAddressIsOneThatBrowsersOpen(t *testing.T) {
	for name, start := range bothServers {
		t.Run(name, func(t *testing.T) {
			server := start(t)
			is := func(address string, status int) {
				body, _ := json.Marshal(page{"html": anArticle, "url": address})
				if r := post(t, server+"/v1/card", "application/json", body); r.status != status || status == 400 && !bytes.Contains(r.body, []byte("/problems/bad-url")) {
					t.Errorf("%q: got %d %.200s, want %d", address, r.status, r.body, status)
				}
			}
			for _, host := range []string{"news.example:99999", "news.example:65536", "1.2.3.400", "1.2.3.4.5", "256.1.1.1", "0xg.1", "news.1", "news.0x7f", "4294967296", "08.1.1.1", "1..2",
				"a^b", "a|b", "a<b", "a>b", "a%20b", "a%b", "a％b", "[::g]", "[::1", "[1::2::3]", "[::1%25eth0]", "[1.2.3.4]", "xn--", "xn--.example", "a b"} {
				is("https://"+host+"/a", 400)
			}
			for _, host := range []string{"news.example:443", "news.example:8443", "1.2.3.4", "1.2.3", "0x7f.1", "0x", "1.news", "1.2.3.4.", "1.2.3.4..", "a..b", ".a", "a.", "..", `a"b`, "a_b", "a~b", "a!b", "a$b", "a'b", "a,b", "%C3%BCber.example", "über.example", "ａ.example", "[::1]", "[::ffff:1.2.3.4]", "xn--bcher-kva.example", "-a"} {
				is("https://"+host+"/a", 200)
			}
			for _, address := range []string{"https:/news.example/a", "https:news.example/a", "https:///news.example/a", "//news.example/a", "/a", "https://?a"} {
				is(address, 400)
			}
		})
	}
}
