package reading

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/text"
)

// page is an article of testdata: its paragraphs, who says what, and who denies what.
type page struct {
	Name    string   `json:"name"`
	Text    []string `json:"text"`
	Quotes  []struct{ Begins, Speaker, Role string }
	Denials []struct{ Denier, Claim string }
}

func read(t *testing.T, tag string, paragraphs []string) Found {
	t.Helper()
	blocks := make([]body.Block, len(paragraphs))
	for i, p := range paragraphs {
		blocks[i] = body.Block{Text: p}
	}
	f, ok := Read(text.Parse(blocks, tag), "")
	if !ok {
		t.Fatalf("%s has no folder", tag)
	}
	return f
}

func TestPagesOfEachLanguage(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.json")
	if len(files) == 0 {
		t.Fatal("no pages")
	}
	for _, file := range files {
		tag := strings.TrimSuffix(filepath.Base(file), ".json")
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var pages []page
		if err := json.Unmarshal(content, &pages); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, p := range pages {
			t.Run(tag+"/"+p.Name, func(t *testing.T) { check(t, tag, p) })
		}
	}
}

func check(t *testing.T, tag string, p page) {
	d := strings.Join(p.Text, text.Separator)
	f := read(t, tag, p.Text)
	for i, want := range p.Quotes {
		if i >= len(f.Quotes) {
			t.Fatalf("%d quotations, want %d", len(f.Quotes), len(p.Quotes))
		}
		got := f.Quotes[i]
		name, role := "", ""
		if got.Speaker != nil {
			name, role = got.Speaker.Name, got.Speaker.Role
		}
		words := d[got.Parts[0].Start:got.Parts[0].End]
		if !strings.HasPrefix(words, want.Begins) || name != want.Speaker || want.Role != "" && role != want.Role {
			t.Errorf("quotation %d: %q by %q (%s), want %q by %q (%s)", i, words, name, role, want.Begins, want.Speaker, want.Role)
		}
	}
	if len(f.Quotes) > len(p.Quotes) {
		t.Errorf("%d quotations, want %d", len(f.Quotes), len(p.Quotes))
	}
	for i, want := range p.Denials {
		if i >= len(f.Denials.Denials) {
			t.Fatalf("%d denials, want %d", len(f.Denials.Denials), len(p.Denials))
		}
		got := f.Denials.Denials[i]
		denier, claim := "", ""
		if got.Denier != nil {
			denier = got.Denier.Name
		}
		if got.Claim != nil {
			claim = d[got.Claim.Start:got.Claim.End]
		}
		if denier != want.Denier || claim != want.Claim {
			t.Errorf("denial %d: %q denies %q, want %q, %q", i, denier, claim, want.Denier, want.Claim)
		}
	}
	if len(f.Denials.Denials) > len(p.Denials) {
		for _, got := range f.Denials.Denials[len(p.Denials):] {
			t.Errorf("denial too many: %q", d[got.Start:got.End])
		}
	}
}

