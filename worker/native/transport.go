package native

import (
	"net"
	"net/http"
	"net/netip"
	"syscall"

	"keypoints/worker/origin"
)

// Transport connects only to addresses that a policy dials, whatever a name
// resolves to. It uses no proxy: the check has to see the real address.
func Transport(policy origin.Policy) http.RoundTripper {
	dialer := &net.Dialer{
		Timeout: origin.Timeout,
		Control: func(_, address string, _ syscall.RawConn) error {
			to, err := netip.ParseAddrPort(address)
			if err != nil || !policy.Dials(to.Addr()) {
				return errNotPublic
			}
			return nil
		},
	}
	return &http.Transport{
		DialContext:            dialer.DialContext,
		TLSHandshakeTimeout:    origin.Timeout,
		ResponseHeaderTimeout:  origin.Timeout,
		MaxResponseHeaderBytes: 64 << 10,
		MaxIdleConnsPerHost:    2,
		ForceAttemptHTTP2:      true,
	}
}

var errNotPublic error = &origin.Refusal{Problem: "host-not-allowed", Detail: "the host's address is not public"}
