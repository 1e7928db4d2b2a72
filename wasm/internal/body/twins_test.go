package body_test

import "testing"

func TestOfTwinsForTwoScreensOneIsRead(t *testing.T) {
	both := `<p>` + lead + `</p><p>“No.”</p><p>` + quote + `</p>`
	want(t, lines(t, `<html><head><title>Pier closes</title></head><body><article><h1>Pier closes</h1><div class="a">`+both+`</div><div class="b">`+both+`</div><p>`+last+`</p></article></body></html>`),
		lead, "“No.”", quote, last)
	// A refrain is no twin, nor is one paragraph alone.
	want(t, lines(t, story(`<p>“Stay.”</p><p>`+answer+`</p><p>“Stay.”</p>`)), lead, quote, "“Stay.”", answer, "“Stay.”", answer, last)
}
