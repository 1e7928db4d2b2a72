package reading

import (
	"strings"
	"sync"
	"unicode/utf8"

	"keypoints/wasm/internal/lang"
)

// Lexicon is what reading needs to know of a language that has its folder: the switches of
// its grammar, and its words by kind. The files of a folder are lists under headings, as
// docs/adding-a-language.md tells.
type Lexicon struct {
	Tag    string
	Switch map[string]bool
	words  map[string]Word
	prefix []string // elided words that are written with the next: "l'"
	Cues   []Cue    // of denials
	Silent []Cue    // of sources that do not comment
	they   []string // ends of finite verbs in the plural, of at least two letters more
	plural []string // ends of nouns in the plural, where articles do not tell it
}

// Word is what a lexicon says of a word.
type Word struct {
	Kinds  Kinds
	Gender lang.Gender // that a pronoun, a role, a title or a determiner tells
	Split  string      // the particle without which a verb's form reports nothing: "wies" needs "zurück"
}

// Kinds are the kinds of a word, a bit each.
type Kinds uint64

// The kinds of words.
const (
	Says       Kinds = 1 << iota // finite form of a verb that hardly does anything but report speech
	Expresses                    // finite form of a verb that reports where a quotation is near
	Spoken                       // participle of a reporting verb: "gesagt"
	Speaking                     // gerund of one: "añadiendo"
	Helps                        // auxiliary before a participle: "hat", "ha"
	So                           // a word that stands for the verb, its subject behind: "so", "aldus"
	According                    // preposition before a source: "laut"
	Behind                       // the same behind its source: "zufolge"
	Article                      // determiner
	Before                       // preposition
	Opens                        // conjunction or relative that opens a clause
	Skipped                      // adverb or clitic that may stand between a verb and its subject
	He                           // personal pronoun as subject
	I                            // "ich": the person that is quoted
	TitleName                    // title before a name
	RoleName                     // noun for people by office, work or part
	BodyName                     // noun for organizations that speak
	Particle                     // lower-case word inside a name: "von", "de"
	NotName                      // capital words that are no name: months, measures, starters of sentences
	PaperName                    // noun for what speaks on somebody's behalf: "Mitteilung"
	Not                          // negation
	Verb                         // common finite verb that reports nothing: "ist"
	Adjective                    // stands between determiner and noun: "frühere"
	WorkName                     // noun before the title of a work
	Indefinite                   // determiner of somebody not known: "ein"
	Generic                      // noun for whoever was named last: "el mandatario", "der Politiker"
	Stands                       // verb of a writing, which stands behind a preposition: "heißt es in dem Brief"
	Angle                        // noun behind a preposition that leads to a source: "nach Angaben"
	View                         // preposition that leads to a source before a comma: "für Müller, …"
	That                         // conjunction before what is said: "dass", "que"
	And                          // conjunction of two clauses: "und"
	Charge                       // noun for what somebody is said to have done: "Vorwurf", "acusación"
	Latter                       // pronoun for whoever was named last: "quest'ultimo"
	His                          // possessive of whoever was named last: "seine Begründung"
	Kin                          // noun for a relative: no office
	Impersonal                   // before a verb without a subject: "se propuso"
	When                         // word of when and where something is said: "Montag", "rueda de prensa"
	About                        // preposition between a charge and what it is of: "über", "sobre"
	Whereby                      // word behind a charge that opens what it says: "wonach", "lesquelles"
	Perfect                      // infinitive that opens what is denied: "haber", "avoir"
	Reported                     // subjunctive of reported speech: "habe", "sei"
	Infinitive                   // before an infinitive at the end: "zu"
	Object                       // determiner that opens the object before a verb at the end: "einen"
	Accused                      // what tells that somebody is accused: "beschuldigt"
	Facing                       // before whom somebody speaks: "davanti al giudice"
)

