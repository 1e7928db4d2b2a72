package lang

import "strings"

// A Verb is one form of a reporting verb.
type Verb struct {
	Lemma string
	// Class says how surely the verb reports speech.
	Class VerbClass
	// Form is the form's place in the paradigm.
	Form VerbForm
}

// VerbClass says how surely a verb beside a quotation reports it.
type VerbClass int

// The classes of reporting verbs.
const (
	Say     VerbClass = iota + 1 // hardly anything but speech: said, added, tweeted
	Express                      // speech when a quotation is near: argued, warned, called, joked
	Weak                         // often no speech: noted, showed, laughed, began
)

// VerbForm is a form of the paradigm.
type VerbForm int

// The forms of a verb; Past also stands for a past participle of the same form.
const (
	Base VerbForm = iota + 1
	Third
	Past
	Participle // past participle where it differs: written
	Gerund
)

// verbs reads lines of "lemma third past participle gerund" under a heading
// "[say]", "[express]" or "[weak]"; "say" alone makes the regular forms.
func verbs(file string) map[string]Verb {
	out := make(map[string]Verb, 4*len(file)/bytesPerWord) // four forms of each
	class := Say
	for _, line := range Lines(file) {
		switch line {
		case "[say]":
			class = Say
			continue
		case "[express]":
			class = Express
			continue
		case "[weak]":
			class = Weak
			continue
		}
		f := strings.Fields(line)
		forms := regular(f[0])
		if len(f) == 5 {
			forms = [4]string(f[1:])
		} else if len(f) > 1 { // several regular verbs on a line
			for _, lemma := range f[1:] {
				add(out, lemma, regular(lemma), class)
			}
		}
		add(out, f[0], forms, class)
	}
	return out
}

func add(out map[string]Verb, lemma string, forms [4]string, class VerbClass) {
	lemma = strings.TrimSuffix(lemma, "+")
	put := func(form string, as VerbForm) {
		if _, taken := out[form]; !taken {
			out[form] = Verb{lemma, class, as}
		}
	}
	put(forms[1], Past)
	put(lemma, Base)
	put(forms[0], Third)
	put(forms[2], Participle)
	put(forms[3], Gerund)
}

// regular forms the third person, past, participle and gerund of a regular verb.
func regular(v string) [4]string {
	last := v[len(v)-1]
	stem := v
	third := v + "s"
	switch {
	case last == 'e':
		stem = v[:len(v)-1]
		return [4]string{third, v + "d", v + "d", stem + "ing"}
	case last == 'y' && !strings.ContainsRune("aeiou", rune(v[len(v)-2])):
		return [4]string{v[:len(v)-1] + "ies", v[:len(v)-1] + "ied", v[:len(v)-1] + "ied", v + "ing"}
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"):
		third = v + "es"
	case strings.HasSuffix(v, "+"): // doubles its last letter: quip+, quipped
		v = v[:len(v)-1]
		double := v + v[len(v)-1:]
		return [4]string{v + "s", double + "ed", double + "ed", double + "ing"}
	}
	return [4]string{third, v + "ed", v + "ed", v + "ing"}
}
