package people

import "testing"

// names gives the names of the mentions as the card shows them, in reading order.
func (s *Sources) namesOf() []string {
	var out []string
	for _, m := range s.Mentions {
		if m.Form == Name && m.Entity >= 0 {
			out = append(out, s.Entities[m.Entity].Name)
		}
	}
	return out
}

func TestANameIsTheNameAlone(t *testing.T) {
	for _, c := range []struct {
		article string
		want    []string
	}{
		{`It hurt, said Cambridge Police Commissioner Dora Elwin.`, []string{"Dora Elwin"}},
		{`It hurt, said Kent Police Detective Inspector Dora Blanc.`, []string{"Dora Blanc"}},
		{`It hurt, said Tory MP for Tiverton and Honiton Noel Parrow.`, []string{"Noel Parrow"}},
		{`It hurt, said Air Force 1st Lt. Tyler Lund.`, []string{"Tyler Lund"}},
		{`It hurt, said Representative Peter T. King of New York.`, []string{"Peter T. King", "New York"}},
		{`Last night PM Imre Kallay resigned.`, []string{"Imre Kallay"}},
		{`Last night PM Kallay resigned.`, []string{"Kallay"}},
		{`It was late when Luke Pollard MP resigned.`, []string{"Luke Pollard"}},
		{`Telling Tom Reed that, she left.`, []string{"Tom Reed"}},
		{`“Go,” she said. ¶ Replied Tom Reed: “No.”`, []string{"Tom Reed"}},
		{`Ruth Lindqvist lost. He called her “the boring, Cheating Ruth Lindqvist”.`, []string{"Ruth Lindqvist", "Ruth Lindqvist"}},
		{`Statement by Gerd Stamm:`, []string{"Gerd Stamm"}},
		{`Caption: the pier at night.`, nil},
		{`Breaking: the pier has gone.`, nil},
		{`Marrow Bay, Friday: It rained.`, nil},
	} {
		got := peopleOf(c.article).namesOf()
		if len(got) != len(c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.article, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s\n got %q\nwant %q", c.article, got, c.want)
				break
			}
		}
	}
}
