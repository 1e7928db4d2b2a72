package lang

import "testing"

// BenchmarkLoad is what the word lists take of a cold start.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadEnglish()
	}
}
