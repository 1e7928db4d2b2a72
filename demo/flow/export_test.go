package flow

// InSmallParts is Module, but it parts functions of any size.
func InSmallParts(module []byte, version string) ([]byte, error) {
	return parted(module, version, small)
}

var small = limits{function: 100, part: 40}

// Structured is structured with calls of which a third never return.
func Structured(body []byte) ([]byte, error) {
	return structured(body, small, func(int, []byte) int { return 7 }, calls{func(callee int) bool { return callee%3 == 0 }, func(callee int) bool { return callee%3 == 1 }})
}
