package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
)

// machine describes where a run took place, as far as the system tells.
func machine() []string {
	lines := []string{fmt.Sprintf("%s, %d CPUs, %s, %s/%s", field("/proc/cpuinfo", "model name"), runtime.NumCPU(), memory(), runtime.GOOS, runtime.GOARCH)}
	if load, err := os.ReadFile("/proc/loadavg"); err == nil {
		lines = append(lines, "load of the last 15 minutes at the end of the run: "+strings.Fields(string(load))[2])
	}
	lines = append(lines, runtime.Version())
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if strings.Contains(m.Path, "go-readability/v2") || strings.HasSuffix(m.Path, "go-trafilatura") || m.Path == "golang.org/x/net" {
				lines = append(lines, m.Path+" "+m.Version)
			}
		}
	}
	if commit, err := exec.Command("git", "-C", root, "rev-parse", "--short", "HEAD").Output(); err == nil {
		lines = append(lines, "Key Points at commit "+strings.TrimSpace(string(commit)))
	}
	return lines
}

func memory() string {
	var kb int
	fmt.Sscan(field("/proc/meminfo", "MemTotal"), &kb)
	return fmt.Sprintf("%.0f GB of memory", float64(kb)/1e6)
}

// field is a line's value in a file such as /proc/cpuinfo.
func field(file, name string) string {
	content, _ := os.ReadFile(file)
	for line := range strings.Lines(string(content)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}
