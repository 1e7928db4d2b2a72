// Package origin fetches an article from its publisher. Policy says which
// addresses may be asked at all; Fetch follows redirects by hand and asks Policy
// at every step, so that no answer of a publisher leads anywhere else.
package origin

import (
	"net/netip"
	"net/url"
	"strings"
)

// maxURL is the longest address in bytes.
const maxURL = 2048

// Policy says which pages may be fetched. The zero Policy allows none.
type Policy struct {
	// Hosts are host names, "news.example", or all names below one,
	// "*.news.example", in lower case.
	Hosts []string
	// Loopback allows this machine's own addresses, with http and any port: for
	// development and tests.
	Loopback bool
}

// ParseHosts reads a list of hosts separated by commas or white space.
func ParseHosts(list string) []string {
	return strings.FieldsFunc(strings.ToLower(list), func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
}

// Refusal says why an address is not fetched. Problem is the name of the API's
// problem.
type Refusal struct{ Problem, Detail string }

func (r *Refusal) Error() string { return r.Detail }

// Check parses an address and says whether it may be fetched.
func (p Policy) Check(address string) (*url.URL, *Refusal) {
	bad := func(detail string) (*url.URL, *Refusal) { return nil, &Refusal{"bad-url", detail} }
	if len(address) > maxURL {
		return bad("the url is longer than 2,048 bytes")
	}
	u, err := url.Parse(address)
	if err != nil || u.Opaque != "" || u.Host == "" {
		return bad("the url is not an absolute address")
	}
	if u.User != nil {
		return bad("a url with a user name or password is not fetched")
	}
	u.Fragment, u.RawFragment = "", ""
	u.Host = strings.ToLower(u.Host)
	host, port := u.Hostname(), u.Port()
	for _, c := range []byte(host) {
		if !hostByte(c) {
			return bad("write the host of the url in ASCII letters (xn-- for others)")
		}
	}
	if p.Loopback && isLoopback(host) && (u.Scheme == "http" || u.Scheme == "https") {
		return u, nil
	}
	if u.Scheme != "https" {
		return bad("only https addresses are fetched")
	}
	if port != "" && port != "443" {
		return bad("only the standard port of https is asked")
	}
	if isNumeric(host) || local(host) {
		return nil, &Refusal{"host-not-allowed", "numeric addresses and local names are not fetched"}
	}
	if !p.lists(host) {
		return nil, &Refusal{"host-not-allowed", "this endpoint may not fetch from " + host + ": its owner allows a host by adding it to ALLOWED_HOSTS"}
	}
	return u, nil
}

// lists says whether the policy names a host.
func (p Policy) lists(host string) bool {
	for _, h := range p.Hosts {
		if below, ok := strings.CutPrefix(h, "*."); host == h || ok && below != "" && strings.HasSuffix(host, "."+below) {
			return true
		}
	}
	return false
}

// hostByte says whether a byte may stand in a host name or IP literal. A "%" of
// an IPv6 zone may not.
func hostByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == ':' || c == '_'
}

// isNumeric says whether a host is an IP address in any spelling that a URL
// parser reads as one: the last label is a number, "2130706433", "127.1",
// "0x7f.1", "0177.0.0.1", or the host is an IPv6 literal.
func isNumeric(host string) bool {
	if strings.Contains(host, ":") {
		return true
	}
	host = strings.TrimSuffix(host, ".")
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last == "" {
		return true // "", "..": nothing that a public name looks like
	}
	if strings.HasPrefix(last, "0x") {
		return true
	}
	return strings.Trim(last, "0123456789") == ""
}

// local says whether a name belongs to a machine or network rather than to the
// public DNS (RFC 6761, 6762, 8375, 9476; .internal by ICANN), or is no full name.
func local(host string) bool {
	if strings.HasSuffix(host, ".") || !strings.Contains(host, ".") {
		return true
	}
	for _, zone := range [...]string{".localhost", ".local", ".localdomain", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa", ".arpa", ".onion", ".alt", ".test", ".invalid"} {
		if strings.HasSuffix(host, zone) {
			return true
		}
	}
	return false
}

// isLoopback says whether a host is this machine in one of its plain spellings.
func isLoopback(host string) bool {
	return host == "localhost" || host == "127.0.0.1" || host == "::1"
}

// special are address blocks that are not the public internet although netip's
// predicates do not name them (IANA special-purpose registries).
var special = parsePrefixes("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
	"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
	"2002::/16", "3fff::/20", "5f00::/16", "fec0::/10")

func parsePrefixes(list ...string) []netip.Prefix {
	prefixes := make([]netip.Prefix, len(list))
	for i, p := range list {
		prefixes[i] = netip.MustParsePrefix(p)
	}
	return prefixes
}

// Dials says whether a connection may go to an address that a name resolved to:
// a public one, or with Loopback this machine. It is the last check, where no
// spelling and no change in the DNS can deceive.
func (p Policy) Dials(address netip.Addr) bool {
	address = address.Unmap().WithZone("")
	if address.IsLoopback() {
		return p.Loopback
	}
	if !address.IsGlobalUnicast() || address.IsPrivate() {
		return false
	}
	for _, block := range special {
		if block.Contains(address) {
			return false
		}
	}
	return true
}
