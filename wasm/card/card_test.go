package card

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatNobodyCanTellPrintsAsNothing(t *testing.T) {
	var nobody *Source
	var unstated *Claim
	quote, denial := Quote{}, Denial{}
	for _, got := range []string{nobody.String(), unstated.String(), fmt.Sprint(quote.Speaker), fmt.Sprint(denial.Denier), fmt.Sprintf("%v", denial.Claim)} {
		if got != "" {
			t.Errorf("printed as %q", got)
		}
	}
	for want, source := range map[string]*Source{"Ana Vidal, mayor": {Name: "Ana Vidal", Role: "mayor", Mention: "she"}, "Moscow": {Name: "Moscow"}} {
		if got := fmt.Sprint(source); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := fmt.Sprint(&Claim{Text: "the bridge is shut"}); got != "the bridge is shut" {
		t.Errorf("a claim prints as %q", got)
	}
}

// go doc is the reference of who uses the engine as a library: each name that it shows
// says what it is. A field whose name is the word for it needs no more.
func TestEverythingThatGoDocShowsIsDocumented(t *testing.T) {
	evident := map[string]bool{"Text": true, "Position": true, "Caption": true, "Code": true, "Action": true}
	for _, folder := range []string{".", "../keypoints", "../options"} {
		names, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		set, files := token.NewFileSet(), []*ast.File{}
		for _, name := range names {
			if !strings.HasSuffix(name, "_test.go") {
				file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
				if err != nil {
					t.Fatal(err)
				}
				files = append(files, file)
			}
		}
		p, err := doc.NewFromFiles(set, files, folder)
		if err != nil {
			t.Fatal(err)
		}
		documented := func(name, text string) {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s is not documented", folder, name)
			}
		}
		documented("the package", p.Doc)
		for _, values := range [][]*doc.Value{p.Consts, p.Vars} {
			for _, v := range values {
				documented(strings.Join(v.Names, ", "), v.Doc)
			}
		}
		for _, f := range p.Funcs {
			documented(f.Name, f.Doc)
		}
		for _, typ := range p.Types {
			documented(typ.Name, typ.Doc)
			for _, f := range append(typ.Funcs, typ.Methods...) {
				documented(typ.Name+"."+f.Name, f.Doc)
			}
			for _, spec := range typ.Decl.Specs {
				structure, ok := spec.(*ast.TypeSpec).Type.(*ast.StructType)
				if !ok {
					continue
				}
				for _, field := range structure.Fields.List {
					for _, name := range field.Names {
						if name.IsExported() && !evident[name.Name] {
							documented(typ.Name+"."+name.Name, field.Doc.Text()+field.Comment.Text())
						}
					}
				}
			}
		}
	}
}
