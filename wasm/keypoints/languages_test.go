package keypoints

import "testing"

// German descriptions have capitals as names have, and stand behind them all the same.
func TestADescriptionInGermanStandsBehindWhoHasAName(t *testing.T) {
	card, err := Summarize(Page{Text: []byte(`Der neue Steg ist fertig

Im Hafen von Altwarde ist am Montag der neue Steg eröffnet worden, drei Jahre nach dem Sturm, der den alten mitgenommen hatte.

„Der Steg hält auch den nächsten Winter aus, und zwar ohne jede Reparatur“, sagte Bürgermeisterin Karla Wendt bei der Eröffnung am Hafen.

„Wir haben in drei Jahren mehr gerechnet als gebaut, und das sieht man ihm an“, so der Bauleiter der Altwarder. „Ich denke, dass er das unseren Kindern noch zeigen wird, wenn wir ihn pflegen.“
`), ContentType: "text/plain"}, Defaults())
	if err != nil {
		t.Fatal(err)
	}
	if len(card.Quotes) != 1 || card.Quotes[0].Speaker == nil || card.Quotes[0].Speaker.Name != "Karla Wendt" {
		for _, q := range card.Quotes {
			t.Errorf("%q by %v", q.Text, q.Speaker)
		}
		t.Errorf("%d quotes", len(card.Quotes))
	}
}

// A page in German keeps its speakers, whatever its lang attribute says.
func TestTheTextsLanguageWinsOverTheAttribute(t *testing.T) {
	for _, attribute := range []string{`lang="de"`, ``, `lang="en"`, `lang="es"`} {
		card, err := Summarize(Page{HTML: []byte(`<html ` + attribute + `><article><h1>Rat verschiebt die Fähre</h1>
<p>Die Fähre zur Insel fährt in diesem Winter nicht. Das hat der Stadtrat am Dienstag nach vier Stunden beschlossen, und die Reederei muss nun einen neuen Plan machen. Die Entscheidung gilt bis zum Frühjahr, wenn das zweite Schiff wieder fährt und die Maschine des ersten in der Werft ist.</p>
<p>„Wir schicken niemanden bei Dunkelheit auf dieses Wasser hinaus“, sagte die Ratsvorsitzende Ingrid Halvorsen nach der Sitzung.</p></article></html>`), ContentType: "text/html; charset=utf-8"}, Defaults())
		if err != nil {
			t.Fatal(err)
		}
		if len(card.Quotes) != 1 || card.Quotes[0].Speaker == nil || card.Quotes[0].Speaker.Name != "Ingrid Halvorsen" || card.Article.Language != "de" {
			t.Errorf("%s: %v in %s", attribute, card.Quotes, card.Article.Language)
		}
	}
}

// “Esta vecina” is no name, whatever words she is told by beside her quotation.
func TestADescriptionToldInOtherWordsStandsBehindNamesToo(t *testing.T) {
	card, err := Summarize(Page{Text: []byte(`El barrio pide menos ruido

Los vecinos del barrio de Vallejo piden menos noches de fiesta en el parque y un horario que les deje dormir, después de quince días de conciertos.

"Quince días de fiesta son demasiado y no hay quien lo aguante", comenta David Campo, portavoz de la asociación de vecinos.

Una vecina del parque cuenta que este año la música acabó a las dos. Esta vecina vive allí desde 1990.

"Les dan igual los vecinos, los visitantes y los árboles del parque", asegura la vecina.
`), ContentType: "text/plain"}, Defaults())
	if err != nil {
		t.Fatal(err)
	}
	if len(card.Quotes) != 1 || card.Quotes[0].Speaker == nil || card.Quotes[0].Speaker.Name != "David Campo" {
		for _, q := range card.Quotes {
			t.Errorf("%q by %v", q.Text, q.Speaker)
		}
	}
}
