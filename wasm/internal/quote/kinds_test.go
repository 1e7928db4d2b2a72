package quote

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// whoSays gives "name, role" of each quotation's speaker, "?" where nobody is named.
func whoSays(article string) string {
	var blocks []body.Block
	for _, p := range strings.Split(article, "¶") {
		blocks = append(blocks, body.Block{Text: strings.TrimSpace(p)})
	}
	d := text.Parse(blocks, "en")
	var out []string
	for _, q := range Find(d, people.Find(d)) {
		switch {
		case q.Speaker == nil:
			out = append(out, "?")
		case q.Speaker.Role == "":
			out = append(out, q.Speaker.Name)
		default:
			out = append(out, q.Speaker.Name+", "+q.Speaker.Role)
		}
	}
	return strings.Join(out, "; ")
}

// words stands for what is said in the examples.
const words = `“We looked at the harbor twice that day,”`

func check(t *testing.T, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		article := strings.ReplaceAll(c[0], "“…”", words)
		if got := whoSays(article); got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", article, got, c[1])
		}
	}
}

func TestTwoOfOneSurnameAreToldApart(t *testing.T) {
	check(t, [][2]string{
		{`Kerry and Ann Lee met. John Kerry left. ¶ “…” Kerry said. ¶ “…” Lee said.`, "John Kerry; Ann Lee"},
		{`Paris and Ann Lee agreed. ¶ “…” Lee said.`, "Ann Lee"},
		{`Ms. Moss spoke of her son, Ilquar Moss. Mr. Moss was 20. ¶ “…” Mr. Moss had said.`, "Ilquar Moss"},
		{`Her husband, Ilquar Moss, and Zorva Moss left. “…” Mr. Moss said. “…” Mrs. Moss said.`, "Ilquar Moss; Zorva Moss"},
	})
}

func TestWhoStandsBeforeANamedBodyOfHisRoleSpeaks(t *testing.T) {
	check(t, [][2]string{
		{`Gino Vian, the editor in chief of the town's oldest newspaper, Il Porto Nuovo, said it was “not for sale to anybody now.”`, "Gino Vian, editor in chief of the town's oldest newspaper"},
		{`Ann Lee, the editor of the town's oldest newspaper, the Tarn Echo, said it was “not for sale to anybody now.”`, "Ann Lee, editor of the town's oldest newspaper"},
		{`Ann Lee, the chief executive of the port's operator, Tarn Docks, said it was “not for sale to anybody now.”`, "Ann Lee, chief executive of the port's operator"},
		{`Ann Lee, the head of the largest union, Harbor Workers United, said it was “not for sale to anybody now.”`, "Ann Lee, head of the largest union"},
		{`The editor in chief of the Echo said it was “not for sale to anybody now.”`, "The editor in chief of the Echo"},
		{`Her deputy, Ann Lee, said it was “not for sale to anybody now.”`, "Ann Lee, deputy"},
		{`The firm's owner, Tarn Docks, said it was “not for sale to anybody now.”`, "Tarn Docks, firm's owner"},
		{`After meeting Tom Moss, the mayor, Ann Lee, said it was “not for sale to anybody now.”`, "Ann Lee"},
		{`Ann Lee, the commander in chief of the fleet, said it was “not for sale to anybody now.”`, "Ann Lee, commander in chief of the fleet"},
		{`Team Moss said it was “not for sale to anybody now.”`, "Team Moss"},
	})
}

func TestARoleIsWholeAndOfNow(t *testing.T) {
	check(t, [][2]string{
		{`FBI General Counsel James Moss said: “…”`, "James Moss, FBI General Counsel"},
		{`The letter went to Undersecretary for Political Affairs Wendy Moss. “…” Moss said.`, "Wendy Moss, Undersecretary for Political Affairs"},
		{`She took care not to offend Republican front-runner Donald Moss. “…” Moss said.`, "Donald Moss, Republican front-runner"},
		{`Recall Sen. Ann Lee leaving in 2000. “…” Lee said.`, "Ann Lee, Sen."},
		{`CBS This Morning co-anchor Gayle Lee said: “…”`, "Gayle Lee"},
		{`Ann Lee, then a student at the academy, was there. “…” Lee said.`, "Ann Lee"},
		{`He wrote to then-Secretary Ann Lee. “…” Lee said.`, "Ann Lee"},
		{`The then mayor, Ann Lee, left. “…” Lee said.`, "Ann Lee"},
		{`New Jersey Gov. Ann Lee said: “…”`, "Ann Lee, New Jersey Gov."},
		{`Republican Sen. Ann Lee said: “…”`, "Ann Lee, Republican Sen."},
		{`Nobody asked what a President Ann Lee would do. “…” Lee said.`, "Ann Lee"},
		{`A spokeswoman for Senator Ted Moss left. “…” said Moss.`, "Ted Moss, Senator"},
	})
}

func TestWhatCannotSpeakIsNobody(t *testing.T) {
	check(t, [][2]string{
		{`Ann Lee left. The rationale said “we looked at the harbor twice that day.”`, "?"},
		{`Ann Lee left. This sentiment said “we looked at the harbor twice that day.”`, "?"},
		{`Ann Lee left. One sweeping question asked: “Have we looked at the harbor twice?”`, "?"},
		{`Ann Lee left. The place told him: “We looked at the harbor twice that day.”`, "?"},
		{`Ann Lee left. An announcer said: “We looked at the harbor twice that day.”`, "An announcer"},
		{`Ann Lee left. The website said: “We looked at the harbor twice that day.”`, "The website"},
		{`Ann Lee left. A questioner said: “We looked at the harbor twice that day.”`, "A questioner"},
		{`A man for the brand noted that the company is “the ultimate place for harbors now.”`, "A man for the brand"},
		{`He shot 17-year-old Zorvan Moss. “…” the company said.`, "the company"},
		{`Zorvan Moss, 41, sold it. “…” the company said.`, "the company"},
	})
}

func TestWhoIsDescribedByAParticipleSpeaksAndNotItsPlace(t *testing.T) {
	check(t, [][2]string{
		{`The authors of a study published in the journal Tarn Medicine argued that it was “not for sale to anybody now.”`, "The authors of a study"},
		{`A letter sent to the Tarn Council said it was “not for sale to anybody now.”`, "A letter"},
		{`A doctor quoted in the newspaper Tarn Echo said it was “not for sale to anybody now.”`, "A doctor"},
		{`The mayor hinted at changes Lee described as “not for sale to anybody now.”`, "Lee"},
		{`Ruiz resigned hours after Lee said it was “not for sale to anybody now.”`, "Lee"},
	})
}
