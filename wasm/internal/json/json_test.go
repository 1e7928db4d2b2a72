package json

import (
	"strings"
	"testing"
)

func TestStrictJSON(t *testing.T) {
	v, ok := Parse(`{"a": [1, -2.5e3, true, null, "x\n\u00e9\ud83d\ude00"], "b": {"c": "d"}}`)
	if !ok {
		t.Fatal("not read")
	}
	list := v.Get("a").List()
	if len(list) != 5 || list[4].Str() != "x\né😀" || list[2].Kind != Bool || list[2].Text != "true" || list[3].Kind != Null || v.Get("b").Get("c").Str() != "d" {
		t.Errorf("%+v", v)
	}
	if list[0].Kind != Number || list[0].Text != "1" {
		t.Errorf("a number is read as %+v", list[0])
	}
}

func TestWhatIsNotStrictIsReadAndSaid(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"raw line break":        {"{\"a\": \"x\ny\"}", "x\ny"},
		"unescaped marks":       {`{"a": "he said "no" to it", "b": 1}`, `he said "no" to it`},
		"cut off":               {`{"a": "x`, "x"},
		"bare word":             {`{"b": undefined, "a": "x"}`, "x"},
		"something behind":      {`{"a": "x"} trailing`, "x"},
		"lone surrogate":        {`{"a": "\ud83dx"}`, "\uFFFDx"},
		"unknown escape":        {`{"a": "\'x"}`, "'x"},
		"short unicode escape":  {`{"a": "\u12"}`, "\uFFFD12"},
		"comment in the object": {"{ /* no */ \"a\": \"x\" // end\n }", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			if v, _ := Parse(c.in); v.Get("a").Str() != c.want {
				t.Errorf("got %q, want %q", v.Get("a").Str(), c.want)
			}
		})
	}
	if _, ok := Parse(`{"a": "x`); ok {
		t.Error("a cut-off object counts as complete")
	}
}

func TestDepthIsBounded(t *testing.T) {
	if _, ok := Parse(strings.Repeat("[", 100000)); ok {
		t.Error("too deep a list counts as complete")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`{"a": [1, "x", {"b": null}]}`)
	f.Add("<![CDATA[ {\"a\": \"x\ny\"} ]]>")
	f.Add(`/**/[[[{"a`)
	f.Fuzz(func(t *testing.T, s string) {
		v, _ := Parse(s)
		v.Get("a").List()
	})
}

func TestOnlySoManyValuesAreRead(t *testing.T) {
	v, ok := Parse("[" + strings.Repeat("0,", 2*MaxValues) + "1]")
	if ok || len(v.Items) == 0 || len(v.Items) > MaxValues {
		t.Errorf("%d values were read, ok %v", len(v.Items), ok)
	}
}
