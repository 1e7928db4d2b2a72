package quote

import (
	"slices"
	"strings"
	"testing"

	"keypoints/wasm/card"
	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

// find gives "speaker: quotation" of paragraphs joined by "¶".
func find(article string) []string {
	var blocks []body.Block
	for _, p := range strings.Split(article, "¶") {
		blocks = append(blocks, body.Block{Text: strings.TrimSpace(p)})
	}
	d := text.Parse(blocks, "en")
	var out []string
	for _, q := range Find(d, people.Find(d, card.Article{})) {
		name := "?"
		if q.Speaker != nil {
			name = q.Speaker.Name
		}
		var parts []string
		for _, r := range q.Parts {
			parts = append(parts, d.Cut(r))
		}
		out = append(out, name+": "+strings.Join(parts, " … "))
	}
	return out
}

// likely tells that a quotation has the speaker wanted, or, where “~” stands before him
// because he is near the threshold, nobody.
func likely(got, want string) bool {
	want, near := strings.CutPrefix(want, "~")
	_, words, _ := strings.Cut(want, ": ")
	return got == want || near && got == "?: "+words
}

func TestSpeakersAreFound(t *testing.T) {
	for _, c := range []struct {
		name, article string
		want          []string
	}{
		{"his chief of staff", `Treviño asked for it. ‘No such letter exists,’ said his chief of staff, Kim Soto.`, []string{"Kim Soto: No such letter exists,"}},
		{"a town is where somebody lives", `Mona Baker of Columbia, South Carolina says the pier will stand if they keep “doing what they are doing all day”.`,
			[]string{"Mona Baker: doing what they are doing all day"}},
		{"an office before a name is the person's", `“Deeds like this hurt a town,” said Cambridge Police Commissioner Dora Elwin.`,
			[]string{"Dora Elwin: Deeds like this hurt a town,"}},
		{"an office of a body before a name", `“Deeds like this hurt a town,” said Labour leader of Kent council Dora Blanc.`,
			[]string{"Dora Blanc: Deeds like this hurt a town,"}},
		{"a lawyer named so", `Its treasurer, a lawyer named Clint Abernathy, conceded that “there may have been a mix-up with the surname” but no more.`,
			[]string{"Clint Abernathy: there may have been a mix-up with the surname"}},
		{"one of them by name", `Letter carriers had been waiting since seven. “We move the mail. He moves the furniture,” said one of them, Desmond Araujo of Baltimore.`,
			[]string{"Desmond Araujo: We move the mail. He moves the furniture,"}},
		{"afterward is no given name", `Tammy Pfeifer asked him. “I will,” he said. ¶ Afterward Pfeifer said it had not won her vote. “I’ve believed him before, is the problem,” she said.`,
			[]string{"?: I will,", "Tammy Pfeifer: I’ve believed him before, is the problem,"}},
		{"the firm, not its statement", `Keyhaven Locks sees it differently. In a statement posted late Wednesday, the company disputed the account, saying the server was “a test environment full of made-up data”.`,
			[]string{"Keyhaven Locks: a test environment full of made-up data"}},
		{"a charge that somebody rejected", `Nominee Dale Brannigan accused his rival of promising dairies an end to price supports, a charge Gov. Renata Okafor rejected hours later as “a story with no cow behind it”.`,
			[]string{"Renata Okafor: a story with no cow behind it"}},
		{"who was asked did not deny it", `Theresa Yoon laughed. ¶ Another card asked Misty Kendrick whether her slate was funded from outside. She did not deny it. “We'll take help from anyone who cares about kids,” she said.`,
			[]string{"Misty Kendrick: We'll take help from anyone who cares about kids,"}},
		{"who is asked in writing", `Sen. Kalani Akana asked Howard Stancil whether he could promise it. He said he could. She asked if he would put that in writing. ¶ “I’ll put it on a stamp,” he said.`,
			[]string{"Howard Stancil: I’ll put it on a stamp,"}},
		{"a father with one name", `Janet Ogunleye's father, Samuel, a retired driver, died 19 days later. ¶ “He walked in with a stick and a flask of tea,” she said.`,
			[]string{"Janet Ogunleye: He walked in with a stick and a flask of tea,"}},
		{"who replies from behind the verb", `“No such email exists,” Anura Seneviratne, the secretary, said. ¶ That drew a scornful reply from Hemantha Gunasekara, a former member, who says that he sent it himself. “I have the delivery receipt,” he said.`,
			[]string{"Anura Seneviratne: No such email exists,", "Hemantha Gunasekara: I have the delivery receipt,"}},
		{"a question is answered by the other", `Pym-Jones replied to Ms Adeyemi. ¶ ‘You forged it, didn’t you?’ Ms Adeyemi asked, holding it up. ¶ ‘No. I was not even in the room.’`,
			[]string{"Adeyemi: You forged it, didn’t you?", "?: No. I was not even in the room."}},
		{"an officer who has retired", `“I cannot say she did,” said Col (rtd) Joseph Sang, the vice-chairman.`, []string{"Joseph Sang: I cannot say she did,"}},
		{"the source is who was just brought in", `A source close to the buyers declined to comment. ¶ One dressing-room insider insisted the line was real. “I was sat four feet away,” the source said.`,
			[]string{"One dressing-room insider: I was sat four feet away,"}},
		{"the priest is a Father", `Beto Garza spoke on Saturday. ¶ That was not enough for Father Ignacio Bell, who has known him since he was an altar boy. “I have been thinking about that answer ever since,” the priest said.`,
			[]string{"Ignacio Bell: I have been thinking about that answer ever since,"}},
		{"a rival described between commas", `“A candidate can make a mistake,” said Rosalind Pike, a consultant. ¶ Her sometime rival, the Republican ad maker Dov Lipschitz, agreed. “In this state we've stopped running people,” he said.`,
			[]string{"Rosalind Pike: A candidate can make a mistake,", "Dov Lipschitz: In this state we've stopped running people,"}},
		{"a press secretary has a name", `His Chief Press Secretary, Mrs Onome Akpobome, denied it. “He has bigger matters on his table,” she said.`,
			[]string{"Onome Akpobome: He has bigger matters on his table,"}},
		{"the congressman is the representative", `Rep. Ned Fairweather spoke to Tammy Moss in Circleville. “No, sir, it did not,” the congressman said.`,
			[]string{"Ned Fairweather: No, sir, it did not,"}},
		{"who holds up an email, not who wrote it", `Sen. Miriam Adelstein held up an email in which a regional manager told his staff to hurry. She asked who had made it a priority. “You’ve had it for nine days,” she said.`,
			[]string{"Miriam Adelstein: You’ve had it for nine days,"}},
		{"a verb that no list has", `“I paid Rs 600 for a trip that costs me Rs 180,” rued Tanvi Deshpande, a tester. “There is no feud here, darling,” she purred.`,
			[]string{"Tanvi Deshpande: I paid Rs 600 for a trip that costs me Rs 180,", "Tanvi Deshpande: There is no feud here, darling,"}},
		{"what somebody does behind his words", `Omar Pell shook his head. “That is all there is to say,” but nobody moved.`, []string{"Omar Pell: That is all there is to say,"}},
		{"Ms Akers is not Miss Akers", `Winifred Akers, 91, was charged for a taxi. Miss Akers has been blind since 2021, and Miss Akers sold her flat. ¶ The niece, Caroline Akers, went to the office. ¶ Ms Akers accepted that. “I used to send her some money,” she said.`,
			[]string{"Caroline Akers: I used to send her some money,"}},
		{"a town is nobody", `Sheriff Ada Oyler stayed an hour, after calving outside Sebewaing. She did not deny that it was slow. “We took too long over all of it,” she said.`,
			[]string{"Ada Oyler: We took too long over all of it,"}},
		{"a reporter in passing is not he", `Sheila Whitlock laughed when a reporter asked about that outside a church. ¶ Her husband was less amused. Calling in on Monday, Whitlock was asked about a story. ¶ “It's made up, totally made up,” he told a host.`,
			[]string{"?: It's made up, totally made up,"}},
		{"who answers a question about somebody else", `Paul Grant, the umpire, sent two of them off. “It was glue,” he said. ¶ Told of the umpire’s remarks, Wim Ekholt shook his head. ¶ “I never used a thing in my life,” he said.`,
			[]string{"Paul Grant: It was glue,", "Wim Ekholt: I never used a thing in my life,"}},
		{"who is asked answers", `Paul Grant told the hearing it was clean. ¶ The agency's counsel, Tom Ross, asked Grant: “Are you telling us that you washed the van that day?” “I wash it every Friday,” he replied.`,
			[]string{"Tom Ross: Are you telling us that you washed the van that day?", "Paul Grant: I wash it every Friday,"}},
		{"to whom something is put", `“We have checked and no such letter was received,” team manager V.S. Rao said. When this was put to Ms. Joshi, she said she was “not going to hold a trial in a car park”.`,
			[]string{"V.S. Rao: We have checked and no such letter was received,", "Joshi: not going to hold a trial in a car park"}},
		{"his wife is she, whoever she is", `Wendy Oakes asked for a goal. ¶ Kieran Abbey did not ring back, although his wife did: “He was picking up my mother,” she said.`,
			[]string{"?: He was picking up my mother,"}},
		{"a panel is not who chairs it", `The panel chaired by Dutch barrister Willemijn van der Hoeven said she had been “an honest and at times moving witness”.`,
			[]string{"The panel: an honest and at times moving witness"}},
		{"counsel for somebody", `Afterwards, counsel for Ann Lee asked: “Is that the van you washed on the Friday?”`, []string{"counsel for Ann Lee: Is that the van you washed on the Friday?"}},
		{"what a crowd sings is not its subject's", `Thornley were booked in at half-time, to chants of “you don’t know what you’re doing” from the away end.`, []string{"?: you don’t know what you’re doing"}},
		{"the younger of two is not the one before", `Gareth Ferriby was sent off. “You can see why they have given it,” said the younger Ferriby, who is 24.`, []string{"?: You can see why they have given it,"}},
		{"an answer behind a colon is somebody else's", `“Please let him pass into turn one,” Paul Grant said. When the answer came, it was short: “You will have to tell me why.”`,
			[]string{"Paul Grant: Please let him pass into turn one,", "?: You will have to tell me why."}},
		{"the clause behind a semicolon leads to the words", `Reports put the sum at a million; Ann Lee says that is nonsense. “I would have had to sell the goat.”`,
			[]string{"Ann Lee: I would have had to sell the goat."}},
		{"a country of two words is nobody", `Aldo Trentin flew to Saudi Arabia on Monday. “He never even liked the heat,” she said.`, []string{"?: He never even liked the heat,"}},
		{"who reads a note is not who says whose it is", `A note in the margin, which lawyers for the plaintiffs say is in Paul Grant’s hand, reads: “He is tired. Leave it with me for now.”`,
			[]string{"A note in the margin: He is tired. Leave it with me for now."}},
		{"a surname that is a small word", `Her neighbour, Amos Too, called the push “a witch-hunt with a budget”. ¶ “We know who pays for it,” Mr Too said.`,
			[]string{"Amos Too: a witch-hunt with a budget", "Amos Too: We know who pays for it,"}},
		{"the Prime Minister is who holds the office", `The Foreign Minister, Paul Grant, met the Prime Minister, Ann Lee. “We will not be moved,” the Foreign Minister said. “Nor will we ever back down,” the Prime Minister said.`,
			[]string{"Paul Grant: We will not be moved,", "~Ann Lee: Nor will we ever back down,"}},
		{"an office whose holder has no name", `The Chief Minister expressed grief. ¶ In a post on X, he said the state was “with the families in this hour”.`,
			[]string{"The Chief Minister: with the families in this hour"}},
		{"leader of the opposition", `Leader of the Opposition Harbhajan Singh Waraich said: “They have no shame left in them.”`, []string{"Harbhajan Singh Waraich: They have no shame left in them."}},
		{"a body of sisters", `The Sisters of the Holy Gate said, “Our sister did not leave the house.”`, []string{"Sisters of the Holy Gate: Our sister did not leave the house."}},
		{"a body of workers", `The Ashby Dining Workers Collective said: “The university has broken the law.”`, []string{"Ashby Dining Workers Collective: The university has broken the law."}},
		{"a patronymic between", `Kulai police chief ACP Raveendran a/l Muthusamy said: “We have opened a file on the case.”`, []string{"Raveendran a/l Muthusamy: We have opened a file on the case."}},
		{"a president for something", `Associate Vice President for Auxiliary Services Karen Haldeman said: “We respect the right of all to speak.”`, []string{"Karen Haldeman: We respect the right of all to speak."}},
		{"a nickname in the name", `Retired shearer Neville “Nugget” Braithwaite left at noon. ¶ “It came like a freight train,” Mr Braithwaite said.`, []string{"Neville “Nugget” Braithwaite: It came like a freight train,"}},
		{"a bureau's forecaster", `Bureau of Weather forecaster Jo Pietersen said: “It will be hot for all of the week.”`, []string{"Jo Pietersen: It will be hot for all of the week."}},
		{"who is said behind the sentence before", `The diocese did keep an archive, said the Rev. Thomas Moss, who teaches there. “The idea of nothing in it would surprise me.”`,
			[]string{"Thomas Moss: The idea of nothing in it would surprise me."}},
		{"initials that end a note are nobody", `Beside the date she has written, in pencil, “Eight. Wind S.W. No one, as yet.” ¶ I thought of the driver, and what he is supposed to have said: “Lady, that is not yours at all.”`,
			[]string{"?: Lady, that is not yours at all."}},
		{"a union of workers", `The workers’ union said: “We will not be moved by any of it.”`, []string{"The workers’ union: We will not be moved by any of it."}},
		{"a spokesman for a body of referees", `A spokesman for the referees' body, Match Officials Limited, said it had “followed the process correctly and in full”.`,
			[]string{"A spokesman for the referees' body, Match Officials Limited: followed the process correctly and in full"}},
		{"single marks around a plural", `‘She has gone to the dogs’ home again,’ said Ann Lee. ‘He said the dogs’ and left the room.`, []string{"Ann Lee: She has gone to the dogs’ home again,"}},
		{"the Dane is whom the text is about", `Benedikt Lauritzen was booed at half-time. The Dane took the criticism with a smile. “They paid for a ticket and they can sing,” he said.`,
			[]string{"Benedikt Lauritzen: They paid for a ticket and they can sing,"}},
		{"whose statement it is", `The club’s manager, Priya Raman, who was in the stands, issued a statement. “We are aware of it and will cooperate,” the statement said.`,
			[]string{"Priya Raman: We are aware of it and will cooperate,"}},
		{"the company with two letters behind its name", `The drink's manufacturer, Fjellkraft AS, welcomed the ruling. It had “at no point produced, stored or handled” it, the company said in a post on X.`,
			[]string{"Fjellkraft AS: at no point produced, stored or handled"}},
		{"which of two replied, nobody can tell", `Danny Prosser hid the money. PC Dean Foley, who arrested Prosser, said he had replied: “It was only ever a loan.”`,
			[]string{"?: It was only ever a loan."}},
		{"a lane is nobody", `A jeweller was robbed in Harrow Lane. The owner, who asked not to be named, was hurt. “Nobody has ever pointed a gun at me,” he said.`, []string{"The owner: Nobody has ever pointed a gun at me,"}},
		{"a lawyer for somebody is not he", `A lawyer for the actor, Dean Ferris, said the suit was “a shakedown by people who smell money”. Dean Ferris left town. “I am tired of all of it,” Ferris said.`,
			[]string{"A lawyer for the actor, Dean Ferris: a shakedown by people who smell money", "Dean Ferris: I am tired of all of it,"}},
		{"the head, an age and a clause", `The head of the union, Greta Lindh, 58, who has led talks since March, said members would “not go back for a fruit basket”.`,
			[]string{"Greta Lindh: not go back for a fruit basket"}},
		{"a report that somebody calls something", `Senator Bill Harker called the report “a partisan hit job from start to finish”.`, []string{"Bill Harker: a partisan hit job from start to finish"}},
		{"who adds", `“I'd urge anyone who was there to get in touch,” Detective Inspector Rukhsana Malik said. “We are keen to hear from you,” she added. ¶ The boy's mother, who has asked not to be named, said her son had been “brave”. She added: “What upsets me is that two cyclists went past him.”`,
			[]string{"Rukhsana Malik: I'd urge anyone who was there to get in touch,", "Rukhsana Malik: We are keen to hear from you,", "The boy's mother: What upsets me is that two cyclists went past him."}},
		{"the other of two has no name", `Two clerks described the firm of Nico Callow. “You could tell from the doors,” said one. ¶ Said the other: “Priya was the best of us and he went through her.”`,
			[]string{"?: You could tell from the doors,", "?: Priya was the best of us and he went through her."}},
		{"a commission is not its province", `The Inner Mongolia health commission met in Inner Mongolia. “There is no link between the two of them,” the Inner Mongolia health commission said.`,
			[]string{"the Inner Mongolia health commission: There is no link between the two of them,"}},
		{"who has a message", `Ann Lee had a simple message for the council: “Come and see the road in the rain.”`, []string{"Ann Lee: Come and see the road in the rain."}},
		{"all that somebody would say", `Beau Castle was asked about it on Saturday. “You have a good night, drive safe” was all he would say.`, []string{"Beau Castle: You have a good night, drive safe"}},
		{"an elided particle", `D’Aspremont went first. “The letter is a forgery, and not a good one,” said Hugo d’Aspremont of the union.`, []string{"Hugo d’Aspremont: The letter is a forgery, and not a good one,"}},
		{"the company is the subject of the sentence before, not a place", `Gusts of 104mph hit Skarn Point. ¶ Metro Rail has suspended all services north of the city. “Do not come to the station,” the company says on X.`,
			[]string{"Metro Rail: Do not come to the station,"}},
		{"a daughter whom no list of names knows", `A former manager of the camp called the records “total fiction, from the first page on”. ¶ His daughter, Yenka, is studying nursing. “My brothers say there will be nothing to measure,” she said.`,
			[]string{"A former manager of the camp: total fiction, from the first page on", "Yenka: My brothers say there will be nothing to measure,"}},
		{"according to a paper, somebody else", `According to the Herald, one of the aides described the plane as “basically the governor’s own taxi”.`, []string{"one of the aides: basically the governor’s own taxi"}},
		{"who liked to say", `Ada Nwosu was born in 1937. Nwosu liked to say that she had been “raised by the public library”.`, []string{"Ada Nwosu: raised by the public library"}},
		{"a name nobody knows, with an age", `Olmquist, 23, only returned from an injury last week. “I just closed my eyes and hit it,” he said.`, []string{"Olmquist: I just closed my eyes and hit it,"}},
		{"the head of a table is no company", `Quarter Revenue Margin ¶ Q2 $1.78 bn 9.6% ¶ “We are not selling the unit to anybody,” the company said.`, []string{"the company: We are not selling the unit to anybody,"}},
		{"two words between subject and verb", `The Front's secretary, Ibrahim Sy, in turn called the charge “the lie of a drowning man”.`, []string{"Ibrahim Sy: the lie of a drowning man"}},
		{"whom a document quotes", `Paul Reyes walked into the shop. “Put it all in the bag,” the document quotes him as saying.`, []string{"Paul Reyes: Put it all in the bag,"}},
		{"whom a paper quotes before the words", `The Herald quoted an unnamed guest as saying: “She put down her fork and left.”`, []string{"an unnamed guest: She put down her fork and left."}},
		{"who is heard saying", `Paul Reyes filmed the deck. “There is water coming over the side,” he can be heard saying.`, []string{"Paul Reyes: There is water coming over the side,"}},
		{"somebody brought in at the sentence's end", `Ann Lee has filmed the deck. “There is water on it,” she said.¶The spots were first seen by a student, Eva Ruiz, who was checking images. “I thought it was a smudge,” she said.`,
			[]string{"Ann Lee: There is water on it,", "Eva Ruiz: I thought it was a smudge,"}},
		{"a dateline with a colon is no speaker", "SONEPUR: Minister Asha Pal on Monday attacked the ferry board.¶“They sleep through every meeting,” she said in Sonepur.",
			[]string{"Asha Pal: They sleep through every meeting,"}},
		{"the job between owner and name is a role", "Pebblr’s VP of product, Soo-jin Hahm, wrote to users. “What you saw are diagnostic events,” Pebblr’s VP of product, Soo-jin Hahm, wrote.",
			[]string{"Soo-jin Hahm: What you saw are diagnostic events,"}},
		{"the daughter, named by one word, is she", "Maureen Tully, 71, waited nine months. She was told that the lump had grown.¶Her daughter, Leanne, has started a petition. “They say lessons will be learned,” she said.",
			[]string{"Leanne: They say lessons will be learned,"}},
		{"a possessive tells nothing of whom it stands beside", "Draper was pale, she told fans.¶But co-star Derlot Hale, who plays her brother, said friends had noticed. “We all just made her tea,” he said.",
			[]string{"Derlot Hale: We all just made her tea,"}},
		{"an adjective before a noun brings nobody in", "Paul Reyes spoke for the union. Paul Reyes called for an independent inquiry. “We want answers before May,” he said.",
			[]string{"Paul Reyes: We want answers before May,"}},
		{"whoever signed a statement is not its speaker", "Governor Babatunde Ojo, in a statement signed by his aide, Mr. Emeka Obi, described the report as “a tissue of lies woven by idle hands”.",
			[]string{"Babatunde Ojo: a tissue of lies woven by idle hands"}},
		{"a title tells which of a family", "Fratelli Bonacci was founded in 1950.¶Svetlana Bonacci has the vote.¶“They think I am waiting for a price,” Mrs. Bonacci said.",
			[]string{"Svetlana Bonacci: They think I am waiting for a price,"}},
		{"after the quotation", `“We will rebuild the bridge by May,” Marta Lind said.`, []string{"Marta Lind: We will rebuild the bridge by May,"}},
		{"inverted", `“We will rebuild the bridge by May,” said Marta Lind, the mayor.`, []string{"Marta Lind: We will rebuild the bridge by May,"}},
		{"before the quotation", `Marta Lind told reporters: “We will rebuild the bridge by May.”`, []string{"Marta Lind: We will rebuild the bridge by May."}},
		{"a long apposition", `“We will rebuild the bridge,” Marta Lind, chairwoman of the board of the Harbor Trust, told reporters.`, []string{"Marta Lind: We will rebuild the bridge,"}},
		{"a description, then the name", `“My arms hurt and I am happy,” said the baker, Anton Huber.`, []string{"Anton Huber: My arms hurt and I am happy,"}},
		{"a description, then the name, before the verb", `Its director, Gwen Prosser, said: “We close the plant in June.”`, []string{"Gwen Prosser: We close the plant in June."}},
		{"an age between commas", `“I lost the whole garden,” Kerry Blunt, 41, said.`, []string{"Kerry Blunt: I lost the whole garden,"}},
		{"an occupation before the name", `Fisherman Daniel Marr is against it. “They never asked a single boat,” Marr said.`, []string{"Daniel Marr: They never asked a single boat,"}},
		{"according to", `The tunnel is “a hole with a budget,” according to Senator Ann Ruiz.`, []string{"Ann Ruiz: a hole with a budget,"}},
		{"a participle", `Ann Ruiz attacked the plan, calling it “a hole with a budget that nobody can fill.”`, []string{"Ann Ruiz: a hole with a budget that nobody can fill."}},
		{"interrupted", `“We will go,” Ann Ruiz said, “and we will not come back.”`, []string{"Ann Ruiz: We will go, … and we will not come back."}},
		{"the second sentence of a speaker", `“We will go to court tomorrow,” Ann Ruiz said. “We will not come back without it.”`,
			[]string{"Ann Ruiz: We will go to court tomorrow,", "Ann Ruiz: We will not come back without it."}},
		{"a quotation over two paragraphs", `“We will go to court tomorrow,” Ann Ruiz said. “The judge will listen. ¶ “And then we will come home.”`,
			[]string{"Ann Ruiz: We will go to court tomorrow,", "Ann Ruiz: The judge will listen.", "Ann Ruiz: And then we will come home."}},
		{"an attribution at the sentence's end", `“The risk is very real” since the vote last week, said Ann Ruiz, an economist.`, []string{"Ann Ruiz: The risk is very real"}},
		{"a signature", `“The show was a real pleasure.” ¶ – Tom B. ¶ The theater reopens on Monday.`, []string{"Tom B.: The show was a real pleasure."}},
		{"a pronoun", `Ann Ruiz met Paul Grant on Monday. ¶ “We will go to court tomorrow,” she said.`, []string{"Ann Ruiz: We will go to court tomorrow,"}},
		{"the person the last sentence introduced", `Clay Hutchins vetoed the water bill. Hutchins said he would do it again. ¶ Farm Bureau president Hank Oslo praised the veto. Cities “will always outbid a man with a tractor,” he said.`,
			[]string{"Hank Oslo: will always outbid a man with a tractor,"}},
		{"nobody whom the quotation names", `Peter Stone took aim at Marco Diaz. ¶ “Diaz is not going after the leader,” he said.`, []string{"Peter Stone: Diaz is not going after the leader,"}},
		{"the office", `Prime Minister Anselm Roth met the press. The opposition had left. ¶ “I have nothing to hide from anybody,” the prime minister said.`, []string{"Anselm Roth: I have nothing to hide from anybody,"}},
		{"the age for a name", `Chidi Okafor, who joined in May, scored twice. ¶ “There were days I thought I would never play,” the 31-year-old said.`, []string{"Chidi Okafor: There were days I thought I would never play,"}},
		{"the nationality for a name", `Kim Tran won the race by a second. ¶ “I did not feel my legs at all,” the Australian said.`, []string{"Kim Tran: I did not feel my legs at all,"}},
		{"an unnamed source", `“The order came from the top,” said a former official at the ministry.`, []string{"a former official at the ministry: The order came from the top,"}},
		{"a spokeswoman named before", `A spokeswoman for St Brannoc’s Hospital, Ellen Farr, said the ward was shut. ¶ “We have let our patients down,” the spokeswoman said.`,
			[]string{"Ellen Farr: We have let our patients down,"}},
		{"an organization as it", `Verano Coatings closed the plant in March. ¶ “Our own tests showed no leak,” it said.`, []string{"Verano Coatings: Our own tests showed no leak,"}},
		{"a relative clause", `The bill passed after a plea from Ann Ruiz, who said it was “the least that we owe them.”`, []string{"Ann Ruiz: the least that we owe them."}},
		{"a name with an attribute", `“He never listens to anybody,” said one Grant confidant. Paul Grant did not reply.`, []string{"one Grant confidant: He never listens to anybody,"}},
		{"a party in the description of its leader", `The leader of the opposition Civic List, Bojan Radek, asked for an inquiry. “A minister who has nothing to hide does not need six weeks,” he said.`,
			[]string{"Bojan Radek: A minister who has nothing to hide does not need six weeks,"}},
		{"a middle initial", `Sonya A. Reed, the attorney, spoke on Monday. ¶ “He is sorry for what he did,” Reed said.`, []string{"Sonya A. Reed: He is sorry for what he did,"}},
		{"whom the clause does not name", `Mark Cuban met Tom Lee. Cuban left early. ¶ “You have got to be able to adapt,” he said of Lee.`, []string{"Mark Cuban: You have got to be able to adapt,"}},
		{"whom somebody calls names", `Grant was critical of Diaz, whom Ann Ruiz on Monday called “a horrible, despicable human being.”`, []string{"Ann Ruiz: a horrible, despicable human being."}},
		{"few words with names", `“I'm a big fan of Elizabeth Warren,” Paul Grant said.`, []string{"Paul Grant: I'm a big fan of Elizabeth Warren,"}},
		{"a question, and on", `Paul Grant met Ann Ruiz. ¶ “You know, it happens, right?” Ruiz went on, as if nobody had heard.`, []string{"Ann Ruiz: You know, it happens, right?"}},
		{"a document", `Ann Ruiz sued the port. “The port knew of the leak since the spring,” the lawsuit says.`, []string{"the lawsuit: The port knew of the leak since the spring,"}},
		{"an office", `“The minister will meet the farmers on Friday,” Grant’s office said in a statement.`, []string{"Grant’s office: The minister will meet the farmers on Friday,"}},
		{"whose campaign", `Paul Grant met farmers. The Grant campaign had sent a bus. His campaign called it “a very good day for all of us.”`, []string{"~Grant campaign: a very good day for all of us."}},
		{"whose lawyer", `Paul Grant was there with his lawyer, Ann Ruiz. He left early. ¶ “We will be there until the very end,” his lawyer said.`, []string{"~Ann Ruiz: We will be there until the very end,"}},
		{"whose letter", `Ann Ruiz wrote to the port. Ruiz’s letter says the port “knew of the leak since the spring.”`, []string{"Ann Ruiz: knew of the leak since the spring."}},
		{"a study by a body", `A new study by the Centre for Coastal Research says the wall “will not stand for another ten years.”`, []string{"Centre for Coastal Research: will not stand for another ten years."}},
		{"who says it of somebody else", `“He would have no chance at all to win,” the source recalled, adding that Paul Grant said he would call.`, []string{"the source: He would have no chance at all to win,"}},
		{"two adjectives", `“I made the climate my first task,” the bespectacled, 71-year-old diplomat said.`, []string{"the bespectacled, 71-year-old diplomat: I made the climate my first task,"}},
		{"the age for the one it was given of", `Kerry Blunt, 41, met Ann Ruiz, 38. Ruiz left early. Ann Ruiz had said nothing. ¶ “I lost the whole garden to the sea,” the 41-year-old said.`, []string{"Kerry Blunt: I lost the whole garden to the sea,"}},
		{"the company by its name", `The company, Desert Basin Water, said it “followed every rule in the book.” The Senate met on Monday. ¶ “We have nothing to hide,” the company said.`,
			[]string{"Desert Basin Water: followed every rule in the book.", "Desert Basin Water: We have nothing to hide,"}},
		{"no company that is of an age", `Scooter Vane is unhappy with Scott Marsh. ¶ Vane, 38, who reps singers, has called her. Vane and his partner met her. ¶ On Thursday, Olive Grant accused Scooter Vane, Scott Marsh and Big Harbor of blocking a film. ¶ “We have nothing to hide,” the company said.`,
			[]string{"~Big Harbor: We have nothing to hide,"}},
		{"no company that is a regulator", `The regulator, AFM, said it was “aware of the announcement.” ¶ “We have nothing to hide,” the company said.`,
			[]string{"AFM: aware of the announcement.", "the company: We have nothing to hide,"}},
		{"the same maker throughout", `Fennimore Semiconductor fell after the chip maker cut its forecast. ¶ Grizzly Research, which has bet against it, was glad. Grizzly said it again. ¶ “The numbers speak for themselves,” the chip maker said.`,
			[]string{"~Fennimore Semiconductor: The numbers speak for themselves,"}},
		{"a union’s officer", `“Workers should not pay for mistakes in the boardroom,” said the FNV union’s Bram Hoekstra.`, []string{"Bram Hoekstra: Workers should not pay for mistakes in the boardroom,"}},
		{"a source close to somebody", `A source close to the family told the Bugle: “She cried for two days.”`, []string{"A source close to the family: She cried for two days."}},
		{"the minister of something", `The island’s minister of culture, Ana Fale, had come. The minister added that visitors would be “kept at a respectful distance.”`, []string{"Ana Fale: kept at a respectful distance."}},
		{"a given name that no list knows", `I had a neighbor named Walt Pruss. “Bees don’t care who you are,” Walt told me.`, []string{"Walt Pruss: Bees don’t care who you are,"}},
		{"letters after a name", `Laurence Tibbs KC defended her. “You signed the form,” Mr Tibbs said.`, []string{"Laurence Tibbs KC: You signed the form,"}},
		{"a pull quote", `“We will rebuild the bridge” ¶ Paul Grant was angry. ¶ “We will rebuild the bridge by May,” Marta Lind said.`,
			[]string{"Marta Lind: We will rebuild the bridge", "Marta Lind: We will rebuild the bridge by May,"}},
		{"single marks over two paragraphs", `A spokesman said: ‘Two men were arrested on Monday. ¶ ‘We would ask anyone who was there to call us.’`,
			[]string{"A spokesman: Two men were arrested on Monday.", "A spokesman: We would ask anyone who was there to call us."}},
		{"a dialog", `“I most certainly did not,” Ann Ruiz replied. ¶ “You signed the form,” Paul Grant said. ¶ “I signed what he put in front of me.”`,
			[]string{"Ann Ruiz: I most certainly did not,", "Paul Grant: You signed the form,", "?: I signed what he put in front of me."}},
		{"an epithet", `Kelsey Drummond lost the final. “We lost it in the wind,” Drummond said. ¶ “You never know why these things happen to us,” said the actor.`,
			[]string{"Kelsey Drummond: We lost it in the wind,", "Kelsey Drummond: You never know why these things happen to us,"}},
		{"no epithet of somebody of another role", `Prosecutor Imran Qureshi opened the case. “She did it for money,” Qureshi said. ¶ “I was going to pay it all back,” the defendant said.`,
			[]string{"Imran Qureshi: She did it for money,", "the defendant: I was going to pay it all back,"}},
		{"no epithet of another office", `President Anselm Roth spoke first. “We will win it all again,” Roth said. ¶ “He has no idea of what he says,” the Florida senator said.`,
			[]string{"Anselm Roth: We will win it all again,", "the Florida senator: He has no idea of what he says,"}},
		{"the chair of a committee by name", `The chair of the harbor committee, Dame Oona Kettering, said she found that “very hard to swallow indeed”. ¶ “He did not ask,” she said on the radio.`,
			[]string{"Oona Kettering: very hard to swallow indeed", "Oona Kettering: He did not ask,"}},
		{"a department by its whole name", `A Department for Environment, Food and Rural Affairs source said it was “a mess from the start.” ¶ The Department for Work and Pensions said it was “considering it carefully today.”`,
			[]string{"A Department for Environment, Food and Rural Affairs source: a mess from the start.", "Department for Work and Pensions: considering it carefully today."}},
		{"a shop whose name ends in 's", `Tolley's said it was “sorry for the mistake.” ¶ A spokesman for Tolley's said: “We did what we could.” ¶ Lloyd's of London said: “We insured it all.”`,
			[]string{"Tolley's: sorry for the mistake.", "A spokesman for Tolley's: We did what we could."}},
		{"a broadcaster who is a person", `The BBC was sorry. ¶ Campaigner Ada Slade was not impressed. “If the pack is smaller, call it smaller,” the broadcaster said.`,
			[]string{"Ada Slade: If the pack is smaller, call it smaller,"}},
		{"where somebody is from", `Manager Brendan Hanlon laughed. “Saudi? I burn in this town,” Hanlon said. ¶ Asked about it again, the Northern Irishman said: “Put it in front of me and see.”`,
			[]string{"Brendan Hanlon: Saudi? I burn in this town,", "Brendan Hanlon: Put it in front of me and see."}},
		{"who was asked", `Rapper Tre King denies it. ¶ Under cross-examination, Pilar Montoya asked Marcus Bell whether he had been promised anything. ¶ “They promised me nothing,” he said.`,
			[]string{"Marcus Bell: They promised me nothing,"}},
		{"the one person of the sentence before", `The inquiry was led by Imran Qureshi. Qureshi found no fault. Qureshi went home. ¶ The chair of the board, Sir Clive Anstruther, apologized. “We should have asked more questions,” he said.`,
			[]string{"Clive Anstruther: We should have asked more questions,"}},
		{"the constable, not the barrister", `PC Aaron Whitby said he had seen yolk. “I know what yolk looks like,” the officer told the court. ¶ Defending, Joe Abara put it to PC Whitby that it could have been cream. “With respect, sir, I'm from Devon,” the constable replied.`,
			[]string{"Aaron Whitby: I know what yolk looks like,", "Aaron Whitby: With respect, sir, I'm from Devon,"}},
		{"nobody for the constable", `Joe Abara spoke first. “It could have been cream,” Abara said. ¶ “With respect, sir, I'm from Devon,” the constable replied.`,
			[]string{"Joe Abara: It could have been cream,", "the constable: With respect, sir, I'm from Devon,"}},
		{"a firm that only its name tells", `Typists at Voxly complained. ¶ The Harbor Conduct Authority said it would not comment further. ¶ Voxly also denied misleading its customers. In a statement, it said its terms “have always made this clear to all.”`,
			[]string{"Voxly: have always made this clear to all."}},
		{"a minister for something", `Minister for Health Ann Ruiz said: “We are considering it carefully today.” ¶ Deputy Director of Public Prosecution Eva-Marie Lund said: “She was a credible witness to the last.”`,
			[]string{"Ann Ruiz: We are considering it carefully today.", "Eva-Marie Lund: She was a credible witness to the last."}},
		{"not the one who died", `Chief Paul Hurst led the investigation. Hurst praised the witnesses. ¶ Marcus Barton died at the scene. “It was a brutal attack,” he said.`,
			[]string{"Paul Hurst: It was a brutal attack,"}},
		{"who is named elsewhere without 's", `Moss met the press. ¶ Moss's said to be “furious about the whole thing.”`, nil},
		{"the spokesperson of a company by its name", `A spokesperson for the contractor, Helix Fire Systems, said the firm “completed all works in good time.”`,
			[]string{"A spokesperson for the contractor, Helix Fire Systems: completed all works in good time."}},
		{"a body of somebody", `The Dairy Farmers of Canada, a lobby, said it was “a knife in the heart of the country.”`, []string{"Dairy Farmers of Canada: a knife in the heart of the country."}},
		{"the official brought in before", `A senior administration official told reporters: “The door is still open to them.” ¶ The official said the president was “very clear in private.”`,
			[]string{"A senior administration official: The door is still open to them.", "A senior administration official: very clear in private."}},
		{"who gave one name", `“My brother is still in there,” said a woman who gave her name only as Aminata.`, []string{"Aminata: My brother is still in there,"}},
		{"the letter that she wrote", `Ruth Adeyemi was angry. In a letter seen by the Echo, Adeyemi wrote that tenants were “failed at every turn.” ¶ “No family should wake up to this,” the letter adds.`,
			[]string{"Ruth Adeyemi: failed at every turn.", "Ruth Adeyemi: No family should wake up to this,"}},
		{"an engineer called by his name", `I met the man from the council, a patient engineer called Des Harker. He smiled. “I usually do that on Mondays,” he said.`,
			[]string{"Des Harker: I usually do that on Mondays,"}},
		{"the festival", `The Moorland Festival dropped its star. In a statement, the festival said: “We did not take this decision lightly.”`,
			[]string{"Moorland Festival: We did not take this decision lightly."}},
		{"whose claim", `Ann Ruiz denied Grant’s latest claim that “the bridge will never stand again.” Paul Grant left.`, []string{"~Paul Grant: the bridge will never stand again."}},
		{"his remark", `Paul Grant lost. Ann Ruiz laughed at his remark that “nobody will miss the old bridge.”`, []string{"Paul Grant: nobody will miss the old bridge."}},
		{"somebody's claim called false", `A union official, Carla Nunes, spoke to the press. A spokesman for Linha Sul said Nunes's claim was “false and irresponsible at a time like this”.`, []string{"A spokesman for Linha Sul: false and irresponsible at a time like this"}},
		{"a given name that is a preposition", `In a post on Truth Social the president was angry. Per Dahlgren, who runs a foundry, said he had stopped hiring. “My grandfather survived two bank crashes,” he said.`, []string{"Per Dahlgren: My grandfather survived two bank crashes,"}},
		{"a name behind a capital and a role", `Lorna Petrakis taught a city to swim. One former pupil, Olympic finalist Deshawn Cole, says he owes her everything. “I was eight and scared of the bath,” he says.`, []string{"Deshawn Cole: I was eight and scared of the bath,"}},
		{"who is asked why he said it", `Jon Amory, a dentist, went to the police on Monday. Detective Lee Barton asked him why he had told a neighbour that the case was “as good as dead already”.`, []string{"Jon Amory: as good as dead already"}},
		{"a possessive of two words", `The press office was quiet. “They are in lockstep on this,” the prime minister's official spokesman said.`, []string{"the prime minister's official spokesman: They are in lockstep on this,"}},
		{"her response", `Ann Ruiz was asked about it. Her response: “Nobody will miss the old bridge here.”`, []string{"Ann Ruiz: Nobody will miss the old bridge here."}},
		{"an editorial with its day", `“Some snails have shown more spine than the senator,” reads a Sunday editorial in the Courier.`, []string{"a Sunday editorial in the Courier: Some snails have shown more spine than the senator,"}},
		{"from the report", `The study was long. More from the report: “The wall will not stand for another year.”`, []string{"the report: The wall will not stand for another year."}},
		{"who points to a case to say", `Ann Ruiz pointed to an older case to say that courts must weigh “whether the public has a right to know.”`, []string{"Ann Ruiz: whether the public has a right to know."}},
		{"British marks", `‘We don’t know what they’re hiding,’ said Ann Ruiz.`, []string{"Ann Ruiz: We don’t know what they’re hiding,"}},
	} {
		if got := find(c.article); !slices.EqualFunc(got, c.want, likely) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestIInTheWritersWordsIsTheAuthor(t *testing.T) {
	for _, c := range []struct {
		text []string
		want string
	}{
		{[]string{`I asked Paul Grant in his yard.`, `“Are you going to sue the port over it?” I asked.`}, "Rosa Quill"},
		{[]string{`Why did you leave?`, `He asked me to. “A man without a table at all,” I said.`, `Would you do it again?`, `Never.`}, ""},
	} {
		var blocks []body.Block
		for _, p := range c.text {
			blocks = append(blocks, body.Block{Text: p})
		}
		d := text.Parse(blocks, "en")
		for _, q := range Find(d, people.Find(d, card.Article{Byline: []string{"Rosa Quill"}})) {
			if got := q.Speaker; got == nil && c.want != "" || got != nil && got.Name != c.want {
				t.Errorf("%s: %v", d.Cut(q.Parts[0]), got)
			}
		}
	}
}

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
