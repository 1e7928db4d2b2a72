package card

// Code says what kind of input a page was that gave no card. The values are
// stable: they cross the WebAssembly border as numbers and end in the "type"
// of an HTTP problem by their names.
type Code int

// The codes of Error, in the order of their numbers; 0 means success.
const (
	Empty               Code = iota + 1 // no bytes, or nothing but white space
	TooLarge                            // more than 5 MB (5,242,880 bytes)
	TooDeep                             // elements nested deeper than 400
	NotText                             // a binary file
	UnsupportedEncoding                 // a charset that the engine does not decode
	UnsupportedType                     // a content type that is neither HTML nor text
	NotArticle                          // a front page, section, search result or error page
	BadOptions                          // options that cannot be read
	OptedOut                            // the publisher wants no card of this page
	BadEdits                            // edits that break their rules
	NeedsLanguage                       // an article in a language whose lists the host has not given: engine.wasm alone
)

var codeNames = [...]string{"ok", "empty", "too-large", "too-deep", "not-text", "unsupported-encoding",
	"unsupported-type", "not-an-article", "bad-options", "opted-out", "bad-edits", "needs-language"}

// String gives the code's stable name, such as "not-an-article".
func (c Code) String() string {
	if c < 0 || int(c) >= len(codeNames) {
		return "unknown"
	}
	return codeNames[c]
}

// Error is a page that gives no card. Message says what was wrong with the
// input and what to do.
type Error struct {
	Code    Code
	Message string // one sentence, in English
	// Charset is the WHATWG label of the page's charset, such as "shift_jis",
	// with UnsupportedEncoding: callers with a TextDecoder may decode and retry.
	Charset string
	// Language is the article's, by its two letters, with NeedsLanguage: the host gives its
	// lists, or empty ones, and comes again.
	Language string
}

// Error gives the message.
func (e *Error) Error() string { return e.Message }
