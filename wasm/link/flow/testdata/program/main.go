// Command program goes every way that a function's flow can: in loops that goroutines
// are switched in, stacks grow in and panics leave, and in ones with two ways in.
package main

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"
	"strings"
	"sync"
)

// twoWaysIn has a loop that begins in its middle, for some.
func twoWaysIn(n, m int) (path string) {
	i := 0
	if n%2 == 1 {
		goto middle
	}
again:
	i++
	path += "a"
	if m > 0 && i == m {
		runtime.Gosched()
	}
middle:
	i += 2
	path += "m"
	if i < n {
		goto again
	}
	return path
}

// searched is a loop without calls that has several ways out.
func searched(text string, from, to byte) (int, string) {
outer:
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] < from:
			continue
		case text[i] > to:
			break outer
		}
		for j := i + 1; j < len(text); j++ {
			if text[j] == text[i] {
				return j, "again"
			}
			if text[j] == ' ' {
				continue outer
			}
		}
	}
	return -1, "never"
}

// switched is loops in loops, at whose every level goroutines are switched.
func switched(id int, into chan<- int, gate <-chan struct{}) {
	for a := range 3 {
		runtime.Gosched()
		for b := range 3 {
			<-gate
			for c := 0; c < 4; c++ {
				if (a+b+c)%3 == id%3 {
					runtime.Gosched()
					continue
				}
				if c == 3 && b == a {
					break
				}
				into <- id*1000 + a*100 + b*10 + c
			}
		}
	}
}

func gathered() int {
	into, gate := make(chan int), make(chan struct{})
	var all sync.WaitGroup
	for id := range 5 {
		all.Go(func() { switched(id, into, gate) })
	}
	go func() {
		for range 5 * 9 {
			gate <- struct{}{}
		}
		all.Wait()
		close(into)
	}()
	sum, n := 0, 0
	for v := range into {
		sum += v
		n++
	}
	return sum*1000 + n
}

// deep needs a larger stack in the midst of loops, with a pointer in each frame.
func deep(n int, through *[]string) string {
	var room [40]string
	for i := range room {
		if i%13 == 0 && n > 0 && i > 0 {
			room[i] = deep(n-1, through)
		}
		for j := 0; j < i%4; j++ {
			room[i] += strings.Repeat("x", j)
		}
	}
	if n == 2 {
		runtime.GC()
	}
	*through = append(*through, room[39])
	return room[26] + room[3] + room[n%7]
}

var errOdd = errors.New("odd")

// left is a loop that panics leave and that is gone on with after a deferred recover.
func left(list []int, at int) (sum int, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			err = r
			sum = -sum
		case error:
			err = r
		default:
			err = fmt.Errorf("%v after %d", r, sum)
		}
	}()
	for i := 0; ; i++ {
		func() {
			defer func() {
				if r := recover(); r != nil && r != "kept" {
					panic(r)
				}
			}()
			if i == 2 {
				panic("kept")
			}
			if i == at && at%5 == 3 {
				panic(errOdd)
			}
		}()
		if i == at && at%5 == 4 {
			panic("left")
		}
		sum += list[i]
		var none *struct{ n int }
		if i == at && at == 1 {
			sum += none.n
		}
		if i > 100 {
			return
		}
	}
}

func pairs(n int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := range n {
			if i%3 == 0 && !yield(i, "third") {
				return
			}
			if !yield(i, fmt.Sprint(i)) {
				return
			}
		}
	}
}

func ranged(n, stop int) (out []string) {
	defer func() { out = append(out, "end") }()
	for i, s := range pairs(n) {
		defer func() { out = append(out, "d"+s) }()
		for j, t := range pairs(i) {
			if j == stop {
				break
			}
			if j+i == 2*stop {
				return append(out, "return")
			}
			if t == "third" {
				continue
			}
			out = append(out, s+t)
		}
	}
	return out
}

// typed has jumps for types, strings and numbers.
func typed(values ...any) (n int) {
	for i, v := range values {
		switch v := v.(type) {
		case int:
			switch v {
			case 1, 2, 3, 5, 8, 13, 21, 34:
				n += v
			case 4:
				continue
			default:
				n *= 2
			}
		case string:
			switch v {
			case "one", "two", "three":
				n += len(v)
			case "stop":
				return n
			case "fall":
				n++
				fallthrough
			default:
				n += i
			}
		case fmt.Stringer:
			n += len(v.String())
		case func() int:
			n += v()
		case error, nil:
			n--
		}
	}
	return n
}

func main() {
	if len(os.Args) > 2 {
		fmt.Println(os.Args[len(os.Args[1])]) // out of range with a long word
	}
	for n := range 8 {
		fmt.Println("two ways in", n, twoWaysIn(n, n/2))
	}
	for _, text := range []string{"", "abcabc", "ab cd ea", "zz", "a b c d"} {
		fmt.Println(searched(text, 'a', 'y'))
	}
	for range 3 {
		fmt.Println("gathered", gathered())
	}
	var through []string
	fmt.Println("deep", deep(6, &through), len(through), strings.Join(through[:9], " "))
	for at := range 12 {
		fmt.Println(left([]int{3, 1, 4, 1, 5, 9, 2, 6, 5}, at))
	}
	fmt.Println(ranged(6, 9), ranged(7, 3), ranged(9, 4))
	fmt.Println(typed(1, "one", 4, 7, errOdd, nil, "fall", func() int { return 5 }, "else", 34, "stop", 1))
	if len(os.Args) > 1 {
		panic(os.Args[1])
	}
}
