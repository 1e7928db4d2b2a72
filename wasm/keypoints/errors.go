package keypoints

import "keypoints/wasm/card"

// Error is the type of every error of Summarize and ParseOptions:
//
//	var e *keypoints.Error
//	if errors.As(err, &e) && e.Code == keypoints.NotArticle { … }
type Error = card.Error

// Code is the kind of an Error.
type Code = card.Code

// The kinds of Error; go doc keypoints/wasm/card.Empty says what each means.
const (
	Empty               = card.Empty
	TooLarge            = card.TooLarge
	TooDeep             = card.TooDeep
	NotText             = card.NotText
	UnsupportedEncoding = card.UnsupportedEncoding
	UnsupportedType     = card.UnsupportedType
	NotArticle          = card.NotArticle
	BadOptions          = card.BadOptions
	OptedOut            = card.OptedOut
	BadEdits            = card.BadEdits
	NeedsLanguage       = card.NeedsLanguage
)
