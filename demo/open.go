package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"keypoints/wasm/keypoints"
	"keypoints/worker/native"
	"keypoints/worker/origin"
)

// open gets a page from where the terminal names it: an address, "-" for standard input,
// or a file. Only addresses that the policy allows are fetched, as by the server.
func open(name string, policy origin.Policy) (keypoints.Page, error) {
	if scheme, _, ok := strings.Cut(name, "://"); ok && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http")) {
		return fetch(name, policy)
	}
	file, contentType := os.Stdin, ""
	if name != "-" {
		var err error
		if file, err = os.Open(name); err != nil {
			if errors.Is(err, fs.ErrNotExist) && strings.HasPrefix(name, "www.") {
				return keypoints.Page{}, fmt.Errorf("%w; an address begins with https://", err)
			}
			return keypoints.Page{}, err
		}
		defer file.Close()
		if strings.EqualFold(filepath.Ext(name), ".txt") {
			contentType = "text/plain"
		}
	}
	content, err := io.ReadAll(file)
	if err != nil {
		return keypoints.Page{}, err
	}
	if contentType == "" && !bytes.ContainsRune(content, '<') { // no page is without a tag
		contentType = "text/plain"
	}
	return keypoints.PageOf(content, contentType, ""), nil
}

// fetch gets a page from its publisher, or says why not and how to allow it.
func fetch(address string, policy origin.Policy) (keypoints.Page, error) {
	fetcher := origin.Fetcher{Policy: policy, Transport: native.Transport(policy)}
	got, err := fetcher.Fetch(context.Background(), address, origin.Validators{})
	if err != nil {
		return keypoints.Page{}, fmt.Errorf("%s is not read: %w%s", address, err, permission(address, policy, err))
	}
	return keypoints.PageOf(got.Body, got.ContentType, got.URL), nil
}

// permission is the line that lets a refused address be fetched, or "" where none does.
func permission(address string, policy origin.Policy, err error) string {
	var refused *origin.Refusal
	if _, now := policy.Check(address); now == nil || !errors.As(err, &refused) {
		return ""
	}
	if _, still := (origin.Policy{Loopback: true}).Check(address); still == nil {
		return "\nto allow this machine's own servers: go run ./demo -loopback " + address
	}
	if refused.Problem == "host-not-allowed" {
		host, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(address), "https://"), "/")
		listed := append(policy.Hosts, host)
		if _, still := (origin.Policy{Hosts: listed}).Check(address); still == nil {
			return fmt.Sprintf("\nto allow it: ALLOWED_HOSTS=%s go run ./demo %s", strings.Join(listed, ","), address)
		}
	}
	return ""
}
