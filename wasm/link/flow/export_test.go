package flow

// Structured is structured with calls of which a third never return.
func Structured(body []byte) ([]byte, error) {
	return structured(body, calls{func(callee int) bool { return callee%3 == 0 }, func(callee int) bool { return callee%3 == 1 }})
}
