package options

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/json"
)

// The bounds of a page's edits: how many, and bytes and characters.
const (
	MaxEdits     = 100
	MaxEditBytes = 16 << 10
	maxName      = 200
	maxID        = 32
)

// ParseEdits reads edits:
//
//	{"version": 1, "edits": [{"id": "q7f3k2m9a", "action": "hide"},
//	                         {"id": "…", "action": "pin"},
//	                         {"id": "…", "action": "set", "speaker": {"name": "…", "role": "…"}},
//	                         {"action": "off"}]}
//
// Nothing else may stand in there. The error, a *card.Error with the code BadEdits,
// names the field that is wrong.
func ParseEdits(text string) (card.Edits, error) {
	var found card.Edits
	if len(text) > MaxEditBytes {
		return found, badEdit("the edits", "may have 16 KB (16,384 bytes)")
	}
	v, ok := json.Parse(text)
	switch {
	case !ok || v.Kind != json.Object || !utf8.ValidString(text):
		return found, badEdit("the edits", `must be JSON: {"version": 1, "edits": […]}`)
	case v.Get("version").Kind != json.Number || v.Get("version").Text != "1":
		return found, badEdit("version", "must be 1")
	case v.Get("edits").Kind != json.Array:
		return found, badEdit("edits", "must be a list")
	case len(v.Get("edits").Items) > MaxEdits:
		return found, badEdit("edits", "may have 100 edits")
	}
	if err := only(v, "", "version", "edits"); err != nil {
		return found, err
	}
	for i, item := range v.Get("edits").Items {
		e, err := readEdit(item, "edits["+strconv.Itoa(i)+"]")
		if err != nil {
			return card.Edits{}, err
		}
		if e.Action == card.Off {
			found.Off = true
			continue
		}
		found.List = append(found.List, e)
	}
	return found, nil
}

func readEdit(v json.Value, at string) (e card.Edit, err error) {
	if v.Kind != json.Object {
		return e, badEdit(at, "must be an object")
	}
	e.ID, e.Action = v.Get("id").Str(), card.Action(v.Get("action").Str())
	fields := []string{"id", "action"}
	switch e.Action {
	case card.Hide, card.Pin:
	case card.Set:
		fields = append(fields, "speaker")
		if e.Speaker, err = readSpeaker(v, at+".speaker"); err != nil {
			return e, err
		}
	case card.Off:
		fields = fields[1:]
	default:
		return e, badEdit(at+".action", "must be hide, pin, set or off")
	}
	if e.Action != card.Off && !isID(e.ID) {
		return e, badEdit(at+".id", `must be the id of an item, such as "q7f3k2m9a"`)
	}
	return e, only(v, at+".", fields...)
}

// readSpeaker reads who speaks, or null for nobody.
func readSpeaker(item json.Value, at string) (*card.Source, error) {
	v, given := item.Get("speaker"), false
	for _, f := range item.Fields {
		given = given || f.Name == "speaker"
	}
	if given && v.Kind == json.Null {
		return nil, nil
	}
	if v.Kind != json.Object {
		return nil, badEdit(at, `must be {"name": "…", "role": "…"}, or null for nobody`)
	}
	name, role := v.Get("name"), v.Get("role")
	if name.Kind != json.String || !isWords(name.Text, maxName) || strings.TrimSpace(name.Text) == "" {
		return nil, badEdit(at+".name", "must be a name of at most 200 characters")
	}
	if role.Kind != json.Null && (role.Kind != json.String || !isWords(role.Text, maxName)) {
		return nil, badEdit(at+".role", "must be a role of at most 200 characters, or null")
	}
	return &card.Source{Name: strings.TrimSpace(name.Text), Role: strings.TrimSpace(role.Str())}, only(v, at+".", "name", "role")
}

// only refuses fields of other names, and such as come twice.
func only(v json.Value, at string, names ...string) error {
	seen := map[string]bool{}
	for _, f := range v.Fields {
		known := false
		for _, name := range names {
			known = known || name == f.Name
		}
		if !known || seen[f.Name] {
			return badEdit(at+printable(f.Name), "is unknown here, or comes twice")
		}
		seen[f.Name] = true
	}
	return nil
}

// printable is a field's name as a message may repeat it.
func printable(name string) string {
	if len(name) > 40 || !isWords(name, maxName) {
		return "a field"
	}
	return name
}

func isID(s string) bool {
	if len(s) < 2 || len(s) > maxID {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// isWords says whether a text is short enough and has no character that is none: of
// control, or such as would turn the direction of what stands around it.
func isWords(s string, most int) bool {
	n := 0
	for _, r := range s {
		if n++; r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return false
		}
	}
	return n <= most
}

func badEdit(field, rule string) error {
	return &card.Error{Code: card.BadEdits, Message: field + " " + rule}
}
