package options

import (
	"strings"
	"testing"
)

func TestEditsAreRefusedByTheNameOfTheirField(t *testing.T) {
	list := func(edit string) string { return `{"version":1,"edits":[` + edit + `]}` }
	many := func(n int) string { return list(strings.TrimSuffix(strings.Repeat(`{"action":"off"},`, n), ",")) }
	for in, want := range map[string]string{
		``: "the edits must be JSON", `[]`: "the edits must be JSON", `{"version":1,"edits":[}`: "the edits must be JSON",
		`{"edits":[]}`: "version must", `{"version":"1","edits":[]}`: "version must", `{"version":2,"edits":[]}`: "version must",
		`{"version":1}`: "edits must", `{"version":1,"edits":{}}`: "edits must", `{"version":1,"edits":[],"x":1}`: "x is unknown",
		many(101): "edits may have 100", many(10000): "the edits may have 16 KB",
		list(`1`): "edits[0] must", list(`{"action":"off"},{"id":"q1"}`): "edits[1].action must", list(`{"id":"q1","action":"Hide"}`): "edits[0].action must",
		list(`{"action":"hide"}`): "edits[0].id must", list(`{"id":"<b>","action":"hide"}`): "edits[0].id must", list(`{"id":7,"action":"hide"}`): "edits[0].id must",
		list(`{"id":"q1","action":"hide","text":"New words"}`): "edits[0].text is unknown", list(`{"id":"q1","id":"q2","action":"hide"}`): "edits[0].id is unknown here, or comes twice",
		list(`{"id":"q1","action":"off"}`): "edits[0].id is unknown", list(`{"id":"q1","action":"set"}`): "edits[0].speaker must", list(`{"id":"q1","action":"set","speaker":"Ann"}`): "edits[0].speaker must",
		list(`{"id":"q1","action":"set","speaker":{}}`): "edits[0].speaker.name must", list(`{"id":"q1","action":"set","speaker":{"name":" "}}`): "edits[0].speaker.name must",
		list(`{"id":"q1","action":"set","speaker":{"name":"` + strings.Repeat("é", 201) + `"}}`): "edits[0].speaker.name must",
		list("{\"id\":\"q1\",\"action\":\"set\",\"speaker\":{\"name\":\"a\u202eb\"}}"):           "edits[0].speaker.name must",
		list(`{"id":"q1","action":"set","speaker":{"name":"Ann","role":7}}`):                     "edits[0].speaker.role must",
		list(`{"id":"q1","action":"set","speaker":{"name":"Ann","mention":"x"}}`):                "edits[0].speaker.mention is unknown",
	} {
		if _, err := ParseEdits(in); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.80s: %v, want %s", in, err, want)
		}
	}
}

func TestEditsAreRead(t *testing.T) {
	in := `{"edits":[{"id":"q1","action":"hide"},{"action":"set","id":"d2","speaker":{"name":" Ann Vale ","role":null}},{"id":"q3","action":"set","speaker":null},{"action":"off"}],"version":1}`
	got, err := ParseEdits(in)
	if err != nil || !got.Off || len(got.List) != 3 || got.List[1].Speaker.Name != "Ann Vale" || got.List[2].Speaker != nil {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := ParseEdits(`{"version":1,"edits":[` + strings.TrimSuffix(strings.Repeat(`{"action":"off"},`, 100), ",") + `]}`); err != nil {
		t.Error(err)
	}
}

func TestAPostMayHoldEditsOrAskForAFetch(t *testing.T) {
	p, err := ReadPosted([]byte(`{"html":"<p>x</p>","url":"https://a.example/","edits":{"version":1,"edits":[{"id":"q\u0031","action":"hide"}]}}`))
	if err != nil || p.Edits != `{"version":1,"edits":[{"id":"q1","action":"hide"}]}` || p.Fetch {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err = ReadPosted([]byte(`{"url":"https://a.example/","edits":{"version":1,"edits":[]}}`)); err != nil || !p.Fetch {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err = ReadPosted([]byte(`{"url":"https://a.example/"}`)); err == nil {
		t.Error("a post without a page was taken")
	}
}

func FuzzEdits(f *testing.F) {
	f.Add(`{"version":1,"edits":[{"id":"q1","action":"set","speaker":{"name":"Ann","role":"mayor"}},{"action":"off"}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := ParseEdits(s); err == nil && len(got.List) > MaxEdits {
			t.Errorf("%d edits", len(got.List))
		}
	})
}
