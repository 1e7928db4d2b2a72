package render

import (
	"slices"
	"strings"

	"keypoints/wasm/card"
)

// named holds whom a card has named from its top on: names, and names with a role.
type named []string

// beneath is what stands under a passage of who speaks or denies: the name, unless a
// denial's own words say it, or say the surname of somebody whom the card has named; the
// role, the first time. said is "" for a quotation, whose words name others.
func (n *named) beneath(s *card.Source, said string) card.Source {
	if s == nil {
		return card.Source{}
	}
	shown, role := *s, s.Name+", "+s.Role
	again, known := slices.Contains(*n, s.Name), slices.Contains(*n, role)
	*n = append(*n, s.Name, role)
	mention := s.Mention[strings.LastIndexByte(s.Mention, ' ')+1:]
	if said != "" && (strings.Contains(said, s.Name) || again && slices.Contains(strings.Split(s.Name, " "), mention)) {
		shown.Name = ""
	}
	if known || said != "" && strings.Contains(said, s.Role) {
		shown.Role = ""
	}
	return shown
}
