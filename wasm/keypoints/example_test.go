package keypoints_test

import (
	"fmt"

	"keypoints/wasm/keypoints"
)

func ExampleSummarize() {
	page := keypoints.Page{HTML: []byte(`<!doctype html><html lang="en"><title>Bridge shut</title><article><h1>Bridge shut</h1>
<p>The old bridge over the Tarn was shut on Monday after a report that its cables had rusted.</p>
<p>“Every strand will be inspected before we open it again,” said Helena Ostrow, the transport secretary.</p>
<p>Ostrow denied that the report had been kept from the public.</p></article></html>`)}
	card, err := keypoints.Summarize(page, keypoints.Defaults())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range card.Quotes {
		fmt.Printf("%s: %s\n", q.Speaker.Name, q.Text)
	}
	for _, d := range card.Denials {
		fmt.Printf("%s denies: %s\n", d.Denier.Name, d.Claim.Text)
	}
	// Output:
	// Helena Ostrow: Every strand will be inspected before we open it again
	// Helena Ostrow denies: the report had been kept from the public
}
