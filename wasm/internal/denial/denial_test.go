package denial

import (
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/quote"
	"keypoints/wasm/internal/text"
)

func find(headline string, paragraphs ...string) (*text.Document, Found) {
	var blocks []body.Block
	for _, p := range paragraphs {
		blocks = append(blocks, body.Block{Text: p})
	}
	d := text.Parse(blocks, "en")
	s := people.Find(d)
	return d, Find(d, s, quote.Find(d, s), headline)
}

func claimOf(d *text.Document, p Passage) string {
	if p.Claim == nil {
		return ""
	}
	return d.Cut(*p.Claim)
}

func TestADenialHasItsKindDenierAndClaim(t *testing.T) {
	for _, c := range []struct{ text, kind, denier, claim string }{
		{`The Ministry of Health and Welfare denied that it had lost the samples.`, "deny", "Ministry of Health and Welfare", "it had lost the samples"},
		{`Ostland denies that its troops crossed the river.`, "deny", "Ostland", "its troops crossed the river"},
		{`The harbor authority denied dumping oil in the bay.`, "deny", "The harbor authority", "dumping oil in the bay"},
		{`Brightwater has repeatedly denied any wrongdoing and says the audit will clear it.`, "deny", "Brightwater", "any wrongdoing"},
		{`Delgado, who denies the bribery allegations, left the court by a side door.`, "deny", "Delgado", ""},
		{`Delgado has denied knowingly taking any drug.`, "deny", "Delgado", "knowingly taking any drug"},
		{`Delgado denies both incidents took place.`, "deny", "Delgado", "both incidents took place"},
		{`The mill rejected on Friday as false the claim that it had sold its bonds.`, "reject", "The mill", "it had sold its bonds"},
		{`The mill denied on Friday selling its bonds.`, "deny", "The mill", "selling its bonds"},
		{`Tolley's has rejected claims that it shrank its biscuits.`, "reject", "Tolley's", "it shrank its biscuits"},
		{`Police flatly denied it.`, "deny", "Police", ""},
		{`Delgado pleaded not guilty to stealing the painting.`, "deny", "Delgado", "stealing the painting"},
		{`The ministry rejected allegations that it had hidden the report.`, "reject", "The ministry", "it had hidden the report"},
		{`The bank dismissed reports of a merger as false.`, "label", "The bank", "a merger"},
		{`The mill disputed the notion that it had poisoned the river.`, "reject", "The mill", "it had poisoned the river"},
		{`The mill's owner hit back at claims that children worked there.`, "reject", "The mill's owner", "children worked there"},
		{`The airline refuted a report that it had sold the route.`, "reject", "The airline", "it had sold the route"},
		{`The palace called the story “a complete fabrication”.`, "label", "The palace", ""},
		{`The ministry has labelled the reports on the camp as “disinformation”.`, "label", "The ministry", "the reports on the camp"},
		{`The museum said it had no knowledge of a second painting.`, "disclaim", "The museum", "a second painting"},
		{`Pell and Brandt, who run the mill, deny wrongdoing.`, "deny", "Pell and Brandt", "wrongdoing"},
		{`(The family denies any involvement.)`, "deny", "The family", "any involvement"},
		{`Each of the charges of falsifying records carries a maximum sentence of five years. ¶ Ada Noel pleaded not guilty in a Harbor City court on Tuesday.`, "deny", "Ada Noel", "falsifying records"},
		{`The counts are serious. She is accused of conspiring to carry a weapon. ¶ Ada Noel pleaded not guilty in a Harbor City court on Tuesday.`, "deny", "Ada Noel", "conspiring to carry a weapon"},
		{`Victor Salk, 31, and Leon Salk, 28, pleaded not guilty to stealing a tractor.`, "deny", "Victor Salk and Leon Salk", "stealing a tractor"},
		{`Ines Calder, 77, of Mill Lane, Overton, denies criminal damage.`, "deny", "Ines Calder", "criminal damage"},
		{`Omar Pell, the owner of the mill, on Monday denied that he had sold it.`, "deny", "Omar Pell", "he had sold it"},
		{`Ada Moss, 51, who denies the crimes, listened with her eyes closed.`, "deny", "Ada Moss", "the crimes"},
		{`The largest teachers' union has denied that it will strike.`, "deny", "The largest teachers' union", "it will strike"},
		{`Hugo Best slammed claims that his kitchen used frozen fish.`, "reject", "Hugo Best", "his kitchen used frozen fish"},
		{`The mill tore into suggestions that it had hidden losses.`, "reject", "The mill", "it had hidden losses"},
		{`The union accused the firm of lying. ¶ The company said it rejected the allegations.`, "reject", "The company", ""},
		{`In a statement, the company said that it strongly denied the allegations.`, "deny", "the company", ""},
		{`The police force said on Monday it denied that officers had lied.`, "deny", "The police force", "officers had lied"},
		{`The report says the council wasted two million pounds. ¶ Joan Pike, its leader, said she did not recognise the figures.`, "reject", "Joan Pike", "the council wasted two million pounds"},
		{`Asked about a rumour that he had signed for Overton, Rex Moss said that there was nothing in it.`, "label", "Rex Moss", "he had signed for Overton"},
		{`A video claims that eleven children collapsed after the jab. The maker, Pharmion, called the video “misleading”.`, "label", "Pharmion", "eleven children collapsed after the jab"},
		{`Ian Crane, 34, of Hull, and Rex Moss, 29, of Leeds, are charged with theft. Both deny the charge.`, "deny", "Ian Crane and Rex Moss", "theft"},
		{`A spokesman for hire company Zipp denied that its scooters could go faster.`, "deny", "A spokesman for hire company Zipp", "its scooters could go faster"},
		{`The union accused the firm of lying. ¶ A spokeswoman for train operator Crossline rejected the allegations.`, "reject", "A spokeswoman for train operator Crossline", ""},
		{`Denying the charges, Ann Lee said she had paid every bill.`, "deny", "Ann Lee", ""},
		{`Rejecting claims that it had hidden losses, Brightsea said its books were open.`, "reject", "Brightsea", "it had hidden losses"},
		{`In a statement denying the allegation, Omar Pell said he was abroad at the time.`, "deny", "Omar Pell", ""},
		{`Flatly denying any role in the fire, which broke out in May, Cal Fox said he was at home.`, "deny", "Cal Fox", "any role in the fire"},
		{`Denying that he had met the driver, Mr Pell told the court on Friday that he was abroad.`, "deny", "Pell", "he had met the driver"},
		{`The airline dismissed as “hurtful gossip” claims on a blog that it had lost a dog.`, "reject", "The airline", "it had lost a dog"},
		{`The mill rejected accusations by a fund, Heron Capital, that it had hidden losses.`, "reject", "The mill", "it had hidden losses"},
		{`“It is completely untrue that Lola left early,” Ada Moss said.`, "label", "Ada Moss", "Lola left early"},
		{`A letter claims that Omar Pell called the bridge safe. “I never said the bridge was safe,” Omar Pell said.`, "negate", "Omar Pell", "Omar Pell called the bridge safe"},
		{`A letter claims that Omar Pell met the builder. Omar Pell insisted he had not met the builder.`, "negate", "Omar Pell", "met the builder"},
		{`The trust called “absurd” a report that it had sold the park.`, "label", "The trust", "it had sold the park"},
		{`Ada Moss said it was “simply not the case” that anyone had read the letter.`, "label", "Ada Moss", "anyone had read the letter"},
		{`The lamp maker said it had found no evidence that its lamps had started the fire.`, "reject", "The lamp maker", "its lamps had started the fire"},
		{`Reports claimed that the mayor had cursed. “The mayor never uttered these words,” Ada Moss said.`, "negate", "Ada Moss", "the mayor had cursed"},
		{`A letter claims that the two met in secret. “That just didn't happen,” Ada Moss said.`, "negate", "Ada Moss", "the two met in secret"},
		{`Omar Pell denied being behind the leak: “I read it when you did.”`, "deny", "Omar Pell", "being behind the leak"},
		{`Omar Pell denied that he called the police himself, a claim made in a book by the former doctor, Eva Vale.`, "deny", "Omar Pell", "he called the police himself"},
		{`Omar Pell said there was “no truth whatsoever” in the suggestion that he had sold the mill.`, "label", "Omar Pell", "he had sold the mill"},
		{`But the idea that the club had a “fixer” who paid the referee, which a radio host floated in May, was flat-out false, Omar Pell added.`, "label", "Omar Pell", "the club had a “fixer” who paid the referee"},
		{`There has been speculation in the press that Lund must win on Sunday, something the club's chair, Ada Moss, rejected before the game.`, "reject", "Ada Moss", "Lund must win on Sunday"},
		{`Omar Pell trashed reports that the mill could close.`, "reject", "Omar Pell", "the mill could close"},
		{`Omar Pell disputed the agency's statement that he had refused to hand over the keys.`, "reject", "Omar Pell", "he had refused to hand over the keys"},
		{`Critics say a tape has him ask for money. “That is not my voice on the tape,” Omar Pell told reporters.`, "negate", "Omar Pell", "a tape has him ask for money"},
		{`Asked whether he had sworn at the referee, Omar Pell was adamant. ¶ “Not a word of it is true,” he said.`, "label", "Omar Pell", "he had sworn at the referee"},
		{`The governor's aide, Omar Pell, has described as baseless and politically motivated the allegation that the state sold the rice.`, "label", "Omar Pell", "the state sold the rice"},
		{`A guest claimed that staff had offered to lend her a shawl. Omar Pell said no member of the team had made any such suggestion.`, "negate", "Omar Pell", "staff had offered to lend her a shawl"},
		{`Ada Moss, later a teacher and now a judge, learned to read there. It was put about that Omar Pell, the principal, had pocketed a fee. He always denied it.`, "deny", "Omar Pell", "Omar Pell, the principal, had pocketed a fee"},
		{`Asked about reports that the mayor had met the builder in secret, Eva Vale shook her head. Omar Pell denied the claim.`, "deny", "Omar Pell", "the mayor had met the builder in secret"},
		{`Omar Pell hit out at “cruel and baseless” rumours that he is in hospital.`, "reject", "Omar Pell", "he is in hospital"},
		{`Omar Pell shot down talk of a row with the builder.`, "reject", "Omar Pell", "a row with the builder"},
		{`There was talk that the mill would be sold. “Total rubbish,” Omar Pell said.`, "label", "Omar Pell", "the mill would be sold"},
		{`US officials denied that the balloon carried cameras.`, "deny", "US officials", "the balloon carried cameras"},
		{`Activists accuse the firm of dumping waste in the river. The firm, which employs 4,000 people, has always denied doing so.`, "deny", "The firm", "dumping waste in the river"},
		{`Any suggestion that her concerns were ignored is simply wrong, a spokesman for the club said.`, "label", "a spokesman for the club", "her concerns were ignored"},
		{`Omar Pell denied theft, fraud and arson.`, "deny", "Omar Pell", "theft, fraud and arson"},
		{`Omar Pell poured cold water on reports that he would sell the mill.`, "reject", "Omar Pell", "he would sell the mill"},
		{`Omar Pell disputed the senator's figures.`, "reject", "Omar Pell", "the senator's figures"},
		{`The keeper, Omar Pell, in turn dismissed the accusation as a lie.`, "label", "Omar Pell", ""},
		{`The auditor accused Omar Pell of dumping oil, a charge Omar Pell rejected hours later as “a story with no cow behind it”.`, "reject", "Omar Pell", "dumping oil"},
		{`Ada Moss says Omar Pell turned on her when she left. Omar Pell disputes that.`, "reject", "Omar Pell", "Omar Pell turned on her when she left"},
		{`A clip was said to show Omar Pell on a yacht. His press office debunked it within hours.`, "reject", "His press office", "A clip was said to show Omar Pell on a yacht"},
		{`The panel has been accused of leaking her file. The panel's chair, Omar Pell, would have none of it.`, "reject", "Omar Pell", "leaking her file"},
		{`Another of them reported that a warning had been ignored. Omar Pell said the mill did not recognise that description.`, "reject", "the mill", "a warning had been ignored"},
		{`There were rumours that Omar Pell had met the builder. Not so, says Omar Pell.`, "label", "Omar Pell", "Omar Pell had met the builder"},
		{`“To say it came from us is a plain lie,” Omar Pell said.`, "label", "Omar Pell", "it came from us"},
		{`Omar Pell says posts claiming that the levee has failed are false.`, "label", "Omar Pell", "the levee has failed"},
		{`“That advert is a lie,” Omar Pell said.`, "label", "Omar Pell", ""},
		{`“The notion that there is one door for the rich is a myth,” Omar Pell said.`, "label", "Omar Pell", "there is one door for the rich"},
		{`Omar Pell belied reports that bodies were taken out at night.`, "reject", "Omar Pell", "bodies were taken out at night"},
		{`Omar Pell denied that the servers had been hacked, a day after a seller had offered the data.`, "deny", "Omar Pell", "the servers had been hacked"},
		{`Reports said Omar Pell had handed in a request. Omar Pell insisted he never handed in a request, hours after being left out of the squad.`, "negate", "Omar Pell", "handed in a request"},
		{`Omar Pell pleaded not guilty Thursday to charges that he siphoned money from the club.`, "deny", "Omar Pell", "he siphoned money from the club"},
		{`An aide said on Thursday that Omar Pell paid workers to stay home, an allegation Omar Pell flatly denied three weeks before the vote.`, "deny", "Omar Pell", "Omar Pell paid workers to stay home"},
		{`Ada Moss said that Omar Pell ordered her to cut it. Omar Pell denied giving any such order.`, "deny", "Omar Pell", "Omar Pell ordered her to cut it"},
		{`The trust has denied the cuts played any part in the outbreak.`, "deny", "The trust", "the cuts played any part in the outbreak"},
		{`The senator is accused of meeting Omar Pell in secret. Omar Pell insisted that he had never met the senator and that the firm gave nothing.`, "negate", "Omar Pell", "met the senator"},
		{`Dr Vale told the journal that he had not seen the final version. Professor Omar Pell disputes this.`, "reject", "Omar Pell", "he had not seen the final version"},
		{`Ada Moss accused him of keeping it back until the eve of the vote. Omar Pell rejected that on Tuesday night.`, "reject", "Omar Pell", "keeping it back until the eve of the vote"},
		{`Omar Pell said it was genuine, but dismissed as untrue the idea that the lamp had been built.`, "label", "Omar Pell", "the lamp had been built"},
		{`A video shared on phones claimed that a child had died at a school. Police said no child had died.`, "negate", "Police", "a child had died at a school"},
		{`Omar Pell said claims on social media that his son worked for the mill were 'complete rubbish'.`, "label", "Omar Pell", "his son worked for the mill"},
		{`Two aides said Omar Pell wanted a seat on the board of the mill -- something he denied to reporters as laughable.`, "deny", "Omar Pell", "Omar Pell wanted a seat on the board of the mill"},
		{`Reports claimed that Ada Moss had sold the mill. “There was no sale,” Moss said.`, "negate", "Ada Moss", "Ada Moss had sold the mill"},
		{`Reports claimed that Ada Moss had sold the mill. The trust said that no mill had been sold.`, "negate", "The trust", "Ada Moss had sold the mill"},
		{`Reports claimed that Ada Moss had sold the mill. Moss said she had sold nothing.`, "negate", "Ada Moss", "Ada Moss had sold the mill"},
		{`Reports claimed that Ada Moss had sold the mill. “Nobody sold the mill,” Moss said.`, "negate", "Ada Moss", "Ada Moss had sold the mill"},
		{`Reports claimed that Ada Moss had sold the mill. Moss issued a firm denial.`, "deny", "Ada Moss", "Ada Moss had sold the mill"},
		{`“The idea that I sold the mill is absurd,” Ada Moss said.`, "label", "Ada Moss", "I sold the mill"},
		{`Ada Moss rejected as “false and absurd” claims that she had sold the mill.`, "reject", "Ada Moss", "she had sold the mill"},
		{`In court on Monday Ada Moss denied that she had sold the mill.`, "deny", "Ada Moss", "she had sold the mill"},
		{`The union insisted it had nothing to do with the fire at the depot.`, "disclaim", "The union", ""},
	} {
		d, found := find("", c.text)
		if len(found.Denials) != 1 {
			t.Errorf("%s: %d denials", c.text, len(found.Denials))
			continue
		}
		p := found.Denials[0]
		if p.Kind != c.kind || p.Denier == nil || p.Denier.Name != c.denier || claimOf(d, p) != c.claim {
			t.Errorf("%s: %s %+v %q", c.text, p.Kind, p.Denier, claimOf(d, p))
		}
	}
}

