// Package debug stands in for runtime/debug, see wasm/link/standin. The engine sets the
// collector's pace; the rest of the package writes stack traces to files, and brings os
// and syscall with it.
package debug

import _ "unsafe" // for linkname

// SetGCPercent sets how much garbage there may be, in percent of what is alive, and gives
// the percentage before.
func SetGCPercent(percent int) int { return int(setGCPercent(int32(percent))) }

// The runtime has it (runtime/mgc.go).
//
//go:linkname setGCPercent runtime/debug.setGCPercent
func setGCPercent(percent int32) int32
