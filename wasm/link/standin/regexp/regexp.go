// Package regexp stands in for the standard library's in engine.wasm, see
// wasm/link/standin. It knows the syntax of the patterns that the engine's sanitizing
// policy uses: characters, classes of ASCII characters, groups, alternatives,
// repetitions, the beginning and the end. The real package brings a compiler, three
// matchers and the tables of Unicode with it, and compiles 60 patterns of
// bluemonday's at every start, of which the policy uses none.
//
// A pattern is compiled when it is first used; one with other syntax panics there,
// which ends the engine's instance rather than let an attribute through.
//
// Matching is Pike's: all alternatives at once, one pass over the text, so that no
// text takes long. See Russ Cox, Regular Expression Matching: the Virtual Machine
// Approach, https://swtch.com/~rsc/regexp/regexp2.html.
package regexp

// Regexp is a pattern.
type Regexp struct {
	pattern string
	program []instruction
}

// MustCompile takes a pattern.
func MustCompile(pattern string) *Regexp { return &Regexp{pattern: pattern} }

// String is the pattern.
func (re *Regexp) String() string { return re.pattern }

// MatchString says whether the pattern is somewhere in the text.
func (re *Regexp) MatchString(text string) bool { return re.find(text) != nil }

// FindString gives the leftmost match, "" without one.
func (re *Regexp) FindString(text string) string {
	if at := re.find(text); at != nil {
		return text[at[0]:at[1]]
	}
	return ""
}

// FindStringIndex gives the place of the leftmost match.
func (re *Regexp) FindStringIndex(text string) []int { return re.find(text) }

// ReplaceAll is used only where CSS is parsed, which the engine never does.
func (re *Regexp) ReplaceAll(text, by []byte) []byte { panic("regexp: ReplaceAll is not here") }

type operation byte

const (
	character operation = iota // one that the set has
	split                      // go on at to, else at or
	jump                       // go on at to
	begin                      // only at the text's beginning
	end                        // only at its end
	found
)

type instruction struct {
	operation
	to, or int
	set    *set
}

// set is a set of bytes; all that are not ASCII are in it or none is.
type set [256]bool

// thread is a place in the program, and where in the text its match began.
type thread struct{ at, start int }

// find gives the leftmost match, of several there the one that a backtracking
// matcher would find first.
func (re *Regexp) find(text string) []int {
	if re.program == nil {
		re.program = compile(re.pattern)
	}
	var match []int
	var now, next []thread
	seen := make([]int, len(re.program)) // at which position plus one a place was added
	for i := 0; ; i++ {
		if match == nil {
			now = re.add(now, seen, 0, i, i, len(text))
		}
		next = next[:0]
		for _, t := range now {
			in := &re.program[t.at]
			if in.operation == found {
				match = []int{t.start, i}
				break // those after it are second choices
			}
			if i < len(text) && in.set[text[i]] {
				next = re.add(next, seen, t.at+1, t.start, i+1, len(text))
			}
		}
		if i >= len(text) || len(next) == 0 && match != nil {
			return match
		}
		now, next = next, now
	}
}

// add follows a place to the characters that can come there.
func (re *Regexp) add(list []thread, seen []int, at, start, i, size int) []thread {
	if seen[at] == i+1 {
		return list
	}
	seen[at] = i + 1
	switch in := &re.program[at]; {
	case in.operation == jump:
		return re.add(list, seen, in.to, start, i, size)
	case in.operation == split:
		return re.add(re.add(list, seen, in.to, start, i, size), seen, in.or, start, i, size)
	case in.operation == begin && i == 0, in.operation == end && i == size:
		return re.add(list, seen, at+1, start, i, size)
	case in.operation == character, in.operation == found:
		return append(list, thread{at, start})
	}
	return list
}
