package page

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"keypoints/wasm/card"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

var samples = map[string]string{
	"windows-1251": "Совет города проголосовал за закрытие старого причала, сообщила мэр после заседания.",
	"koi8-r":       "Совет города проголосовал за закрытие старого причала, сообщила мэр после заседания.",
	"iso-8859-5":   "Совет города проголосовал за закрытие старого причала, сообщила мэр после заседания.",
	"windows-1252": "Der Stadtrat hat die alte Mole geschlossen – “für immer”, sagte die Bürgermeisterin später.",
	"windows-1250": "Rada města řekla, že se molo už nebude otevírat, což je škoda pro všechny lodě.",
	"windows-1254": "Belediye meclisi eski iskeleyi kapattı, başkan ise kararın doğru olduğunu söyledi.",
	"windows-1253": "Το συμβούλιο της πόλης ψήφισε να κλείσει την παλιά αποβάθρα, είπε η δήμαρχος.",
	"windows-1255": "מועצת העיר הצביעה על סגירת המזח הישן ביום שלישי, אמרה ראשת העיר.",
	"windows-1256": "صوت مجلس المدينة على إغلاق الرصيف القديم يوم الثلاثاء كما قالت رئيسة البلدية.",
	"shift_jis":    "市議会は火曜日に古い桟橋を閉鎖することを決めたと市長が話した。",
	"euc-jp":       "市議会は火曜日に古い桟橋を閉鎖することを決めたと市長が話した。",
	"gb18030":      "市议会周二投票决定关闭旧码头，市长说这是一个艰难的决定。",
	"big5":         "市議會週二投票決定關閉舊碼頭，市長說這是一個艱難的決定。",
	"euc-kr":       "시의회는 화요일에 오래된 부두를 폐쇄하기로 결정했다고 시장이 말했다.",
}

func encode(t *testing.T, charset, text string) []byte {
	t.Helper()
	var e encoding.Encoding
	var err error
	if e, err = htmlindex.Get(charset); err != nil {
		t.Fatal(err)
	}
	out, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(charset, err)
	}
	return out
}

func TestCharsetIsDetectedFromTheBytes(t *testing.T) {
	for charset, text := range samples {
		raw := encode(t, charset, "<html><body><p>"+text+"</p></body></html>")
		if got := Charset(raw, "text/html"); got != charset {
			t.Errorf("%s: got %s", charset, got)
		}
	}
}