// Two offices, an age before one, and a place with a verb's word in its name, in each language.
func TestAnOfficeAndItsHolder(t *testing.T) {
	for _, c := range []struct{ tag, article, name, role string }{
		{"de", `„Hier haben dreitausend Leute gearbeitet“, sagte die Historikerin und Autorin Lea Kern.`, "Lea Kern", "Historikerin und Autorin"},
		{"de", `„Das Dach hält keinen Winter mehr“, sagte Hans Müller, 67, Rentner aus Kassel.`, "Hans Müller", "Rentner aus Kassel"},
		{"de", `„Das Dach hält keinen Winter mehr“, sagte Lars Bolte, Baudezernent und Architekt.`, "Lars Bolte", "Baudezernent und Architekt"},
		{"de", `„Das Dach hält keinen Winter mehr“, sagte die Autorin und Journalistin Lea Kern.`, "Lea Kern", "Autorin und Journalistin"},
		{"de", `Ein Bericht des Historikers und Bergbauexperten Lars Bolte liegt vor. „Das Dach hält keinen Winter mehr“, sagte Bolte.`, "Lars Bolte", ""},
		{"fr", `« Trois mille personnes ont travaillé ici », a rappelé l’historien et essayiste Thomas Porte.`, "Thomas Porte", "historien et essayiste"},
		{"fr", `« Le toit ne passera pas l’hiver », soupire Marie Duval, 34 ans, infirmière à Lens.`, "Marie Duval", "infirmière à Lens"},
		{"fr", `« Le toit ne passera pas l’hiver », a dit Paul Rey, responsable de la police dans une déclaration à la presse.`, "Paul Rey", "responsable de la police"},
		{"es", `“Aquí trabajaron tres mil personas”, recordó la historiadora y escritora Lucía Prado.`, "Lucía Prado", "historiadora y escritora"},
		{"es", `“Aquí trabajaron tres mil personas”, recordó la escritora y activista Lucía Mbomío.`, "Lucía Mbomío", "escritora y activista"},
		{"es", `“El tejado no aguantará el invierno”, lamentó Juan Pardo, de 45 años, albañil de Mieres.`, "Juan Pardo", "albañil de Mieres"},
		{"it", `«Qui lavoravano tremila persone», ha ricordato lo storico e docente Carlo Neri.`, "Carlo Neri", "storico e docente"},
		{"it", `«Il tetto non reggerà l'inverno», dice Lucia Bianchi, 34 anni, infermiera di Iglesias.`, "Lucia Bianchi", "infermiera di Iglesias"},
		{"nl", `“Hier werkten drieduizend mensen”, zei historicus en schrijver Piet Jansen.`, "Piet Jansen", "historicus en schrijver"},
		{"nl", `“Het dak haalt de winter niet”, zegt Jan de Vries, 45, bakker in Heerlen.`, "Jan de Vries", "bakker in Heerlen"},
		{"pt", `“Três mil pessoas trabalharam aqui”, lembrou o historiador e professor José Reis.`, "José Reis", "historiador e professor"},
		{"fr", `« Le toit ne passera pas l’hiver », a dit le maire (sans étiquette), Paul Rey.`, "Paul Rey", "maire"},
		{"fr", `« Le toit tient », a dit le maire (PS) de Vannes, Luc Blin.`, "Luc Blin", "maire (PS) de Vannes"},
		{"fr", `« Le toit tient », a dit le président de la région Grand Est, Paul Rey.`, "Paul Rey", "président de la région Grand Est"},
		{"fr", `« Le toit tient », a dit la cheffe de file écologiste Anne Petit.`, "Anne Petit", "cheffe de file écologiste"},
		{"fr", `« Le toit tient », a dit la petite main écologiste Anne Petit.`, "Anne Petit", ""},
		{"de", `Der dänische Minister Lars Holm lobte das Dach. „Es hält“, sagte Lars Holm.`, "Lars Holm", "der dänische Minister"},
		{"de", `„Da ist nichts dran“, sagte der Verwaltungschef auf Anfrage der Ratsfrau Ulla Kern.`, "der Verwaltungschef", ""},
		{"de", `„Es hält“, sagte Verbandschef Georg Turner.`, "Georg Turner", "Verbandschef"},
		{"es", `“El tejado aguanta”, dijo la consejera de Sanidad de Castilla y León, Ana Prado.`, "Ana Prado", "consejera de Sanidad de Castilla y León"},
		{"es", `“Faltan manos”, dijo el decano del Colegio de Arquitectos de Cádiz, Luis Mora.`, "Luis Mora", "decano del Colegio de Arquitectos de Cádiz"},
		{"es", `El alcalde Juan Pardo compareció. “No subirá nada”, replicó tras la intervención de la edil Ana Prado.`, "Juan Pardo", "alcalde"},
		{"es", `El abogado Juan Pardo pidió el archivo. La jueza, en cambio, ve indicios. “Está claro”, sostiene en su auto.`, "La jueza", ""},
		{"it", `Il sindaco Carlo Neri va avanti. «Il tetto regge», ha detto rispondendo alla consigliera del Pd Anna Lolli.`, "Carlo Neri", "sindaco"},
		{"it", `Il ministro Carlo Neri insiste. Più cauta la senatrice Irma Costa: «Il tetto regge», osserva.`, "Irma Costa", "senatrice"},
		{"it", `«Il tetto regge», dice Adriano Fusi dell'Usb.`, "Adriano Fusi", ""},
		{"fr", `Le maire Paul Rey a ouvert le pont. « Il était temps », bafouille Rose Tual.`, "Rose Tual", ""},
		{"fr", `La maire Anne Petit a ouvert le pont. « Tant mieux », s’esbaudit-elle.`, "Anne Petit", "maire"},
		{"fr", `La maire Anne Petit a ouvert le pont. « Tant mieux », s’esbaudissent-ils.`, "", ""},
		{"fr", `« Il est trop tard », a dit la fille de la victime, Solenn Petit.`, "Solenn Petit", "fille de la victime"},
		{"fr", `Sa femme, Rose Tual, a ri. Anne Petit a quitté la banque. « J’en avais assez », confie la jeune femme.`, "Anne Petit", ""},
		{"de", `Das Gericht hat den früheren Bürgermeister von Salzig, Otto Lamm, verurteilt. „Ich gehe in Berufung“, sagte Otto Lamm.`, "Otto Lamm", ""},
		{"de", `Otto Lamm schweigt. Sein Sprecher wies Berichte zurück. „Dazu gibt es keine Beschlüsse“, sagte der Sprecher.`, "Sein Sprecher", ""},
		{"es", `Ana Prado escucha. El curso lo da desde 2011 Luis Mora. “Yo aprendo más”, asegura.`, "Luis Mora", ""},
		{"it", `(ANSA) - ROMA, 14 MAR - «Nessuno vuole vendere il porto di Genova, nessuno». Lo ha detto il ministro Carlo Neri a margine della seduta.`, "Carlo Neri", "ministro"},
		{"pt", `O secretário da Fazenda de São Paulo, Davi Nunes, falou ontem. “Não existe rombo”, disse.`, "Davi Nunes", "secretário da Fazenda de São Paulo"},
		{"pt", `“Cumprimos tudo”, disse o deputado estadual Emílio Prado (PT).`, "Emílio Prado", "deputado estadual"},
		{"es", `El vicepresidente Luis Mora habló. “Ni hay oferta ni la queremos”, afirmó el dirigente vitoriano.`, "Luis Mora", "vicepresidente"},
		{"it", `Anna Lolli frena. Il presidente dell'Aifa, Carlo Neri, esclude proroghe. «I tempi della scienza sono altri», ricorda.`, "Carlo Neri", "presidente dell'Aifa"},
		{"nl", `“Een orgel liegt niet”, schreef Leo van Doesel-Prins.`, "Leo van Doesel-Prins", ""},
		{"pt", `O ministro Rui Reis falou. Já o presidente do Chega considerou que o caso “não tem pés nem cabeça”.`, "o presidente do Chega", ""},
		{"es", `“Hace falta agua”, dijo a los periodistas en Ginebra Ana Prado.`, "Ana Prado", ""},
		{"es", `“Hace falta agua”, dijo la corresponsal en Ginebra Ana Prado.`, "Ana Prado", "corresponsal en Ginebra"},
		{"it", `Davanti al gip di Lecce Mario Tasca ha ammesso tutto. «Ero disperato», ha spiegato Tasca.`, "Mario Tasca", ""},
		{"fr", `Devant le juge de Brest, Paul Rey a tout avoué. « J’étais désespéré », a dit Paul Rey.`, "Paul Rey", ""},
		{"fr", `La préfète Anne Petit a promis. Sur place, Amadou, 24 ans, hausse les épaules. « On dort, on coupe », résume le jeune Malien.`, "Amadou", ""},
		{"nl", `“Er is water nodig”, zei tegen journalisten in Genève Anna Mol.`, "Anna Mol", ""},
		{"nl", `Burgemeester Jan Smit opende de brug. “Het werd tijd”, pruttelde Rosa Mol.`, "Rosa Mol", ""},
		{"nl", `“Het dak houdt het”, zei Terpe van der Gaag.`, "Terpe van der Gaag", ""},
		{"pt", `“O telhado aguenta”, disse a bastonária da Ordem dos Enfermeiros, Ana Reis.`, "Ana Reis", "bastonária da Ordem dos Enfermeiros"},
		{"pt", `“O telhado não aguenta o inverno”, prometeu o prefeito de São Paulo, Davi Nunes.`, "Davi Nunes", "prefeito de São Paulo"},
	} {
		name, role := "", ""
		if f := read(t, c.tag, []string{c.article}); len(f.Quotes) == 1 && f.Quotes[0].Speaker != nil {
			name, role = f.Quotes[0].Speaker.Name, f.Quotes[0].Speaker.Role
		}
		if name != c.name || role != c.role {
			t.Errorf("%s: %s\n got %q (%s)\nwant %q (%s)", c.tag, c.article, name, role, c.name, c.role)
		}
	}
}
