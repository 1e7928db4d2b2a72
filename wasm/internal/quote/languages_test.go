package quote

import (
	"slices"
	"testing"

	"keypoints/wasm/internal/body"
	"keypoints/wasm/internal/people"
	"keypoints/wasm/internal/text"
)

func TestQuotationsOfOtherLanguagesAreFound(t *testing.T) {
	for _, c := range []struct {
		language string
		text     []string
		want     []string
	}{
		{"de", []string{`„Ich habe zu keinem Zeitpunkt Geld angenommen“, sagte Möller der Zeitung. Der „Plan B“ liegt in der Schublade.`, `»Der Rücktritt ist nur eine Frage der Zeit«, erklärte Lange am Abend.`},
			[]string{"Ich habe zu keinem Zeitpunkt Geld angenommen", "Der Rücktritt ist nur eine Frage der Zeit"}},
		{"fr", []string{`« Nous ferons toute la lumière sur ce qui s’est passé », a déclaré Mme Aubry. Le livre « Les Misérables » est au programme.`},
			[]string{"Nous ferons toute la lumière sur ce qui s’est passé"}},
		{"es", []string{`«No he cometido ningún delito», dijo Ortega. “Mis cuentas están a disposición de la justicia”, añadió.`},
			[]string{"No he cometido ningún delito", "Mis cuentas están a disposición de la justicia"}},
		{"ja", []string{`「すべてのケーブルを点検するまで橋は開けない」と市長は語った。市は『安全第一』という方針を掲げている。`}, []string{"すべてのケーブルを点検するまで橋は開けない"}},
		{"zh", []string{`王健说：“在检查完所有缆索之前，我们不会开放大桥。”`}, []string{"在检查完所有缆索之前，我们不会开放大桥。"}},
		{"ja", []string{`佐藤一郎氏は「桟橋は必ず直します」と述べた。彼らは「安全と信頼の港」を掲げる。`}, []string{"桟橋は必ず直します"}},
		{"zh", []string{`校长表示“不会关闭学校”，并公布“百年树人计划书”。`}, []string{"不会关闭学校"}},
		{"ar", []string{`وأضافت أوديل مارش: "سيُصلح الرصيف قبل الربيع المقبل".`}, []string{"سيُصلح الرصيف قبل الربيع المقبل"}},
		{"ar", []string{`وقال حداد للصحفيين: «لم أقبل أي أموال من أحد ولن أستقيل من منصبي».`}, []string{"لم أقبل أي أموال من أحد ولن أستقيل من منصبي"}},
		{"ru", []string{`„Это кампания против меня и моей семьи“, — добавил он.`}, []string{"Это кампания против меня и моей семьи"}},
		{"sv", []string{`”Jag har aldrig tagit emot några pengar”, sade Ek. »Det är bara en tidsfråga innan han går», sade Berg.`},
			[]string{"Jag har aldrig tagit emot några pengar", "Det är bara en tidsfråga innan han går"}},
	} {
		var blocks []body.Block
		for _, p := range c.text {
			blocks = append(blocks, body.Block{Text: p})
		}
		d := text.Parse(blocks, c.language)
		var got []string
		for _, q := range Find(d, people.Find(d)) {
			if q.Speaker != nil {
				t.Errorf("%s: %s is said by %s", c.language, d.Cut(q.Parts[0]), q.Speaker.Name)
			}
			got = append(got, d.Cut(q.Parts[0]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.language, got, c.want)
		}
	}
}
