// Package options reads what a caller asks of a card: the parameters of the
// HTTP API, the options of engine.wasm, the flags of the command line. All
// three go through Parse, so they accept and refuse the same things. It stands
// apart from the engine so that the Worker can check a request without
// importing bluemonday, whose start costs it 6.5 ms a request.
package options

import (
	"strconv"
	"strings"

	"keypoints/wasm/card"
)

// Version is the version of the engine that the options are for.
const Version = card.EngineVersion

// All asks for every quote or denial.
const All = -1

// Most is the largest number of quotes or denials that can be asked for.
const Most = 20

// Options says what a card should hold. The zero Options ask for no quotes and no
// denials: begin with Defaults.
type Options struct {
	// Quotes is how many main quotes the card has at most; All for all.
	Quotes int
	// Denials is how many denials it has at most; All for all.
	Denials int
	// Include names optional parts.
	Include card.Include
	// Language is the BCP 47 tag of the card's own words; empty for the article's.
	Language string
	// MinConfidence, from 0 to 1, is how sure the card must be of an item to show
	// it; CardsOwn for the card's own thresholds.
	MinConfidence float64
	// NoNotice leaves out the line that says that the card was chosen automatically.
	NoNotice bool
	// Notice takes its place, of at most 100 characters; may be empty.
	Notice string
	// Policy is the web address that the line leads to; may be empty.
	Policy string
	// Edits are the newsroom's, in place of those in the page; nil for the page's.
	Edits *card.Edits
}

// CardsOwn stands for the thresholds of a card that nobody configured.
const CardsOwn = -1

// Defaults are the options of a card that nobody configured: three quotes, three
// denials, the card's own thresholds.
func Defaults() Options { return Options{Quotes: 3, Denials: 3, MinConfidence: CardsOwn} }

// Names are the parameters that Parse reads, in the API's order. It reads "edits" too,
// JSON that no address has: it comes with a POST or from the store.
var Names = [...]string{"format", "quotes", "denials", "include", "lang", "min-confidence", "notice", "policy"}

// Parse reads options from named values such as url.Values.Get; an empty value
// stands for the default. The error is a *card.Error with the code BadOptions, or BadEdits.
func Parse(value func(name string) string) (Options, Format, error) {
	o, format := Defaults(), JSON
	if name := value("format"); name != "" {
		known := false
		if format, known = ParseFormat(name); !known {
			return o, format, bad("format must be json, html, page, jsonld or markdown")
		}
	}
	var ok bool
	if o.Quotes, ok = count(value("quotes"), o.Quotes); !ok {
		return o, format, bad("quotes must be a number from 0 to 20, or all")
	}
	if o.Denials, ok = count(value("denials"), o.Denials); !ok {
		return o, format, bad("denials must be a number from 0 to 20, or all")
	}
	if o.Include, ok = include(value("include")); !ok {
		return o, format, bad("include must be a comma list of body, quotes, article, no-comment, why and edits")
	}
	if o.Language = value("lang"); !languageTag(o.Language) {
		return o, format, bad("lang must be a BCP 47 language tag such as en or pt-BR")
	}
	if sure := value("min-confidence"); sure != "" {
		if o.MinConfidence, ok = probability(sure); !ok {
			return o, format, bad("min-confidence must be a number from 0 to 1, such as 0.9")
		}
	}
	switch o.Notice = strings.TrimSpace(value("notice")); {
	case o.Notice == "none":
		o.NoNotice, o.Notice = true, ""
	case !isWords(o.Notice, maxNotice):
		return o, format, bad("notice must be none, or a line of at most 100 characters in place of “Chosen automatically from this article”")
	}
	if o.Policy = value("policy"); !isPolicy(o.Policy) {
		return o, format, bad("policy must be an https address of at most 300 bytes")
	}
	if edits := value("edits"); edits != "" {
		read, err := ParseEdits(edits)
		if err != nil {
			return o, format, err
		}
		o.Edits = &read
	}
	return o, format, nil
}

// The longest line that takes the place of the card's own, in code points, and the longest
// address that it leads to, in bytes.
const maxNotice, maxPolicy = 100, 300

// isPolicy tells that an address, where there is one, may stand on a card: a script, or
// what is read over an open line, may not.
func isPolicy(address string) bool {
	return address == "" || len(address) <= maxPolicy && strings.HasPrefix(address, "https://") && card.WebURL(address) == address
}

func bad(message string) error { return &card.Error{Code: card.BadOptions, Message: message} }

func count(s string, byDefault int) (int, bool) {
	switch {
	case s == "":
		return byDefault, true
	case s == "all":
		return All, true
	case len(s) > 2:
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 8)
	return int(n), err == nil && n <= Most
}

// probability reads 0, 1, or a decimal fraction between them of at most six digits.
func probability(s string) (float64, bool) {
	if len(s) > 8 || s[0] != '0' && s[0] != '1' && s[0] != '.' {
		return 0, false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && c != '.' {
			return 0, false
		}
	}
	p, err := strconv.ParseFloat(s, 64)
	return p, err == nil && p <= 1
}

func include(list string) (found card.Include, ok bool) {
	if list == "" {
		return found, true
	}
	for part := range strings.SplitSeq(list, ",") {
		switch strings.TrimSpace(part) {
		case "body":
			found.Body = true
		case "quotes":
			found.Quotes = true
		case "article":
			found.Article = true
		case "no-comment":
			found.NoComment = true
		case "why":
			found.Why = true
		case "edits":
			found.Edits = true
		default:
			return found, false
		}
	}
	return found, true
}

// languageTag says whether s has the shape of a BCP 47 tag: subtags of one to
// eight letters and digits, the first of two or three letters. An empty tag is
// one too: it stands for the article's language.
func languageTag(s string) bool {
	if s == "" {
		return true
	}
	if len(s) > 35 { // RFC 5646, section 4.4.1: room for every sensible tag
		return false
	}
	for i, part := range strings.Split(s, "-") {
		if len(part) < 1 || len(part) > 8 || i == 0 && (len(part) < 2 || len(part) > 3) {
			return false
		}
		for _, c := range []byte(part) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
