package main

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"keypoints/wasm/keypoints"
	"keypoints/worker/api"
	"keypoints/worker/native"
	"keypoints/worker/origin"
)

// access is who may ask the server, and for what. The API can be read by every website,
// and this server stands inside of a machine or a network: neither a page whose name was
// made to lead here, nor a page at all, may reach through it what only this machine can.
type access struct {
	hosts    []string         // that may be fetched from
	loopback bool             // pages of this machine may be fetched too, by who uses the server itself
	newsroom *native.Newsroom // where editors' work is kept; may be nil
	origin   *url.URL         // that clients reach the server under, beside its own address; may be nil
}

// parseOrigin reads the address of a server: a scheme and a host.
func parseOrigin(address string) (*url.URL, error) {
	if address == "" {
		return nil, nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || strings.Trim(u.Path, "/") != "" {
		return nil, errors.New("-origin must be an address such as https://cards.example.com")
	}
	return u, nil
}

// handler is the API, with a fetcher for the server's own users and one for the pages of
// others.
func (a access) handler() http.Handler {
	serving := func(loopback bool) http.Handler {
		policy := origin.Policy{Hosts: a.hosts, Loopback: loopback}
		config := api.Config{Engine: native.Engine{}, Version: keypoints.Version, Fetcher: &origin.Fetcher{Policy: policy, Transport: native.Transport(policy)}}
		if a.newsroom != nil {
			config.Edits, config.Made = a.newsroom.Edits, a.newsroom.Note
		}
		if a.origin != nil {
			config.Origin = a.origin.Scheme + "://" + a.origin.Host
		}
		return api.New(config)
	}
	foreign, own := serving(false), serving(a.loopback)
	answer := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if a.isForeign(r) {
			foreign.ServeHTTP(w, r)
		} else {
			own.ServeHTTP(w, r)
		}
	})
	if a.newsroom == nil {
		return answer
	}
	return a.newsroom.Serve(answer)
}

// guarded refuses requests that name another host than this one (DNS rebinding).
func (a access) guarded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !a.isOwn(r) {
			http.Error(w, "This server does not answer for "+r.Host+". Use the address that it printed, or start it with -origin and the address that clients use.", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// isOwn says whether a request names the server: by -origin, by the address that its
// connection came to, or as localhost where that is this machine's own.
func (a access) isOwn(r *http.Request) bool {
	if a.origin != nil && strings.EqualFold(r.Host, a.origin.Host) {
		return true
	}
	local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if local == nil {
		return false
	}
	at, err := netip.ParseAddrPort(local.String())
	if err != nil {
		return false
	}
	host := r.Host
	if _, _, err := net.SplitHostPort(host); err != nil {
		host += ":80"
	}
	if name, port, _ := net.SplitHostPort(host); strings.EqualFold(name, "localhost") && at.Addr().Unmap().IsLoopback() {
		host = net.JoinHostPort(at.Addr().String(), port)
	}
	named, err := netip.ParseAddrPort(host)
	return err == nil && named.Port() == at.Port() && named.Addr().Unmap() == at.Addr().Unmap()
}

// isForeign says whether a page of another origin asks, as far as browsers tell.
func (a access) isForeign(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return true
	}
	from := r.Header.Get("Origin")
	own := "http://" + r.Host
	if a.origin != nil && strings.EqualFold(r.Host, a.origin.Host) {
		own = a.origin.Scheme + "://" + r.Host
	}
	return from != "" && !strings.EqualFold(from, own)
}
