package people

import (
	"slices"

	"keypoints/wasm/internal/lang"
)

// holder finds whom a title alone means, "King" or "President": of those of that title
// whom the article names, the last before it, else the first; -1 where there is none.
func (s *Sources) holder(n name) int {
	if !s.lang.Is(n.words[0], lang.Appointed) {
		return -1
	}
	best, first := -1, -1
	for i := range s.Entities {
		e := &s.Entities[i]
		if e.Kind != Person || e.title != n.words[0] {
			continue
		}
		if first < 0 {
			first = i
		}
		if s.nearest[i] > 0 && (best < 0 || s.nearest[i] >= s.nearest[best]) {
			best = i
		}
	}
	if best < 0 {
		return first
	}
	return best
}

// ownFirst tells that a single name was brought in by itself, with a title or as what
// the article is about, later than the entity of a longer name that it is part of.
func (s *Sources) ownFirst(single, longer int) bool {
	return single >= 0 && s.Entities[single].evident && s.lang.Is(s.Entities[single].title, lang.Royal) && (longer < 0 || s.nearest[single] > s.nearest[longer])
}

// calledNames tells that a longer form of a name begins with what somebody calls its bearer:
// "Cheating Ruth Lindqvist" for Ruth Lindqvist.
func (s *Sources) calledNames(longer, name []string) bool {
	return len(name) > 1 && len(longer) > len(name) && slices.Equal(longer[len(longer)-len(name):], name) && s.lang.Given(name[0]) != 0 && s.lang.Given(longer[0]) == 0
}
