package lang

// Words of English grammar that rules ask for by name, where a class would have one word.
const (
	As     = "as"
	Ask    = "ask"
	Fellow = "fellow"
	From   = "from"
	I      = "i"
	Both   = "both"
	It     = "it"
	My     = "my"
	Now    = "now"
	On     = "on"
	Other  = "other"
	Rather = "rather"
	Than   = "than"
	Then   = "then"
	There  = "there"
	They   = "they"
)
