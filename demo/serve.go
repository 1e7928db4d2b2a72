package main

import (
	"fmt"
	"net"
	"net/http"
	"time"

	"keypoints/wasm/keypoints"
	"keypoints/worker/api"
	"keypoints/worker/native"
)

// serve answers the API and the demo page until it is stopped.
func serve(addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           api.New(api.Config{Engine: native.Engine{}, Version: keypoints.Version}),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
	}
	fmt.Printf("Key Points: http://%s\n", listener.Addr())
	return server.Serve(listener)
}
