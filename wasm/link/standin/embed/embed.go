// Package embed stands in for the standard library's, see wasm/link/standin. The engine
// embeds files into strings, for which the package has only to be imported; its file
// system brings io/fs, time and syscall with it, and what these do at every start.
package embed
