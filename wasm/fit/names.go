package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// is tells that a speaker's name or description is the gold's source, by the rules
// of the gold's scorer: the head is the surname of one of its names, or its noun.
func (s *source) is(speaker string) bool {
	speaker = strings.Join(strings.Fields(speaker), " ")
	if speaker == "" || pronouns[strings.ToLower(speaker)] {
		return false
	}
	parts := []string{speaker}
	if len(s.Names) > 1 {
		parts = append(parts, both.Split(speaker, -1)...)
	}
	for _, p := range parts {
		for _, n := range s.Names {
			if nameMatch(p, n) {
				return true
			}
		}
		if s.Type != "named" && headMatch(p, s.Heads) {
			return true
		}
	}
	if s.Type == "named" && len(s.Heads) > 0 {
		if toks := tokens(phrases(speaker)[0]); len(toks) > 0 && !startsUpper(toks[len(toks)-1]) && headMatch(speaker, s.Heads) {
			return true
		}
	}
	return s.Type != "pronoun" && strings.EqualFold(speaker, strings.Join(strings.Fields(s.Text), " "))
}

var (
	both  = regexp.MustCompile(`\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+`)
	cut   = regexp.MustCompile(`(?i)\s*[,;(\[:–—]|\s+[-–—]+\s+|\s+(?:who|whom|whose|which|that|for|from|in|at|on|with|by|to|as|during|after|before|speaking|writing|including|says?|said|told|wrote)\s`)
	of    = regexp.MustCompile(`\s+of\s+`)
	poss  = regexp.MustCompile(`[’']s?\s*$`)
	token = regexp.MustCompile(`[^\s\x{a0}"“”()\[\],;]+`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

var (
	pronouns = set("he she they it i we you him her them us me his hers their theirs its our ours my mine your yours who whom whose which that this these those one himself herself themselves itself myself")
	titles   = set(`mr mrs ms miss dr sen rep gov gen lt col sgt maj adm capt rev hon prof pres president senator governor
congressman congresswoman representative secretary justice judge pope mayor speaker general colonel captain sergeant major
admiral lieutenant reverend sheriff ambassador chairman chairwoman chair king queen prince princess pastor father sister
brother sir lord lady dame professor rabbi bishop archbishop cardinal imam attorney vice former first the a an candidate
nominee frontrunner front-runner rival host anchor spokesman spokeswoman spokesperson republican democrat democratic
conservative liberal director minister chief chancellor premier leader deputy assistant officer detective agent
businessman billionaire mogul author actor actress comedian singer reporter correspondent columnist editor historian
economist strategist pollster analyst adviser advisor aide activist lawyer chairperson councilman councilwoman
commissioner superintendent principal coach commander marshal tycoon`)
	titlesOf = set(`secretary speaker governor president chairman chairwoman chair leader director minister attorney king
queen prince mayor head bishop archbishop duke duchess member house department`)
	suffixes  = set("jr sr ii iii iv")
	nicknames [][]string
)

func init() {
	for _, group := range strings.Split(`bill william will billy|bob robert rob bobby robby|dick richard rick rich|jim james jimmy jamie|mike michael mick|joe joseph joey|tom thomas tommy|jeb john jack johnny jon|chuck charles charlie|liz elizabeth beth betsy|kate katherine catherine kathleen kathy cathy katie|tony anthony|andy andrew drew|ed edward eddie ted|ted theodore rafael edward|al albert alan alfred|hank henry harry|larry lawrence laurence|jerry gerald|maggie margaret peggy meg|sandy sandra alexandra alexander|nick nicholas|tad thaddeus|ben benjamin|ron ronald|don donald|dan daniel|matt matthew|greg gregory|jeff jeffrey geoffrey|chris christopher christine|steve stephen steven stefan|barry barack|mo mohammed|debbie deborah|sue susan suzanne|pat patrick patricia|alex alexander|sam samuel samantha|doug douglas|ken kenneth|fred frederick|gene eugene|joseph joe|francois françois`, "|") {
		nicknames = append(nicknames, strings.Fields(group))
	}
}

func tokens(s string) []string {
	return token.FindAllString(poss.ReplaceAllString(strings.TrimSpace(s), ""), -1)
}

func key(t string) string {
	t = poss.ReplaceAllString(t, "")
	return strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(t, ".", ""), "’", "'"))
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return false
}

