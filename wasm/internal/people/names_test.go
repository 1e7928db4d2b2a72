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
		{`It was late when Luke Pollard MBE resigned.`, []string{"Luke Pollard"}},
		{`Rex Moss, Conservative MP for Hull, left.`, []string{"Rex Moss", "Hull"}},
		{`Telling Tom Reed that, she left.`, []string{"Tom Reed"}},
		{`“Go,” she said. ¶ Replied Tom Reed: “No.”`, []string{"Tom Reed"}},
		{`Ruth Lindqvist lost. He called her “the boring, Cheating Ruth Lindqvist”.`, []string{"Ruth Lindqvist", "Ruth Lindqvist"}},
		{`Jordan Pickford saved it. Meanwhile Jordan closed its border.`, []string{"Jordan Pickford", "Jordan"}},
		{`Ivanka Trump met Donald Trump. Later Trump left.`, []string{"Ivanka Trump", "Donald Trump", "Donald Trump"}},
		{`Rev. Martin Luther King Jr. spoke.`, []string{"Martin Luther King Jr."}},
		{`Prince Charles spoke. Charles Wallace, a driver, left.`, []string{"Charles", "Charles Wallace"}},
		{`Dar Yusufi, a painter, was up. Dar watched the sky. A shepherd, Anwar Dar, lost two.`, []string{"Dar Yusufi", "Dar Yusufi", "Anwar Dar"}},
		{`Gary Holloway sang. Gary Holloway left. Holloway slept. ¶ It rained. ¶ In the next town lives Jeb Holloway. ¶ Holloway digs. ¶ Holloway sleeps.`,
			[]string{"Gary Holloway", "Gary Holloway", "Gary Holloway", "Jeb Holloway", "Jeb Holloway", "Jeb Holloway"}},
		{`Dietmar Rehbein, a dealer, sold it. ¶ Ulrike Rehbein, the dealer’s niece, saw it. ¶ Told of that, Rehbein laughed.`,
			[]string{"Dietmar Rehbein", "Ulrike Rehbein", "Dietmar Rehbein"}},
		{`Pte Rex Moss died on Monday. Moss was 20. His father, Carl Moss, a baker, said they were proud. Mr Moss said he had no more to say.`,
			[]string{"Rex Moss", "Rex Moss", "Carl Moss", "Carl Moss"}},
		{`Rex Moss died on Monday. His aunt, Ida Moss, saw it. “It was loud,” Moss said.`, []string{"Rex Moss", "Ida Moss", "Ida Moss"}},
		{`Sen. Rex Moss said he was sorry. His son, Carl Moss, was held on Friday. “It was loud,” Moss said.`, []string{"Rex Moss", "Carl Moss", "Rex Moss"}},
		{`The judge, Rex Moss, has a wife, Ida Moss, at the bar. Moss said so.`, []string{"Rex Moss", "Ida Moss", "Rex Moss"}},
		{`Rex Moss ran. Ida Moss slept. Moss’s claims hurt. Rex Moss said so. Moss said it again.`,
			[]string{"Rex Moss", "Ida Moss", "Ida Moss", "Rex Moss", "Rex Moss"}},
		{`Ana Ortiz said that President Ortiz had kept his word. Ortiz sighed.`, []string{"Ana Ortiz", "Ortiz", "Ana Ortiz"}},
		{`Ana Ortiz won. The next day President Ortiz kept her word.`, []string{"Ana Ortiz", "Ana Ortiz"}},
		{`Senator Ana Ortiz said that Sen. Ortiz is how they know her.`, []string{"Ana Ortiz", "Ana Ortiz"}},
		{`Lena Otieno, its Chief Financial Officer, left. The Chief Medical Officer stayed.`, []string{"Lena Otieno"}},
		{`It was hard, said the Managing Director, Omar Pell.`, []string{"Omar Pell"}},
		{`Council Leader Joan Pike opened it. Then the Council Leader left.`, []string{"Joan Pike"}},
		{`Theresa May lost. In May Congress met. May said no. It was May's last day. Mrs May wept.`,
			[]string{"Theresa May", "Congress", "Theresa May", "Theresa May", "Theresa May"}},
		{`Theresa May lost. Until May was over it rained.`, []string{"Theresa May"}},
		{`It hurt, said Police and Crime Commissioner Dora Elwin.`, []string{"Dora Elwin"}},
		{`It hurt, said Health and Social Care Secretary Dora Elwin.`, []string{"Dora Elwin"}},
		{`It hurt, said Culture, Media and Sport Secretary Dora Elwin.`, []string{"Dora Elwin"}},
		{`It hurt, said Deputy Prime Minister and Finance Minister Dora Elwin.`, []string{"Dora Elwin"}},
		{`It hurt, said Majid al-Ansari. It hurt, Al-Ansari said.`, []string{"Majid al-Ansari", "Majid al-Ansari"}},
		{`It hurt, said then-Sen. Dora Elwin. The non-EU states left.`, []string{"Dora Elwin"}},
		{`It hurt, said Bob “The Red Hat” Moss. It hurt, said Dora (Dot) Elwin.`, []string{"Bob “The Red Hat” Moss", "Dora (Dot) Elwin"}},
		{`It hurt the National Union of Teachers and the League of Women Voters.`, []string{"National Union of Teachers", "League of Women Voters"}},
		{`It hurt, said Senior Lecturer Kobina Lund. It hurt, said Minister for Education Anwuli Lund.`, []string{"Kobina Lund", "Anwuli Lund"}},
		{`It hurt, said Chief People Officer Dora Elwin.`, []string{"Dora Elwin"}},
		{`Crisis, the charity, said it hurt. Hunters said it hurt.`, []string{"Crisis"}},
		{`It hurt, the Taoiseach, Dora Elwin, said. Senate President, Obi Lund, left. The Director-General of the agency, Dr Ada Lund, stayed.`,
			[]string{"Dora Elwin", "Obi Lund", "Ada Lund"}},
		{`The Competition and Markets Authority fined the Health and Safety Executive and the Society for the Protection of Ancient Buildings.`,
			[]string{"Competition and Markets Authority", "Health and Safety Executive", "Society for the Protection of Ancient Buildings"}},
		{`It hurt, said Polish-born Marek Lund. It hurt, said Ann Based-Lund.`, []string{"Marek Lund", "Ann Based-Lund"}},
		{`He met Emma May 5 in Overton.`, []string{"Emma", "Overton"}},
		{`It was late, said April Jones, a nurse. In April Ofcom had asked.`, []string{"April Jones", "Ofcom"}},
		{`It was late, said Jan van der Meer. The June Ofcom report is out. Last May Ofcom had asked.`, []string{"Jan van der Meer", "Ofcom", "Ofcom"}},
		{`Wes Colt runs the club. John Wes Colt, his eldest son, plays for it. “It rains,” Wes Colt said.`, []string{"Wes Colt", "John Wes Colt", "Wes Colt"}},
		{`John Wes Colt was charged on Friday. Wes Colt will appear in court in June.`, []string{"John Wes Colt", "John Wes Colt"}},
		{`It hurt, said Police Chief Dora Elwin. The police and Police Commissioner Noel Parrow met.`, []string{"Dora Elwin", "Noel Parrow"}},
		{`It hurt, said Kent Police and Crime Commissioner Dora Elwin.`, []string{"Dora Elwin"}},
		{`It hurt, said Christian Horner.`, []string{"Christian Horner"}},
		{`It hurt, said the Bishop of Overton, Dora Elwin.`, []string{"Overton", "Dora Elwin"}},
		{`It hurt, said Sgt. 1st Class Dora Elwin. Spc. Noel Parrow fell. Brig. Gen. Rex Moss ran.`, []string{"Dora Elwin", "Noel Parrow", "Rex Moss"}},
		{`It hurt, said the captain, Son Heung-min. It rained, said Aunt Polly.`, []string{"Son Heung-min", "Aunt Polly"}},
		{`Vic Storm died. Born Victor Stormont in Hull, he sang. Ann Lee (née Moss) wept. Born in Hull, Dora Elwin laughed.`,
			[]string{"Vic Storm", "Hull", "Ann Lee", "Hull", "Dora Elwin"}},
		{`It hurt, said Josphat ole Kiprop. It hurt, said Engr. Rex Moss. Dora Elwin SC rose. It hurt, Ms Elwin said.`, []string{"Josphat ole Kiprop", "Rex Moss", "Dora Elwin SC", "Dora Elwin SC"}},
		{`Detective Garda Dora Elwin told Garda Rex Moss.`, []string{"Dora Elwin", "Rex Moss"}},
		{`Statement by Gerd Stamm:`, []string{"Gerd Stamm"}},
		{`Caption: the pier at night.`, nil},
		{`Breaking: the pier has gone.`, nil},
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
