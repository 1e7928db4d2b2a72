package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	"keypoints/worker/api"
	"keypoints/worker/build/deployment"
)

// serve answers the API and the demo page until it is stopped. The API answers
// at once; static files wait until they are built.
func serve(addr string, who access) error {
	listener, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is in use already, perhaps by another demo; serve on a free port with -addr 127.0.0.1:0, or on one of your choice", addr)
	} else if err != nil {
		return fmt.Errorf("-addr %s: %w", addr, err)
	}
	handler := who.handler()
	files := &staticFiles{otherwise: handler, built: make(chan struct{})}
	go func() {
		defer close(files.built)
		if files.handler, files.err = publish(handler); files.err != nil {
			fmt.Fprintln(os.Stderr, "demo: only the API is served:", files.err)
			return
		}
		fmt.Printf("Key Points: http://%s\n", listener.Addr())
	}()
	server := &http.Server{
		Handler:           who.guarded(compressed(files)),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
	}
	return server.Serve(listener)
}

// publish builds the engine and the static files.
func publish(otherwise http.Handler) (http.Handler, error) {
	root, err := deployment.Root()
	if err != nil {
		return nil, err
	}
	built := waiting()
	err = deployment.Engine.Compile(root, os.Stderr)
	built()
	if err != nil {
		return nil, err
	}
	site, err := deployment.Publish(root)
	if err != nil {
		return nil, err
	}
	return deployment.Serve(site.Public, otherwise)
}

// waiting says on standard error that something is still at work, until the function it
// gives is called. Go takes a minute for the engine on a machine that never built it.
func waiting() (ended func()) {
	tick := time.NewTicker(2 * time.Second)
	done := make(chan struct{})
	go func() {
		began := time.Now()
		for first := true; ; first = false {
			select {
			case <-tick.C:
			case <-done:
				return
			}
			if first {
				fmt.Fprint(os.Stderr, "the first time takes a minute or two … ")
			}
			fmt.Fprintf(os.Stderr, "%.0f s … ", time.Since(began).Seconds())
		}
	}()
	return func() { tick.Stop(); close(done) }
}

type staticFiles struct {
	otherwise, handler http.Handler
	err                error
	built              chan struct{} // closed when handler and err are set
}

func (s *staticFiles) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if api.Serves(r.URL.Path) || r.URL.Path == "/v1/edits" || r.URL.Path == "/v1/history" {
		s.otherwise.ServeHTTP(w, r)
		return
	}
	<-s.built
	if s.err != nil {
		http.Error(w, "the static files could not be built: "+s.err.Error(), http.StatusInternalServerError)
		return
	}
	s.handler.ServeHTTP(w, r)
}
