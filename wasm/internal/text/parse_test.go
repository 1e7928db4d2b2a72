package text

import (
	"slices"
	"testing"
	"unicode/utf8"

	"keypoints/wasm/internal/body"
)

func parse(paragraphs ...string) *Document {
	var blocks []body.Block
	for _, p := range paragraphs {
		blocks = append(blocks, body.Block{Text: p})
	}
	return Parse(blocks, "en")
}

func quoted(d *Document) []string {
	var out []string
	for _, q := range d.Quoted {
		out = append(out, d.Cut(q.Inner))
	}
	return out
}

func TestQuotedStretchesAreFound(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"straight marks", `He said "we will go" and "stay".`, []string{"we will go", "stay"}},
		{"curly marks", `“We will go,” he said. “Soon.”`, []string{"We will go,", "Soon."}},
		{"straight and curly mixed", `“We will go," he said. "Soon.”`, []string{"We will go,", "Soon."}},
		{"wrong-way marks", `”We will go,“ he said.`, []string{"We will go,"}},
		{"two single marks", `''We will go,'' he said.`, []string{"We will go,"}},
		{"two back quotes", "``We will go,'' he said.", []string{"We will go,"}},
		{"British single marks", `‘We don’t know,’ he said. 'It isn't ours.'`, []string{"We don’t know,", "It isn't ours."}},
		{"possessives are no marks", `The workers' union and James’ friends met the Jones' lawyer.`, nil},
		{"elisions are no marks", `Give 'em time until the '90s, 'til then.`, nil},
		{"a possessive inside single marks", `‘The workers’ union is here,’ she said.`, []string{"The workers’ union is here,"}},
		{"inches are no marks", `He is 6'2" tall and she said "no way".`, []string{"no way"}},
		{"German marks", `Er sagte: „Wir gehen“, und ging.`, []string{"Wir gehen"}},
		{"French marks with spaces", `Il a dit : « Nous partons » hier.`, []string{"Nous partons"}},
		{"reversed marks", `Er sagte: »Wir gehen«, und ging.`, []string{"Wir gehen"}},
		{"corner marks", `他说「我们走」。`, []string{"我们走"}},
		{"nested marks", `“He told me ‘go home’ and left,” she said.`, []string{"He told me ‘go home’ and left,"}},
		{"doubles inside singles", `‘He told me “go home” and left,’ she said.`, []string{"He told me “go home” and left,"}},
		{"a forgotten closing mark", `“We will go. That is all. “And we will stay,” he said.`, []string{"We will go. That is all.", "And we will stay,"}},
		{"no space after the closing mark", `“We will go,”he said.`, []string{"We will go,"}},
		{"a dash before the mark", `He was clear—“we will go”—and left.`, []string{"we will go"}},
		{"a bracket inside", `"[We] will go [soon]," he said.`, []string{"[We] will go [soon],"}},
		{"prime marks", `″We will go,″ he said.`, []string{"We will go,"}},
		{"two commas", `,,Wij gaan,’’ zei hij. Het kan, ,,zo zei zij'', nog.`, []string{"Wij gaan,", "zo zei zij"}},
		{"years are no marks", `Dal ’94 vive qui, e nel ’98 ha detto un po’ di tutto.`, nil},
		{"Hebrew abbreviations are no marks", `מנכ"ל הנמל אמר: "אין לנו כסף". דו"ח של צה"ל.`, []string{"אין לנו כסף"}},
	} {
		if got := quoted(parse(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestADashBeginsSpeechInSomeLanguages(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           []string
	}{
		{"pl", `– Słyszeliśmy, jak to idzie – powiedział Tomasz Ryd. „Będzie naprawiona” – dodał.`, []string{"Słyszeliśmy, jak to idzie", "Będzie naprawiona"}},
		{"es", `—No esperaremos más a nadie —dijo la alcaldesa—. Ya basta.`, []string{"No esperaremos más a nadie"}},
		{"pt", `— Não vamos esperar — disse ele.`, []string{"Não vamos esperar"}},
		{"fr", `— Première partie d’une liste, sans suite.`, nil},
		{"pl", `– Pierwsze – drugie – Trzecie.`, []string{"Pierwsze"}},
		{"en", `– We heard it go – said nobody.`, nil},
	} {
		if got := quoted(Parse([]body.Block{{Text: c.text}}, c.language)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.text, got)
		}
	}
}

func TestAQuotationGoesOnInTheNextParagraph(t *testing.T) {
	d := parse(`“We will go. We must.`, `“And then we will stay,” he said.`)
	if len(d.Quoted) != 2 || !d.Quoted[0].Continues || d.Quoted[0].Closed || !d.Quoted[1].Closed {
		t.Fatalf("%+v", d.Quoted)
	}
}

func TestSentencesEndWhereTheWritersDo(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`Sen. Ann Lee met J. Smith in the U.S. The senator left. No. 5 won.`,
			[]string{"Sen. Ann Lee met J. Smith in the U.S.", "The senator left.", "No. 5 won."}},
		{`“We know. We care,” he said. “Good.” Then he left.`, []string{`“We know. We care,” he said.`, `“Good.”`, `Then he left.`}},
		{`"What?" Smith said. "No!" Then he left.`, []string{`"What?" Smith said.`, `"No!"`, `Then he left.`}},
		{`She rose 3.5 percent at 5 p.m. on Jan. 5. He fell.`, []string{"She rose 3.5 percent at 5 p.m. on Jan. 5.", "He fell."}},
		{`Eva Roth sprach am 7. Mai auf dem Markt. Es war 7. Dann ging sie.`, []string{"Eva Roth sprach am 7. Mai auf dem Markt.", "Es war 7.", "Dann ging sie."}},
	} {
		d := parse(c.text)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Cut(s.Range))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q", got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("“We will go,” he said. ''No'' 'tis", "„x“ «y» 6'2\"")
	f.Fuzz(func(t *testing.T, a, b string) {
		d := parse(a, b)
		if !utf8.ValidString(d.Text) {
			t.Fatal("invalid UTF-8")
		}
		end := 0
		for i, tok := range d.Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.Sentence >= len(d.Sentences) {
				t.Fatalf("token %d: %+v", i, tok)
			}
			end = tok.End
		}
		end = 0
		for i, q := range d.Quoted {
			if q.Start < end || q.Inner.Start < q.Start || q.Inner.End > q.End || q.Inner.Start > q.Inner.End || q.First > q.Last {
				t.Fatalf("quoted %d: %+v", i, q)
			}
			end = q.End
		}
	})
}

func TestOnlySoManyQuotedStretchesAreFound(t *testing.T) {
	paragraphs := slices.Repeat([]string{`“We will go,” he said. “We will not,” she said.`}, maxQuoted)
	if n := len(parse(paragraphs...).Quoted); n != maxQuoted {
		t.Errorf("%d stretches were found, at most %d are", n, maxQuoted)
	}
}
