package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed labels.txt
var labelFile string

// labels gives each label's encoding by the WHATWG Encoding standard.
var labels = sync.OnceValue(func() map[string]string {
	names := make(map[string]string, 256)
	for line := range strings.SplitSeq(labelFile, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		for _, label := range fields {
			names[label] = fields[0]
		}
	}
	return names
})

// sniffed is how many bytes are searched for <meta charset>. Browsers look at
// 1,024, but read on when they can; pages with long comments at their head
// declare it later.
const sniffed = 4096

// Charset gives the name of the encoding that a page is in, as the WHATWG
// Encoding standard spells it, such as "windows-1251", so that a caller can
// decode the page with TextDecoder or x/net/html/charset before Parse.
//
// In order: byte order mark; UTF-8 that is valid and has more than ASCII, since
// text in another encoding is hardly ever valid UTF-8 while wrong declarations
// are frequent; the HTTP header; <meta>; the bytes themselves.
func Charset(raw []byte, contentType string) string {
	switch {
	case hasPrefix(raw, "\xEF\xBB\xBF"):
		return "utf-8"
	case hasPrefix(raw, "\xFE\xFF"):
		return "utf-16be"
	case hasPrefix(raw, "\xFF\xFE"):
		return "utf-16le"
	}
	ascii, valid := shape(raw)
	if valid && !ascii {
		return "utf-8"
	}
	if ascii && strings.Contains(string(raw), "\x1b$B") {
		return "iso-2022-jp" // ASCII bytes with escapes
	}
	declared := labels()[parameter(strings.ToLower(contentType), "charset")]
	if declared == "" {
		declared = labels()[metaCharset(raw[:min(len(raw), sniffed)])]
		if strings.HasPrefix(declared, "utf-16") {
			declared = "utf-8" // a <meta> that could be read is not in UTF-16
		}
	}
	switch {
	case ascii:
		return "utf-8"
	case declared != "":
		return declared
	}
	return detect(raw)
}

// shape says whether bytes are plain ASCII and whether they are valid UTF-8. A
// sequence cut off at the end does not count against it.
func shape(raw []byte) (ascii, valid bool) {
	ascii = true
	for _, b := range raw {
		if b >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return true, true
	}
	if utf8.Valid(raw) {
		return false, true
	}
	for cut := 1; cut < utf8.UTFMax && cut < len(raw) && raw[len(raw)-cut] >= utf8.RuneSelf; cut++ {
		head := raw[:len(raw)-cut]
		if utf8.Valid(head) {
			return false, utf8.RuneCount(head) < len(head) // more than ASCII
		}
	}
	return false, false
}

func hasPrefix(raw []byte, prefix string) bool {
	return len(raw) >= len(prefix) && string(raw[:len(prefix)]) == prefix
}

// parameter gives the value of name= in a lower-case header or attribute value.
func parameter(header, name string) string {
	for {
		at := strings.Index(header, name)
		if at < 0 {
			return ""
		}
		header = strings.TrimLeft(header[at+len(name):], " \t\r\n")
		if value, ok := strings.CutPrefix(header, "="); ok {
			value = strings.TrimLeft(value, " \t\r\n\"'")
			if end := strings.IndexAny(value, " \t\r\n\"';,/>"); end >= 0 {
				value = value[:end]
			}
			return value
		}
	}
}

// metaCharset finds the encoding that <meta charset> or <meta http-equiv> or
// an XML declaration names at the head of a page.
func metaCharset(head []byte) string {
	lower := strings.ToLower(string(head))
	if strings.HasPrefix(lower, "<?xml") {
		if end := strings.Index(lower, "?>"); end > 0 {
			if name := parameter(lower[:end], "encoding"); name != "" {
				return name
			}
		}
	}
	for {
		at := strings.Index(lower, "<meta")
		if at < 0 {
			return ""
		}
		lower = lower[at+5:]
		end := strings.IndexByte(lower, '>')
		if end < 0 {
			return ""
		}
		if name := parameter(lower[:end], "charset"); name != "" {
			return name
		}
		lower = lower[end:]
	}
}
