// Command demo shows Key Points on one machine with nothing but Go installed.
//
//	go run ./demo [-addr 127.0.0.1:8787]          serves the API and the demo page; -loopback and -origin: see guard.go
//	go run ./demo [-format markdown] page.html    prints the card of a file, "-" for standard input
//	go run ./demo -explain page.html              says why each quote has its speaker
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

func run(args []string) error {
	flags := flag.NewFlagSet("demo", flag.ExitOnError)
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "go run ./demo [flags]              serve the API and the demo page\ngo run ./demo [flags] page.html    print the card of a file, - for standard input")
		flags.PrintDefaults()
	}
	addr := flags.String("addr", "127.0.0.1:8787", "address to serve on")
	loopback := flags.Bool("loopback", false, "let pages of this machine's own web servers be fetched, over http too, by who uses the server itself")
	store := flags.String("store", "", "folder in which editors' work is kept, behind the secret in EDITS_SECRET")
	own := flags.String("origin", "", "address that clients reach the server under, such as https://cards.example.com, where it is not -addr")
	values := map[string]*string{
		"format":         flags.String("format", "", "json, html, page, jsonld or markdown (the default for a file)"),
		"quotes":         flags.String("quotes", "", "how many quotes at most: 0 to 20, or all (default 3)"),
		"denials":        flags.String("denials", "", "how many denials at most: 0 to 20, or all (default 3)"),
		"include":        flags.String("include", "", "comma list of body, quotes, article, no-comment"),
		"lang":           flags.String("lang", "", "language of the card's labels (default: the article's)"),
		"notice":         flags.String("notice", "", "none: do not say that the card was chosen automatically"),
		"min-confidence": flags.String("min-confidence", "", "0 to 1: show nothing less sure (default: the card's own thresholds)"),
	}
	explain := flags.Bool("explain", false, "say why each quote has its speaker and its rank, and why each denial is one")
	address := flags.String("url", "", "address of the page, base of its links")
	flags.Parse(args)
	switch flags.NArg() {
	case 0:
		at, err := parseOrigin(*own)
		if err != nil {
			return err
		}
		newsroom := &native.Newsroom{Dir: *store, Secret: os.Getenv("EDITS_SECRET")}
		if *store != "" && newsroom.Secret == "" {
			return errors.New("-store needs a secret: EDITS_SECRET=… go run ./demo -store FOLDER")
		}
		return serve(*addr, access{newsroom: newsroom, hosts: origin.ParseHosts(os.Getenv("ALLOWED_HOSTS")), loopback: *loopback, origin: at})
	case 1:
		option := func(name string) string {
			if value := values[name]; value != nil {
				return *value
			}
			return "" // an option of the API alone
		}
		return print(flags.Arg(0), *address, option, *explain)
	}
	return fmt.Errorf("give one file at a time, not %d", flags.NArg())
}
