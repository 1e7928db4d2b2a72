package test

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"keypoints/worker/test/need"
)

func ndjson(t *testing.T, pages ...any) string {
	t.Helper()
	var b strings.Builder
	for _, p := range pages {
		if raw, ok := p.(string); ok {
			b.WriteString(raw + "\n")
			continue
		}
		line, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(string(line) + "\n")
	}
	return b.String()
}

type page = map[string]string

func TestBatch(t *testing.T) {
	servers := map[string]func(*testing.T) string{"native": nativeServer, "workerd": func(t *testing.T) string { return need.Worker(t) }}
	answers := map[string]string{}
	for name, start := range servers {
		t.Run(name, func(t *testing.T) {
			server := start(t)
			in := ndjson(t, strings.Repeat(" ", 64)+"\t"+strings.TrimSpace(ndjson(t, page{"html": anArticle, "url": "https://news.example/1"})), "not json", "", " \t \r", page{"html": ""}, page{"html": strings.Repeat("<div>", 10000)},
				page{"html": strings.Repeat("a", 11<<20)}, page{"text": "Harbor bridge reopens\n\nThe bridge is open, said the city."}, page{"html": anArticle, "url": "javascript:1"})
			r := post(t, server+"/v1/cards?quotes=1", "application/x-ndjson", []byte(in))
			lines := strings.Split(strings.TrimSpace(string(r.body)), "\n")
			want := []string{`{"index":0,"card":{`, `{"index":1,"problem":{"type":"/problems/bad-json"`, `{"index":2,"problem":{"type":"/problems/empty"`,
				`{"index":3,"problem":{"type":"/problems/too-deep"`, `{"index":4,"problem":{"type":"/problems/too-large"`, `{"index":5,`, `{"index":6,"problem":{"type":"/problems/bad-url"`}
			if r.status != 200 || len(lines) != len(want) {
				t.Fatalf("%d, %d lines:\n%.1000s", r.status, len(lines), r.body)
			}
			for i, line := range lines {
				if !strings.HasPrefix(line, want[i]) || !json.Valid([]byte(line)) {
					t.Errorf("line %d: %.200s", i, line)
				}
			}
			answers[name] = string(r.body)
			for _, c := range [][3]string{{"?format=html", "application/x-ndjson", "bad-options"}, {"?quotes=-1", "application/x-ndjson", "bad-options"}, {"", "text/html", "unsupported-type"}} {
				if r := post(t, server+"/v1/cards"+c[0], c[1], []byte(in)); !strings.Contains(string(r.body), `"/problems/`+c[2]+`"`) || r.status < 400 {
					t.Errorf("%v: %d %.200s", c, r.status, r.body)
				}
			}
		})
	}
	if worker, ok := answers["workerd"]; ok && worker != answers["native"] {
		t.Errorf("native:\n%.500s\nworkerd:\n%.500s", answers["native"], worker)
	}
}

func TestABatchIsAnsweredWhileItIsSent(t *testing.T) {
	for name, start := range map[string]func(*testing.T) string{"native": nativeServer, "workerd": func(t *testing.T) string { return need.Worker(t) }} {
		t.Run(name, func(t *testing.T) {
			in, out := io.Pipe()
			go func() { io.WriteString(out, ndjson(t, page{"html": anArticle})) }()
			stop := time.AfterFunc(20*time.Second, func() { out.CloseWithError(io.ErrUnexpectedEOF) })
			defer stop.Stop()
			r, err := http.Post(start(t)+"/v1/cards", "application/x-ndjson", in)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Body.Close()
			lines := bufio.NewReader(r.Body)
			if line, err := lines.ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"index":0,"card"`) {
				t.Fatalf("%v %.100s", err, line)
			}
			io.WriteString(out, ndjson(t, page{"html": anArticle}))
			out.Close()
			if line, err := lines.ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"index":1,"card"`) {
				t.Fatalf("%v %.100s", err, line)
			}
		})
	}
}

var bothServers = map[string]func(t *testing.T, variables ...string) string{
	"native":  func(t *testing.T, _ ...string) string { return nativeServer(t) },
	"workerd": func(t *testing.T, variables ...string) string { return need.Worker(t, variables...) },
}

func TestABatchEndsWithThe1001stLineAndSaysSo(t *testing.T) {
	for name, start := range bothServers {
		t.Run(name, func(t *testing.T) {
			r := post(t, start(t)+"/v1/cards", "application/x-ndjson", []byte(strings.Repeat("{}\n", 1010)))
			lines := strings.Split(strings.TrimSpace(string(r.body)), "\n")
			if len(lines) != 1001 || !strings.HasPrefix(lines[999], `{"index":999,"problem":{"type":"/problems/bad-json"`) {
				t.Fatalf("%d lines, the thousandth %q", len(lines), lines[min(999, len(lines)-1)])
			}
			if last := lines[1000]; !strings.HasPrefix(last, `{"index":1000,"problem":{"type":"/problems/too-large"`) || !strings.Contains(last, "not read") {
				t.Errorf("the last line: %s", last)
			}
		})
	}
}

func TestABatchEndsWithTheFirstLineThatIsLimited(t *testing.T) {
	worker := need.Worker(t, "RATE_LIMIT=5")
	r := post(t, worker+"/v1/cards", "application/x-ndjson", []byte(strings.Repeat("{}\n", 30)))
	lines := strings.Split(strings.TrimSpace(string(r.body)), "\n")
	// Five, unless the limiter's minute ends between them.
	if len(lines) < 6 || len(lines) > 11 || strings.Count(string(r.body), "rate-limited") != 1 {
		t.Fatalf("%d lines:\n%s", len(lines), r.body)
	}
	if last := lines[len(lines)-1]; !strings.Contains(last, "/problems/rate-limited") || !strings.Contains(last, "60 seconds") {
		t.Errorf("the last line: %s", last)
	}
	if r := post(t, worker+"/v1/cards?quotes=-1", "application/x-ndjson", []byte("{}")); r.status != 429 {
		t.Errorf("the next batch, whose options the API would refuse, got %d", r.status)
	}
}
