package main

import "math"

// ascend maximizes by gradient ascent with Adam's step sizes (Kingma and Ba, 2015), over all
// examples at once: the same examples give the same weights. For each step, pull adds to g,
// the gradient, what the examples say; ridge times the squared weights counts against them.
// The rate falls in the second half.
func ascend(n, steps int, rate, ridge float64, pull func(step int, w, g []float64)) []float64 {
	const b1, b2 = 0.9, 0.99
	w, m, v, g := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for step := 1; step <= steps; step++ {
		for i := range g {
			g[i] = -2 * ridge * w[i]
		}
		pull(step, w, g)
		r := rate
		if step > steps/2 {
			r = rate * float64(steps-step+1) / float64(steps/2)
		}
		for i := range w {
			m[i] = b1*m[i] + (1-b1)*g[i]
			v[i] = b2*v[i] + (1-b2)*g[i]*g[i]
			w[i] += r * (m[i] / (1 - math.Pow(b1, float64(step)))) / (math.Sqrt(v[i]/(1-math.Pow(b2, float64(step)))) + 1e-8)
		}
	}
	return w
}
