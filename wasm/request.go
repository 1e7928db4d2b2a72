//go:build wasip1

package main

import (
	"keypoints/wasm/internal/json"
	"keypoints/wasm/keypoints"
)

// readOptions reads the host's options: an object of strings, or nothing.
func readOptions(data []byte) (json.Value, error) {
	if len(data) == 0 {
		return json.Value{}, nil
	}
	options, ok := json.Parse(string(data))
	if !ok || options.Kind != json.Object {
		return options, &keypoints.Error{Code: keypoints.BadOptions, Message: "options must be a JSON object of strings"}
	}
	for _, field := range options.Fields {
		if field.Value.Kind != json.String && field.Value.Kind != json.Null {
			return options, &keypoints.Error{Code: keypoints.BadOptions, Message: "the option " + field.Name + " must be a string"}
		}
	}
	return options, nil
}