func TestCharsetIsDeclared(t *testing.T) {
	cyrillic := encode(t, "windows-1251", "Да")
	for name, c := range map[string]struct {
		raw         []byte
		contentType string
		want        string
	}{
		"header":                       {cyrillic, "text/html; charset=windows-1251", "windows-1251"},
		"header in quotation marks":    {cyrillic, `text/html; charset="CP1251"`, "windows-1251"},
		"header before meta":           {append([]byte("<meta charset=koi8-r>"), cyrillic...), "text/html; charset=windows-1251", "windows-1251"},
		"meta":                         {append([]byte("<meta charset='windows-1251'>"), cyrillic...), "", "windows-1251"},
		"meta http-equiv":              {append([]byte(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`), cyrillic...), "", "windows-1251"},
		"XML declaration":              {append([]byte(`<?xml version="1.0" encoding="windows-1251"?>`), cyrillic...), "", "windows-1251"},
		"Latin 1 means Windows":        {encode(t, "windows-1252", "é"), "text/html; charset=iso-8859-1", "windows-1252"},
		"UTF-8 declared as Latin 1":    {[]byte("naïve “text”"), "text/html; charset=iso-8859-1", "utf-8"},
		"byte order mark before all":   {[]byte("\xEF\xBB\xBFtext"), "text/html; charset=koi8-r", "utf-8"},
		"UTF-16":                       {[]byte("\xFF\xFEt\x00"), "", "utf-16le"},
		"ASCII":                        {[]byte("text"), "text/html; charset=koi8-r", "utf-8"},
		"unknown name":                 {[]byte("\xE9t\xE9"), "text/html; charset=nonsense", "windows-1252"},
		"UTF-8 cut off in a character": {[]byte("caf\xC3\xA9 caf\xC3"), "", "utf-8"},
		"ISO-2022-JP":                  {[]byte("\x1b$B;T\x1b(B"), "", "iso-2022-jp"},
	} {
		if got := Charset(c.raw, c.contentType); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestSingleByteTablesAreThoseOfTheStandard(t *testing.T) {
	for _, m := range []*charmap.Charmap{charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253, charmap.Windows1254, charmap.Windows1255,
		charmap.Windows1256, charmap.Windows1257, charmap.Windows1258, charmap.Windows874, charmap.KOI8R, charmap.KOI8U, charmap.ISO8859_2, charmap.ISO8859_5, charmap.ISO8859_7, charmap.ISO8859_15} {
		name, err := htmlindex.Name(m)
		if err != nil {
			t.Fatal(err)
		}
		for b := 0xA0; b < 0x100; b++ {
			got, err := decode([]byte{byte(b)}, name)
			if err != nil {
				t.Fatal(name, err)
			}
			if want := string(m.DecodeByte(byte(b))); got != want {
				t.Errorf("%s %#x: got %q, want %q", name, b, got, want)
			}
		}
	}
}

func TestPagesAreDecoded(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("Naïve 😀"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"windows-1251":    {encode(t, "windows-1251", samples["windows-1251"]), samples["windows-1251"]},
		"UTF-16":          {utf16, "Naïve 😀"},
		"byte order mark": {[]byte("\xEF\xBB\xBFtext"), "text"},
		"invalid UTF-8":   {[]byte("<meta charset=utf-8>a\xFFb caf\xC3\xA9"), "a\uFFFDb café"},
		"zero byte":       {[]byte("a\x00b and some more text to make it text"), "a\uFFFDb and some more text to make it text"},
	} {
		p, err := Parse(nil, c.raw, "text/plain", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.TrimPrefix(p.Plain, "<meta charset=utf-8>"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for name, c := range map[string]struct {
		raw         []byte
		contentType string
		want        card.Code
	}{
		"nothing":               {[]byte{}, "", card.Empty},
		"white space":           {[]byte(" \n\t"), "", card.Empty},
		"10 MB":                 {bytes.Repeat([]byte("a "), 5<<20), "", card.TooLarge},
		"10,000 nested div":     {[]byte(strings.Repeat("<div>", 10000)), "", card.TooDeep},
		"nested custom element": {[]byte(strings.Repeat("<x-y>", 10000)), "", card.TooDeep},
		"nested lists":          {[]byte(strings.Repeat("<ul><li>", 10000)), "", card.TooDeep},
		"nested tables":         {[]byte(strings.Repeat("<table><tr><td>", 10000)), "", card.TooDeep},
		"a million elements":    {bytes.Repeat([]byte("<p>"), 1<<20), "", card.TooLarge},
		"PNG":                   {append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), bytes.Repeat([]byte{0, 1, 2, 3}, 100)...), "", card.NotText},
		"PDF":                   {[]byte("%PDF-1.7\nsome text"), "", card.NotText},
		"ZIP":                   {append([]byte("PK\x03\x04\x14\x00\x00\x00\x08\x00"), bytes.Repeat([]byte{7, 0, 200}, 100)...), "", card.NotText},
		"Shift_JIS":             {encode(t, "shift_jis", samples["shift_jis"]), "text/html; charset=shift_jis", card.UnsupportedEncoding},
		"an image":              {[]byte("text"), "image/png", card.UnsupportedType},
		"JSON":                  {[]byte("{}"), "application/json", card.UnsupportedType},
	} {
		_, err := Parse(c.raw, nil, c.contentType, "")
		var e *card.Error
		if !errors.As(err, &e) || e.Code != c.want {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		} else if e.Code == card.UnsupportedEncoding && e.Charset != "shift_jis" {
			t.Errorf("%s: a host cannot decode the charset %q", name, e.Charset)
		}
	}
}

// kept is what the scan leaves of a page.
func kept(t *testing.T, source string) string {
	t.Helper()
	s := &scanner{src: source, absent: map[string]bool{}}
	if err := s.scan(); err != nil {
		t.Fatal(err)
	}
	return s.out.kept.String()
}

func TestTheScanDropsWhatNoStageReads(t *testing.T) {
	for in, want := range map[string]string{
		`a<script>if (a < b) "</p>"</script>b`:        `ab`,
		`a<SCRIPT SRC=x></SCRIPT >b`:                  `ab`,
		`a<style>p{}</style>b`:                        `ab`,
		`a<!-- <p>x</p> -->b`:                         `ab`,
		`a<!-->b`:                                     `ab`,
		`a<svg viewBox="0"><path d="M0"/></svg>b`:     `ab`,
		`a<svg/>b`:                                    `ab`,
		`a<iframe src=x></iframe>b`:                   `ab`,
		`a<noscript><img src=x></noscript>b`:          `ab`,
		`<p onclick="x()" class=c data-x='{"a":1}'>b`: `<p class="c">b`,
		`<p title='say "a"'>b`:                        `<p title="say &quot;a&quot;">b`,
		`<p style="color: red">b`:                     `<p>b`,
		`<p style="display: none">b`:                  `<p style="display: none">b`,
		`a < b`:                                       `a &lt; b`,
		`<title>a <script> b</title>c`:                `<title>a <script> b</title>c`,
		`a<script>never closed`:                       `a`,
		`<p hidden>a`:                                 `<p hidden>a`,
		`a<nav id=m><ul><li>x</ul></nav>b`:            `ab`,
		`<nav>a<p>b</p></nav>c`:                       `<nav>a<p>b</p></nav>c`,
		`<nav>a<nav>b</nav></nav>c`:                   `<nav>a</nav>c`,
		`<nav>a`:                                      `<nav>a`,
		`<NAV>a</NAV>b</nav>`:                         `<nav>a</nav>b</nav>`,
		`<nav>a<SCRIPT>"</nav><p>b</p>"</SCRIPT>c`:    `<nav>ac`,
		`<nav><LI>a</LI></nav>b`:                      `b`,
	} {
		if got := kept(t, in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// The search for the end of a menu reads a page no more than twice, however many
// menus begin.
func TestMenusThatDoNotEndAreReadOnce(t *testing.T) {
	s := &scanner{src: strings.Repeat("<nav", 1<<16)}
	for at := 0; at < len(s.src); at += 4 {
		s.skipMenu(at)
	}
	if read := s.menus - maxMenu; read > len(s.src) {
		t.Errorf("%d bytes read of %d", read, len(s.src))
	}
}

func TestJSONLDIsKeptAside(t *testing.T) {
	p, err := Parse([]byte(`<script type="application/ld+json">{"a":1}</script><script type='application/ld+json; charset=utf-8'>{"b":2}</script><script type="text/javascript">c</script>`), nil, "", "")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(p.JSONLD, "|") != `{"a":1}|{"b":2}` {
		t.Errorf("%q", p.JSONLD)
	}
}

func TestUnclosedElementsDoNotMultiply(t *testing.T) {
	// Every open <b> is opened again in every later <p>.
	var b strings.Builder
	for range 300 {
		b.WriteString("<b><i><font>")
	}
	for range 3000 {
		b.WriteString("<p>x")
	}
	p, err := Parse([]byte(b.String()), nil, "", "")
	if err != nil {
		var e *card.Error
		if !errors.As(err, &e) || e.Code != card.TooLarge && e.Code != card.TooDeep {
			t.Fatal(err)
		}
		return
	}
	nodes := 0
	for range p.Root.Descendants() {
		nodes++
	}
	if nodes > MaxNodes {
		t.Errorf("%d nodes", nodes)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<!doctype html><html><body><script>x</script><p class=a hidden>Text &amp; text<br><svg><p></svg></table>`), "text/html")
	f.Add([]byte("\xFF\xFEa\x00"), "text/html; charset=koi8-r")
	f.Fuzz(func(t *testing.T, raw []byte, contentType string) {
		p, err := Parse(raw, nil, contentType, "")
		var e *card.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("an error without a code: %v", err)
		}
		if err != nil {
			return
		}
		for n := range p.Root.Descendants() {
			if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "iframe") {
				t.Fatalf("a %s is in the tree", n.Data)
			}
		}
	})
}