// phrases cuts a speaker down to the phrase that holds its head, in one or two readings.
func phrases(s string) []string {
	s = strings.Trim(strings.Join(strings.Fields(s), " "), " \t\"“”'‘’.,;:")
	for _, lead := range []string{"according to ", "by "} {
		if len(s) > len(lead) && strings.EqualFold(s[:len(lead)], lead) {
			s = s[len(lead):]
		}
	}
	first := func(s string) string {
		if head := strings.TrimSpace(cut.Split(s+" ", 2)[0]); head != "" {
			return head
		}
		return s
	}
	head := first(s)
	var out []string
	if m := of.FindStringIndex(head); m != nil {
		out = append(out, head[:m[0]])
		if before := tokens(head[:m[0]]); len(before) > 0 && titlesOf[key(before[len(before)-1])] {
			out = append(out, head)
		}
	} else {
		out = append(out, head)
	}
	if t := tokens(out[0]); len(t) > 0 && unicode.IsLower([]rune(t[len(t)-1])[0]) && strings.Contains(s, ",") {
		if rest := strings.TrimSpace(strings.Split(s, ",")[1]); rest != "" {
			out = append(out, first(rest))
		}
	}
	return out
}

func compatible(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if a == b || len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	if min(len(a), len(b)) >= 3 && a[:3] == b[:3] {
		return true
	}
	for _, g := range nicknames {
		if slices.Contains(g, a) && slices.Contains(g, b) {
			return true
		}
	}
	return false
}

func nameMatch(pred, name string) bool {
	if strings.EqualFold(pred, name) {
		return true
	}
	var want []string
	for _, t := range tokens(name) {
		want = append(want, key(t))
	}
	junior := len(want) > 0 && want[len(want)-1] == "jr"
	for len(want) > 1 && suffixes[want[len(want)-1]] {
		want = want[:len(want)-1]
	}
	for len(want) > 1 && titles[want[0]] {
		want = want[1:]
	}
	want = slices.DeleteFunc(want, func(w string) bool { return w == "" })
	if len(want) == 0 {
		return false
	}
	forms := [][]string{want}
	if i := slices.Index(want, "of"); i > 0 && i < len(want)-1 {
		forms = append(forms, want[:i])
	}
	for _, ph := range phrases(pred) {
		toks := tokens(ph)
		var low []string
		for _, t := range toks {
			low = append(low, key(t))
		}
		suffix := len(low) > 0 && suffixes[low[len(low)-1]]
		for len(low) > 1 && suffixes[low[len(low)-1]] {
			low, toks = low[:len(low)-1], toks[:len(toks)-1]
		}
		if len(low) == 0 {
			continue
		}
		tail := len(low) - 1
		for tail > 0 && startsUpper(toks[tail-1]) {
			tail--
		}
		t := low[tail:]
		if junior && !suffix && len(t) > 1 {
			continue
		}
		for _, w := range forms {
			if slices.Equal(t, w) || endsWith(t, w) || endsWith(w, t) {
				return true
			}
			if len(t) == 1 && len(w) > 1 && t[0] == w[0] && !titles[t[0]] {
				return true
			}
			if t[len(t)-1] != w[len(w)-1] {
				continue
			}
			if len(t) == 1 || len(w) == 1 {
				return true
			}
			given := t[:len(t)-1]
			for _, x := range given {
				for _, y := range w[:len(w)-1] {
					if compatible(x, y) {
						return true
					}
				}
			}
			if titles[given[len(given)-1]] {
				return true
			}
		}
	}
	return false
}

func endsWith(a, end []string) bool {
	return len(a) >= len(end) && slices.Equal(a[len(a)-len(end):], end)
}

func singular(w string) string {
	w = key(w)
	for _, p := range [][2]string{{"men", "man"}, {"women", "woman"}, {"people", "person"}, {"ies", "y"}} {
		if strings.HasSuffix(w, p[0]) {
			return strings.TrimSuffix(w, p[0]) + p[1]
		}
	}
	if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}

func headMatch(pred string, heads []string) bool {
	for _, ph := range phrases(pred) {
		t := tokens(ph)
		if len(t) == 0 {
			continue
		}
		last := t[len(t)-1]
		for _, h := range heads {
			if singular(last) == singular(h) || key(last) == h {
				return true
			}
		}
	}
	return false
}
