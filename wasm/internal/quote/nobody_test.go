package quote

import (
	"strings"
	"testing"
)

func TestNobodyIsNamedWhereNobodyCanTell(t *testing.T) {
	for _, article := range []string{
		`“Somebody has to pay for all of this in the end.”`,
		`One said: “They held my hand until the ambulance came.”`,
		`Its general secretary said: “They held my hand until the ambulance came.”`,
		`It’s a matter of taste: “They held my hand until the ambulance came.”`,
	} {
		for _, got := range find(article) {
			if !strings.HasPrefix(got, "?: ") {
				t.Errorf("%s\n got %q", article, got)
			}
		}
	}
}

func TestTitlesAndTermsAreNoQuotations(t *testing.T) {
	for _, article := range []string{
		`Ann Ruiz wrote “A Time for Good Bridges,” a novel, and said it sold well.`,
		`He called it a “hacking empire” on Monday.`,
		`The star of “Back to the Harbor” said she was tired.`,
		`Robert “Bob” Diaz said nothing.`,
		`The club played “The Harbor at Night,” by Ann Ruiz, and danced.`,
		`ALSO READ—“Bridge opens to the first trains this week,” by the Coast Courier's Paul Grant.`,
		`Grant was the founder of “Lakeland Farmers for Ruiz 2008.”`,
		`Its parent is a group called “we all fish here together.”`,
	} {
		if got := find(article); len(got) > 0 {
			t.Errorf("%s\n got %q", article, got)
		}
	}
}

func TestWordsOfAnUnknownLanguageHaveNoSpeaker(t *testing.T) {
	article := `Министр Иванов приехал в город в понедельник и сказал, что дорога будет готова к весне. ¶ «Мы построим дорогу до конца года, и никто не останется без работы», сказал Иванов. ¶ Местные жители не верят обещаниям, которые им дают каждый год перед выборами, и просят назначить другого подрядчика, который сможет закончить дорогу раньше.`
	for _, got := range find(article) {
		if !strings.HasPrefix(got, "?: ") {
			t.Errorf("got %q", got)
		}
	}
}
