package flow

// Structured is structured with calls of which a third never return, every second of them a trap.
func Structured(body []byte) ([]byte, error) {
	body, _, err := structured(body, firstNumber, true, calls{
		never:  func(callee int) bool { return callee%3 == 0 },
		traps:  func(callee int) bool { return callee%6 == 0 },
		defers: func(callee int) bool { return callee%3 == 1 },
	})
	return body, err
}
