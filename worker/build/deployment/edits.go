package deployment

import (
	"fmt"
	"regexp"
	"strings"
)

// edit is a change of a file of the standard library: text that stands in it once,
// and what stands there instead.
type edit struct{ file, old, new string }

// edits take out of the runtime what nobody can use in the engine, or would see:
// the linker drops what is behind a branch that is never taken. Memory, goroutines,
// maps and panics are as they were.
var edits = []edit{
	// The execution tracer writes to a file that runtime/trace is given.
	{"runtime/traceruntime.go", "\treturn trace.enabled\n", "\treturn false\n"},
	{"runtime/traceruntime.go", "\treturn trace.enabledWithAllocFree\n", "\treturn false\n"},
	{"runtime/traceruntime.go", "\treturn trace.shutdown.Load()\n", "\treturn false\n"},
	{"runtime/traceruntime.go", "\treturn tl.gen != 0\n", "\treturn false\n"},

	// Stack traces: the module has no names and lines (package strip). The message
	// of a panic or a fatal error is still printed.
	{"runtime/runtime1.go", `	gp := getg()
	t := atomic.Load(&traceback_cache)
	crash = t&tracebackCrash != 0
	all = gp.m.throwing > throwTypeUser || t&tracebackAll != 0
	if gp.m.traceback != 0 {
		level = int32(gp.m.traceback)
	} else if gp.m.throwing >= throwTypeRuntime {
		// Always include runtime frames in runtime throws unless
		// otherwise overridden by m.traceback.
		level = 2
	} else {
		level = int32(t >> tracebackShift)
	}
	return
`, "\treturn 0, false, false\n"},
	returns("runtime/traceback.go", "func traceback1(pc, sp, lr uintptr, gp *g, flags unwindFlags) {", ""),
	returns("runtime/traceback.go", "func tracebacksomeothers(me *g, showf func(*g) bool) {", ""),
	returns("runtime/traceback.go", "func goroutineheader(gp *g) {", ""),
	returns("runtime/traceback.go", "func printcreatedby(gp *g) {", ""),
	returns("runtime/hexdump.go", "func hexdumpWords(p, len uintptr, mark func(uintptr, hexdumpMarker)) {", ""),
	returns("runtime/mgcmark.go", "func gcDumpObject(label string, obj, off uintptr) {", ""),

	// Profiles: there is nobody to read them.
	returns("runtime/mprof.go", "func mProf_Malloc(mp *m, p unsafe.Pointer, size uintptr) {", ""),
	returns("runtime/mprof.go", "func mProf_Free(b *bucket, size uintptr) {", ""),
	returns("runtime/mprof.go", "func saveblockevent(cycles, rate int64, skip int, which bucketType) {", ""),
	returns("runtime/mprof.go", "func tryRecordGoroutineProfile(gp1 *g, pcbuf []uintptr, yield func()) {", ""),
	returns("runtime/mprof.go", "func doRecordGoroutineProfile(gp1 *g, pcbuf []uintptr) {", ""),
	returns("runtime/mgc.go", "func findGoroutineLeaks() bool {", "true"),

	// The variable GODEBUG, which is not set, and what it could switch on.
	returns("runtime/runtime1.go", "func parsegodebug(godebug string, seen map[string]bool) {", ""),

	// A program counter of WebAssembly begins with the function's index, which is also
	// that in the runtime's table: no other table is needed to find it.
	{"runtime/symtab.go", `	ffb := (*findfuncbucket)(add(unsafe.Pointer(datap.findfunctab), b*unsafe.Sizeof(findfuncbucket{})))
	idx := ffb.idx + uint32(ffb.subbuckets[i])
`, `	_, _ = b, i
	idx := pcOff - datap.ftab[0].entryoff
`},

	// Plugins: there is one module.
	returns("runtime/type.go", "func typelinksinit() {", ""),
}

// returns is an edit that ends a function at its beginning.
func returns(file, function, value string) edit {
	return edit{file, "\n" + function + "\n", "\n" + function + "\n\treturn " + value + "\n"}
}

// settings are those of GODEBUG that only watch the runtime at work; they are 0.
var settings = regexp.MustCompile(`([^&.\w])debug\.(gctrace|schedtrace|scheddetail|scavtrace|gccheckmark|checkfinalizers|gcpacertrace|gcstoptheworld|tracebackancestors|sbrk|clobberfree|efence)\b`)

// settingsIn are the files that read them where it matters.
var settingsIn = []string{"runtime/mcheckmark.go", "runtime/mcleanup.go", "runtime/mfinal.go", "runtime/mgc.go", "runtime/mgcmark.go", "runtime/mgcmark_greenteagc.go",
	"runtime/mgcpacer.go", "runtime/mgcsweep.go", "runtime/mheap.go", "runtime/malloc.go", "runtime/panic.go", "runtime/proc.go", "runtime/stack.go"}

// edited gives the files that edits change, by name; read gives a file.
func edited(read func(name string) ([]byte, error)) (map[string]string, error) {
	files := map[string]string{}
	open := func(name string) (string, error) {
		if text, ok := files[name]; ok {
			return text, nil
		}
		content, err := read(name)
		return string(content), err
	}
	for _, e := range edits {
		text, err := open(e.file)
		if err != nil {
			return nil, err
		}
		if strings.Count(text, e.old) != 1 {
			return nil, fmt.Errorf("%s of this Go is not as expected: no %q", e.file, e.old)
		}
		files[e.file] = strings.Replace(text, e.old, e.new, 1)
	}
	for _, name := range settingsIn {
		text, err := open(name)
		if err != nil {
			return nil, err
		}
		if !settings.MatchString(text) {
			return nil, fmt.Errorf("%s of this Go is not as expected: it reads no setting", name)
		}
		files[name] = settings.ReplaceAllString(text, "${1}0")
	}
	return files, nil
}
