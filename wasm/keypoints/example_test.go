package keypoints_test

import (
	"errors"
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
		if q.Speaker != nil { // else the article does not say who
			fmt.Printf("%s: %s\n", q.Speaker.Name, q.Text)
		}
	}
	for _, d := range card.Denials {
		fmt.Println(d.Text)
		if d.Denier != nil && d.Claim != nil { // the article need not state the claim
			fmt.Printf("%s denies: %s\n", d.Denier.Name, d.Claim.Text)
		}
	}
	// Output:
	// Helena Ostrow: Every strand will be inspected before we open it again
	// Ostrow denied that the report had been kept from the public.
	// Helena Ostrow denies: the report had been kept from the public
}

func ExampleRender() {
	page := keypoints.PageOf([]byte("Ferry delayed\n\n“The crew is safe and the ferry will sail tonight,” said Ana Vidal, the harbor master.\n"), "text/plain", "https://news.example/ferry")
	options := keypoints.Defaults()
	options.Denials = 0
	card, err := keypoints.Summarize(page, options)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", keypoints.Render(card, keypoints.Markdown))
	for _, q := range card.Quotes {
		fmt.Println(q.Speaker) // prints nothing where nobody can tell
	}
	// Output:
	// ## Key points
	//
	// **Ferry delayed**
	//
	// ### Said
	//
	// > The crew is safe and the ferry will sail tonight
	// >
	// > — **Ana Vidal** · [Show in the article](<https://news.example/ferry#:~:text=The%20crew%20is%20safe%20and%20the%20ferry%20will%20sail%20tonight>)
	//
	// *Chosen automatically from this article*
	//
	// Ana Vidal
}

func ExampleError() {
	_, err := keypoints.Summarize(keypoints.Page{HTML: []byte(" ")}, keypoints.Defaults())
	var e *keypoints.Error
	if errors.As(err, &e) && e.Code == keypoints.Empty {
		fmt.Println(e.Code, "-", e)
	}
	// Output:
	// empty - the page is empty; send its HTML or text
}