// sections of the files and their kinds.
var kindsOf = map[string]Kinds{
	"says": Says, "expresses": Expresses, "spoken": Spoken, "speaking": Speaking, "helps": Helps, "so": So, "according": According,
	"behind": Behind, "article": Article, "preposition": Before, "opens": Opens, "skipped": Skipped, "he": He, "i": I, "title": TitleName,
	"role": RoleName, "body": BodyName, "particle": Particle, "no-name": NotName, "paper": PaperName, "not": Not, "verb": Verb,
	"adjective": Adjective, "work": WorkName, "indefinite": Article | Indefinite, "generic": RoleName | Generic, "stands": Says | Stands,
	"angle": Angle, "view": View, "that": Opens | That, "and": Opens | And, "charge": Charge, "latter": He | Latter, "his": His, "kin": RoleName | Kin,
	"impersonal": Skipped | Impersonal,
	"when":       When, "about": About, "whereby": Whereby, "perfect": Perfect, "reported": Reported, "object": Object,
	"infinitive": Infinitive, "accused": Accused, "facing": Before | Facing,
}

// newLexicon reads the lists of a language.
func newLexicon(tag, all string) *Lexicon {
	l := &Lexicon{Tag: tag, Switch: map[string]bool{}, words: map[string]Word{}}
	ends := map[string][]string{}
	lists := map[string]string{}
	for heading, words := range sections(all) {
		for _, line := range lang.Lines(words) {
			fields := strings.Fields(line)
			switch heading {
			case "grammar":
				for _, name := range fields {
					l.Switch[name] = true
				}
			case "ends":
				ends[fields[0]] = fields[1:]
			case "they":
				l.they = append(l.they, fields...)
			case "plural":
				l.plural = append(l.plural, fields...)
			case "elided":
				l.prefix = append(l.prefix, fields...)
			case "denial":
				l.Cues = append(l.Cues, newCue(fields))
			case "silent":
				l.Silent = append(l.Silent, newCue(fields))
			case "given":
				for _, name := range fields {
					if len(name) > 2 && name[1] == ':' {
						l.put(name[:2]+"given "+name[2:], 0, "")
					}
				}
			case "list":
				lists[fields[0]] = strings.Join(fields[1:], "|")
			default:
				kind, ok := kindsOf[heading]
				for _, entry := range fields {
					if ok {
						l.enter(entry, kind, ends)
					}
				}
			}
		}
	}
	for i := range l.Cues {
		l.Cues[i].expand(lists)
	}
	for i := range l.Silent {
		l.Silent[i].expand(lists)
	}
	return l
}

// enter enters a word, or a stem with the ends of its class: "sag/a_hinzu" makes the forms
// of "[ends]" a, each of which reports only with its particle.
func (l *Lexicon) enter(entry string, kind Kinds, ends map[string][]string) {
	entry, split, _ := strings.Cut(entry, "_")
	stem, class, inflected := strings.Cut(entry, "/")
	if !inflected {
		l.put(entry, kind, split)
		return
	}
	for _, end := range ends[class] {
		l.put(join(stem, end), kind, split)
	}
}

// join puts an end behind a stem; the mark of the end stays before it: "~ge-t" with "sag"
// is "~gesagt", "f:in" with "sprecher" is "f:sprecherin".
func join(stem, end string) string {
	mark := ""
	if len(end) > 1 && end[1] == ':' {
		mark, end = end[:2], end[2:]
	} else if end != "" && (end[0] == '~' || end[0] == '+') {
		mark, end = end[:1], end[1:]
	}
	if before, after, ok := strings.Cut(end, "-"); ok {
		return mark + before + stem + after
	}
	for strings.HasPrefix(end, "<") && stem != "" { // the stem's last letter goes
		_, size := utf8.DecodeLastRuneInString(stem)
		stem, end = stem[:len(stem)-size], end[1:]
	}
	return mark + stem + end
}

