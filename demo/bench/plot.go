package main

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"
	"strings"
)

// The plot's place within the picture, in its units.
const (
	width, height          = 860, 520
	left, right, top, foot = 64, 590, 24, 468
)

// plot draws curves on logarithmic axes. Its colors follow the reader's light or
// dark scheme.
func plot(ours, peers []curve) []byte {
	all := slices.Concat(ours, peers)
	lowest, highest := math.Inf(1), 0.0
	for _, c := range all {
		lowest, highest = min(lowest, slices.Min(c.times)), max(highest, slices.Max(c.times))
	}
	bottom, ceiling := math.Floor(math.Log10(lowest)), math.Ceil(math.Log10(highest))
	x := func(size float64) float64 {
		return left + (max(math.Log10(size), 4)-4)/(math.Log10(5e6)-4)*(right-left)
	}
	y := func(ms float64) float64 {
		return foot - (math.Log10(ms)-bottom)/(ceiling-bottom)*(foot-top)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title">
<title id="title">CPU time of a card against the page's size</title>
<style>
svg { background: #fff; font: 12px system-ui, sans-serif; --ink: #1f2328; --faint: #d1d9e0; --news: #0969da; --peer: #bc4c00; --hostile: #6e7781 }
@media (prefers-color-scheme: dark) { svg { background: #0d1117; --ink: #e6edf3; --faint: #30363d; --news: #58a6ff; --peer: #f0883e; --hostile: #8b949e } }
text { fill: var(--ink) } .grid { stroke: var(--faint) } .linear { stroke: var(--ink); stroke-dasharray: 2 4; opacity: .6 }
.curve { fill: none; stroke: var(--hostile); stroke-width: 1.2 } .news { stroke: var(--news); stroke-width: 3 } .peer { stroke: var(--peer); stroke-width: 2; stroke-dasharray: 6 3 }
.leader { stroke: var(--hostile); opacity: .35 } text.news { fill: var(--news); font-weight: 600; stroke: none } text.peer { fill: var(--peer); stroke: none }
</style>
`, width, height)
	for p := bottom; p <= ceiling; p++ {
		at := y(math.Pow(10, p))
		fmt.Fprintf(&b, `<path class="grid" d="M%d %.1fH%d"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`+"\n", left, at, right, left-8, at+4, duration(math.Pow(10, p)))
	}
	for _, size := range []float64{1e4, 1e5, 1e6, 5e6} {
		label := fmt.Sprintf("%.0f KB", size/1e3)
		if size >= 1e6 {
			label = fmt.Sprintf("%.0f MB", size/1e6)
		}
		fmt.Fprintf(&b, `<path class="grid" d="M%.1f %dV%d"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n", x(size), top, foot, x(size), foot+18, label)
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">size of the page</text><text x="%d" y="14">CPU time, and the fitted exponent of each curve</text>`+"\n", (left+right)/2, foot+40, left)
	// A line of exponent 1 through the news' middle, to see the others by.
	middle := ours[0].times[len(ours[0].times)/2] / ours[0].sizes[len(ours[0].sizes)/2]
	fmt.Fprintf(&b, `<path class="linear" d="M%.1f %.1fL%.1f %.1f"/>`+"\n", x(1e4), y(max(middle*1e4, math.Pow(10, bottom))), x(5e6), y(middle*5e6))

	// Labels stand at the right in the order of the curves' ends, one a line.
	order := labelled(ours, peers)
	slices.SortStableFunc(order, func(a, b curve) int { return int(math.Copysign(1, b.times[len(b.times)-1]-a.times[len(a.times)-1])) })
	const line = 17.0
	next := 0.0
	places := map[string]float64{}
	for i, c := range order {
		wanted := y(c.times[len(c.times)-1])
		room := float64(foot) - line*float64(len(order)-1-i)
		next = min(max(wanted, next+line, float64(top)+8), room)
		places[c.name] = next
	}
	for i, c := range all {
		class := ""
		switch {
		case i == 0:
			class = "news"
		case i >= len(ours):
			class = "peer"
		}
		var path strings.Builder
		for j := range c.sizes {
			fmt.Fprintf(&path, "%c%.1f %.1f", "ML"[min(j, 1)], x(c.sizes[j]), y(c.times[j]))
		}
		last := len(c.sizes) - 1
		if _, named := places[c.name]; !named {
			fmt.Fprintf(&b, `<path class="curve" d="%s"/>`+"\n", path.String())
			continue
		}
		fmt.Fprintf(&b, `<path class="curve %s" d="%s"/><path class="leader" d="M%.1f %.1fL%d %.1f"/><text class="%s" x="%d" y="%.1f">%s, %.2f</text>`+"\n",
			class, path.String(), x(c.sizes[last]), y(c.times[last]), right+14, places[c.name]-4, class, right+18, places[c.name], html.EscapeString(c.name), c.exponent)
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" opacity=".7">dotted: exponent 1</text>`+"\n</svg>\n", right+18, foot+18)
	return []byte(b.String())
}

// labelled are the curves that the picture has room to name: the news, the peers, and
// of the hostile pages those that grow most. The table names all.
func labelled(ours, peers []curve) []curve {
	hostile := slices.Clone(ours[1:])
	slices.SortStableFunc(hostile, func(a, b curve) int { return cmp.Compare(b.exponent, a.exponent) })
	return slices.Concat(ours[:1], hostile[:min(len(hostile), mostLabels)], peers)
}

const mostLabels = 20

func duration(ms float64) string {
	switch {
	case ms < 1:
		return fmt.Sprintf("%.0f µs", ms*1000)
	case ms < 1000:
		return fmt.Sprintf("%.0f ms", ms)
	}
	return fmt.Sprintf("%.0f s", ms/1000)
}
