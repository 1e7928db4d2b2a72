package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
)

// raw asks without Go's own decompression.
func raw(t *testing.T, method, address, accept, body string) *http.Response {
	t.Helper()
	request, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "text/plain")
	request.Header.Set("Authorization", "Bearer secret")
	if accept != "" {
		request.Header.Set("Accept-Encoding", accept)
	}
	transport := &http.Transport{DisableCompression: true}
	t.Cleanup(transport.CloseIdleConnections)
	answer, err := transport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}

func TestAnswersAndFilesComeCompressedToWhoTakesThat(t *testing.T) {
	c := command(t, "EDITS_SECRET=secret", "-store", t.TempDir(), "-addr", "127.0.0.1:0")
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { c.Process.Kill(); c.Wait() }()
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	server := strings.TrimPrefix(strings.TrimSpace(line), "Key Points: ")
	article := "The pier\n\n" + strings.Repeat("“The pier is shut until it is safe to use,” said Ana Vidal, the mayor of Porto Alto.\n\n", 20)
	for _, asked := range []struct{ method, path string }{{"POST", "/v1/card?include=body"}, {"GET", "/"}, {"GET", "/v1/embed.js"}, {"GET", "/demo.css"}, {"GET", "/openapi.json"}} {
		plain := raw(t, asked.method, server+asked.path, "", article)
		whole, _ := io.ReadAll(plain.Body)
		short := raw(t, asked.method, server+asked.path, "br;q=1, gzip;q=0.5", article)
		sent, _ := io.ReadAll(short.Body)
		if plain.StatusCode != 200 || plain.Header.Get("Content-Encoding") != "" || short.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(strings.Join(short.Header.Values("Vary"), ","), "Accept-Encoding") {
			t.Errorf("%s: %d, %v and %v", asked.path, plain.StatusCode, plain.Header, short.Header)
			continue
		}
		unpacked, err := gzip.NewReader(bytes.NewReader(sent))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(unpacked)
		if err != nil || !bytes.Equal(got, whole) || len(sent) > len(whole)/2 {
			t.Errorf("%s: %d of %d bytes, %v", asked.path, len(sent), len(whole), err)
		}
		if plain.Header.Get("Content-Type") != short.Header.Get("Content-Type") || short.Header.Get("ETag") != "" && short.Header.Get("ETag") != "W/"+plain.Header.Get("ETag") {
			t.Errorf("%s: %v, uncompressed %v", asked.path, short.Header, plain.Header)
		}
	}
	for accept, path := range map[string]string{"gzip;q=0": "/v1/embed.js", "identity": "/v1/embed.js", "gzip": "/healthz"} {
		if answer := raw(t, "GET", server+path, accept, ""); answer.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s with %s is compressed", path, accept)
		}
	}
	edits := server + "/v1/edits?url=https%3A%2F%2Fnews.example%2Fa"
	long := `{"version": 1, "edits": [` + strings.Repeat(`{"id": "q7f3k2m9a", "action": "hide"}, `, 50) + `{"id": "q7f3k2m9a", "action": "pin"}]}`
	if saved := raw(t, "PUT", edits, "gzip", long); saved.StatusCode != 200 {
		t.Fatalf("edits: %s", saved.Status)
	}
	if answer := raw(t, "GET", edits, "gzip", ""); !strings.HasPrefix(answer.Header.Get("ETag"), `"`) {
		t.Errorf("edits have the ETag %s, by which nobody can save them", answer.Header.Get("ETag"))
	}
	if answer := raw(t, "POST", server+"/v1/cards", "gzip", ""); answer.StatusCode != http.StatusUnsupportedMediaType {
		t.Errorf("a batch of text: %s", answer.Status)
	}
}
