package quote

import (
	"slices"
	"testing"
)

func TestTheRightClauseGivesTheSpeaker(t *testing.T) {
	for _, c := range []struct {
		name, article string
		want          []string
	}{
		{"who calls in the passive", `The port was called “a disaster waiting to happen” by Ann Ruiz.`, []string{"Ann Ruiz: a disaster waiting to happen"}},
		{"who said it, not who laughed", `Lee Moss said it is “very bad for all of us,” Ann Ruiz laughed.`, []string{"Lee Moss: very bad for all of us,"}},
		{"a clause that a comma ends", `Ann Ruiz said that when Paul Grant railed against the banks, “he was speaking for all of us.”`, []string{"Ann Ruiz: he was speaking for all of us."}},
		{"a relative clause that the sentence leaves", `The harbor, which Paul Grant described as a ruin, would be “the jewel of the coast,” Ann Ruiz said.`, []string{"Ann Ruiz: the jewel of the coast,"}},
		{"who asks in the passive", `Paul Grant was asked by the moderator Ann Ruiz whether his proposed tax would “add another burden to the poor.”`, []string{"Ann Ruiz: add another burden to the poor."}},
		{"an attribution after a full stop", `“We have won this vote, whatever they say.” Ann Ruiz said.`, []string{"Ann Ruiz: We have won this vote, whatever they say."}},
		{"a noun that looks like a verb", `Paul Grant came to explain his recent remarks about the mayor, saying that she is “a very good friend of mine.”`, []string{"Paul Grant: a very good friend of mine."}},
		{"the paragraph's speaker", `“It is an enormous moment for us,” Ann Ruiz said. Unless the others give up, “nobody will be able to stop him.”`,
			[]string{"Ann Ruiz: It is an enormous moment for us,", "Ann Ruiz: nobody will be able to stop him."}},
		{"a relative clause without a comma before a participle", `Kezia Lowe has hit back at people who mocked her look, telling fans: “I will wear whatever I like.”`, []string{"Kezia Lowe: I will wear whatever I like."}},
		{"a quotation that ends in another", `“I told her, ‘If he snores, you can come home,’” Ann Ruiz, 61, joked.`, []string{"Ann Ruiz: I told her, ‘If he snores, you can come home,’"}},
		{"an adjective behind its noun", `A source close to the couple told the Daily Comet: “He wanted to answer every one of them.”`, []string{"A source close to the couple: He wanted to answer every one of them."}},
		{"the paragraph's speaker after a word", `“It is an enormous moment for us,” Ann Ruiz said outside. But “we have no money left for the rest of it.”`,
			[]string{"Ann Ruiz: It is an enormous moment for us,", "Ann Ruiz: we have no money left for the rest of it."}},
	} {
		if got := find(c.article); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestPronounsMeanWhomTheTextIsAbout(t *testing.T) {
	for _, c := range []struct {
		name, article string
		want          []string
	}{
		{"a description between the name and the pronoun", `Paul Grant opened the mill. The retired neurosurgeon said it took nine years. ¶ “I would do it all again tomorrow,” he added.`,
			[]string{"Paul Grant: I would do it all again tomorrow,"}},
		{"the subject, not a name in the clause before it", `Asked whether he feared that Paul Grant could win the race, Tom Lee shrugged. ¶ “There are bigger problems in this town,” he said.`,
			[]string{"Tom Lee: There are bigger problems in this town,"}},
		{"whom the sentence begins with", `The referee waved play on. For Chidi Okafor, back after a year, the winner was a relief. ¶ “There were days I thought I would never play,” he said.`,
			[]string{"Chidi Okafor: There were days I thought I would never play,"}},
		{"a family name that stands first", `Ban Ki-moon came to the harbor. Ban met Ann Ruiz there. ¶ “There is no plan B for the coast,” Ban said. ¶ “We have only this one planet,” he said.`,
			[]string{"Ban Ki-moon: There is no plan B for the coast,", "Ban Ki-moon: We have only this one planet,"}},
		{"an apposition in the clause before the subject", `Asked whether he feared that Paul Grant, the Republican nominee, could win, Tom Lee shrugged. ¶ “There are bigger problems in this town,” he said.`,
			[]string{"Tom Lee: There are bigger problems in this town,"}},
		{"a name behind its description", `The mayor, Paul Grant, was silent. But the mayor’s chief of staff, Rosa Lindgren, resigned hours later. “I can no longer do this job,” she wrote to the council.`,
			[]string{"Rosa Lindgren: I can no longer do this job,"}},
		{"a description that is the subject", `Kezia Lowe is on tour. The Velvet Rain singer was cheered. Her mother, Ellen Lowe, was there. And the singer is not worried. “They will find someone else by Tuesday,” she said.`,
			[]string{"Kezia Lowe: They will find someone else by Tuesday,"}},
		{"a detective by his rank", `Detective Constable Ian Rudge praised the family. Asked about other victims, DC Rudge said he could not rule it out. “If you are worried, please call us,” he added.`,
			[]string{"Ian Rudge: If you are worried, please call us,"}},
		{"a company that nobody described", `Shares in Corvane fell on Thursday. Corvane, which makes batteries, said it was late. “The board remains confident in the plan,” it said.`,
			[]string{"Corvane: The board remains confident in the plan,"}},
		{"who, after a committee", `The plan was backed by Sen. Dianne Marsh of Oregon, the ranking Democrat on the Budget Committee, who said it was “long overdue for all of us.” ¶ “It never made sense to me to wait,” she said.`,
			[]string{"Dianne Marsh: long overdue for all of us.", "Dianne Marsh: It never made sense to me to wait,"}},
	} {
		if got := find(c.article); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}