func TestWhatIsNoDenialIsLeftOut(t *testing.T) {
	for _, c := range []struct{ why, text string }{
		{"a headline between paragraphs", `Seed company denies hiding drift data from growers`},
		{"no comment", `Reports claimed that Ada Moss had sold the mill. Moss would not confirm or deny the report.`},
		{"no plans", `Reports claimed that Omar Pell had stood down. Pell added that he had no intention of standing down from the board.`},
		{"a vote", `Reports claimed that Omar Pell had voted for the mill. “He voted no,” Ada Moss said.`},
		{"an accuser who alleges", `A report said that checks were made by two guards that night. Prosecutors alleged that no checks were made.`},
		{"an accuser", `Reports claimed that the checks were made. Prosecutors alleged that no checks were made at night.`},
		{"abstinence", `Ada Moss denied herself sweets for a month.`},
		{"insurance, the other way round", `Her claim for the roof was denied on Monday by her insurer.`},
		{"insurance", `Her insurer has denied her claim for the ambulance.`},
		{"insurance of veterans", `They helped after the Veterans Affairs office had denied his claim twice.`},
		{"withheld, boarding", `A ferry company denied boarding to some 40 passengers.`},
		{"withheld, a warrant", `The magistrate denied a warrant for his arrest.`},
		{"those who are innocent", `“Those who are innocent have no need to hide,” Ada Moss said.`},
		{"money one has not", `Omar Pell is accused of closing the pool. “What we can't do is spend money we haven't got on a pool,” he said.`},
		{"a request that would be welcome", `Omar Pell said the museum had received no formal request and would examine any such request with care.`},
		{"a refusal", `“I won't hear a word of rubbish,” Omar Pell said.`},
		{"withheld, a place in a shop", `The platform denied the latest version of the app a place in its store on Thursday.`},
		{"an attack on what somebody says", `Ann Lee, who has blasted the senator's statements on tax, will speak too.`},
		{"two whom nothing joins", `The judge thanked Ian Crane. Rex Moss wept. Both deny theft.`},
		{"pretensions", `Critics slammed the film's claims to greatness.`},
		{"a film that is misleading", `The film follows three nurses. ¶ The critic Ann Lee called the film “misleading”.`},
		{"recognizing somebody", `“I did not recognise him at first,” said Tom Reed, who had not seen his brother for years.`},
		{"what is left unsaid", `A report accused the mill of a plan to close the gates in May. ¶ Omar Pell said the mill had orders. He did not mention a plan to close the gates, he told the paper.`},
		{"what ought to be", `Critics accuse the husband of the mayor of raising money for the fund. ¶ “The right thing,” said Omar Pell, “is that the husband have nothing to do with raising money for the fund.”`},
		{"a finding", `Economists claimed for years that an adjustment would follow. ¶ The adjustment, Ada Moss and her students concluded, never happened.`},
		{"what a charge is about", `Omar Pell told the jury of theft: “Forty pounds for a haircut that never happened. It was done slowly.”`},
		{"a scientist outside the study", `Kwabena Asante, who was not involved in the work, says nine animals are too few.`},
		{"an experience before a court", `Omar Pell told the inquiry that he had never seen anything like it.`},
		{"a witness", `The driver fled. Ada Moss, a florist, testified that she never saw his face.`},
		{"what is a claim", `While this claim implies that nothing was paid, no one has shown a receipt.`},
		{"a line between paragraphs", `'Rubbish' talk of a Tarrant move`},
		{"neither of two", `Neither the club nor the player has denied the report.`},
		{"withheld, bond", `Judge Lenora Fitch denied bond, citing access to firearms.`},
		{"withheld, a win", `A late penalty denied Quarry Rovers what would have been their first win since 1987, Ada Moss said.`},
		{"a guess", `His critics say that Omar Pell has changed his tune. He would deny it, I suspect.`},
		{"what he cannot do", `Omar Pell rejected an offer for the warning service. “How it is pushed out is not something I control,” he said.`},
		{"a work of art", `“If a man comes in with a crown, the book is a high fantasy,” Ada Moss said.`},
		{"somebody else's", `Police said they had found no evidence that her death was suspicious.`},
		{"a word in passing", `The watchdog described misleading claims by sellers of lamps.`},
		{"what was left undone", `Omar Pell said the letters had been printed but never sent.`},
		{"what somebody reports", `The Post also reported that 40 names were not on the list.`},
		{"no talks for a while", `Omar Pell said there had been no talks since May.`},
		{"an oversight", `“It did not occur to us that they would text about it,” Alistair Crewe said.`},
		{"making something", `“It took me eight hours to invent it,” Walter Brown said.`},
		{"withheld", `Delgado was denied bail on Friday.`},
		{"withheld", `The judge denied his request for a new lawyer.`},
		{"withheld", `The ministry denied her entry at the border.`},
		{"withheld", `Officials denied the visa last year, the singer said.`},
		{"withheld, with a gerund for a noun", `The state denied early voting to prisoners.`},
		{"withheld, family planning", `The clinic denied family planning to women.`},
		{"withheld from people", `The guards denied prisoners water for two days.`},
		{"withheld from a name", `The panel denied Ms. Orlova a hearing.`},
		{"an accusation", `Ada Moss accused the government of “making it up as they go along”.`},
		{"an offer", `The union rejected the company's latest pay offer.`},
		{"a bill", `Senators rejected the bill by a single vote.`},
		{"a court's act", `A judge dismissed the charges against the mayor.`},
		{"a job", `The club dismissed its coach after nine games.`},
		{"a lawsuit", `The court dismissed the lawsuit in May.`},
		{"an opinion of what should be", `The mayor rejected the idea that the bridge should be closed.`},
		{"a negated denial", `The mayor did not deny the report.`},
		{"a negated denial", `Nobody denies that the bridge is old.`},
		{"a refusal to deny", `The ministry refused to confirm or deny the report.`},
		{"neither", `The palace would neither confirm nor deny the engagement.`},
		{"a condition", `If the company denies the report, the union will sue.`},
		{"a question", `Will the company deny the report?`},
		{"a state", `The town is still in denial about the flood.`},
		{"a stance", `Denying climate change is no longer an option.`},
		{"an attack on a service", `The outage was caused by a denial of service attack.`},
		{"an adjective", `The disputed claims were printed in March.`},
		{"a noun", `The dispute over the claim went on for years.`},
		{"a name for it", `Readers shared what he called “fake news” for weeks.`},
		{"the writer's own", `There is no bridge here, and there was never one.`},
		{"somebody unconcerned", `Orlova, a lawyer who is not involved in the case, said it was a strong one.`},
		{"an admission", `Omar Pell admitted that he had not paid the builder.`},
		{"no comment", `“We have no further comment on the claims,” Ada Moss said.`},
		{"an experience", `“I have never seen so many allegations in one year,” said Ada Moss, a judge.`},
		{"a complaint of the future", `“It must not happen again,” Ada Moss said.`},
		{"a poll", `One voter in four said the minister did nothing wrong, and 20 percent said it was a lie.`},
		{"what they call it", `“Where I come from they call that a lie,” Ada Moss said.`},
		{"the future", `The mayor said she would not close the bridge.`},
	} {
		if d, found := find("", c.text); len(found.Denials) > 0 {
			t.Errorf("%s: %s: %+v %q", c.why, c.text, found.Denials[0], d.Cut(found.Denials[0].Cue))
		}
	}
}