// put enters one form with its marks: "~" for a participle, "+" for a gerund, "m:", "f:",
// "p:" and "e:" for gender.
func (l *Lexicon) put(form string, kind Kinds, split string) {
	var gender lang.Gender
	switch {
	case form == "":
		return
	case form[0] == '~':
		form, kind = form[1:], Spoken
		if split != "" { // "zurückgewiesen"
			form, split = split+form, ""
		}
	case form[0] == '+':
		form, kind, split = form[1:], Speaking, ""
	case len(form) > 1 && form[1] == ':':
		switch form[0] {
		case 'm':
			gender = lang.Male
		case 'f':
			gender = lang.Female
		default:
			gender = lang.Either
		}
		form = form[2:]
	}
	if split != "" && l.Switch["verb-last"] { // “wie der Richter ausführte”
		for one := range strings.SplitSeq(split, "|") {
			l.put(one+form, kind, "")
		}
	}
	w, known := l.words[form]
	if kind&(Says|Expresses) != 0 && known && w.Kinds&(Says|Expresses) != 0 {
		if w.Split == "" || split == "" {
			split = ""
		} else if split != w.Split {
			split = w.Split + "|" + split
		}
		w.Kinds &^= Says | Expresses
	} else if w.Split != "" && split == "" {
		split = w.Split
	}
	w.Kinds |= kind
	w.Split = split
	if gender != 0 {
		if w.Gender != 0 && w.Gender != gender {
			gender = lang.Either
		}
		w.Gender = gender
	}
	l.words[form] = w
}

// Word looks a word up, in lower case, with the elided word before it taken off: its bytes
// are elided. A noun for people may end a longer one, which is a relative too: “Zimmergefährtin”.
func (l *Lexicon) Word(lower string) (w Word, elided int) {
	if w, ok := l.words[lower]; ok {
		return w, 0
	}
	for _, p := range l.prefix {
		if len(lower) > len(p) && strings.HasPrefix(lower, p) {
			w, _ := l.Word(lower[len(p):])
			return w, len(p)
		}
	}
	if i := strings.LastIndexByte(lower, '-'); i > 0 {
		if w, ok := l.words[lower[i+1:]]; ok && len(lower)-i >= 5 && w.Kinds&(RoleName|BodyName) != 0 {
			return w, 0
		}
	}
	if l.Switch["compounds"] {
		for i := 3; i+4 <= len(lower); i++ { // “Vereinschef”
			if w, ok := l.words[lower[i:]]; ok && len(lower)-i >= 5 && w.Kinds&(RoleName|BodyName) != 0 {
				w.Kinds &= RoleName | BodyName | PaperName | Kin
				return w, 0
			}
		}
	}
	return Word{}, 0
}

// Given is the gender of a given name, 0 for other words.
func (l *Lexicon) Given(lower string) lang.Gender {
	if g := l.words["given "+lower]; g.Gender != 0 {
		return g.Gender
	}
	if g := lang.GivenGender(lower); g != 0 {
		return g
	}
	first, _, double := strings.Cut(lower, "-") // "Frank-Jürgen"
	if double {
		return lang.GivenGender(first)
	}
	return 0
}

// sections gives lists under their headings: "[says]" begins one.
func sections(all string) func(yield func(heading, words string) bool) {
	return func(yield func(heading, words string) bool) {
		for part := range strings.SplitSeq("\n"+all, "\n[") {
			if heading, words, ok := strings.Cut(part, "]"); ok && !yield(heading, words) {
				return
			}
		}
	}
}

// lexicons are read when an article in the language comes.
var lexicons = struct {
	sync.Mutex
	by map[string]*Lexicon
}{by: map[string]*Lexicon{}}

// LexiconOf gives what the engine knows of a language besides English, by its two letters, or
// nil.
func LexiconOf(tag string) *Lexicon {
	lexicons.Lock()
	defer lexicons.Unlock()
	l := lexicons.by[tag]
	if l == nil {
		lists, known := lang.News(tag)
		if !known {
			return nil
		}
		l = newLexicon(tag, lists)
		lexicons.by[tag] = l
	}
	return l
}
