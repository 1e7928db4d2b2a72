// Package collector sets the pace of Go's garbage collector in wasm, where the instance's
// memory never shrinks again.
//
// The idea: what an article of usual size leaves behind is cheaper to keep until the page is
// done than to collect. Of a page that takes much, garbage is collected when it is a part of
// what is alive. There is no limit in bytes: where more is alive than that, the collector
// would run without end. Natively nothing here does anything: the program is not ours.
package collector

import (
	"runtime"
	"runtime/debug"
)

const (
	// largePage is the size in bytes from which parsing alone leaves much behind.
	largePage = 400_000
	// most garbage of a usual page, in percent of what is alive. The collector begins at 4 MB
	// for each 100 percent: 16 MB, where Go's runtime takes 5 more.
	most = 400
	// little garbage is left while a page takes much, in percent.
	little = 40
)

// usual is what the host wants (GOGC), as far as it is not more than most.
var usual = most

func init() {
	if runtime.GOARCH == "wasm" {
		usual = min(debug.SetGCPercent(most), most)
		debug.SetGCPercent(usual)
	}
}

// Begin fits the pace to a page of size bytes that is about to come. Before one that takes
// much, what others left behind is collected, as next to nothing is alive then: five such
// pages of 5 MB take 30 MB. Between usual pages a collection more would cost 4% of their time.
func Begin(size int) {
	if size > largePage {
		Tidy()
	} else {
		set(usual)
	}
}

// Tidy collects what a page that takes much has left behind so far, and goes on with little.
func Tidy() {
	if runtime.GOARCH == "wasm" {
		set(little)
		runtime.GC()
	}
}

func set(percent int) {
	if runtime.GOARCH == "wasm" {
		debug.SetGCPercent(percent)
	}
}
