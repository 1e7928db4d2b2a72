// Command build makes everything that is served or deployed into dist/; see
// package deployment. wrangler runs it before it bundles the Worker.
//
//	go run ./worker/build
package main

import (
	"fmt"
	"os"

	"keypoints/worker/build/deployment"
)

func main() {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func build() error {
	root, err := deployment.Root()
	if err != nil {
		return err
	}
	for _, module := range []deployment.Module{deployment.Engine, deployment.Fast, deployment.Worker} {
		if err := module.Compile(root, os.Stderr); err != nil {
			return err
		}
	}
	if err := deployment.CopySupport(root); err != nil {
		return err
	}
	if err := deployment.WriteBuild(root); err != nil {
		return err
	}
	_, err = deployment.Publish(root)
	return err
}
