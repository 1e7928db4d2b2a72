package sanitize_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"keypoints/wasm/internal/sanitize"
	"keypoints/worker/build/deployment"
	"keypoints/worker/test/need"
)

// pieces make hostile and harmless HTML when they stand in any order: tags that
// open and do not close, attributes that the policy allows, refuses and looks at
// with patterns, addresses of all kinds, and CSS.
var pieces = strings.Split(strings.ReplaceAll(`<p>|</p>|<p dir="rtl">|<p dir="RTL">|<p dir=auto onclick=alert(1)>|<p style="color: red; background: url(javascript:alert(1))">|<blockquote style="width: expression(alert(1))" lang="en-GB">
<q lang="de">|<em lang="x_1">|<i lang="zh-Hant-TW-x-private1">|<cite lang="">|<li dir=ltr dir=rtl>|<h2 dir=" ltr">|<td colspan="2" rowspan=99999>|<th colspan="-1">|<td colspan="123456">|<td rowspan="1e3">
<time datetime="2026-11-23T10:00:00+01:00">|<time datetime="today">|<time datetime="23">|</time>|<table><tr>|<tr><td style="x:y">|</table>
<a href="https://x.example/a?b=c&amp;d#e">|<a href="http://x.example:80/%zz">|<a href="javascript:alert(1)">|<a href=" java&#10;script:alert(1)">|<a href="data:text/html;base64,PHNj cmlwdD4=">|<a href="data:image/png;base64,iVBORw0K	Ggo=">|<a href="mailto:a@b.example?subject=x y">
<a href="//x.example/">|<a href="/login">|<a href="https://[fe80::1%25eth0]/">|<a href="https://[::1]:8080/">|<a href="https://[::ffff:1.2.3.4]/x">|<a href="https://[1:2]/">|<a href="https://x.example:port/">|<a href="https://u:p@x.example/" target=_blank rel=opener>|<a href="HTTPS://X.EXAMPLE/É?é=“">|<a>|</a>
<img src="https://x.example/a.jpg" alt="A &quot;quote&quot; <b>" width=10 height="20px">|<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">|<img src=x onerror=alert(1)>|<img srcset="https://x.example/b.jpg 2x" src="https://x.example/a b.jpg">
<script>alert("</p>")</script>|<script>|<style>p{background:url(x)}</style>|<style>|</style>|<svg><style><img src=x onerror=alert(1)>|<math><mtext><table><mglyph>|<noscript><p title="</noscript><img src=x onerror=alert(1)>">|<textarea>|<title>|<xmp>|<plaintext>|<iframe srcdoc="<script>">
<!-- a --!> b -->|<!doctype html>|<?php echo 1 ?>|<![CDATA[ x ]]>|<custom-element data-x=1 data-XML="a;b">|<div class=a id=b>|</div>|<template>|&lt;script&gt;|&#x3c;|&notit;|&amp;amp;|text|“words”|é漢|`, "\n", "|")+"\xff\xfe", "|")

// The engine has stand-ins for some packages that bluemonday imports, and the policy
// must not tell.
func TestTheStandInsSanitizeAsTheRealPackages(t *testing.T) {
	node := need.Node(t)
	module := filepath.Join(t.TempDir(), "program.wasm")
	if err := deployment.Engine.CompileOther(need.Root(t), "./wasm/internal/sanitize/testdata/program", module, io.Discard); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 5))
	inputs := append([]string(nil), pieces...)
	for n := range 5000 {
		var b strings.Builder
		for range 1 + n%16 {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		inputs = append(inputs, b.String())
	}
	run := exec.Command(node, "--no-warnings", filepath.Join(need.Root(t), "wasm", "link", "strip", "testdata", "run.mjs"), module)
	list := filepath.Join(t.TempDir(), "inputs")
	if err := os.WriteFile(list, []byte(strings.Join(inputs, "\x00")), 0o644); err != nil {
		t.Fatal(err)
	}
	stdin, err := os.Open(list) // Node's WASI reads no pipe
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	run.Stdin = stdin
	run.Stderr = os.Stderr
	output, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := bytes.Split(bytes.TrimSuffix(output, []byte{0}), []byte{0})
	if len(got) != len(inputs) {
		t.Fatalf("%d answers to %d inputs", len(got), len(inputs))
	}
	changed := 0
	for i, in := range inputs {
		want := sanitize.HTML(in)
		if want != string(got[i]) {
			t.Errorf("%q\nwith the stand-ins %q\nwithout           %q", in, got[i], want)
		}
		if hasCSS(want) {
			t.Errorf("%q leaves CSS in %q", in, want)
		}
		if want != in {
			changed++
		}
	}
	if changed < len(inputs)/2 {
		t.Errorf("only %d of %d inputs are hostile", changed, len(inputs))
	}
}

// hasCSS finds style elements and attributes.
func hasCSS(sanitized string) bool {
	for z := html.NewTokenizer(strings.NewReader(sanitized)); ; {
		if z.Next() == html.ErrorToken {
			return false
		}
		token := z.Token()
		if token.Type != html.TextToken && token.Data == "style" {
			return true
		}
		for _, a := range token.Attr {
			if a.Key == "style" {
				return true
			}
		}
	}
}
