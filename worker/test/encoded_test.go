package test

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// encoded are pages in charsets that the engine knows and in such that its hosts
// decode for it; some bytes of each make no sense.
func encoded() []input {
	var all []input
	for _, c := range []struct {
		charset  string
		encoding encoding.Encoding
		text     string
	}{
		{"windows-1252", charmap.Windows1252, "“We have nothing to hide,” Mayor Aurélie Brossard said in Valmory on Tuesday."},
		{"windows-1251", charmap.Windows1251, "Мэр Анна Петрова сказала: «Нам нечего скрывать»."},
		{"koi8-r", charmap.KOI8R, `Мэр Анна Петрова сказала: "Нам нечего скрывать".`},
		{"shift_jis", japanese.ShiftJIS, "市長の佐藤花子氏は「隠すことは何もない」と述べた。"},
		{"euc-jp", japanese.EUCJP, "市長の佐藤花子氏は「隠すことは何もない」と述べた。"},
		{"gb18030", simplifiedchinese.GB18030, "市长王丽表示：“我们没有什么可隐瞒的。”"},
		{"gbk", simplifiedchinese.GBK, "市长王丽表示：“我们没有什么可隐瞒的。”"},
		{"big5", traditionalchinese.Big5, "市長王麗表示：「我們沒有什麼可隱瞞的。」"},
		{"euc-kr", korean.EUCKR, "김미영 시장은 “숨길 것이 없다”고 말했다."},
	} {
		text, err := c.encoding.NewEncoder().String(c.text)
		if err != nil {
			panic(err)
		}
		html := "<title>A page</title><article><h1>A page in another charset</h1><p>" + text + "</p><p>Bad bytes: \x81\xff\x80\xfe.</p></article>"
		all = append(all, input{c.charset + " in the header", "text/html; charset=" + c.charset, []byte(html)},
			input{c.charset + " in a meta element", "text/html", []byte("<meta charset=" + c.charset + ">" + html)},
			input{c.charset + " plain", "text/plain; charset=" + c.charset, []byte(text)})
	}
	return all
}
