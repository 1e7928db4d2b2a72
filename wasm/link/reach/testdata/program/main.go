// Command program comes to functions in all the ways that a program can, and says what
// they gave: called, as values, through interfaces that the linker or the program found
// types for, and with the collector and a growing stack.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

type shape interface{ area() int }

type square int

func (s square) area() int { return int(s * s) }

// named is met only by asking whether a value has its method.
type named interface{ name() string }

func (s square) name() string { return fmt.Sprint("square of ", int(s)) }

var table = map[string]func(int) int{"double": func(n int) int { return 2 * n }, "half": func(n int) int { return n / 2 }}

func depth(n int) int {
	var room [64]int
	room[n%64] = n
	if n == 0 {
		return 0
	}
	return depth(n-1) + room[n%64] - n + 1
}

func main() {
	var s shape = square(3)
	fmt.Println(s.area(), table["double"](4), table["half"](4))
	if n, ok := s.(named); ok {
		fmt.Println(n.name())
	}
	// The replacer writes to a type of its own, which it asks for io.StringWriter.
	fmt.Println(strings.NewReplacer("one", "1", "three", "3", "on", "off").Replace("one on three"))
	io.WriteString(os.Stdout, "depth ")
	fmt.Println(depth(3000))
	var kept []*[1000]int
	for i := range 3000 {
		if kept = append(kept, new([1000]int)); i%100 == 0 {
			kept = kept[:0]
			runtime.GC()
		}
	}
	done := make(chan int)
	go func() { done <- len(kept) }()
	fmt.Println(<-done)
	if len(os.Args) > 1 {
		panic(os.Args[1])
	}
}
