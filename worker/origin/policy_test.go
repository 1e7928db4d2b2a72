package origin

import (
	"net/netip"
	"strings"
	"testing"
)

var newsroom = Policy{Hosts: ParseHosts("news.example, *.gazette.example\n127.0.0.1 localhost 2130706433 metadata.google.internal")}

func TestAllowedPagesAreFetched(t *testing.T) {
	for _, address := range []string{
		"https://news.example/", "https://NEWS.example/story?id=1#top", "https://news.example:443/a",
		"https://www.gazette.example/2026/story", "https://a.b.gazette.example/",
	} {
		if u, refused := newsroom.Check(address); refused != nil || u.Fragment != "" || u.Host != strings.ToLower(u.Host) {
			t.Errorf("%s: %v %v", address, u, refused)
		}
	}
}

func TestEverythingElseIsRefused(t *testing.T) {
	for _, c := range []struct{ address, problem string }{
		{"", "bad-url"},
		{"/relative", "bad-url"},
		{"news.example/story", "bad-url"},
		{"https:news.example", "bad-url"},
		{"http://news.example/", "bad-url"},
		{"file:///etc/passwd", "bad-url"},
		{"gopher://news.example/", "bad-url"},
		{"https://user@news.example/", "bad-url"},
		{"https://user:secret@news.example/", "bad-url"},
		{"https://news.example@127.0.0.1/", "bad-url"},
		{"https://news.example:8443/", "bad-url"},
		{"https://news.example:22/", "bad-url"},
		{"https://news.example%00.evil.example/", "bad-url"},
		{"https://news.example\\@evil.example/", "bad-url"},
		{"https://news.example\r\nX-Injected: 1/", "bad-url"},
		{"https://nеws.example/", "bad-url"}, // a Cyrillic е
		{"https://" + strings.Repeat("a", 2048), "bad-url"},
		{"https://evil.example/", "host-not-allowed"},
		{"https://gazette.example/", "host-not-allowed"}, // only names below it
		{"https://evilgazette.example/", "host-not-allowed"},
		{"https://news.example.evil.example/", "host-not-allowed"},
		{"https://news.example./", "host-not-allowed"},
		{"https://127.0.0.1/", "host-not-allowed"}, // although listed
		{"https://localhost/", "host-not-allowed"},
		{"https://2130706433/", "host-not-allowed"},
		{"https://0x7f000001/", "host-not-allowed"},
		{"https://0x7f.1/", "host-not-allowed"},
		{"https://0177.0.0.1/", "host-not-allowed"},
		{"https://017700000001/", "host-not-allowed"},
		{"https://127.1/", "host-not-allowed"},
		{"https://127.0.0.1./", "host-not-allowed"},
		{"https://[::1]/", "host-not-allowed"},
		{"https://[::ffff:127.0.0.1]/", "host-not-allowed"},
		{"https://[::ffff:7f00:1]/", "host-not-allowed"},
		{"https://[fe80::1%25eth0]/", "bad-url"},
		{"https://169.254.169.254/latest/meta-data/", "host-not-allowed"},
		{"https://metadata.google.internal/", "host-not-allowed"},
		{"https://intranet/", "host-not-allowed"},
		{"https://printer.local/", "host-not-allowed"},
		{"https://①②⑦.0.0.1/", "bad-url"},
	} {
		if u, refused := newsroom.Check(c.address); refused == nil || refused.Problem != c.problem {
			t.Errorf("%q: got %v %v, want %s", c.address, u, refused, c.problem)
		}
	}
}

func TestWithoutHostsNothingIsAllowedAndTheAnswerSaysHowToAllow(t *testing.T) {
	if _, refused := (Policy{}).Check("https://news.example/"); refused == nil || !strings.Contains(refused.Detail, "ALLOWED_HOSTS") {
		t.Errorf("got %v", refused)
	}
}

func TestLoopbackIsForDevelopment(t *testing.T) {
	dev := Policy{Loopback: true}
	for _, address := range []string{"http://127.0.0.1:8080/a", "http://localhost:1/", "https://[::1]/"} {
		if _, refused := dev.Check(address); refused != nil {
			t.Errorf("%s: %v", address, refused)
		}
	}
	for _, address := range []string{"http://127.1/", "http://10.0.0.1/", "http://2130706433/", "http://[::ffff:127.0.0.1]/", "file:///etc/passwd", "http://localhost.evil.example/"} {
		if _, refused := dev.Check(address); refused == nil {
			t.Errorf("%s was allowed", address)
		}
	}
}

func TestOnlyPublicAddressesAreDialed(t *testing.T) {
	for _, address := range []string{
		"127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3",
		"192.0.0.170", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
		"fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "64:ff9b::7f00:1", "2002:7f00:1::", "fec0::1", "2001:db8::1",
	} {
		if (Policy{}).Dials(netip.MustParseAddr(address)) {
			t.Errorf("%s would be dialed", address)
		}
	}
	for _, address := range []string{"93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1"} {
		if !(Policy{}).Dials(netip.MustParseAddr(address)) {
			t.Errorf("%s would not be dialed", address)
		}
	}
	if !(Policy{Loopback: true}).Dials(netip.MustParseAddr("127.0.0.1")) || (Policy{Loopback: true}).Dials(netip.MustParseAddr("10.0.0.1")) {
		t.Error("Loopback allows this machine alone")
	}
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{"https://news.example/", "https://[::1]/", "https://0x7f.1", "//", "https://a@b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		u, refused := newsroom.Check(address)
		if refused == nil && (u.Scheme != "https" || u.User != nil || u.Hostname() != "news.example" && !strings.HasSuffix(u.Hostname(), ".gazette.example")) {
			t.Errorf("%q was allowed as %v", address, u)
		}
	})
}
