package deployment

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
)

// asIntegrity is where a file of the widget names the content that another has.
var asIntegrity = regexp.MustCompile(`__INTEGRITY_([a-z./-]+)__`)

// vouch minifies the widget's files and writes into each the hash of those that it
// loads: embed.js knows its module, and that knows engine.wasm. A page that gives
// embed.js an integrity so pins all of them.
func vouch(files map[string][]byte) error {
	const begun, done = 1, 2
	state := map[string]int{}
	var finish func(name string) error
	finish = func(name string) error {
		content, ok := files[name]
		if !ok || state[name] == begun {
			return fmt.Errorf("the integrity of %s cannot be told: it is missing, or loads itself", name)
		}
		if state[name] == done {
			return nil
		}
		state[name] = begun
		content, err := minified(name, content)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, match := range asIntegrity.FindAllSubmatch(content, -1) {
			if err := finish(string(match[1])); err != nil {
				return err
			}
		}
		files[name] = asIntegrity.ReplaceAllFunc(content, func(placeholder []byte) []byte {
			sum := sha256.Sum256(files[string(asIntegrity.FindSubmatch(placeholder)[1])])
			return []byte("sha256-" + base64.StdEncoding.EncodeToString(sum[:]))
		})
		state[name] = done
		return nil
	}
	for name := range files {
		if err := finish(name); err != nil {
			return err
		}
	}
	return nil
}
