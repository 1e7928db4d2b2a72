package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEachListIsAskedFor finds classes and constants of words that no code and no cue asks for any
// more: a list that nobody reads says nothing, and costs every reader its bytes.
func TestEachListIsAskedFor(t *testing.T) {
	heading := map[string]string{} // by constant; constants of words have none
	asked := map[string]bool{}
	var files []string
	for _, pattern := range []string{"*.go", "../*/*.go", "../../keypoints/*.go", "../../fit/*.go"} {
		some, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, some...)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "../lang/") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		switch name {
		case "class.go", "patterns.go":
			ast.Inspect(file, func(n ast.Node) bool {
				if pair, ok := n.(*ast.KeyValueExpr); ok {
					if word, ok := pair.Value.(*ast.BasicLit); ok {
						heading[pair.Key.(*ast.Ident).Name], _ = strconv.Unquote(word.Value)
					}
				}
				return true
			})
			continue
		case "grammarwords.go":
			ast.Inspect(file, func(n ast.Node) bool {
				if spec, ok := n.(*ast.ValueSpec); ok {
					heading[spec.Names[0].Name] = ""
				}
				return true
			})
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				asked[id.Name] = true
			}
			return true
		})
	}
	if len(heading) < 200 {
		t.Fatalf("only %d classes and words", len(heading))
	}
	var cues strings.Builder
	for _, name := range []string{"en/denial-cues.txt", "en/no-comment-cues.txt", "en/constructions.txt"} {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		cues.Write(content)
	}
	for name, list := range heading {
		if !asked[name] && (list == "" || !strings.Contains(cues.String(), "@"+list)) {
			t.Errorf("nobody asks for %s", name)
		}
	}
}
