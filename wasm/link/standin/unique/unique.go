// Package unique stands in for the standard library's, see wasm/link/standin. That one
// gives back values that nobody holds any more, with weak pointers and a concurrent
// map; net/netip, which alone uses it here, holds the zones of IPv6 addresses in it.
// A zone in a page's address is rare and short, so here they stay, a bounded number;
// beyond it equal zones have unequal handles, and net/url compares none.
package unique

import "sync"

// Handle is equal to another if the values are.
type Handle[T comparable] struct{ value *T }

// Value is the value that the handle was made of.
func (h Handle[T]) Value() T { return *h.value }

var (
	lock  sync.Mutex
	known = map[any]any{}
)

// Make gives the handle of a value.
func Make[T comparable](value T) Handle[T] {
	lock.Lock()
	defer lock.Unlock()
	if handle, ok := known[value].(*T); ok {
		return Handle[T]{handle}
	}
	// Handles that netip holds from its beginning come first and must stay.
	const bound = 1000
	if len(known) >= bound {
		return Handle[T]{&value}
	}
	known[value] = &value
	return Handle[T]{&value}
}
