package keypoints

import (
	"bytes"
	"testing"
)

const english = `<p>The harbor council of Norrhaven put off a night ferry on Tuesday, a month before the first crossing was due to leave the city.</p>
<p>“We will not send people out on that water after dark with one engine,” said Ingrid Halvorsen, the chair of the council. “The timetable can wait.”</p>
<p>The operator rejected the claim that it had hidden the failures of the engine from the inspectors.</p>`

const german = `<p>Der Hafenrat von Norrhaven hat am Dienstag die Nachtfähre verschoben, einen Monat bevor die erste Überfahrt geplant war.</p>
<p>„Wir schicken nach Einbruch der Dunkelheit niemanden mit nur einer Maschine auf dieses Wasser“, sagte die Vorsitzende Ingrid Halvorsen. „Der Fahrplan kann warten.“</p>
<p>Der Betreiber bestritt, dass er die Ausfälle der Maschine vor den Prüfern verborgen habe, und sprach von einem Missverständnis zwischen den Behörden.</p>`

func TestTheArticlesLanguageIsThatOfItsText(t *testing.T) {
	for _, c := range []struct{ name, declared, body, want, labels string }{
		{"an English story under a German template", "de", english, "en", "Key points"},
		{"a German story under an English template", "en-US", german, "de", "Das Wichtigste"},
		{"a region stays", "en-GB", english, "en-GB", "Key points"},
		{"German on its own page", "de-AT", german, "de-AT", "Das Wichtigste"},
		{"a German story under a Spanish template", "es", german + german, "de", "Das Wichtigste"},
		{"a language that is not known is believed", "lb", german + german, "lb", "Key points"},
		{"too little text to tell leaves the page's word", "nl", "<p>“Zo is het en niet anders, en dat blijft zo,” zei Anna Veld tegen de krant.</p>", "nl", "Kernpunten"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := Page{HTML: []byte(`<!doctype html><html lang="` + c.declared + `"><title>Night ferry</title><article><h1>Night ferry</h1>` + c.body + `</article></html>`)}
			card, err := Summarize(page, Defaults())
			if err != nil {
				t.Fatal(err)
			}
			if card.Article.Language != c.want {
				t.Errorf("the article is %q, want %q", card.Article.Language, c.want)
			}
			if got := Render(card, HTML); !bytes.Contains(got, []byte(c.labels)) {
				t.Errorf("no %q in\n%s", c.labels, got)
			}
		})
	}
}
