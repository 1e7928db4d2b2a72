package main

import (
	"os"
	"runtime/pprof"
	"time"

	"keypoints/demo/made"
)

// profiled is how long the engine runs for a profile: some thousand samples.
const profiled = 30 * time.Second

// writeProfile writes where the engine spends its time on the pages of a folder and on a
// made one, half of the time each.
func writeProfile(path, folder string) error {
	set, err := loadPages(folder)
	if err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return err
	}
	news := made.News(100_000)
	for begin := time.Now(); time.Since(begin) < profiled; {
		for _, page := range set.pages {
			if err := card(page); err != nil {
				progress("no card: %v", err)
			}
			if err := card(news); err != nil {
				return err
			}
		}
	}
	pprof.StopCPUProfile()
	return file.Close()
}
