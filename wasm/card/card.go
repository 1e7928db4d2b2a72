// Package card defines the card: what the engine finds in an article, in the
// terms of the HTTP API. It holds data only; render turns it into bytes.
package card

// Version is the version of the card's schema, in the API's "version" field.
const Version = 1

// EngineVersion is the version of the engine that made the card.
const EngineVersion = "0.1.0"

// Span is a half-open range of the body, body[Start:End], counted in Unicode
// code points as in the TextPositionSelector of W3C Web Annotation.
type Span struct {
	Start, End int
}

// Card is the summary of one article.
type Card struct {
	Article Article
	// Quotes are the main quotes, the most important first.
	Quotes []Quote
	// Denials are in reading order.
	Denials []Denial

	// Edited tells that an editor chose, hid or named something.
	Edited bool
	// Stale are edits whose passage has gone. They change nothing.
	Stale []Edit
	// EditsError says why the edits in the page were left aside, or is empty.
	EditsError string

	// What follows is filled only when Options.Include asks for it.
	Body        string      // plain text that every Span counts in
	AllQuotes   []Quote     // every quotation in reading order
	ArticleHTML string      // sanitized article HTML
	NoComments  []NoComment // sources who declined to comment
	Include     Include

	// NoNotice leaves out the line that says that the card was chosen automatically.
	NoNotice bool

	// Labels is the BCP 47 tag of the language that the card's labels are in.
	Labels string
}

// Noticed tells whether the card says that it was chosen automatically: it has something
// that was, and the publisher does not say so elsewhere.
func (c *Card) Noticed() bool { return !c.NoNotice && len(c.Quotes)+len(c.Denials) > 0 }

// Include names the optional parts of a card.
type Include struct {
	Body, Quotes, Article, NoComment, Why bool
}

// Article is what the page says of itself. Empty strings stand for null.
type Article struct {
	URL       string
	Headline  string
	Dek       string
	Byline    []string
	Publisher string
	Published string // ISO 8601: a date, or a date and time with its zone
	Modified  string // as Published
	Language  string // BCP 47
	Image     *Image
}

// Image is the article's lead image.
type Image struct {
	URL, Caption, Credit string
}

// Source is a person, organization or document that speaks.
type Source struct {
	Name    string // the fullest form the article gives
	Role    string // "Chinese Foreign Ministry spokesperson", or empty
	Mention string // the words beside the quotation
}

// Quote is one quotation.
type Quote struct {
	ID       string  // of the quotation's words: it stays while they stand
	Text     string  // the words between the marks; parts joined with " … "
	Speaker  *Source // nil where nobody can tell
	Cue      string  // the reporting word, or empty
	Position Span    // from the first part's start to the last part's end
	Parts    []Span  // the parts of an interrupted quotation, else nil
	Sentence Span    // the sentence that holds the quotation
	Fragment string  // text fragment, "#:~:text=…"
	// Confidence is the estimated probability that the speaker is right.
	Confidence float64
	Edited     bool // an editor chose it or named its speaker
	// Why says why this is the speaker; nil where nobody asked.
	Why *Why
}

// Why says what a choice rests on.
type Why struct {
	// Features are the strongest facts for and against the choice, beside the
	// runner-up, the strongest first.
	Features []WhyFeature
	RunnerUp *RunnerUp // nil where nothing else could be chosen
}

// WhyFeature is a fact that a choice rests on.
type WhyFeature struct {
	Name string
	// Weight is what it adds to the logarithm of the odds against the runner-up;
	// negative where it speaks for that one.
	Weight float64
}

// RunnerUp is what would be chosen next.
type RunnerUp struct {
	Name       string  // empty for nobody
	Confidence float64 // its share of the probability
}

// Denial is one passage in which a source says that a claim is not so.
type Denial struct {
	ID         string // as Quote.ID
	Text       string
	Denier     *Source
	Kind       string // deny, reject, label, negate or disclaim
	Cue        string
	Claim      *Claim // nil where the article never states it
	Position   Span
	Fragment   string
	Confidence float64
	Edited     bool // as Quote.Edited
}

// Claim is what a denial denies, in the article's words.
type Claim struct {
	Text     string
	Position Span
	Fragment string // as Quote.Fragment
}

// NoComment is a passage in which a source declines to comment.
type NoComment struct {
	Text     string
	Who      string
	Position Span
	Fragment string
}
