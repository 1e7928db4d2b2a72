package card

// Edits are what a newsroom's editors want of a page's card. An edit chooses, hides
// or names; none can change a word that the article quotes.
type Edits struct {
	Off  bool   // no card at all
	List []Edit // in the order they were written
}

// Edit is one of them. Of two of one kind for an item the last counts.
type Edit struct {
	ID     string // of the item: Quote.ID or Denial.ID
	Action Action
	// Speaker is who speaks or denies, with Set; nil for nobody.
	Speaker *Source
}

// Action is what an edit does.
type Action string

// The actions. Off stands alone, without an ID.
const (
	Hide Action = "hide" // not on the card
	Pin  Action = "pin"  // on the card, before what the engine chose
	Set  Action = "set"  // the speaker or denier is Edit.Speaker
	Off  Action = "off"  // no card of this page
)
