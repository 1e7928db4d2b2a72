package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"keypoints/wasm/keypoints"
	"keypoints/worker/native"
)

// print writes the card of a page to standard output, as Markdown if no format is asked
// for; or, with explain, why the engine chose it.
func print(page keypoints.Page, explain bool, option func(string) string) error {
	o, format, err := keypoints.ParseOptions(option)
	if err != nil {
		return err
	}
	if option("format") == "" {
		format = keypoints.Markdown
	}
	if explain {
		said, err := keypoints.Explain(page)
		if err != nil {
			return err
		}
		_, err = os.Stdout.WriteString(said)
		return err
	}
	card, err := native.Summarize(page, o)
	if err != nil {
		return err
	}
	if len(card.Quotes)+len(card.Denials) == 0 {
		fmt.Fprintln(os.Stderr, "demo: an empty card: "+whyEmpty(page, o))
	}
	answer := keypoints.Render(card, format)
	if isTerminal(os.Stdout) && (format == keypoints.JSON || format == keypoints.JSONLD) {
		var wide bytes.Buffer
		if err := json.Indent(&wide, answer, "", "  "); err != nil {
			return err
		}
		answer = wide.Bytes()
	}
	_, err = os.Stdout.Write(answer)
	return err
}

// whyEmpty says what leaves a card without quotes and denials.
func whyEmpty(page keypoints.Page, o keypoints.Options) string {
	if o.Quotes == 0 && o.Denials == 0 {
		return "no quotes and no denials were asked for"
	}
	o.MinConfidence, o.Include.Quotes = 0, true
	all, err := native.Summarize(page, o)
	switch {
	case err != nil || len(all.AllQuotes)+len(all.Denials) == 0:
		return "the article has neither quotations nor denials that the engine finds"
	case len(all.Quotes)+len(all.Denials) == 0:
		return fmt.Sprintf("none of the article's %d quotations has a speaker that can be told, or is long enough; -format json -include quotes lists them", len(all.AllQuotes))
	}
	return "nothing in the article is sure enough; -explain says why, -min-confidence 0 shows it all the same"
}

// isTerminal says whether somebody looks at what is written to a file.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
