// Package people finds who an article talks of: persons, organizations,
// documents; every mention of each by name, description or pronoun.
package people

import (
	"keypoints/wasm/internal/card"
	"keypoints/wasm/internal/text"
)

// Sources holds the entities of an article and their mentions.
type Sources struct {
	Entities []Entity
	Mentions []Mention // in reading order
}

// Entity is one person, organization or document under all its forms.
type Entity struct {
	Name     string // the fullest form the article gives
	Role     string // "Chinese Foreign Ministry spokesperson", or empty
	Kind     Kind
	Gender   Gender
	Plural   bool
	Mentions []int // indexes into Sources.Mentions
}

// Kind tells persons from the others.
type Kind int

// The kinds of entities.
const (
	Unknown Kind = iota
	Person
	Organization // also governments: Moscow, the White House
	Document
	Group // "critics", "residents"
)

// Gender is known from titles, given names and pronouns.
type Gender int

// The genders.
const (
	UnknownGender Gender = iota
	Male
	Female
)

// Form is how a mention refers.
type Form int

// The forms of mentions.
const (
	Name    Form = iota // "Zhao Lijian", "Zhao"
	Nominal             // "the spokesperson", "a neighbor"
	Pronoun             // "he"
)

// Mention is one noun phrase that refers to an entity.
type Mention struct {
	text.Range      // with its title and apposition-free: "Foreign Ministry spokesperson Zhao Lijian"
	First, Last int // tokens [First, Last)
	Head        int // the head token: surname, or the noun
	Form        Form
	Entity      int     // index into Sources.Entities, or -1 where nobody can tell
	Confidence  float64 // that Entity is right
}

// Find finds the people of a document.
func Find(d *text.Document, meta card.Article) *Sources { return &Sources{} }

// At gives the index of the mention that covers token t, the longest first, or -1.
func (s *Sources) At(t int) int { return -1 }

// Source describes mention m as the card does, or nil where nobody can tell who it is.
func (s *Sources) Source(d *text.Document, m int) *card.Source { return nil }
