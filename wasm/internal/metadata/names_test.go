package metadata

import (
	"strings"
	"testing"
)

func namesOf(authors []author) string {
	var names []string
	for _, a := range authors {
		if a.kind != own {
			names = append(names, a.name)
		}
	}
	return strings.Join(names, "|")
}

func TestNamesInBylines(t *testing.T) {
	for text, want := range map[string]string{
		// Dates, towns, roles, handles and the page's own words are no names.
		"By Ann Ray\nUpdated 3:15 PM EST, Wed March 4, 2026":                  "Ann Ray",
		"By Ann Ray, Thursday, 5 March 2026":                                  "Ann Ray",
		"Ann Ray March 15, 2022":                                              "Ann Ray",
		"Ann Ray Mar. 15":                                                     "Ann Ray",
		"Monday August 27, 2018 10:05 am PDT by Ann Ray":                      "Ann Ray",
		"By Ann Ray in Skell and Bo Lind in Marrow Bay":                       "Ann Ray|Bo Lind",
		"By Ann Ray, Senior Correspondent, in Skell":                          "Ann Ray",
		"Story and photos by Ann Ray":                                         "Ann Ray",
		"Ann Ray\nBBC News, Port Skell":                                       "Ann Ray",
		"（社会部　山根遥）":                                                           "山根遥",
		"항구일보 김하늘 기자":                                                         "김하늘",
		"كتب : سامي حداد":                                                     "سامي حداد",
		"By Ann Ray, Local Democracy Reporter":                                "Ann Ray",
		"Ann Ray, Channel Nine staff":                                         "Ann Ray",
		"ROMA, 12 marzo 2025, 08:41":                                          "",
		"By Ann Ray, New York":                                                "Ann Ray",
		"Von Jörg von Stahl, Kiel":                                            "Jörg von Stahl",
		"By Ann Ray, Bo Lind and Martin King III, Skell":                      "Ann Ray|Bo Lind|Martin King III",
		"By Ann Ray BBC News":                                                 "Ann Ray",
		"By Ann Ray Follow":                                                   "Ann Ray",
		"Ann Ray @annray":                                                     "Ann Ray",
		"Written by Ann Ray in Boats on 1 June 2019 at 08:34 PM. 51 Comments": "Ann Ray",
		"Ann Ray Chief Reporter":                                              "Ann Ray",
		"Ann Ray\nView All":                                                   "Ann Ray",
		"Ann Ray (Skell, correspondent)":                                      "Ann Ray",
		"Ann (A.J.) Ray":                                                      "Ann (A.J.) Ray",
		"By by ANN RAY, BO LIND and CAL STONE":                                "ANN RAY|BO LIND|CAL STONE",
		"Par Jean Petit, à Lyon":                                              "Jean Petit",
		"Politik · Ann Ray, Bo Lind":                                          "Ann Ray|Bo Lind",
		"By Dr. Ann Ray, MD, PhD":                                             "Dr. Ann Ray",
		"By Ann Ray and staff reporters":                                      "Ann Ray",
		"By Ann Ray. Photos by Bo Lind":                                       "Ann Ray",
		"Political Editor Ann Ray":                                            "Ann Ray",
		"Opinion\nAnn Ray":                                                    "Ann Ray",
		"Analysis: Ann Ray":                                                   "Ann Ray",
		"Ann Ray Get email alerts":                                            "Ann Ray",
		"Ann Ray's articles":                                                  "",
		"Join the conversation":                                               "",
		"First published on Wed":                                              "",
		"London":                                                              "",
		"Ann Ray, The Harbour Post":                                           "Ann Ray",
		"Aktualisiert am 4. März 2026 Von Eva Stahl":                          "Eva Stahl",
		// What belongs to a name.
		"Ann “Bo” Ray":                    "Ann “Bo” Ray",
		"By Martin King, Jr., and Ada Wu": "Martin King, Jr.|Ada Wu",
		"By E.J. Dunne Jr.":               "E.J. Dunne Jr.",
		"By Luuk van der Berg":            "Luuk van der Berg",
		"By Charles d'Ornano":             "Charles d'Ornano",
		"By Ann Ray, AP Auto Writer":      "Ann Ray",
		"By Thomas More":                  "Thomas More",
		"Bill MCCARTHY, Jean-Luc DUPONT":  "Bill MCCARTHY|Jean-Luc DUPONT",
		// Those who did something else.
		"By Ann Ray; photographs by Bo Lind":             "Ann Ray",
		"By Ann Ray, photographs by Bo Lind and Cal Fox": "Ann Ray",
		"Words: Ann Ray Pictures: Bo Lind":               "Ann Ray",
		"Reviewed by Bo Lind, MD; written by Ann Ray":    "Ann Ray",
		"Tekst: Jan Kowal, zdjęcia: Ewa Lis":             "Jan Kowal",
		"Foto: Mads Berg":                                "",
		"Photograph: Bo Lind/The Harbour":                "",
		"Bo Lind/Getty Images":                           "",
		"Sponsored by Harbour Tours":                     "",
		"Translated from the French by Bo Lind":          "",
		"Eva Stahl (Text) und Jan Lis (Fotos)":           "Eva Stahl",
		// Agencies and desks.
		"By Ann Ray and The Associated Press": "Ann Ray|The Associated Press",
		"Von dpa":                             "dpa",
		"Von Ann Ray und Bo Lind, dpa":        "Ann Ray|Bo Lind|dpa",
		"By News Desk":                        "News Desk",
		"Smart Shopping Team":                 "Smart Shopping Team",
		"By Bay Courier":                      "",
		"Associated Press in Skell":           "Associated Press",
		// Labels of many languages.
		"Ein Kommentar von Jörg Stahl":      "Jörg Stahl",
		"Aus Kiel berichtet Jörg Stahl":     "Jörg Stahl",
		"Von: Ann Ray":                      "Ann Ray",
		"Por Ana Ruiz y Juan Gil":           "Ana Ruiz|Juan Gil",
		"di Anna Rossi":                     "Anna Rossi",
		"Di Maio":                           "Di Maio",
		"Door Jan Smit en Piet Bakker":      "Jan Smit|Piet Bakker",
		"Av Kari Berg og Ola Dal":           "Kari Berg|Ola Dal",
		"Yazan: Ali Kaya":                   "Ali Kaya",
		"Analysis by Ann Ray":               "Ann Ray",
		"記者：山田太郎":                           "山田太郎",
		"山田太郎 記者":                           "山田太郎",
		"著者：後藤大地、山田太郎":                      "後藤大地|山田太郎",
		"【山田太郎】":                            "山田太郎",
		"记者 王小明":                            "王小明",
		"新华社记者 王小明":                         "王小明",
		"記者王小明／台北報導":                        "王小明",
		"文＝山田太郎 写真＝鈴木一郎":                    "山田太郎",
		"순천·광양= 김철수 기자":                     "김철수",
		"김철수·박영희 기자":                        "김철수|박영희",
		"Van onze verslaggever Jan Smit":    "Jan Smit",
		"Dal nostro inviato Anna Rossi":     "Anna Rossi",
		"Von unserer Redakteurin Eva Stahl": "Eva Stahl",
		"本报记者王小明":                           "王小明",
		"文／王小明":                             "王小明",
		"责编：牛镛、岳弘彬":                         "",
		"김철수 기자":                            "김철수",
		"بقلم أحمد علي":                     "أحمد علي",
		"Автор: Анна Рай":                   "Анна Рай",
		"מאת אנה ריי":                       "אנה ריי",
		// No names.
		"View All":                 "",
		"5 min read":               "",
		"https://post.example/ann": "",
		"Published Wed":            "",
		"Sports":                   "",
	} {
		if got := namesOf(byline{publisher: "Bay Courier", host: "baycourier.example"}.read(text)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Ray, Ann; Lind, Bo":               "Ann Ray|Bo Lind",
		"Ray, Ann":                         "Ann Ray",
		"Harbor News, Inc.":                "Harbor News, Inc.",
		"Martin King, Jr.":                 "Martin King, Jr.",
		"ann.ray@bay.example (Ann Ray)":    "Ann Ray",
		"Ann Ray, Bo Lind":                 "Ann Ray|Bo Lind",
		"Trine Juncher og Tôrtia Johansen": "Trine Juncher|Tôrtia Johansen",
		"Le Journal et AFP":                "Le Journal|AFP",
		"admin":                            "",
		"n-tv NACHRICHTEN":                 "n-tv NACHRICHTEN",
		"Redaktion Bay Courier":            "Redaktion Bay Courier",
		"ssi":                              "ssi",
		"baysite_admin":                    "",
	} {
		if got := namesOf(byline{publisher: "Bay Courier", host: "baycourier.example", declared: true}.read(text)); got != want {
			t.Errorf("declared %q: got %q, want %q", text, got, want)
		}
	}
}

// Who signs all pages of a site is not who wrote this one.
func TestTheFirmIsNotTheAuthor(t *testing.T) {
	const by = `<h1>Council closes ferry pier</h1><p class="byline">By <a href="/author/ann-ray">Ann Ray</a></p>`
	for _, page := range []string{
		of(`<meta name="author" content="Bay Media Inc."><meta property="article:author" content="Ann Ray">`, `<h1>Council closes ferry pier</h1>`),
		of(`<meta name="author" content="bay media Inc."><meta name="author" content="Ann Ray">`, `<h1>Council closes ferry pier</h1>`),
		of(`<meta name="author" content="Baye Nast"><meta name="copyright" content="Copyright (c) Baye Nast 2026"><meta property="article:author" content="Ann Ray">`, ``),
		of(`<meta name="author" content="Baye Nast"><meta name="copyright" content="© Baye Nast">`, by),
		of(`<meta name="author" content="Hafen Verlag GmbH">`, by),
		of(`<meta name="author" content="Puerto Ltd"><meta name="parsely-author" content="Bay LLC"><meta name="dc.creator" content="Ann Ray">`, ``),
		of(`<meta name="author" content="POST"><link rel="canonical" href="https://weekly.post.example/a/1">`, by),
		of(`<meta name="author" content="Marrow Bay Corp.">`, `<h1>Council closes ferry pier</h1><div><span>By</span> <span>Ann Ray</span></div>`),
		of(`<meta value="Ann Ray" name="author">`, ``),
		of(`<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Ray">`, `<h1>Council closes ferry pier</h1>`),
		of(`<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ann Ray">`, `<h1>Council closes ferry pier</h1>`),
		of(`<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="bo lind">`, by),
	} {
		if got := strings.Join(read(t, page, "").Byline, "|"); got != "Ann Ray" {
			t.Errorf("%s: %q", page, got)
		}
	}
	if got := read(t, of(`<meta name="author" content="Bay Media Inc.">`, `<h1>Council closes ferry pier</h1>`), "").Byline; len(got) != 1 {
		t.Errorf("a firm alone: %q", got)
	}
	if got := read(t, of(`<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="4 minutes">`, ``), "").Byline; len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestALinkToAnAuthorStandsAloneOnItsLine(t *testing.T) {
	for _, more := range []string{"All articles by Ann Ray", "Alle Artikel von Ann Ray", "Tous les articles de Ann Ray", "Todos los artículos de Ann Ray", "Tutti gli articoli di Ann Ray", "Todas as matérias de Ann Ray", "Alle artikelen van Ann Ray", "Alla artiklar av Ann Ray", "Wszystkie artykuły Ann Ray", "View all posts"} {
		page := of(``, `<h1>Council closes the ferry pier</h1><div><img src="n.jpg" alt=""><div><a href="/author/ann-ray">Ann Ray</a><div>Our correspondent on the coast</div><a href="/author/ann-ray">`+more+`</a></div></div><div><p>The council of Marrow Bay voted on Tuesday to close the old ferry pier, ending a dispute that has split the town for two years.</p></div>`)
		if got := strings.Join(read(t, page, "").Byline, "|"); got != "Ann Ray" {
			t.Errorf("%s: %q", more, got)
		}
	}
}
