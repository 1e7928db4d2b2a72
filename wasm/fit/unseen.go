package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"keypoints/wasm/internal/quote"
)

// writeUnseen writes what the engine finds in each article with weights that were fitted
// on the other folds, and with the calibration of all.
func writeUnseen(file string, articles []article, all []heard, r report) error {
	var weights [folds]string
	for fold := range weights {
		weights[fold] = string(format(r.weights[fold], fitSpeech(all, fold), r.knots()))
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	defer out.Close()
	type quotation struct {
		Text       string  `json:"text"`
		Speaker    *string `json:"speaker"`
		Confidence float64 `json:"confidence"`
		Rule       string  `json:"rule"`
	}
	type line struct {
		ID     string      `json:"id"`
		Quotes []quotation `json:"quotes"`
	}
	w := bufio.NewWriter(out)
	lines := json.NewEncoder(w)
	for _, a := range articles {
		d, s := a.parse()
		l := line{a.ID, []quotation{}}
		for _, q := range quote.FindBy(d, s, weights[a.fold()]) {
			var parts []string
			for _, p := range q.Parts {
				parts = append(parts, d.Cut(p))
			}
			x := quotation{Text: strings.Join(parts, " … "), Confidence: q.Confidence, Rule: q.Rule.String()}
			if q.Speaker != nil {
				x.Speaker = &q.Speaker.Name
			}
			l.Quotes = append(l.Quotes, x)
		}
		if err := lines.Encode(l); err != nil {
			return err
		}
	}
	return w.Flush()
}
