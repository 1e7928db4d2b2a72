// Package render writes a card as JSON, HTML, JSON-LD or Markdown: a card goes
// in, bytes come out, the same for the same card. Everything on a card is the
// words of a page that nobody vouches for, so each writer escapes all of it
// itself, and only http and https addresses become links.
package render
