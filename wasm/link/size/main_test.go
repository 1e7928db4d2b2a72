package main

import "testing"

func TestAFunctionIsOfItsPackage(t *testing.T) {
	for function, want := range map[string]string{
		"runtime.mallocgc": "runtime",
		"keypoints/wasm/internal/people.(*Sources).titled":   "keypoints/wasm/internal/people",
		"golang.org/x/net/html.(*parser).parse.func1":        "golang.org/x/net/html",
		"slices.SortFunc[go.shape.[]a/b.T,go.shape.c/d.U].1": "slices",
		"gopkg.in/yaml%2ev3.Marshal":                         "gopkg.in/yaml.v3",
		"type:.eq.net/url.URL":                               "(made by the compiler)",
		"memeqbody":                                          "(the module's own)",
	} {
		if got := packageOf(function); got != want {
			t.Errorf("%s is of %s, not %s", function, got, want)
		}
	}
}
