package test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"keypoints/worker/api"
	"keypoints/worker/test/need"
)

type description struct {
	OpenAPI string
	Paths   map[string]map[string]json.RawMessage
}

func TestTheDescriptionListsWhatIsServed(t *testing.T) {
	r := get(t, nativeServer(t)+"/openapi.json")
	var d description
	if err := json.Unmarshal(r.body, &d); err != nil || !strings.HasPrefix(d.OpenAPI, "3.1.") {
		t.Fatalf("%v %s", err, d.OpenAPI)
	}
	for path := range d.Paths {
		switch path {
		case "/v1/purge", "/v1/edits", "/v1/history": // the Worker's entry and package native serve them
			continue
		}
		if !api.Serves(path) {
			t.Errorf("%s is described but not served", path)
		}
	}
	for _, path := range []string{"/v1/card", "/v1/cards", "/v1/edits", "/v1/history", "/v1/purge", "/oembed", "/healthz", "/openapi.json"} {
		if d.Paths[path] == nil {
			t.Errorf("%s is served but not described", path)
		}
	}
	for _, reference := range regexp.MustCompile(`"#/components/(\w+)/(\w+)"`).FindAllStringSubmatch(string(r.body), -1) {
		var all struct {
			Components map[string]map[string]json.RawMessage
		}
		json.Unmarshal(r.body, &all)
		if all.Components[reference[1]][reference[2]] == nil {
			t.Errorf("nothing at %s", reference[0])
		}
	}
	// Every problem but those of a path that does not exist is named beside its status.
	for _, k := range api.Kinds {
		switch k.Name {
		case "not-found", "method-not-allowed":
			continue
		}
		if !regexp.MustCompile(`"` + strconv.Itoa(k.Status) + `": \{\s*"description": "[^"]*\b` + k.Name + `\b`).Match(r.body) {
			t.Errorf("problem %s (%d) is not described", k.Name, k.Status)
		}
	}
}

func TestWrongRequestsGetDescribedStatuses(t *testing.T) {
	// Parameters stand beside the methods and have another shape.
	raw := map[string]map[string]json.RawMessage{}
	description, err := os.ReadFile("../api/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(description, &struct {
		Paths *map[string]map[string]json.RawMessage
	}{&raw}); err != nil {
		t.Fatal(err)
	}
	for _, c := range wrong {
		path, _, _ := strings.Cut(c.path, "?")
		operation := raw[path][strings.ToLower(c.method)]
		if operation == nil {
			continue
		}
		var o struct{ Responses map[string]any }
		if err := json.Unmarshal(operation, &o); err != nil {
			t.Fatal(err)
		}
		if o.Responses[strconv.Itoa(c.status)] == nil {
			t.Errorf("%s: status %d of %s %s is not described", c.name, c.status, c.method, path)
		}
	}
}

// The Worker's entry answers some problems itself: they are the API's.
func TestTheEntrysProblemsAreTheAPIs(t *testing.T) {
	source, err := os.ReadFile(filepath.Join(need.Root(t), "worker", "problem.mjs"))
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`"([a-z-]+)": \[(\d+), "([^"]*)", "([^"]*)"\]`).FindAllStringSubmatch(string(source), -1)
	if len(rows) < 5 {
		t.Fatalf("found %d problems in problem.mjs", len(rows))
	}
	for _, row := range rows {
		found := false
		for _, k := range api.Kinds {
			found = found || k.Name == row[1] && strconv.Itoa(k.Status) == row[2] && k.Title == row[3] && k.Help == row[4]
		}
		if !found {
			t.Errorf("%v is not in api.Kinds", row[1:])
		}
	}
}

func TestTheTypeOfEveryProblemIsAnAddressThatExplainsIt(t *testing.T) {
	server := nativeServer(t)
	for _, k := range api.Kinds {
		if r := get(t, server+"/problems/"+k.Name); r.status != 200 || !strings.Contains(string(r.body), k.Help) {
			t.Errorf("%s: %d %s", k.Name, r.status, r.body)
		}
	}
	if r := get(t, server+"/problems/unheard-of"); r.status != 404 {
		t.Errorf("an unknown problem: %d", r.status)
	}
}