func TestAnAnaphorTakesItsClaimFromTheSentenceThatStatesIt(t *testing.T) {
	for _, c := range []struct {
		claim string
		text  []string
	}{
		{"the council had sold the park in secret", []string{`Residents alleged that the council had sold the park in secret.`, `It was a wet morning.`, `The council denies the allegation.`}},
		{"taking money from a builder", []string{`Prosecutors accused Delgado of taking money from a builder.`, `Delgado denies that.`}},
		{"Ostland had asked for ships", []string{`The newspaper reported that Ostland had asked for ships.`, `Ostland called the report false.`}},
		{"selling passports", []string{`Pell was charged on Friday with selling passports.`, `He denies the charges, his lawyer said.`}},
		{"Sarr had invented the meeting", []string{`Pell denies stealing.`, `His lawyer suggested that Sarr had invented the meeting.`, `“That is a lie,” Sarr replied.`}},
		{"the town had dropped its plan", []string{`Asked if the town had dropped its plan, Mayor Ada Moss said: “No. That is simply not true.”`}},
		{"Our guns were silent all night", []string{`KARSH, Oct 3 - Shells struck Karsh on Tuesday, and each side blamed the other.`, `“Our guns were silent all night,” Radu Ionescu, an army spokesman, said.`, `Maia Lupan, the foreign minister, described that as “a cynical lie”.`}},
		{"Dana Moss, who led the team to the title, was told to resign", []string{`Reports this week suggested Dana Moss, who led the team to the title, was told to resign.`, `“That is false,” Moss said.`}},
		{"the builder, Halcyon, had offered residents money", []string{`The hall was full on Monday.`, `Moira Kerr claimed the builder, Halcyon, had offered residents money.`, `Josh Tennant, a manager, said this was “categorically untrue”.`}},
		{"the star had offered Coleman money", []string{`Ari Stone shot down rumors the star had offered Coleman money.`}},
		{"she had called her thick", []string{`A lawyer put it to Gemma Rothwell that she had called her thick.`, `“Those words never left my mouth,” Rothwell said.`}},
		{"hitting him", []string{`A former aide accuses the chef Rae Dall of hitting him.`, `“I have never laid a hand on anyone who works for me,” Rae Dall said.`}},
		{"Dr Idris had never visited the site", []string{`Viktor Sand bristled at the suggestion.`, `Dr Idris had never visited the site, he said.`, `Amal Idris, a geologist, said that was not true.`}},
		{"we dump steel", []string{`“The claim that we dump steel is simply wrong,” said Solveig Aas, the trade minister.`}},
		{"", []string{`Barry Cadwell announced his departure in a statement.`, `Cadwell had insisted the messages, sent in a group called The Lads, were fake.`, `He told the radio he had “never typed anything of the kind”.`}},
		{"she had approved payments", []string{`Jana Vesely rejected suggestions she had approved payments.`}},
		{"", []string{`Fans were convinced that Lottie Vane had mimed.`, `“Lottie sang live,” a rep for the singer said.`, `Mo Farouk, an engineer, laughed off the rumours.`}},
		{"suppress a report which found that Lee had copied a thesis", []string{`Critics accuse the university of hiding the report on Lee.`, `The university insisted it did not suppress a report which found that Lee had copied a thesis.`}},
		{"the bridge was never tested", []string{`The inspector says the bridge was never tested, a claim that the builder disputes.`}},
	} {
		d, found := find("", c.text...)
		if n := len(found.Denials); n == 0 || claimOf(d, found.Denials[n-1]) != c.claim {
			t.Errorf("%q: %+v", c.text, found.Denials)
			if len(found.Denials) > 0 {
				t.Errorf("  %q", claimOf(d, found.Denials[0]))
			}
		}
	}
}

