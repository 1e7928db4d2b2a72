package flow

import (
	"slices"
	"strings"
)

// unused says that a function of the runtime is one that a program with Trap does without:
// it ends the program with a message, or nothing in WebAssembly's one thread comes to it. A
// call of one is a trap, and so is its body. That hundreds of pages did not come to one is not
// enough: each is here for what it is for.
func unused(name string) bool {
	name, ok := strings.CutPrefix(name, "runtime.")
	return ok && (slices.Contains(unusedFunctions, name) || slices.ContainsFunc(unusedKinds, func(kind string) bool { return strings.HasPrefix(name, kind) }))
}

var unusedFunctions = []string{
	// The program ends, and says why; print takes the lock before it prints.
	"throw", "fatal", "fatalthrow", "fatalpanic", "gopanic", "printlock", "dumpgstatus", "hexdumpWords",
	// No panic comes as far as being recovered.
	"recovery",
	// Profiles, and the goroutines that an error is traced to.
	"blockevent", "mutexevent", "mProf_Malloc.func1", "callers", "gcallers", "tryRecordGoroutineProfile", "schedtrace",
	// The collector's checks of itself, that GODEBUG asks for.
	"checkFinalizersAndCleanups", "findGoroutineLeaks", "postMallocgcDebug", "setCheckmark", "runCheckmark", "gcDumpObject",
	// There is one thread: what starts and stops others ends in runtime.throw.
	"newm", "startm", "stopm", "mexit", "handoffp", "gcstopm", "stoplockedm", "startlockedm", "newextram", "preemptPark",
	// There is no C, and one module.
	"cgocall", "typesEqual",
}

var unusedKinds = []string{
	"bad",         // what must not be is reported: badmcall, badmorestackg0
	"traceLocker", // the tracer's
	"traceAcquireEnabled", "traceAdvance", "traceback",
	"netpollready", "netpolldisarm",
}
