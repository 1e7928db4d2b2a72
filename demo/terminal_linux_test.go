package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// screen is a terminal: what is written to theirs can be read from ours.
func screen(t *testing.T) (ours, theirs *os.File) {
	t.Helper()
	ours, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("this machine has no terminals: ", err)
	}
	t.Cleanup(func() { ours.Close() })
	control := func(request uintptr, value *int32) {
		if _, _, failed := syscall.Syscall(syscall.SYS_IOCTL, ours.Fd(), request, uintptr(unsafe.Pointer(value))); failed != 0 {
			t.Fatal(failed)
		}
	}
	var unlocked, number int32
	control(syscall.TIOCSPTLCK, &unlocked)
	control(syscall.TIOCGPTN, &number)
	if theirs, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0); err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

func TestJSONIsIndentedForWhoLooksAtIt(t *testing.T) {
	for _, format := range []string{"json", "jsonld"} {
		piped, _, _ := terminal(t, marks, "-format", format)
		if strings.Count(piped, "\n") > 1 {
			t.Errorf("%s in a pipe has many lines: %s", format, piped)
		}
		ours, theirs := screen(t)
		c := command(t, marks, "-format", format)
		c.Stdout = theirs
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		theirs.Close()
		seen, _ := io.ReadAll(ours) // ends with EIO as the other end closes
		if err := c.Wait(); err != nil {
			t.Fatal(err)
		}
		var short bytes.Buffer
		if err := json.Compact(&short, seen); err != nil {
			t.Fatalf("%v in %s", err, seen)
		}
		if !bytes.Contains(seen, []byte("\n  \"")) || strings.TrimSpace(short.String()) != strings.TrimSpace(piped) {
			t.Errorf("%s on a terminal: %s", format, seen)
		}
	}
}
