package card

import "strings"

// WebURL gives back an address that may stand in a link or an image: absolute,
// http or https, without white space or control characters. For everything
// else ("javascript:", "data:", relative addresses) it gives "".
func WebURL(address string) string {
	address = strings.TrimSpace(address)
	colon := strings.IndexByte(address, ':')
	if colon < 0 || !strings.HasPrefix(address[colon:], "://") {
		return ""
	}
	if scheme := address[:colon]; !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "http") {
		return ""
	}
	host := address[colon+3:]
	if host == "" || strings.IndexByte("/?#:@", host[0]) >= 0 {
		return ""
	}
	for i := 0; i < len(address); i++ {
		if c := address[i]; c <= ' ' || c == 0x7f || c == '\\' {
			return ""
		}
	}
	return strings.ToValidUTF8(address, "%EF%BF%BD")
}
