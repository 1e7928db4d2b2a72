// Command program uses what the runtime needs its function table for: growing and
// moving stacks, collecting garbage, recovering, telling its own goroutines.
package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
)

type tree struct{ left, right *tree }

func grown(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	var room [64]byte // so that the stack moves while it holds pointers
	t := &tree{grown(depth - 1), nil}
	if room[depth%64] == 0 && depth%500 == 0 {
		runtime.GC()
	}
	return t
}

func (t *tree) depth() int {
	n := 0
	for ; t != nil; t = t.left {
		n++
	}
	return n
}

func recovered(f func()) (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	f()
	return "no panic"
}

type value struct{ n int }

func (v value) Number() int { return v.n }

type numbered interface{ Number() int }

func main() {
	fmt.Println("depth", grown(3000).depth())

	fmt.Println("index", recovered(func() { fmt.Println([]int{1}[len(os.Args)+5]) }))
	fmt.Println("nil", recovered(func() { var v *value; fmt.Println(numbered(v).Number()) }))
	fmt.Println("error", recovered(func() { panic(errors.New("given")) }))
	fmt.Println("nested", recovered(func() {
		defer func() { panic(fmt.Sprint("second after ", recover())) }()
		panic("first")
	}))
	fmt.Println("deferred", recovered(func() {
		for i := range 3 {
			defer fmt.Println("defer", i)
		}
	}))

	results := make(chan string)
	for i := range 50 {
		go func() {
			defer func() { results <- fmt.Sprint(i, recover() != nil) }()
			if grown(100+i).depth() != 101+i || i%2 == 0 {
				panic("even")
			}
		}()
	}
	var all []string
	for range 50 {
		all = append(all, <-results)
	}
	fmt.Println(len(strings.Join(all, " ")), runtime.NumGoroutine())

	double := reflect.MakeFunc(reflect.TypeOf(func(*tree) int { return 0 }), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return []reflect.Value{reflect.ValueOf(2 * in[0].Interface().(*tree).depth())}
	}).Interface().(func(*tree) int)
	fmt.Println("double", double(grown(10)))
	fmt.Println("method", reflect.ValueOf(value{7}).Method(0).Call(nil)[0])

	if len(os.Args) > 1 {
		panic(os.Args[1])
	}
}
