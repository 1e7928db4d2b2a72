package regexp

// compiler reads a pattern into a program, by recursive descent.
type compiler struct {
	rest    string
	fold    bool // (?i)
	program []instruction
}

func compile(pattern string) []instruction {
	c := &compiler{rest: pattern}
	if len(pattern) >= 4 && pattern[:4] == "(?i)" {
		c.rest, c.fold = pattern[4:], true
	}
	c.alternatives()
	if c.rest != "" {
		panic("regexp: " + pattern)
	}
	return append(c.program, instruction{operation: found})
}

func (c *compiler) emit(in instruction) int {
	c.program = append(c.program, in)
	return len(c.program) - 1
}

func (c *compiler) next() byte {
	if c.rest == "" {
		panic("regexp: a pattern ends early")
	}
	b := c.rest[0]
	c.rest = c.rest[1:]
	return b
}

func (c *compiler) is(b byte) bool { return c.rest != "" && c.rest[0] == b }

// alternatives reads a|b|c.
func (c *compiler) alternatives() {
	start := len(c.program)
	c.sequence()
	if !c.is('|') {
		return
	}
	c.next()
	c.insert(start)
	out := c.emit(instruction{operation: jump})
	c.program[start] = instruction{operation: split, to: start + 1, or: len(c.program)}
	c.alternatives()
	c.program[out].to = len(c.program)
}

// insert makes room for an instruction; those after it that jump do so inside
// themselves, and move along.
func (c *compiler) insert(at int) {
	c.program = append(c.program, instruction{})
	copy(c.program[at+1:], c.program[at:])
	for i := at + 1; i < len(c.program); i++ {
		if in := &c.program[i]; in.operation == jump || in.operation == split {
			in.to++
			in.or++
		}
	}
}

// sequence reads what stands one after the other.
func (c *compiler) sequence() {
	for c.rest != "" && !c.is('|') && !c.is(')') {
		start := len(c.program)
		c.one()
		c.repetition(start)
	}
}

// repetition reads *, +, ? and {n,m} after what was compiled from start on.
func (c *compiler) repetition(start int) {
	least, most := 1, 1 // -1 for no bound
	switch {
	case c.is('*'):
		least, most = 0, -1
	case c.is('+'):
		most = -1
	case c.is('?'):
		least = 0
	case c.is('{'):
		c.next()
		least = c.number()
		if most = least; c.is(',') {
			c.next()
			if most = -1; !c.is('}') {
				most = c.number()
			}
		}
		if !c.is('}') || most >= 0 && most < least {
			panic("regexp: a bad repetition")
		}
	default:
		return
	}
	c.next()
	if c.is('?') || c.is('*') || c.is('+') || c.is('{') {
		panic("regexp: a repetition of a repetition is not known here")
	}
	one := append([]instruction(nil), c.program[start:]...)
	c.program = c.program[:start]
	copies := func() {
		offset := len(c.program) - start
		for _, in := range one {
			in.to += offset
			in.or += offset
			c.emit(in)
		}
	}
	for range least {
		copies()
	}
	if most < 0 {
		loop := c.emit(instruction{operation: split})
		copies()
		c.emit(instruction{operation: jump, to: loop})
		c.program[loop].to, c.program[loop].or = loop+1, len(c.program)
		return
	}
	var choices []int
	for range most - least {
		choices = append(choices, c.emit(instruction{operation: split}))
		copies()
	}
	for _, i := range choices {
		c.program[i].to, c.program[i].or = i+1, len(c.program)
	}
}

func (c *compiler) number() int {
	n, digits := 0, 0
	for c.rest != "" && c.rest[0] >= '0' && c.rest[0] <= '9' && n < 1000 {
		n = 10*n + int(c.next()-'0')
		digits++
	}
	if digits == 0 {
		panic("regexp: a repetition without a number")
	}
	return n
}

// one reads a character, a class, a group, or an end of the text.
func (c *compiler) one() {
	switch b := c.next(); b {
	case '^':
		c.emit(instruction{operation: begin})
	case '$':
		c.emit(instruction{operation: end})
	case '(':
		if c.is('?') {
			if c.next(); c.next() != ':' {
				panic("regexp: a group that is not known here")
			}
		}
		c.alternatives()
		if c.next() != ')' {
			panic("regexp: a group does not end")
		}
	case '[':
		c.emit(instruction{set: c.class()})
	case '\\':
		s := new(set)
		c.escaped(s)
		c.emit(instruction{set: s})
	case '.', '*', '+', '?', '{', ')':
		panic("regexp: " + string(b) + " is not known here")
	default:
		s := new(set)
		c.put(s, b, b)
		c.emit(instruction{set: s})
	}
}

// class reads the rest of [a-z].
func (c *compiler) class() *set {
	s := new(set)
	negative := c.is('^')
	if negative {
		c.next()
	}
	for first := true; first || !c.is(']'); first = false {
		low := c.next()
		if low == '\\' {
			c.escaped(s)
			if c.is('-') && !(len(c.rest) > 1 && c.rest[1] == ']') {
				panic("regexp: a range that is not known here")
			}
		} else if c.is('-') && len(c.rest) > 1 && c.rest[1] != ']' {
			c.next()
			high := c.next()
			if high == '\\' || high < low {
				panic("regexp: a range that is not known here")
			}
			c.put(s, low, high)
		} else if low == '[' {
			panic("regexp: a class that is not known here")
		} else {
			c.put(s, low, low)
		}
	}
	c.next()
	if negative {
		if !c.is('*') && !c.is('+') { // it would take one byte of a longer character
			panic("regexp: one character of a negative class is not known here")
		}
		for i := range s {
			s[i] = !s[i]
		}
	}
	return s
}

// escaped reads what follows a backslash into a set.
func (c *compiler) escaped(s *set) {
	switch b := c.next(); {
	case b == 'd':
		c.put(s, '0', '9')
	case b == 's':
		for _, space := range []byte("\t\n\f\r ") {
			s[space] = true
		}
	case b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80:
		panic("regexp: an escape that is not known here")
	default:
		s[b] = true
	}
}

// put puts a range of ASCII characters into a set.
func (c *compiler) put(s *set, low, high byte) {
	if high >= 0x80 {
		panic("regexp: only ASCII is known here")
	}
	for b := low; b <= high; b++ {
		s[b] = true
		if c.fold && (b|0x20) >= 'a' && (b|0x20) <= 'z' {
			s[b^0x20] = true
		}
	}
}
