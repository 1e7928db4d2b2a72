// Package card defines the card: what the engine finds in an article, in the
// terms of the HTTP API's JSON. It holds data only; package keypoints fills it
// and writes it in a format.
//
// Every text is the article's own, cut from its body at a Span. What an article
// does not say is empty, or nil where the type is a pointer: a speaker whom nobody
// can tell, a claim that the article never states. Source and Claim print as ""
// then, so that both may be printed unasked:
//
//	for _, q := range c.Quotes {
//		fmt.Printf("“%s” %s\n", q.Text, q.Speaker)
//	}
package card

// Version is the version of the card's schema, in the API's "version" field.
const Version = 1

// EngineVersion is the version of the engine that made the card.
const EngineVersion = "0.1.0"

// Span is a half-open range of the body, body[Start:End], counted in Unicode
// code points as in the TextPositionSelector of W3C Web Annotation.
type Span struct {
	Start int // of the first character
	End   int // behind the last character
}

// Card is the summary of one article.
type Card struct {
	// Article is what the page says of itself.
	Article Article
	// Quotes are the main quotes, the most important first, but for those that an
	// editor pinned: these stand before all.
	Quotes []Quote
	// Denials are in reading order.
	Denials []Denial

	// Edited tells that an editor chose, hid or named something.
	Edited bool
	// Stale are edits whose passage has gone. They change nothing.
	Stale []Edit
	// EditsError says why the edits in the page were left aside, or is empty.
	EditsError string

	// Include says which of the fields from here to PageEdits were asked for.
	Include Include
	// Body is the article's plain text, an empty line between paragraphs; every Span
	// counts in it.
	Body string
	// AllQuotes is every quotation in reading order, sure or not, shown or not.
	AllQuotes []Quote
	// ArticleHTML is the words of Body as sanitized HTML, with the page's links, lists,
	// tables and pictures; nothing in it runs.
	ArticleHTML string
	// NoComments are the sources who declined to comment, in reading order.
	NoComments []NoComment
	// PageEdits are the edits that stand in the page, whether they count or not; nil where
	// it has none.
	PageEdits *Edits

	// LeftOut is what of the page is not the article's, in reading order; asked for by
	// Include.Why.
	LeftOut []LeftOut

	// NoNotice leaves out the line that says that the card was chosen automatically.
	NoNotice bool
	// Notice is the publisher's own line in its place, or empty.
	Notice string
	// Policy is the web address that the line leads to, or empty.
	Policy string
	// Labels is the BCP 47 tag of the language that the card's own words are in.
	Labels string
}

// Noticed tells whether the card says that it was chosen automatically: it has something
// that was, and the publisher does not say so elsewhere.
func (c *Card) Noticed() bool { return !c.NoNotice && len(c.Quotes)+len(c.Denials) > 0 }

// Include names the optional parts of a card.
type Include struct {
	Body      bool // Card.Body
	Quotes    bool // Card.AllQuotes
	Article   bool // Card.ArticleHTML
	NoComment bool // Card.NoComments
	Why       bool // Quote.Why, and Card.LeftOut
	Edits     bool // Card.PageEdits
}

// Article is what the page says of itself.
type Article struct {
	URL       string   // absolute, http or https
	Headline  string   // as above the article, without the site's name
	Dek       string   // the line below the headline
	Byline    []string // the authors, as they are named: people, desks, agencies
	Publisher string   // the site's or newspaper's name
	Published string   // ISO 8601: a date, or a date and time with its zone
	Modified  string   // as Published; empty where it says no more than that
	Language  string   // BCP 47, such as "en" or "pt-BR"
	Image     *Image   // the lead image; nil where there is none
}

// Image is the article's lead image.
type Image struct {
	URL     string // absolute, http or https
	Caption string
	Credit  string // whom the caption or the page names for it
}

