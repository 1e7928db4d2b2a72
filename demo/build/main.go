// Command build makes everything that is served or deployed into dist/; see
// package dist. wrangler runs it before it bundles the Worker.
//
//	go run ./demo/build
package main

import (
	"fmt"
	"os"

	"keypoints/demo/dist"
)

func main() {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func build() error {
	root, err := dist.Root()
	if err != nil {
		return err
	}
	for _, module := range []dist.Module{dist.Engine, dist.Worker} {
		if err := module.Compile(root, os.Stderr); err != nil {
			return err
		}
	}
	if err := dist.CopySupport(root); err != nil {
		return err
	}
	if err := dist.WriteBuild(root); err != nil {
		return err
	}
	_, err = dist.Publish(root)
	return err
}
