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
type VerbClass uint8

// The classes of reporting verbs.
const (
	Say     VerbClass = iota + 1 // hardly anything but speech: said, added, tweeted
	Express                      // speech when a quotation is near: argued, warned, called, joked
	Weak                         // often no speech: noted, showed, laughed, began
)

// VerbForm is a form of the paradigm.
type VerbForm uint8

// The forms of a verb; Past also stands for a past participle of the same form.
const (
	Base VerbForm = iota + 1
	Third
	Past
	Participle // past participle where it differs: written
	Gerund
)

// verbs reads lines of "lemma third past participle gerund"; "say" alone makes the regular
// forms, of several verbs a line.
func (r *loader) verbs(list string, class VerbClass) {
	for line := range lines(list) {
		f := strings.Fields(line)
		if len(f) == 5 {
			r.verb(f[0], [4]string(f[1:]), class)
			continue
		}
		for _, lemma := range f {
			r.verb(lemma, regular(lemma), class)
		}
	}
}

// verb adds the forms of a verb. "a/b" are two forms of one kind, "-" is none.
func (r *loader) verb(lemma string, forms [4]string, class VerbClass) {
	lemma = strings.TrimSuffix(lemma, "+")
	put := func(forms string, as VerbForm) {
		for form := range strings.SplitSeq(forms, "/") {
			old := r.l.listed(form)
			if form == "-" || old.Is(Reporting) {
				continue
			}
			e := *old
			e.Verb = Verb{lemma, class, as}
			e.add(Reporting)
			if as == Third {
				e.add(ThirdPerson)
			}
			r.l.words.put(form, r.place(e))
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
