package lang

// Words of English grammar that rules ask for by name, where a class would have one word.
const (
	It     = "it"
	Other  = "other"
	Rather = "rather"
	Than   = "than"
	There  = "there"
)
