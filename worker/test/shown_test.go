package test

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestAHistoryIsAPageForPeopleTooAndTheSameEverywhere(t *testing.T) {
	page, content := publisherOf(t)
	documents := map[string]string{}
	when := regexp.MustCompile(`datetime="[^"]*">[^<]*`)
	for name, base := range newsrooms(t) {
		content.Store(ferryPage)
		address := url.QueryEscape(page)
		first := cardAt(t, base, page).Quotes
		settle := func() { time.Sleep(300 * time.Millisecond) } // written behind the answer
		settle()
		for _, edits := range []string{`{"id":"` + first[0].ID + `","action":"hide"},{"id":"` + first[1].ID + `","action":"set","speaker":{"name":"<i>O.</i> Réyes & \"sons\"","role":null}}`, `{"id":"` + first[1].ID + `","action":"set","speaker":null}`} {
			if r := ask(t, "PUT", base+"/v1/edits?url="+address, `{"version":1,"edits":[`+edits+`]}`, "Authorization", bearer); r.status != 200 {
				t.Fatalf("%d %s", r.status, r.body)
			}
			cardAt(t, base, page)
			settle()
		}
		at := base + "/v1/history?url=" + address
		r := ask(t, "GET", at, "", "Authorization", bearer, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
		documents[name] = when.ReplaceAllString(string(r.body), "")
		if same := ask(t, "GET", at+"&format=html", "", "Authorization", bearer); string(same.body) != string(r.body) {
			t.Errorf("%s: format=html gives another document", name)
		}
		for _, want := range []string{`<li class="removed"><strong>Removed</strong> <del><q dir="auto">We owe the islands`, `<li class="added"><strong>Added</strong> <ins><q dir="auto">We owe the islands`,
			`<del>– Omar Reyes`, `<ins>– &lt;i&gt;O.&lt;/i&gt; Réyes &amp; &#34;sons&#34; (set by an editor)</ins>`, `<ins>– nobody that can be told (set by an editor)</ins>`, `set ` + first[1].ID + `: nobody`} {
			if !strings.Contains(string(r.body), want) {
				t.Errorf("%s: lacks %s in %s", name, want, r.body)
			}
		}
		if strings.Contains(string(r.body), "<i>") || r.header.Get("Content-Type") != "text/html; charset=utf-8" || !strings.HasPrefix(r.header.Get("Content-Security-Policy"), "default-src 'none'") || r.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", name, r.header)
		}
		if r := ask(t, "GET", at, "", "Authorization", bearer, "Accept", "application/json, text/html"); !strings.HasPrefix(r.header.Get("Content-Type"), "application/json") {
			t.Errorf("%s: JSON is not given where it is preferred", name)
		}
		for status, headers := range map[int][]string{401: {"Accept", "text/html"}, 400: {"Authorization", bearer}} {
			if r := ask(t, "GET", at+"&format=pdf", "", headers...); r.status != status {
				t.Errorf("%s: %d, not %d", name, r.status, status)
			}
		}
	}
	if documents["native"] != documents["workerd"] {
		t.Errorf("native  %s\nworkerd %s", documents["native"], documents["workerd"])
	}
}

func TestThePublisherSaysInItsOwnWordsWhoChose(t *testing.T) {
	page, _ := publisherOf(t)
	answers := map[string][]response{}
	for name, base := range newsrooms(t) {
		own := "&notice=" + url.QueryEscape("Picked by <software>") + "&policy=" + url.QueryEscape(strings.TrimSuffix(page, "/ferry")+"/policy")
		card := base + "/v1/card?format=html&url=" + url.QueryEscape(page)
		for _, query := range []string{"", "&notice=none", "&notice=Picked", own} {
			answers[name] = append(answers[name], ask(t, "GET", card+query, ""))
		}
		// A stranger's address must not lead readers away; who sends the page may.
		away := "&notice=Picked&policy=" + url.QueryEscape("https://elsewhere.example/policy")
		answers[name] = append(answers[name], ask(t, "GET", card+away, ""), ask(t, "POST", card+away, ferryPage, "Content-Type", "text/html"), ask(t, "POST", card+"&policy=javascript:alert(1)", ferryPage, "Content-Type", "text/html"))
	}
	for i, want := range []struct {
		status int
		ends   string
	}{{200, `<p class="key-points-notice">Chosen automatically from this article</p></section>`}, {200, `</ul></section>`}, {200, `<p class="key-points-notice">Picked</p></section>`}, {400, ""}, {400, ""},
		{200, `<p class="key-points-notice"><a class="key-points-policy" href="https://elsewhere.example/policy">Picked</a></p></section>`}, {400, ""}} {
		for name, all := range answers {
			if got := all[i]; got.status != want.status || !strings.Contains(string(got.body), want.ends) {
				t.Errorf("%s, %d: %d %s", name, i, got.status, got.body)
			}
		}
		if a, b := answers["native"][i], answers["workerd"][i]; !bytes.Equal(a.body, b.body) {
			t.Errorf("native  %s\nworkerd %s", a.body, b.body)
		}
	}
}
