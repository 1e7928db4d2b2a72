package quote

import (
	"keypoints/wasm/internal/lang"
	"keypoints/wasm/internal/people"
)

// witnessed finds whose words somebody else reports by "saying" in tokens [t,
// end): the document quotes Lee as saying; Lee can be heard saying.
func (f *finder) witnessed(t, end int) Attribution {
	d := f.d
	for k := t + 1; k < end && d.Tokens[k].Quote < 0 && d.Tokens[k].Lower != ","; k++ {
		if v := d.Tokens[k].Verb; v.Form == lang.Gerund && v.Class == lang.Say {
			if m, ok := f.overheard(k); ok && m.First >= t {
				return f.by(ByParticiple, m, k)
			}
			return nobody
		}
	}
	return nobody
}

// overheard gives who speaks where others hear or quote it: the object before "as
// saying", the subject of "was heard saying" and "was quoted as saying".
func (f *finder) overheard(gerund int) (people.Mention, bool) {
	d := f.d
	t := gerund - 1
	as := t > 0 && d.Tokens[t].Lower == lang.As
	if as {
		t--
	}
	if t < 1 {
		return people.Mention{}, false
	}
	switch low := d.Tokens[t].Lower; {
	case low == "heard" || low == "filmed" || low == "recorded" || low == "seen" || low == "caught" || as && (low == "quoted" || low == "cited" || low == "reported"):
		return f.s.Subject(t)
	case as:
		return f.s.ObjectEnding(t)
	}
	return people.Mention{}, false
}
