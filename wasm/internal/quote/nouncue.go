package quote

import (
	"keypoints/wasm/internal/lang"
)

// nounCue finds whose claim a quotation is, by a noun right before it: “Ruiz denied
// Lee's claim that “…””, “his response: “…””, “in her words, “…””.
func (f *finder) nounCue(q, first int) Attribution {
	d := f.d
	t := q - 1
	for n := 0; t > first && n < 2; n++ {
		switch d.Tokens[t].Lower {
		case "was", "is":
			if q+1 < len(d.Tokens) && !d.Tokens[q+1].Capital { // Lee's claim was “false”, somebody says of it
				return nobody
			}
			t--
			continue
		case "that", ":", ",", "of":
			t--
			continue
		}
		break
	}
	if t <= first || !d.Tokens[t].Is(lang.ClaimNoun) || d.Tokens[t].Quote >= 0 {
		return nobody
	}
	// the owner before it, at most two adjectives between: “Lee's latest claim”
	for k := t - 1; k >= first && k >= t-3; k-- {
		if tok := d.Tokens[k]; !tok.Word || tok.Quote >= 0 {
			return nobody
		}
		if m, ok := f.s.Possessor(k); ok {
			return f.by(NounCue, m, t)
		}
		if d.Tokens[k].Is(lang.Preposition) || d.Tokens[k].Is(lang.Determiner) {
			return nobody
		}
	}
	return nobody
}
