package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestAPortInUseNamesTheFlagForAnother(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, message, code := terminal(t, "-addr", taken.Addr().String())
	if code != 1 || !strings.Contains(message, taken.Addr().String()+" is in use") || !strings.Contains(message, "-addr 127.0.0.1:0") {
		t.Errorf("ended with %d: %s", code, message)
	}
	if _, message, code := terminal(t, "-addr", "nonsense"); code != 1 || !strings.Contains(message, "-addr nonsense") {
		t.Errorf("no address: ended with %d: %s", code, message)
	}
}

// The Go of this test waits with building until the program has said twice that it is
// still at work.
func TestWhoWaitsForTheEngineIsToldSo(t *testing.T) {
	compiler, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	goOn := filepath.Join(folder, "go-on")
	slow := fmt.Sprintf("#!/bin/sh\ncase \"$*\" in build*) until [ -e '%s' ]; do sleep 0.1; done;; esac\nexec '%s' \"$@\"\n", goOn, compiler)
	if err := os.WriteFile(filepath.Join(folder, "go"), []byte(slow), 0o755); err != nil {
		t.Fatal(err)
	}
	c := command(t, "PATH="+folder+":"+os.Getenv("PATH"), "-addr", "127.0.0.1:0")
	stderr, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { c.Process.Kill(); c.Wait() }()
	said, told := bufio.NewReader(stderr), ""
	for !strings.Contains(told, "4 s … ") {
		next, err := said.ReadByte()
		if err != nil {
			t.Fatalf("it ended: %s", told)
		}
		told += string([]byte{next})
	}
	if !strings.Contains(told, "building engine.wasm … the first time takes a minute or two … 2 s … 4 s … ") {
		t.Errorf("it says %q", told)
	}
	if err := os.WriteFile(goOn, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, said)
	line, err := bufio.NewReader(stdout).ReadString('\n')
	address, found := strings.CutPrefix(strings.TrimSpace(line), "Key Points: ")
	if err != nil || !found {
		t.Fatalf("it printed %q: %v", line, err)
	}
	answer, err := http.Get(address + "/v1/embed.js")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("embed.js: %s", answer.Status)
	}
}
