// Command fit fits the weights by which the engine chooses who said a quotation,
// and says what they are worth on articles that they have not seen:
//
//	go run ./wasm/fit GOLD.jsonl...            five folds by article: figures, calibration, risk
//	go run ./wasm/fit -write GOLD.jsonl...     fits on all, and writes wasm/internal/quote/weights.txt and docs/risk.svg
//	go run ./wasm/fit -errors GOLD.jsonl...    the wrong choices, the surest first
//	go run ./wasm/fit -out FILE GOLD.jsonl...  what the engine finds with weights that have not seen the article
//	go run ./wasm/fit -denials GOLD... unread GOLD...
//	                                           the same for denials and their claims: -write, -errors, -labels;
//	                                           what stands behind "unread" is measured, never fitted on,
//	                                           and a folder of pages, *.html.gz, counts where it has labels
//	go run ./wasm/fit -reading GOLD...         how sure the speakers in other languages are: -write, -errors
//	go run ./wasm/fit -without GOLD.jsonl...   what each group of features is worth
//
// A line of GOLD is one article: {"id", "paragraphs": [...], "quotes": [{"text",
// "source": {"type", "names", "heads", "text"} or null}]}. The same gold gives the
// same weights.
package main

import (
	"flag"
	"fmt"
	"os"
)

const weightsPath, curvePath = "wasm/internal/quote/weights.txt", "docs/risk.svg"

func main() {
	write := flag.Bool("write", false, "fit on all articles, and write "+weightsPath+" and "+curvePath)
	out := flag.String("out", "", "write the quotations of each article, by weights that have not seen it, for a scorer: a line {\"id\", \"quotes\": [{\"text\", \"speaker\", \"confidence\"}]} an article")
	without := flag.Bool("without", false, "say what each feature is worth: fits once more without it, which takes minutes")
	errors := flag.Bool("errors", false, "list the wrong choices, the surest first")
	ridge := flag.Float64("ridge", 3e-4, "how much large weights cost, a quotation")
	denials := flag.Bool("denials", false, "fit the weights of denials and their claims instead, on gold with denials")
	labels := flag.String("labels", "wasm/fit/testdata/denial-labels.tsv", "what was read in articles that have no gold of denials")
	other := flag.Bool("reading", false, "fit how sure the speakers in other languages than English are, on gold with \"lang\"")
	flag.Parse()
	if *other && flag.NArg() > 0 {
		if err := fitReading(flag.Args(), readingRidge, *write, *errors); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if *denials && flag.NArg() > 0 {
		if err := fitDenials(flag.Args(), *labels, *write, *errors); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		return
	}
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "fit: name the gold files, such as ../shared/eval/quotes/train.jsonl")
		os.Exit(2)
	}
	articles, err := read(flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
	examples, all := prepare(articles)
	others, err := readSpeech(speechFile)
	if err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
	all = append(all, others...)
	printSpeech(os.Stdout, all)
	r := crossValidate(examples, *ridge, nil)
	r.print(os.Stdout)
	if *out != "" {
		if err := writeUnseen(*out, articles, all, r); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
	}
	if *errors {
		r.printErrors(os.Stdout)
	}
	if *without {
		printWithout(os.Stdout, examples, *ridge, r)
	}
	if *write {
		weights := fit(examples, *ridge, nil)
		if err := os.WriteFile(weightsPath, format(weights, fitSpeech(all, -1), r.knots()), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		if err := os.WriteFile(curvePath, []byte(r.curve()), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "fit:", err)
			os.Exit(1)
		}
		fmt.Println("wrote", weightsPath, "and", curvePath)
	}
}
