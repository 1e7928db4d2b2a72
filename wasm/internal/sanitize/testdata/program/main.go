// Command program sanitizes what it reads, pieces of HTML parted by NUL.
package main

import (
	"io"
	"os"
	"strings"

	"keypoints/wasm/internal/sanitize"
)

func main() {
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	for piece := range strings.SplitSeq(string(input), "\x00") {
		os.Stdout.WriteString(sanitize.HTML(piece) + "\x00")
	}
}