// Source is a person, organization or document that speaks.
type Source struct {
	// Name is the fullest form that the article gives, whatever stands beside the
	// quotation: "Zhao Lijian" for "Zhao", "he" or "the spokesperson".
	Name string
	// Role is what the article says that the source is, such as "Chinese Foreign
	// Ministry spokesperson", or empty.
	Role string
	// Mention is the words beside the quotation or denial; empty where an editor
	// named the source.
	Mention string
}

// String gives the name and the role, "Zhao Lijian, Foreign Ministry spokesperson",
// and "" for nil.
func (s *Source) String() string {
	switch {
	case s == nil:
		return ""
	case s.Role == "":
		return s.Name
	}
	return s.Name + ", " + s.Role
}

// Quote is one quotation.
type Quote struct {
	// ID is made of the quotation's words and stays while these stand; edits name
	// items by it.
	ID string
	// Text is the words between the marks; parts are joined with " … ".
	Text string
	// Speaker is who says these words; nil where nobody can tell.
	Speaker *Source
	// Cue is the reporting word, such as "told", or empty.
	Cue string
	// Position reaches from the first part's start to the last part's end.
	Position Span
	// Parts are the parts of a quotation that "he said" interrupts, else nil.
	Parts []Span
	// Sentence is the sentence that holds the quotation; it holds Position.
	Sentence Span
	// Fragment is a text fragment, "#:~:text=…", to put behind the page's address: it
	// leads to these words and to no earlier place on the page.
	Fragment string
	// Confidence, from 0 to 1, is the estimated probability that the speaker is right.
	Confidence float64
	// Edited tells that an editor chose it or named its speaker.
	Edited bool
	// Why says why this is the speaker; nil where nobody asked.
	Why *Why
}

// Why says what a choice rests on.
type Why struct {
	// Features are the strongest facts for and against the choice, beside the
	// runner-up, the strongest first.
	Features []WhyFeature
	// RunnerUp is nil where nothing else could be chosen.
	RunnerUp *RunnerUp
}

// WhyFeature is a fact that a choice rests on.
type WhyFeature struct {
	// Name says the fact, such as "right behind".
	Name string
	// Weight is what it adds to the logarithm of the odds against the runner-up;
	// negative where it speaks for that one.
	Weight float64
}

// RunnerUp is what would be chosen next.
type RunnerUp struct {
	Name       string  // empty for nobody
	Confidence float64 // its share of the probability, from 0 to 1
}

// Denial is one passage in which a source says that a claim is not so.
type Denial struct {
	// ID is made of the passage's words, as Quote.ID.
	ID string
	// Text is the passage: a sentence, or the part of one that denies.
	Text string
	// Denier is who denies; nil where nobody can tell.
	Denier *Source
	// Kind is deny ("denied"), reject ("dismissed the report"), label ("a lie"),
	// negate ("we never met") or disclaim ("had no knowledge of").
	Kind string
	// Cue is the words that deny, or empty.
	Cue string
	// Claim is what is denied; nil where the article never states it.
	Claim *Claim
	// Position is the passage's.
	Position Span
	// Fragment leads to the passage, as Quote.Fragment.
	Fragment string
	// Confidence, from 0 to 1, is the estimated probability that this is a denial by
	// Denier of a claim that the article raises.
	Confidence float64
	// Edited tells that an editor chose it or named its denier.
	Edited bool
}

// Claim is what a denial denies, in the article's words.
type Claim struct {
	Text     string
	Position Span
	Fragment string // as Quote.Fragment
}

// String gives the claim's words, and "" for nil.
func (c *Claim) String() string {
	if c == nil {
		return ""
	}
	return c.Text
}

// LeftOut is a text of the page that is not the article's.
type LeftOut struct {
	// Text is the text, or its beginning.
	Text string
	// Why is what speaks against it, in English: a line of a list of the engine, such as
	// "en/boilerplate.txt: lead also read", what the page says of the element, or where the
	// text stands.
	Why string
}

// NoComment is a passage in which a source declines to comment. That is no denial.
type NoComment struct {
	Text     string // the sentence
	Who      string // as the sentence names the source, or empty
	Position Span
	Fragment string // as Quote.Fragment
}
