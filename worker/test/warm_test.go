package test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"keypoints/worker/test/need"
)

// deskSite is a publisher with feeds, which counts how often each page is fetched.
type deskSite struct {
	*httptest.Server
	feeds  map[string]func() string
	broken atomic.Bool
	times  func(path string) int64
}

func newDeskSite(t *testing.T) *deskSite {
	var pages [10]atomic.Int64 // by the digit that a path ends with
	number := func(path string) int { return int(path[len(path)-1]-'0') % len(pages) }
	site := &deskSite{feeds: map[string]func() string{}, times: func(path string) int64 { return pages[number(path)].Load() }}
	site.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if feed := site.feeds[r.URL.Path]; feed != nil {
			w.Header().Set("Content-Type", "application/xml")
			fmt.Fprint(w, feed())
			return
		}
		pages[number(r.URL.Path)].Add(1)
		if site.broken.Load() {
			w.WriteHeader(503)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, anArticle)
	}))
	t.Cleanup(site.Close)
	return site
}

func cron(t *testing.T, worker string) {
	t.Helper()
	if r := get(t, worker+"/cdn-cgi/handler/scheduled"); r.status != 200 {
		t.Fatalf("cron: %d %s", r.status, r.body)
	}
}

// kept says whether the next reader of a page gets its card from a cache.
func kept(t *testing.T, worker, page string) bool {
	return strings.Contains(get(t, cardURL(worker, page, "")).header.Get("Cache-Status"), "hit")
}

func TestCronAndQueueMakeCardsBeforeTheFirstReaderComes(t *testing.T) {
	site := newDeskSite(t)
	var articles atomic.Value
	articles.Store("12")
	loc := func(n rune) string {
		return fmt.Sprintf("<url><loc>%s/story%c</loc><lastmod>2026-11-23</lastmod></url>", site.URL, n)
	}
	site.feeds["/sitemap.xml"] = func() string {
		all := "<urlset>"
		for _, n := range articles.Load().(string) {
			all += loc(n)
		}
		return all + "</urlset>"
	}
	worker := need.Worker(t, "DEVELOPMENT=true", "SITEMAPS="+site.URL+"/sitemap.xml")
	cron(t, worker)
	eventually(t, "both articles fetched", func() bool { return site.times("1") == 1 && site.times("2") == 1 })
	eventually(t, "the first reader gets a hit", func() bool { return kept(t, worker, site.URL+"/story1") })
	articles.Store("123")
	cron(t, worker)
	eventually(t, "the new article fetched", func() bool { return site.times("3") == 1 })
	if site.times("1") != 1 || site.times("2") != 1 {
		t.Errorf("known articles were fetched %d and %d times", site.times("1"), site.times("2"))
	}
}

func TestCronReadsIndexesAndFeedsAndSurvivesBrokenOnes(t *testing.T) {
	site := newDeskSite(t)
	site.feeds["/index.xml"] = func() string {
		return "<sitemapindex><sitemap><loc>" + site.URL + "/news.xml</loc></sitemap><sitemap><loc>https://other.example/not-ours.xml</loc></sitemap></sitemapindex>"
	}
	site.feeds["/news.xml"] = func() string { return "<urlset><url><loc>" + site.URL + "/story1</loc></url></urlset>" }
	site.feeds["/rss.xml"] = func() string {
		return `<rss version="2.0"><channel><link>` + site.URL + `/front9</link><item><link>` + site.URL + `/story2</link><pubDate>Mon, 23 Nov 2026 06:00:00 GMT</pubDate></item></channel></rss>`
	}
	site.feeds["/atom.xml"] = func() string {
		return `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" href="` + site.URL + `/story3"/><updated>2026-11-23T06:00:00Z</updated></entry></feed>`
	}
	site.feeds["/broken.xml"] = func() string { return "<urlset><url><loc>" }
	worker := need.Worker(t, "DEVELOPMENT=true", "SITEMAPS="+strings.Join([]string{
		site.URL + "/broken.xml", "http://127.0.0.1:1/dead.xml", site.URL + "/index.xml", site.URL + "/rss.xml", site.URL + "/atom.xml"}, ", "))
	cron(t, worker)
	for _, page := range []string{"1", "2", "3"} {
		eventually(t, "story"+page+" fetched", func() bool { return site.times(page) == 1 })
		eventually(t, "a hit", func() bool { return kept(t, worker, site.URL+"/story"+page) })
	}
	if site.times("9") != 0 {
		t.Error("the feed's own page was taken for an article")
	}
}

func TestTheQueueAsksAFailingPublisherAgain(t *testing.T) {
	site := newDeskSite(t)
	site.feeds["/sitemap.xml"] = func() string { return "<urlset><url><loc>" + site.URL + "/story1</loc></url></urlset>" }
	site.broken.Store(true)
	worker := need.Worker(t, "DEVELOPMENT=true", "RETRY_SECONDS=1", "SITEMAPS="+site.URL+"/sitemap.xml")
	cron(t, worker)
	eventually(t, "a first attempt", func() bool { return site.times("1") == 1 })
	site.broken.Store(false)
	eventually(t, "a second attempt", func() bool { return site.times("1") == 2 })
	eventually(t, "a hit", func() bool { return kept(t, worker, site.URL+"/story1") })
}
