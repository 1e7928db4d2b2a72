package api

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
)

// maxURL is the longest page address in bytes; longer ones are refused by
// common servers and caches.
const maxURL = 2048

// checkURL checks the address that a page is said to have: it becomes the base
// of the card's links, so it must be one that a browser may open.
func checkURL(address string) *Problem {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || len(address) > maxURL || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" {
		return problem("bad-url", "")
	}
	if !opens(u) {
		return problem("bad-url", "browsers open no address with the host "+u.Host)
	}
	return nil
}

// opens says whether browsers take the host and port of an address
// (https://url.spec.whatwg.org/#host-parsing), which url.Parse lets through. Whether
// a name is one by IDNA ("xn--a") is not known here: its tables cost too much.
func opens(u *url.URL) bool {
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 32); err != nil || n > 65535 {
			return false
		}
	}
	host := u.Hostname()
	if strings.HasPrefix(u.Host, "[") {
		address, err := netip.ParseAddr(host)
		return err == nil && address.Is6() && address.Zone() == ""
	}
	for _, r := range host {
		if r >= '！' && r <= '～' { // full width
			r -= '！' - '!'
		}
		if r <= ' ' || r == 0x7f || strings.ContainsRune("#%/:<>?@[\\]^|", r) {
			return false
		}
	}
	for label := range strings.SplitSeq(host, ".") {
		if strings.EqualFold(label, "xn--") {
			return false
		}
	}
	return host != "" && isIPv4OrName(strings.ToLower(host))
}

// isIPv4OrName refuses a host that ends in a number and is no IPv4 address in any
// of its spellings, "1.2.3.256" or "news.0x7f".
func isIPv4OrName(host string) bool {
	parts := strings.Split(host, ".")
	if len(parts) > 1 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	last := parts[len(parts)-1]
	if _, ok := ipv4Number(last); !ok && (last == "" || strings.Trim(last, "0123456789") != "") {
		return true
	}
	if len(parts) > 4 {
		return false
	}
	for i, part := range parts {
		limit := uint64(256)
		if i == len(parts)-1 {
			limit = 1 << (8 * (5 - len(parts)))
		}
		if n, ok := ipv4Number(part); !ok || n >= limit {
			return false
		}
	}
	return true
}

// ipv4Number reads a part of an IPv4 address: decimal, octal after 0, or
// hexadecimal after 0x.
func ipv4Number(part string) (uint64, bool) {
	base := 10
	if digits, ok := strings.CutPrefix(part, "0x"); ok {
		if part, base = digits, 16; part == "" {
			return 0, true
		}
	} else if len(part) > 1 && part[0] == '0' {
		part, base = part[1:], 8
	}
	n, err := strconv.ParseUint(part, base, 64)
	return n, err == nil
}
