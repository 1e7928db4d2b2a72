package main

import (
	"fmt"
	"slices"
	"strings"
)

// curve draws the risk of naming speakers over the share that is named: each choice
// in the order of its confidence, on folds that the weights have not seen.
func (r report) curve() string {
	given := slices.DeleteFunc(slices.Clone(r.choices), func(c choice) bool { return !c.given() })
	slices.SortStableFunc(given, func(a, b choice) int {
		switch {
		case a.share > b.share:
			return -1
		case a.share < b.share:
			return 1
		}
		return 0
	})
	const width, height, left, bottom, most = 640, 320, 56, 44, 10.0 // most percent wrong
	x := func(share float64) float64 { return left + share*(width-left-16) }
	y := func(wrong float64) float64 { return height - bottom - wrong/most*(height-bottom-16) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="Share of wrong speakers over the share of quotations with a speaker">`, width, height)
	b.WriteString(`<style>text{font:13px sans-serif;fill:#555}line{stroke:#8884}path{fill:none;stroke:#9c1f1a;stroke-width:2}@media (prefers-color-scheme:dark){text{fill:#bbb}path{stroke:#f09b90}}</style>`)
	for wrong := 0; wrong <= most; wrong += 2 {
		fmt.Fprintf(&b, `<line x1="%d" x2="%d" y1="%.1f" y2="%.1f"/><text x="%d" y="%.1f" text-anchor="end">%d%%</text>`, left, width-16, y(float64(wrong)), y(float64(wrong)), left-8, y(float64(wrong))+4, wrong)
	}
	for share := 0; share <= 100; share += 20 {
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle">%d%%</text>`, x(float64(share)/100), height-bottom+18, share)
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">quotations whose speaker is named, the surest first</text><text x="%d" y="12">wrong among them</text>`, (width+left)/2, height-6, left)
	b.WriteString(`<path d="`)
	wrong := 0
	step := max(len(given)/120, 1)
	for i, c := range given {
		if !c.ok() {
			wrong++
		}
		if i < step*3 || i%step != 0 && i != len(given)-1 {
			continue
		}
		command := "L"
		if i < step*4 {
			command = "M"
		}
		fmt.Fprintf(&b, "%s%.1f %.1f", command, x(float64(i+1)/float64(len(r.choices))), y(100*float64(wrong)/float64(i+1)))
	}
	b.WriteString("\"/></svg>\n")
	return b.String()
}
