package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// program is the path of the real program.
var program = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "keypoints-demo-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "demo")
	if message, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", errors.New(string(message))
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := program(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// command is the program with arguments, each "NAME=VALUE" in front of them as a variable.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	env := append(os.Environ(), "ALLOWED_HOSTS=", "EDITS_SECRET=")
	for len(args) > 0 && strings.Contains(args[0], "=") && !strings.HasPrefix(args[0], "-") {
		env, args = append(env, args[0]), args[1:]
	}
	c := exec.Command(path, args...)
	c.Env = env
	return c
}

// terminal runs the program to its end.
func terminal(t *testing.T, args ...string) (out, message string, code int) {
	t.Helper()
	c := command(t, args...)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return stdout.String(), stderr.String(), c.ProcessState.ExitCode()
}

var marks = filepath.Join("..", "wasm", "keypoints", "testdata", "pages", "marks.html")

func TestFlagsMayStandBehindThePage(t *testing.T) {
	before, _, _ := terminal(t, "-format", "json", "-quotes", "1", marks)
	behind, message, code := terminal(t, marks, "-format", "json", "-quotes=1")
	between, _, _ := terminal(t, "-format=json", marks, "-quotes", "1")
	if code != 0 || before == "" || behind != before || between != before {
		t.Errorf("ended with %d: %s\nbefore:  %s\nbehind:  %s\nbetween: %s", code, message, before, behind, between)
	}
	if said, message, code := terminal(t, marks, "-explain"); code != 0 || !strings.Contains(said, "because ") {
		t.Errorf("-explain ended with %d: %s%s", code, message, said)
	}
	odd := filepath.Join(t.TempDir(), "-odd.html")
	if err := os.WriteFile(odd, []byte(story), 0o644); err != nil {
		t.Fatal(err)
	}
	c := command(t, "--", "-odd.html")
	c.Dir = filepath.Dir(odd)
	if out, err := c.Output(); err != nil || !bytes.Contains(out, []byte("Harbor bridge")) {
		t.Errorf("a file that looks like a flag: %v %s", err, out)
	}
	for _, wrong := range [][]string{{marks, "-format", "yaml"}, {marks, marks}, {marks, "-nonsense"}, {"nowhere.html"}, {"www.news.example/story"}} {
		if out, message, code := terminal(t, wrong...); code == 0 || out != "" || message == "" {
			t.Errorf("%q ended with %d: %s%s", wrong, code, out, message)
		}
	}
}

func TestAnAddressIsFetchedOrRefusedWithTheWayToAllowIt(t *testing.T) {
	site, asked := machine(t)
	out, message, code := terminal(t, "-loopback", site+"/story", "-format", "json")
	if code != 0 || asked.Load() != 1 || !strings.Contains(out, `"url":"`+site+`/story"`) {
		t.Errorf("an allowed address ended with %d: %s%s", code, out, message)
	}
	for _, c := range []struct {
		args []string
		want []string
	}{
		{[]string{site + "/story"}, []string{"only https", "go run ./demo -loopback " + site + "/story"}},
		{[]string{"https://News.example/story"}, []string{"may not fetch from news.example", "ALLOWED_HOSTS=news.example go run ./demo https://News.example/story"}},
		{[]string{"ALLOWED_HOSTS=a.example, *.b.example", "https://news.example/story"}, []string{"ALLOWED_HOSTS=a.example,*.b.example,news.example go run"}},
		{[]string{"https://10.0.0.1/"}, []string{"numeric addresses"}},
		{[]string{"http://news.example/story"}, []string{"only https"}},
		{[]string{"ALLOWED_HOSTS=keypoints.invalid.example", "https://keypoints.invalid.example/"}, []string{"could not be reached"}},
	} {
		out, message, code := terminal(t, c.args...)
		if code != 1 || out != "" {
			t.Errorf("%q ended with %d: %s", c.args, code, out)
		}
		for _, want := range c.want {
			if !strings.Contains(message, want) {
				t.Errorf("%q: %q is missing in %s", c.args, want, message)
			}
		}
		if len(c.want) == 1 && strings.Contains(message, "to allow") && !strings.Contains(c.want[0], "ALLOWED_HOSTS") {
			t.Errorf("%q: no permission would help: %s", c.args, message)
		}
	}
	if asked.Load() != 1 {
		t.Errorf("a refused address was asked: %d requests", asked.Load())
	}
}

func TestAnEmptyCardIsExplainedBesideIt(t *testing.T) {
	page := func(text string) string {
		path := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(path, []byte(`<html lang="en"><title>Harbor bridge reopens</title><article><h1>Harbor bridge reopens</h1><p>The harbor bridge of Port Ellery reopened on Monday after two years of repairs.</p><p>`+text+`</p></article>`), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	quiet := page("“We are glad to have our bridge back after so long a time,” said Ana Vidal, the mayor.")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{page("Traffic flowed well all day.")}, "neither quotations nor denials"},
		{[]string{page("“We are glad to have our bridge back after so long a time,” it was heard.")}, "-"},
		{[]string{quiet, "-quotes", "0", "-denials", "0"}, "were asked for"},
		{[]string{quiet, "-min-confidence", "1"}, "-explain"},
		{[]string{quiet}, ""},
	} {
		out, message, code := terminal(t, append(c.args, "-format", "json")...)
		if code != 0 || out == "" || (message != "") != (c.want != "") || !strings.Contains(message, c.want) {
			t.Errorf("%q ended with %d, wants %q: %s", c.args, code, c.want, message)
		}
	}
}
