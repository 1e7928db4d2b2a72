//go:build wasip1

package main

import (
	"strconv"
	"strings"

	"keypoints/wasm/keypoints"
)

// readOptions reads a flat JSON object of strings and numbers. The hosts write
// it with JSON.stringify, so what it reads is well formed or refused.
func readOptions(data []byte) (map[string]string, error) {
	values := map[string]string{}
	s := strings.TrimSpace(string(data))
	if s == "" {
		return values, nil
	}
	bad := &keypoints.Error{Code: keypoints.BadOptions, Message: "options must be a JSON object of strings"}
	if len(s) < 2 || s[0] != '{' || s[len(s)-1] != '}' {
		return nil, bad
	}
	for s = strings.TrimSpace(s[1 : len(s)-1]); s != ""; {
		name, rest, ok := jsonString(s)
		if !ok {
			return nil, bad
		}
		rest = strings.TrimSpace(rest)
		if rest == "" || rest[0] != ':' {
			return nil, bad
		}
		rest = strings.TrimSpace(rest[1:])
		value, after, ok := jsonString(rest)
		if !ok {
			value, after, _ = strings.Cut(rest, ",")
			value = strings.TrimSpace(value)
			if _, err := strconv.Atoi(value); err != nil {
				return nil, bad
			}
			if len(rest) > len(value) {
				after = rest[len(rest)-len(after)-1:]
			}
		}
		values[name] = value
		after = strings.TrimSpace(after)
		if after != "" && (after[0] != ',' || len(after) == 1) {
			return nil, bad
		}
		s = strings.TrimSpace(strings.TrimPrefix(after, ","))
	}
	return values, nil
}

// jsonString reads one JSON string at the start of s.
func jsonString(s string) (value, rest string, ok bool) {
	if s == "" || s[0] != '"' {
		return "", s, false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch c := s[i]; c {
		case '"':
			return b.String(), s[i+1:], true
		case '\\':
			i++
			if i >= len(s) {
				return "", s, false
			}
			switch s[i] {
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			case 'r':
				b.WriteByte('\r')
			case 'b':
				b.WriteByte('\b')
			case 'f':
				b.WriteByte('\f')
			case 'u':
				if i+4 >= len(s) {
					return "", s, false
				}
				n, err := strconv.ParseUint(s[i+1:i+5], 16, 16)
				if err != nil {
					return "", s, false
				}
				b.WriteRune(rune(n)) // a lone surrogate becomes U+FFFD, as UTF-8 demands
				i += 4
			default:
				b.WriteByte(s[i])
			}
		default:
			b.WriteByte(c)
		}
	}
	return "", s, false
}
