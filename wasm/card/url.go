package card

import "strings"

// WebURL gives back an address that may stand in a link or an image: absolute,
// http or https, without white space or control characters, and with the marks
// that end an attribute or a tag as %22, %3C and %3E. For everything else
// ("javascript:", "data:", relative addresses) it gives "".
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
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	if strings.ContainsAny(host, `"<>`) {
		return ""
	}
	for i := 0; i < len(address); i++ {
		if c := address[i]; c <= ' ' || c == 0x7f || c == '\\' {
			return ""
		}
	}
	for _, mark := range [...][2]string{{`"`, "%22"}, {"<", "%3C"}, {">", "%3E"}} {
		address = strings.ReplaceAll(address, mark[0], mark[1])
	}
	return strings.ToValidUTF8(address, "%EF%BF%BD")
}
