package body_test

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/metadata"
	"keypoints/wasm/internal/page"
)

func articleHTML(t *testing.T, source string) string {
	t.Helper()
	p, err := page.Parse([]byte(source), nil, "text/html", "https://post.example/town/pier")
	if err != nil {
		t.Fatal(err)
	}
	b, err := body.Extract(p, metadata.Extract(p))
	if err != nil {
		t.Fatal(err)
	}
	return b.HTML()
}

func TestTheArticleHTMLIsWhatTheBodyIs(t *testing.T) {
	got := articleHTML(t, story(`<p>Also read: <a href="/x">Ten piers</a></p><div class="share"><a href="#">Share</a></div><div onclick="x()">See the <a href="../plan">plan</a> &amp; map.</div>`+
		`<figure><img src="/pier.jpg" alt="Pier"><figcaption>The pier.</figcaption></figure><iframe src="https://x.example"></iframe>`))
	for _, part := range []string{"<p>" + lead + "</p>", `<p>See the <a href="https://post.example/plan" rel="nofollow noreferrer">plan</a> &amp; map.</p>`,
		`<figure><img src="https://post.example/pier.jpg" alt="Pier"><figcaption>The pier.</figcaption></figure>`} {
		if !strings.Contains(got, part) {
			t.Errorf("%s is missing in\n%s", part, got)
		}
	}
	for _, part := range []string{"Also read", "Share", "onclick", "iframe", "Home"} {
		if strings.Contains(got, part) {
			t.Errorf("%s is in\n%s", part, got)
		}
	}
}

func TestPlainTextIsEscapedInTheArticleHTML(t *testing.T) {
	p, err := page.Parse(nil, []byte("Pier closes\n\nThe <script>alert(1)</script> & the pier closed on Monday.\n"), "text/plain", "")
	if err != nil {
		t.Fatal(err)
	}
	b, err := body.Extract(p, metadata.Extract(p))
	if err != nil {
		t.Fatal(err)
	}
	if got := b.HTML(); got != "<p>The &lt;script&gt;alert(1)&lt;/script&gt; &amp; the pier closed on Monday.</p>" {
		t.Error(got)
	}
}
