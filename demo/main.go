// Command demo shows Key Points on one machine with nothing but Go installed.
//
//	go run ./demo [-addr 127.0.0.1:8787]          serves the API and the demo page; -loopback and -origin: see guard.go
//	go run ./demo page.html [-format markdown]    prints the card of a file, of an address, or with "-" of standard input
//	go run ./demo page.html -explain              says why each quote has its speaker
//
// ALLOWED_HOSTS names the hosts that pages are fetched from.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"keypoints/worker/native"
	"keypoints/worker/origin"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

const usage = `go run ./demo [flags]         serve the API and the demo page
go run ./demo [flags] PAGE    print the card of a file, of an https address of ALLOWED_HOSTS, or with - of standard input`

func run(args []string) error {
	flags := flag.NewFlagSet("demo", flag.ExitOnError)
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), usage)
		flags.PrintDefaults()
	}
	addr := flags.String("addr", "127.0.0.1:8787", "address to serve on")
	loopback := flags.Bool("loopback", false, "let pages of this machine's own web servers be fetched, over http too, by who uses the server itself")
	store := flags.String("store", "", "folder in which editors' work is kept, behind the secret in EDITS_SECRET")
	own := flags.String("origin", "", "address that clients reach the server under, such as https://cards.example.com, where it is not -addr")
	values := map[string]*string{
		"format":         flags.String("format", "", "json, html, page, jsonld or markdown (the default for a page that is named)"),
		"quotes":         flags.String("quotes", "", "how many quotes at most: 0 to 20, or all (default 3)"),
		"denials":        flags.String("denials", "", "how many denials at most: 0 to 20, or all (default 3)"),
		"include":        flags.String("include", "", "comma list of body, quotes, article, no-comment, why"),
		"lang":           flags.String("lang", "", "language of the card's labels (default: the article's)"),
		"notice":         flags.String("notice", "", "none: do not say that the card was chosen automatically; or a line that says so"),
		"policy":         flags.String("policy", "", "https address that this line leads to"),
		"min-confidence": flags.String("min-confidence", "", "0 to 1: show nothing less sure (default: the card's own thresholds)"),
	}
	explain := flags.Bool("explain", false, "say why each quote has its speaker and its rank, and why each denial is one")
	address := flags.String("url", "", "address of the page, base of its links (default: where it was fetched)")
	pages := parse(flags, args)
	hosts := origin.ParseHosts(os.Getenv("ALLOWED_HOSTS"))
	switch len(pages) {
	case 0:
		at, err := parseOrigin(*own)
		if err != nil {
			return err
		}
		newsroom := &native.Newsroom{Dir: *store, Secret: os.Getenv("EDITS_SECRET")}
		if *store != "" && newsroom.Secret == "" {
			return errors.New("-store needs a secret: EDITS_SECRET=… go run ./demo -store FOLDER")
		}
		return serve(*addr, access{newsroom: newsroom, hosts: hosts, loopback: *loopback, origin: at})
	case 1:
		page, err := open(pages[0], origin.Policy{Hosts: hosts, Loopback: *loopback})
		if err != nil {
			return err
		}
		if *address != "" {
			page.URL = *address
		}
		return print(page, *explain, func(name string) string {
			if value := values[name]; value != nil {
				return *value
			}
			return "" // an option of the API alone
		})
	}
	return fmt.Errorf("give one page at a time, not %d", len(pages))
}

// parse reads flags before and behind the pages, and gives these. What follows "--" is a
// page whatever it looks like.
func parse(flags *flag.FlagSet, args []string) (pages []string) {
	for {
		flags.Parse(args) // ends the program at a wrong flag
		rest := flags.Args()
		if len(rest) == 0 {
			return pages
		}
		if read := len(args) - len(rest); read > 0 && args[read-1] == "--" {
			return append(pages, rest...)
		}
		pages, args = append(pages, rest[0]), rest[1:]
	}
}
