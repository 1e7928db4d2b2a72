package weigh

import "strings"

// A Feature is a small fact about something that is weighed: a family with a value of each of the
// family's lists. Weights are in a file, by name.
type Feature int

// A Family of features says one thing, by its name's words and the values that stand for its stars.
type Family struct {
	name   string
	values [][]string
	first  Feature
}

// Families are all that a stage weighs.
type Families struct {
	list   []*Family
	number Feature // of features
}

// Of makes a family, whose features follow those of the families before.
func (s *Families) Of(name string, values ...[]string) *Family {
	k := &Family{name, values, s.number}
	n := 1
	for _, list := range values {
		n *= len(list)
	}
	s.number += Feature(n)
	s.list = append(s.list, k)
	return k
}

// Names gives the names of all features, by number.
func (s *Families) Names() []string {
	out := make([]string, 0, s.number)
	for _, k := range s.list {
		names := []string{k.name}
		for _, list := range k.values {
			var longer []string
			for _, name := range names {
				for _, value := range list {
					longer = append(longer, strings.Replace(name, "*", value, 1))
				}
			}
			names = longer
		}
		out = append(out, names...)
	}
	return out
}

// Facts are the features that something has.
type Facts []Feature

// Add adds the feature of a family with the values of these numbers, if there is one. In place of
// its many calls it would make functions that browsers take longest of all to optimize.
//
//go:noinline
func (x *Facts) Add(k *Family, values ...int) {
	id := Feature(0)
	for i, list := range k.values {
		if values[i] < 0 {
			return
		}
		id = id*Feature(len(list)) + Feature(values[i])
	}
	*x = append(*x, k.first+id)
}

// When adds a feature that is so.
func (x *Facts) When(is bool, k *Family, values ...int) {
	if is {
		x.Add(k, values...)
	}
}

// A Model gives the weight of each feature, in thousandths.
type Model []int64

// Model reads the weights of a file; features that it does not name weigh nothing.
func (s *Families) Model(file string) Model {
	weights, _ := Read(file)
	m := make(Model, 0, s.number)
	for _, name := range s.Names() {
		m = append(m, weights[name])
	}
	return m
}

// Likely gives the probability of what has these features, from 0 to 1 in hundredths.
func (m Model) Likely(x Facts) float64 {
	sum := int64(0)
	for _, id := range x {
		sum += m[id]
	}
	return float64(int(100/(1+Exp(-float64(sum)/1000))+0.5)) / 100
}
