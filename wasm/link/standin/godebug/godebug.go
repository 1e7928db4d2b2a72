// Package godebug stands in for internal/godebug, see wasm/link/standin. There is no
// environment in the engine, so every setting has its default, the empty value.
package godebug

// Setting is a setting of the environment variable GODEBUG.
type Setting struct{ name string }

// New gives the setting of a name.
func New(name string) *Setting { return &Setting{name} }

func (s *Setting) Name() string       { return s.name }
func (s *Setting) Undocumented() bool { return false }
func (s *Setting) String() string     { return s.name + "=" }
func (s *Setting) IncNonDefault()     {}
func (s *Setting) Value() string      { return "" }
