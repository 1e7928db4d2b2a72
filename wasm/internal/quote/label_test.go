package quote

import (
	"slices"
	"testing"
)

func TestALabelIsNoSpeakerButNamesOne(t *testing.T) {
	const words = "The length of her service will be a help for the harbor, and we say so."
	for _, c := range []struct{ label, want string }{
		{"Statement by Gerd Stamm, harbor commissioner:", "Gerd Stamm"},
		{"Comment from Gerd Stamm:", "Gerd Stamm"},
		{"And from commissioner Gerd Stamm:", "Gerd Stamm"},
		{"Response of the commissioner, Gerd Stamm:", "Gerd Stamm"},
		{"Letter from Gerd Stamm to Nora Quist:", "Gerd Stamm"},
		{"Gerd Stamm, harbor commissioner, in a statement:", "Gerd Stamm"},
		{"Gerd Stamm’s verdict:", "Gerd Stamm"},
		{"From the desk of Gerd Stamm, who runs the harbor.", "Gerd Stamm"},
		{"Tweet to Gerd Stamm:", "?"},
		{"Verdict of the jury:", "?"},
		{"Headline of the day:", "?"},
		{"The sign on the door:", "?"},
		{"Breaking:", "?"},
		{"Correction:", "?"},
		{"Marrow Bay, Friday:", "?"},
		{"Gerd Stamm:", "Gerd Stamm"},
	} {
		for _, between := range []string{" ¶ ", " "} {
			got := find(`Gerd Stamm, the commissioner, met Nora Quist on Monday. ¶ ` + c.label + between + `“` + words + `”`)
			if between == " " && c.label[len(c.label)-1] == '.' {
				continue
			}
			if want := []string{c.want + ": " + words}; !slices.Equal(got, want) {
				t.Errorf("%s\n got %q\nwant %q", c.label+between, got, want)
			}
		}
	}
}

func TestWhoSignsAQuotationSaysIt(t *testing.T) {
	const words = "The length of her service will be a help for the harbor."
	for _, c := range []struct{ article, want string }{
		{`“` + words + `” — Gerd Stamm`, "Gerd Stamm"},
		{`“` + words + `” – Gerd Stamm, harbor commissioner`, "Gerd Stamm"},
		{`“` + words + `” (Gerd Stamm, harbor commissioner)`, "Gerd Stamm"},
		{`“` + words + `” ¶ — Gerd Stamm, harbor commissioner`, "Gerd Stamm"},
		{`“` + words + `” ¶ Gerd Stamm, harbor commissioner`, "Gerd Stamm"},
		{`“` + words + `” ¶ Gerd Stamm, Harbor Trust scholar, on the mayor`, "Gerd Stamm"},
		{`“` + words + `” ¶ Gerd Stamm left the room.`, "?"},
	} {
		got := find(`The board met. Gerd Stamm is in the chair. ¶ The sun set. ¶ ` + c.article)
		if want := []string{c.want + ": " + words}; !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", c.article, got, want)
		}
	}
}

func TestShortAnswersAndHalvesAreQuotations(t *testing.T) {
	for _, c := range []struct {
		article string
		want    []string
	}{
		{`Odile Marsh, the harbor master, was asked about it. ¶ Odile Marsh said: “There is none.”`, []string{"Odile Marsh: There is none."}},
		{`“The pier,” said Tomas Reed, “is gone.”`, []string{"Tomas Reed: The pier, … is gone."}},
		{`Odile Marsh called it a “slow mess” of a year.`, nil},
		{`As the lights went down, the announcer said, “Hold on to your hats and to your neighbours.”`, []string{"the announcer: Hold on to your hats and to your neighbours."}},
	} {
		if got := find(c.article); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.article, got, c.want)
		}
	}
}

func TestAHeadingThatRepeatsAQuotationHasItsSpeaker(t *testing.T) {
	got := find(`The court found against the town, noting that “it does not bear on this case at all.” ¶ ‘It is impossible to overstate this ruling.’ ¶ Lawyers were surprised. ¶ “It is impossible to overstate this ruling. People across the nation will feel it,” said Hugo Hale, a lawyer.`)
	if len(got) != 3 || got[1] != "Hugo Hale: It is impossible to overstate this ruling." {
		t.Errorf("%q", got)
	}
}

func TestAppositionsStandBetweenASpeakerAndTheVerb(t *testing.T) {
	for _, c := range []struct{ article, want string }{
		{`“A blue one turns up once in a lifetime,” Chad Hollis, vice president of GMP, a stamp appraisal firm in Tarn told the Echo.`, "Chad Hollis: A blue one turns up once in a lifetime,"},
		{`“Long live bad weather!” Margit Simon, the editor in chief of the almanac, wrote on Monday.`, "Margit Simon: Long live bad weather!"},
		{`The town is “building a ladder out of matchsticks,” as Vance Jakobs, a lecturer at the Institute for Orbit Studies, a naval school in Perth, puts it.`, "Vance Jakobs: building a ladder out of matchsticks,"},
		{`After the fire (the keeper Joyce Pell called it a disgrace), the coach, Dirk Olander, poured oil on it by saying, “Pell plays for them already.”`, "Dirk Olander: Pell plays for them already."},
		{`Kaia Kallo, the union's water chief, said senior engineers from member states will gather on Friday to “find out who owns the rain.”`, "Kaia Kallo: find out who owns the rain."},
	} {
		if got := find(c.article); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.article, got, c.want)
		}
	}
}
