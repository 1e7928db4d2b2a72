package people

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/text"
)

// peopleOf finds the people of paragraphs joined by "¶".
func peopleOf(article string) *Sources {
	var blocks []body.Block
	for _, p := range strings.Split(article, "¶") {
		blocks = append(blocks, body.Block{Text: strings.TrimSpace(p)})
	}
	return Find(text.Parse(blocks, "en"))
}

// role gives the role of the person of a name; "?" where there is none of that name.
func (s *Sources) roleOf(name string) string {
	for _, e := range s.Entities {
		if e.Name == name {
			return e.Role
		}
	}
	return "?"
}

func TestARoleTellsWhySomebodyIsQuoted(t *testing.T) {
	for _, c := range []struct{ name, article, want string }{
		{"Mara Lund", `The plan failed, said Mara Lund, a special adviser on legal affairs at the Harbor Ministry, on Friday.`, "special adviser on legal affairs at the Harbor Ministry"},
		{"Tom Keller", `Tom Keller, a senior fellow and researcher at the Centre for Science and Shipping, said so.`, "senior fellow and researcher at the Centre for Science and Shipping"},
		{"Tom Keller", `Tom Keller, a historian of the pier and other critics of the plan, said so.`, "historian of the pier"},
		{"Tom Keller", `The mayor and other critics of the pier, Tom Keller among them, said so.`, ""},
		{"John Dorn", `The vicar, the Rev John Dorn, said so.`, "vicar"},
		{"John Dorn", `It hurt, said Hajiya John Dorn, a treasurer.`, "treasurer"},
		{"John Dorn", `John Dorn is the headteacher of Millfield Primary.`, "headteacher of Millfield Primary"},
		{"John Dorn", `It rained, said John Dorn, who is a judge in Leeds.`, "judge in Leeds"},
		{"John Dorn", `John Dorn is an Ohio steel union leader who took issue with it.`, "Ohio steel union leader"},
		{"John Dorn", `The mayor thinks that John Dorn is a lawyer for crooks.`, ""},
		{"John Dorn", `John Dorn is a stiff campaigner.`, ""},
		{"John Dorn", `John Dorn is a lawyer for crooks, the mayor said.`, ""},
		{"John Dorn", `John Dorn is suing the former mayor. John Dorn is no judge.`, ""},
		{"John Dorn", `Former Harbor Secretary John Dorn said so.`, "Former Harbor Secretary"},
		{"John Dorn", `It was late, the retired judge John Dorn said.`, "retired judge"},
		{"John Dorn", `John Dorn, 49, a ministry spokesman, said so.`, "ministry spokesman"},
		{"Priya Nand", `Opposition leader Cllr Priya Nand (Con) said so.`, "Opposition leader"},
		{"Priya Nand", `Priya Nand (Con), chair of the planning committee, said so.`, "chair of the planning committee"},
		{"Ada Noel", `Prime Minister Ada Noel spoke. The prime minister then left.`, "Prime Minister"},
		{"Ada Noel", `It was then-Prime Minister Ada Noel who left.`, "then-Prime Minister"},
		{"Ada Noel", `It was late, then-President Ada Noel said.`, ""},
		{"Ada Noel", `Culture, Media and Sport Secretary Ada Noel spoke.`, "Culture, Media and Sport Secretary"},
		{"Ada Noel", `14:03 TUC general secretary Ada Noel spoke.`, "TUC general secretary"},
		{"Ada Noel", `14.03 GMT Labour leader Ada Noel spoke.`, "Labour leader"},
		{"Ada Noel", `Ada Noel, head of the National Society of Mining, spoke.`, "head of the National Society of Mining"},
		{"Ada Noel", `It is directed by Tom Reed and starring Emmy winner Ada Noel.`, "Emmy winner"},
		{"Ada Noel", `State Sen. Ada Noel spoke. The state paid.`, "State Sen."},
		{"Ada Noel", `On Friday Prime Minister Ada Noel spoke.`, "Prime Minister"},
		{"Tom Reed", `The mayor blamed striker Tom Reed for it.`, "striker"},
		{"Hugo Brand", `Aldana, the manager, sacked coach Hugo Brand on Friday.`, "coach"},
		{"Ivo Lang", `She married actor Ivo Lang in 2019.`, "actor"},
		{"Eva Stone", `Ruben Aldana, 49, the Port Ellis manager, later accused referee Eva Stone of bias.`, "referee"},
		{"Tom Keller", `It was late, disgraced banker Tom Keller said.`, "disgraced banker"},
		{"Tom Keller", `Last week, sacked coach Tom Keller said so.`, "sacked coach"},
		{"Tom Keller", `She met retired miner Tom Keller there.`, "retired miner"},
		{"Ann Lee", `Ann Lee, the company's chief executive, said so.`, "company's chief executive"},
		{"Ann Lee", `Ann Lee, a journalist visiting Leeds on holiday, said so.`, "journalist"},
		{"Ann Lee", `Ann Lee, author of “The Deal”, said so.`, "author"},
		{"Ann Lee", `Ann Lee, a mother of two, opened the door. ¶ Ann Lee, a plumber from Hull, said so.`, "plumber from Hull"},
		{"Ann Lee", `His wife, Ann Lee, said so.`, ""},
		{"Ann Lee", `They asked what harbor official Ann Lee had seen.`, "harbor official"},
		{"Ann Lee", `Police and Crime Commissioner Ann Lee said so.`, "Police and Crime Commissioner"},
		{"Ann Lee", `The pair backed candidates Senator Ann Lee and Bo Moss.`, "Senator"},
		{"Ann Lee", `Ann Lee, sailors said, had left.`, ""},
		{"Ann Lee", `Ann Lee, a captain of the ferry said, had left.`, ""},
		{"Ann Lee", `Ann Lee, chair of the port council said: “No.”`, "chair of the port council"},
		{"Ann Lee", `As policy director for the port, Ann Lee knows it.`, "policy director for the port"},
		{"Ann Lee", `A former judge and governor of the island, Ann Lee knows it.`, "former judge and governor of the island"},
		{"Ann Lee", `Former area councillor, Ann Lee, knows it.`, "Former area councillor"},
		{"Ann Lee", `Ann Lee left. The federal judge Lee was referring to is ill.`, ""},
		{"Ann Lee", `Ann Lee, co-director of the Liberty and National Security Program at Leeds, left.`, "co-director of the Liberty and National Security Program at Leeds"},
		{"Ann Lee", `Campaigner and author Ann Lee said so.`, "Campaigner and author"},
		{"Ann Lee", `The plan failed, said Ann Lee, an economic adviser to the port council, on Friday.`, "economic adviser to the port council"},
		{"Ann Lee", `“It will rain,” said Ann Lee, a former Irish ambassador to Portugal.`, "former Irish ambassador to Portugal"},
		{"Ann Lee", `Ann Lee, a top official at the Harbor Committee and an adviser to Moss, said so.`, "top official at the Harbor Committee"},
		{"Ann Lee", `Ann Lee, the lawyer to watch, said so.`, ""},
		{"Ann Lee", `Ann Lee said she believes President Lee’s aides.`, ""},
		{"Ann Lee", `Ann Lee, senior fellow at the left-wing Tide Forum in Leeds, said so.`, "senior fellow at the left-wing Tide Forum in Leeds"},
		{"Ann Lee", `Ann Lee, fellow senator and friend, left.`, "senator and friend"},
		{"Ann Lee", `NOAA Administrator Ann Lee said so in a statement.`, "NOAA Administrator"},
		{"Ann Lee", `A week later, Ann Lee knew it.`, ""},
		{"Ann Lee", `Minister of Natural Resources, Ann Lee, knows it.`, "Minister of Natural Resources"},
		{"Ann Lee", `Ann Lee, a driver, left. Mayor of London Ann Lee spoke.`, "Mayor of London"},
		{"Catherine Connolly", `Catherine Connolly, an independent candidate, said so. ¶ Voters asked what a President Connolly would do.`, "independent candidate"},
		{"Ann Lee", `Critics fear a Prime Minister Ann Lee would close the port. ¶ Ann Lee, a member of parliament, left.`, "member of parliament"},
		{"Ann Lee", `As a President Lee, she would sign it, Ann Lee said.`, ""},
		{"Ann Lee", `Prime Minister Ann Lee said so.`, "Prime Minister"},
		{"Ann Lee", `Prime-Minister Ann Lee said so.`, "Prime-Minister"},
		{"Ann Lee", `The prime minister, Ann Lee, said so.`, "prime minister"},
		{"Ann Lee", `Ann Lee, the prime minister, said so.`, "prime minister"},
		{"Ann Lee", `UK Prime Minister Ann Lee said so.`, "UK Prime Minister"},
		{"Ann Lee", `Former Governor and Senator Ann Lee said so.`, "Former Governor and Senator"},
		{"Ann Lee", `Former mayor and businesswoman Ann Lee said so.`, "Former mayor and businesswoman"},
		{"Ann Lee", `Ann Lee, a former mayor and judge, said so.`, "former mayor and judge"},
		{"Ann Lee", `Founder and Chief Executive Ann Lee said so.`, "Founder and Chief Executive"},
		{"Ann Lee", `Ann Lee, founder and chief executive of Harbor Foods, said so.`, "founder and chief executive of Harbor Foods"},
		{"Ann Lee", `Ann Lee, head of policy and research at the Harbor Trust, said so.`, "head of policy and research at the Harbor Trust"},
		{"Ann Lee", `Ann Lee, director of the Centre for Ports, said so.`, "director of the Centre for Ports"},
		{"Ann Lee", `Ann Lee, chief of staff, said so.`, "chief of staff"},
		{"Ann Lee", `White House chief of staff Ann Lee said so.`, "White House chief of staff"},
		{"Ann Lee", `Former chief of staff Ann Lee said so.`, "Former chief of staff"},
		{"Ann Lee", `Minister for Health and Social Care Ann Lee said so.`, "Minister for Health and Social Care"},
		{"Ann Lee", `Health and Social Care Secretary Ann Lee said so.`, "Health and Social Care Secretary"},
		{"Ann Lee", `Ann Lee, vice president and general counsel of Harbor Foods, said so.`, "vice president and general counsel of Harbor Foods"},
		{"Ann Lee", `Ann Lee, the former head of the navy, said so.`, "former head of the navy"},
		{"Ann Lee", `Ann Lee, minister for transport, said so, and energy and water fell.`, "minister for transport"},
		{"Ann Lee", `Ann Lee, mayor of Leeds, teachers and parents met.`, "mayor of Leeds"},
		{"Ann Lee", `Ann Lee, a teacher of history, lives and works in Hull.`, "teacher of history"},
		{"Ann Lee", `Ann Lee, a teacher of history, mother and sister of two, left.`, "teacher of history"},
		{"Ann Lee", `Ann Lee, head of the union, police and the mayor, met.`, "head of the union"},
		{"Alex Press", `It was late, the historian Alex Press noted.`, "historian"},
	} {
		if got := peopleOf(c.article).roleOf(c.name); got != c.want {
			t.Errorf("%s\n got role %q\nwant role %q", c.article, got, c.want)
		}
	}
}