// A page's string is the given bytes without a copy.
func TestNothingOfAPageChangesWithTheBytesThatItCameFrom(t *testing.T) {
	source := []byte(`<title>One title</title><script type="application/ld+json">{"name":"one"}</script><p class="one">One text.</p>`)
	p, err := Parse(source, nil, "text/html", "")
	if err != nil {
		t.Fatal(err)
	}
	plainSource := []byte("One line")
	plain, err := Parse(nil, plainSource, "text/plain", "")
	if err != nil {
		t.Fatal(err)
	}
	before := render(t, p) + p.JSONLD[0] + plain.Plain
	copy(source, bytes.Repeat([]byte("x"), len(source)))
	copy(plainSource, "xxxxxxxx")
	if after := render(t, p) + p.JSONLD[0] + plain.Plain; after != before || !strings.Contains(before, "One text.") {
		t.Errorf("was %s\nis %s", before, after)
	}
}

func render(t *testing.T, p *Page) string {
	t.Helper()
	var out strings.Builder
	if err := html.Render(&out, p.Root); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What is beyond the bound of markup and text is not kept, but read: JSON-LD may stand
// at a page's end.
func TestOnlySoMuchOfAPageIsKept(t *testing.T) {
	for _, piece := range []string{"<", "a ", "é", "<p title='a b c'>" + strings.Repeat("It is late. ", 20)} {
		const declared = `<script type="application/ld+json">{"headline":"Ferry"}</script>`
		s := &scanner{src: "<p>" + strings.Repeat(piece, (4<<20)/len(piece)) + declared, absent: map[string]bool{}}
		if err := s.scan(); err != nil {
			t.Fatal(err)
		}
		kept := s.out.kept.String()
		if len(kept) > maxKept || len(kept) < maxKept-100 || !utf8.ValidString(kept) {
			t.Errorf("%q: %d bytes are kept, at most %d are", piece, len(kept), maxKept)
		}
		if len(s.jsonld) != 1 {
			t.Errorf("%q: the JSON-LD behind it is lost", piece)
		}
	}
}

func TestALongTitleLeavesRoomForTheArticle(t *testing.T) {
	got := kept(t, "<title>"+strings.Repeat("é ", 2<<20)+"</title><p>The ferry runs again.</p>")
	if !strings.HasSuffix(got, "</title><p>The ferry runs again.</p>") || len(got) > 2*maxValue || !utf8.ValidString(got) {
		t.Errorf("%d bytes are kept: …%q", len(got), got[max(0, len(got)-40):])
	}
}

func TestOnlySoMuchJSONLDIsKept(t *testing.T) {
	one := `<script type="application/ld+json">[` + strings.Repeat("0,", 100_000) + `1]</script>`
	s := &scanner{src: strings.Repeat(one, 20), absent: map[string]bool{}}
	if err := s.scan(); err != nil {
		t.Fatal(err)
	}
	if n := len(strings.Join(s.jsonld, "")); n > maxData || n < maxData/2 {
		t.Errorf("%d bytes are kept, at most %d are", n, maxData)
	}
}
