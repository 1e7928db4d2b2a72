package main

import (
	"errors"
	"fmt"
	"math"
	"runtime"

	"keypoints/demo/made"
	"keypoints/wasm/keypoints"
)

// sizes are those of the growth plot, in bytes.
var sizes = []int{10_000, 30_000, 100_000, 300_000, 1_000_000, 2_200_000, 5_000_000}

const (
	enough  = 40.0   // ms of CPU after which a size needs no further run
	atOnce  = 5.0    // ms of CPU that are measured at once: the system counts less than a few ms wrongly
	linear  = 1.1    // exponent up to which cost grows with the page and no faster
	tooLong = 8000.0 // ms after which a kind's larger sizes are left out
)

// curve is how the CPU time of a way grows on a kind of page.
type curve struct {
	name     string
	sizes    []float64 // bytes
	times    []float64 // ms
	exponent float64   // of the least-squares fit time = c × size^exponent, over all sizes
	last     float64   // the same, over the last decade of sizes
	refused  int       // size in bytes from which the engine refuses the page as too large, 0 for never
}

// growthRows measures every kind of page in every size, natively.
func (r *report) growthRows() []row {
	for _, k := range append([]made.Kind{news}, made.Hostile...) {
		c := grow(k.Name, k, card)
		for again := 0; again < 2 && c.exponent > linear; again++ { // growth, or a busy moment?
			c.best(grow(k.Name, k, card))
		}
		r.growth = append(r.growth, c)
		progress("  %-28s %8.1f ms at %4.0f KB, exponent %.2f, of the last decade %.2f", c.name, c.times[len(c.times)-1], c.sizes[len(c.sizes)-1]/1000, c.exponent, c.last)
	}
	r.peers = append(r.peers, grow("go-readability, news", news, extract))
	worst := r.growth[0]
	for _, c := range r.growth {
		if c.exponent > worst.exponent {
			worst = c
		}
	}
	benign := r.growth[0]
	return []row{
		{what: "growth, a news page, 10 KB → 5 MB", against: "linear", goal: "exponent ≤ 1.1", measured: fmt.Sprintf("%.2f", benign.exponent), met: benign.exponent <= linear,
			figures: fmt.Sprintf("%.1f ms at 10 KB, %.0f ms at %.1f MB", benign.times[0], benign.times[len(benign.times)-1], benign.sizes[len(benign.sizes)-1]/1e6)},
		{what: fmt.Sprintf("growth, the worst of %d hostile pages", len(r.growth)-1), against: "linear", goal: "exponent ≤ 1.1", measured: fmt.Sprintf("%.2f", worst.exponent), met: worst.exponent <= linear,
			figures: fmt.Sprintf("“%s”: %.0f ms at %.1f MB", worst.name, worst.times[len(worst.times)-1], worst.sizes[len(worst.sizes)-1]/1e6)},
	}
}

// news is the benign page of the plot.
var news = made.Kind{Name: "news", Make: made.News}

func grow(name string, k made.Kind, way func([]byte) error) curve {
	c := curve{name: name}
	for _, size := range sizes {
		page := k.Make(size)
		runtime.GC()
		best, total, runs, times := math.Inf(1), 0.0, 0, 1
		var err error
		for total < enough || runs < 4 {
			ms := cpu(func() {
				for range times {
					err = way(page)
				}
			})
			if ms < atOnce && times < 1000 {
				times *= 2
				continue
			}
			best, total, runs = min(best, ms/float64(times)), total+ms, runs+1
			if total > 1000 {
				break
			}
		}
		var refusal *keypoints.Error
		if errors.As(err, &refusal) && refusal.Code == keypoints.TooLarge {
			c.refused = len(page)
			break
		}
		c.sizes, c.times = append(c.sizes, float64(len(page))), append(c.times, best)
		if best > tooLong {
			break
		}
	}
	c.fit()
	return c
}

// best keeps the less of each time in two measurements of a kind.
func (c *curve) best(other curve) {
	for i := range min(len(c.times), len(other.times)) {
		c.times[i] = min(c.times[i], other.times[i])
	}
	c.fit()
}

// fit computes the exponents from the times.
func (c *curve) fit() {
	c.exponent = exponent(c.sizes, c.times)
	from := 0
	for from < len(c.sizes)-2 && c.sizes[from] < c.sizes[len(c.sizes)-1]/10.5 {
		from++
	}
	c.last = exponent(c.sizes[from:], c.times[from:])
}

// exponent is the slope of the least-squares line through the logarithms.
func exponent(x, y []float64) float64 {
	if len(x) < 2 {
		return 0
	}
	var sx, sy, sxx, sxy float64
	for i := range x {
		lx, ly := math.Log(x[i]), math.Log(y[i])
		sx, sy, sxx, sxy = sx+lx, sy+ly, sxx+lx*lx, sxy+lx*ly
	}
	n := float64(len(x))
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
