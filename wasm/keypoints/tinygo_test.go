package keypoints_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// unfit packages rely on reflection, on a network or on processes, which TinyGo's
// wasip1 has in part or not at all.
var unfit = []string{"encoding/gob", "encoding/json", "encoding/xml", "encoding/asn1", "expvar", "html/template", "log/slog",
	"net", "net/http", "net/rpc", "os/exec", "os/signal", "plugin", "reflect", "runtime/cgo", "runtime/pprof", "runtime/trace",
	"testing", "text/template", "crypto/tls"}

// The engine is to stay compilable by TinyGo: a program of the same packages came out
// 4.5 times smaller. Where TinyGo is not installed these rules stand in for it.
func TestTheEngineUsesNothingThatTinyGoLacks(t *testing.T) {
	files := token.NewFileSet()
	read := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "link" || d.Name() == "fit" || d.Name() == "testdata" || d.Name() == "widget") {
			return orSkip(err)
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		read++
		for _, fault := range faults(file) {
			t.Errorf("%s: %s", files.Position(fault.at), fault.why)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 50 {
		t.Fatalf("only %d files were read", read)
	}
}

func orSkip(err error) error {
	if err != nil {
		return err
	}
	return fs.SkipDir
}

type fault struct {
	at  token.Pos
	why string
}

// faults are the constructs of a file that TinyGo's wasip1 cannot run.
func faults(file *ast.File) (found []fault) {
	for _, imported := range file.Imports {
		if path, _ := strconv.Unquote(imported.Path.Value); slices.Contains(unfit, path) {
			found = append(found, fault{imported.Pos(), "imports " + path})
		}
	}
	for _, group := range file.Comments {
		for _, line := range group.List {
			if strings.HasPrefix(line.Text, "//go:linkname") {
				found = append(found, fault{line.Pos(), "reaches into the standard library by go:linkname"})
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = append(found, fault{n.Pos(), "starts a goroutine: TinyGo would rewrite every function for that"})
		case *ast.SelectStmt:
			found = append(found, fault{n.Pos(), "selects among channels"})
		case *ast.CallExpr:
			if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "recover" && name.Obj == nil {
				found = append(found, fault{n.Pos(), "recovers from a panic, which ends the instance in wasm"})
			}
		}
		return true
	})
	return found
}

func TestTheRulesForTinyGoFindWhatTheyNameAndNothingElse(t *testing.T) {
	for source, want := range map[string]int{
		`package a; import "encoding/json"; var _ = json.Valid`:                                                           1,
		`package a; func f() { defer func() { recover() }() }`:                                                            1,
		`package a; func f() { go f(); select {} }`:                                                                       2,
		"package a\n\nimport _ \"unsafe\"\n\n//go:linkname f runtime.f\nfunc f()":                                         1,
		`package a; import ("strings"; "sync"); func recovered() { _ = strings.ToUpper("recover()"); _ = sync.OnceFunc }`: 0,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if got := faults(file); len(got) != want {
			t.Errorf("%s\ngives %d faults, not %d: %v", source, len(got), want, got)
		}
	}
}

// answers prints, for each page, the code and the card of an engine.
const answers = `import { readFileSync } from "node:fs";
const [engine, glue, ...pages] = process.argv.slice(1);
const { Engine } = await import(glue);
const e = await Engine.from(readFileSync(engine));
for (const page of pages) {
  const { code, bytes } = e.summarize({ url: "https://news.example/story", quotes: "all", denials: "all", include: "body,quotes,article,no-comment" }, readFileSync(page));
  console.log(page, code, Buffer.from(bytes).toString("base64"));
}`

func TestTinyGoBuildsAnEngineThatGivesTheSameBytes(t *testing.T) {
	tinygo, err := exec.LookPath("tinygo")
	if err != nil {
		t.Skip("TinyGo is not installed (https://tinygo.org); the rules above stand in for it")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("needs Node to run both engines")
	}
	pages, err := filepath.Glob("testdata/pages/*.*")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages: ", err)
	}
	glue, err := filepath.Abs("../widget/engine.mjs")
	if err != nil {
		t.Fatal(err)
	}
	run := func(compiler string, flags ...string) []byte {
		t.Helper()
		engine := filepath.Join(t.TempDir(), "engine.wasm")
		build := exec.Command(compiler, append(append([]string{"build", "-buildmode=c-shared"}, flags...), "-o", engine, "..")...)
		build.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
		if message, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", compiler, err, message)
		}
		command := exec.Command(node, append([]string{"--input-type=module", "-e", answers, engine, "file://" + glue}, pages...)...)
		command.Stderr = os.Stderr
		out, err := command.Output()
		if err != nil {
			t.Fatalf("the engine of %s: %v", compiler, err)
		}
		return out
	}
	standard, tiny := bytes.Split(run("go"), []byte("\n")), bytes.Split(run(tinygo, "-target=wasip1", "-opt=z", "-scheduler=none", "-gc=leaking", "-stack-size=1MB"), []byte("\n"))
	if len(standard) <= len(pages) || len(standard) != len(tiny) {
		t.Fatalf("%d answers, %d of TinyGo's, for %d pages", len(standard), len(tiny), len(pages))
	}
	for i := range standard {
		if !bytes.Equal(standard[i], tiny[i]) {
			t.Errorf("standard %.200s\nTinyGo   %.200s", standard[i], tiny[i])
		}
	}
}