func TestASourceThatDoesNotCommentIsNoDenier(t *testing.T) {
	for _, c := range []struct{ text, who string }{
		{`A spokeswoman for the bank declined to comment.`, "A spokeswoman for the bank"},
		{`The company did not immediately respond to a request for comment.`, "The company"},
		{`The palace would neither confirm nor deny the engagement.`, "The palace"},
		{`The mill hasn't responded to questions.`, "The mill"},
		{`There was no immediate comment from Brightwater.`, "Brightwater"},
	} {
		_, found := find("", c.text)
		if len(found.Denials) > 0 || len(found.NoComments) != 1 || found.NoComments[0].Who != c.who {
			t.Errorf("%s: %+v", c.text, found)
		}
	}
}

// The rules look at no sentence above longestSentence: an endless one gives no
// passage, and does not hold the reader up.
func TestADatelineIsNoPartOfAPassage(t *testing.T) {
	for _, dateline := range []string{`LOMAS (Southern Press) — `, `PORT ELLIS, April 25 (Southern Press) - `, `LOMAS, Calif. — `, `LOMAS: `} {
		d, found := find("A day in Lomas", dateline+`Omar Pell denied that he had sold the mill.`)
		if len(found.Denials) != 1 || d.Cut(found.Denials[0].Range) != `Omar Pell denied that he had sold the mill.` {
			t.Errorf("%s: %v", dateline, found.Denials)
		}
	}
}

func TestAnEndlessSentenceIsNoPassage(t *testing.T) {
	d, found := find("", "The mill "+strings.Repeat("denied the claims that it had and ", 400)+"closed.")
	for _, p := range found.Denials {
		if n := len(strings.Fields(d.Cut(p.Range))); n > longestSentence {
			t.Errorf("a passage of %d words", n)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Ostland denies that. He denied", "“It is a lie,” said the, denied", "no")
	f.Add("denial by", "called it a", "denied")
	f.Fuzz(func(t *testing.T, headline, a, b string) {
		d, found := find(headline, a, b)
		for _, p := range found.Denials {
			if p.Start < 0 || p.End > len(d.Text) || p.Start >= p.End || p.Cue.Start < p.Start || p.Cue.End > p.End || p.Cue.Start >= p.Cue.End {
				t.Fatalf("%+v", p)
			}
			if p.Claim != nil && (p.Claim.Start < 0 || p.Claim.Start >= p.Claim.End || p.Claim.End > len(d.Text)) {
				t.Fatalf("claim %+v", *p.Claim)
			}
		}
	})
}
