// Command program comes to functions in all the ways that a program can, and says what
// they gave: called, as values, through interfaces that the linker or the program found
// types for, and with the collector and a growing stack. Like the engine it has no reflection.
package main

import (
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
)

type shape interface{ area() int }

type square int

func (s square) area() int { return int(s * s) }

// named is met only by asking whether a value has its method.
type named interface{ name() string }

func (s square) name() string { return "square of " + strconv.Itoa(int(s)) }

var table = map[string]func(int) int{"double": func(n int) int { return 2 * n }, "half": func(n int) int { return n / 2 }}

// pair is the key of a map by any key, which takes its type's fields for that.
type pair struct {
	name string
	n    int
	_    int8
}

func depth(n int) int {
	var room [64]int
	room[n%64] = n
	if n == 0 {
		return 0
	}
	return depth(n-1) + room[n%64] - n + 1
}

func say(numbers ...int) {
	for _, n := range numbers {
		io.WriteString(os.Stdout, strconv.Itoa(n)+" ")
	}
	io.WriteString(os.Stdout, "\n")
}

func main() {
	var s shape = square(3)
	say(s.area(), table["double"](4), table["half"](4))
	if n, ok := s.(named); ok {
		io.WriteString(os.Stdout, n.name()+"\n")
	}
	// The replacer writes to a type of its own, which it asks for io.StringWriter.
	io.WriteString(os.Stdout, strings.NewReplacer("one", "1", "three", "3", "on", "off").Replace("one on three\n"))
	counts := map[any]int{pair{"a", 1, 0}: 1, square(2): 2, "a": 3}
	counts[pair{"a", 1, 0}] += 10
	say(counts[pair{"a", 1, 0}], counts[square(2)], counts["a"], counts[pair{"b", 1, 0}])
	io.WriteString(os.Stdout, "depth ")
	say(depth(3000))
	var kept []*[1000]int
	for i := range 3000 {
		if kept = append(kept, new([1000]int)); i%100 == 0 {
			kept = kept[:0]
			runtime.GC()
		}
	}
	done := make(chan int)
	go func() { done <- len(kept) }()
	say(<-done)
	if len(os.Args) > 1 {
		panic(os.Args[1])
	}
}
