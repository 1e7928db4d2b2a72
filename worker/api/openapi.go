package api

import _ "embed"

//go:embed openapi.json
var openAPIDocument []byte

// openAPI answers the API's description, OpenAPI 3.1.
func (s *server) openAPI(x *exchange) *Problem {
	x.header.Set("Content-Type", "application/json")
	x.header.Set("Cache-Control", "public, max-age=3600")
	x.body = openAPIDocument
	return nil
}
