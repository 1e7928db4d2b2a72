package test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// charsets are those that the engine knows, with labels as pages spell them, and
// such that its hosts decode for it. 㐂 stands in GB18030 alone, four bytes long:
// browsers read it under the labels gbk and gb2312 too.
var charsets = []struct {
	label    string
	encoding encoding.Encoding
	text     string
}{
	{"windows-1252", charmap.Windows1252, "“We have nothing to hide,” Mayor Aurélie Brossard said in Valmory on Tuesday."},
	{"windows-1251", charmap.Windows1251, "Мэр Анна Петрова сказала: «Нам нечего скрывать»."},
	{"koi8-r", charmap.KOI8R, `Мэр Анна Петрова сказала: "Нам нечего скрывать".`},
	{"shift_jis", japanese.ShiftJIS, "市長の佐藤花子氏は「隠すことは何もない」と述べた。"},
	{"x-sjis", japanese.ShiftJIS, "市長の佐藤花子氏は「隠すことは何もない」と述べた。"},
	{"euc-jp", japanese.EUCJP, "市長の佐藤花子氏は「隠すことは何もない」と述べた。"},
	{"iso-2022-jp", japanese.ISO2022JP, "市長の佐藤花子氏は「隠すことは何もない」と述べた。"},
	{"gb18030", simplifiedchinese.GB18030, "市长王㐂丽表示：“我们没有什么可隐瞒的。”"},
	{"gbk", simplifiedchinese.GB18030, "市长王㐂丽表示：“我们没有什么可隐瞒的。”"},
	{"gb2312", simplifiedchinese.GB18030, "市长王㐂丽表示：“我们没有什么可隐瞒的。”"},
	{"big5", traditionalchinese.Big5, "市長王麗表示：「我們沒有什麼可隱瞞的。」"},
	{"euc-kr", korean.EUCKR, "김미영 시장은 “숨길 것이 없다”고 말했다."},
	{"ks_c_5601-1987", korean.EUCKR, "김미영 시장은 “숨길 것이 없다”고 말했다."},
}

// encoded are pages in each charset and the text that they hold. Bytes that make no
// sense are the same in all places only where the engine itself decodes: hosts' own
// decoders give one U+FFFD or more for them.
func encoded() (pages []input, texts []string) {
	for _, c := range charsets {
		text, err := c.encoding.NewEncoder().String(c.text)
		if err != nil {
			panic(err)
		}
		html := "<title>A page</title><article><h1>A page in another charset</h1><p>" + text + "</p>"
		if _, ok := c.encoding.(*charmap.Charmap); ok {
			html += "<p>Bad bytes: \x81\xff\x80\xfe.</p>"
		}
		pages = append(pages, input{c.label + " in the header", "text/html; charset=" + c.label, []byte(html)},
			input{c.label + " in a meta element", "text/html", []byte("<meta charset=" + c.label + ">" + html)},
			input{c.label + " plain", "text/plain; charset=" + c.label, []byte(text)})
		texts = append(texts, c.text, c.text, c.text)
	}
	return pages, texts
}

func TestEveryCharsetIsReadNatively(t *testing.T) { everyCharset(t, nativeServer(t)) }

func everyCharset(t *testing.T, server string) {
	pages, texts := encoded()
	for i, in := range pages {
		r := post(t, server+"/v1/card?include=body", in.contentType, in.page)
		var card struct{ Body string }
		if err := json.Unmarshal(r.body, &card); err != nil || r.status != http.StatusOK {
			t.Errorf("%s: %d %v %.200s", in.name, r.status, err, r.body)
		} else if !strings.Contains(card.Body, texts[i]) {
			t.Errorf("%s: %q lacks %q", in.name, card.Body, texts[i])
		}
	}
}
