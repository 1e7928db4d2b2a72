package people

import (
	"strings"

	"keypoints/wasm/internal/grammar"
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/text"
)

// Given makes the sources of entities and mentions that another reader than this one found,
// by the lists of another language. The mentions are in reading order, without overlap.
func Given(d *text.Document, entities []Entity, mentions []Mention) *Sources {
	s := &Sources{doc: d, lang: lang.For(d.Language), weights: fitted, Entities: entities, Mentions: mentions, subjects: make([]int32, len(d.Tokens))}
	s.Reader = grammar.New(d, names{s})
	for i := range s.Entities {
		e := &s.Entities[i]
		e.words, e.Mentions = strings.Fields(strings.ToLower(e.Name)), nil
	}
	s.index()
	return s
}
