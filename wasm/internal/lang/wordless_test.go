package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// wordless are the stages whose Go code compares with no word: one belongs into a list of its
// language or into its grammar's constants, the name of a kind into a constant of its own.
var wordless = [...]string{"text", "grammar", "people", "quote", "denial", "rank"}

var spelled = regexp.MustCompile(`^[a-z]+(?:['’ -][a-z]+)*$`)

// TestGoCodeNamesNoWords finds the words that Go code asks for: beside == and !=, in a case,
// among the keys of a map or the values of a list, and as beginnings and ends.
func TestGoCodeNamesNoWords(t *testing.T) {
	for _, stage := range wordless {
		files, err := filepath.Glob("../" + stage + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(stage, err)
		}
		var found []string
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range wordsIn(file) {
				found = append(found, filepath.Base(name)+":"+strconv.Itoa(set.Position(word.Pos()).Line)+" "+word.Value)
			}
		}
		if len(found) > 0 {
			t.Errorf("%s names words; each belongs into a list of its language:\n%s", stage, strings.Join(found, "\n"))
		}
	}
}

// wordsIn gives the literals of a file that are compared with words.
func wordsIn(file *ast.File) []*ast.BasicLit {
	var found []*ast.BasicLit
	note := func(all ...ast.Expr) {
		for _, e := range all {
			if pair, ok := e.(*ast.KeyValueExpr); ok {
				e = pair.Key
			}
			if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if word, err := strconv.Unquote(lit.Value); err == nil && spelled.MatchString(word) {
					found = append(found, lit)
				}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				note(n.X, n.Y)
			}
		case *ast.CaseClause:
			note(n.List...)
		case *ast.CompositeLit:
			switch n.Type.(type) {
			case *ast.MapType, *ast.ArrayType:
				note(n.Elts...)
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.SelectorExpr); ok && (strings.HasSuffix(f.Sel.Name, "Prefix") || strings.HasSuffix(f.Sel.Name, "Suffix")) {
				note(n.Args...)
			}
		}
		return true
	})
	return found
}
