package deployment

import (
	"errors"
	"os"
	"testing"

	"keypoints/wasm/link/strip"
)

func TestAGoThatIsNotKnownLinksItsLibraryAsItIs(t *testing.T) {
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, version := range []string{"go1.25.9", "go1.27.0", "go1.260", "devel go1.27-0123abc", ""} {
		if flags, err := Engine.slim(root, version); err == nil || flags != nil {
			t.Errorf("%q is built with %v", version, flags)
		}
	}
}

// The linker's tools know one version of Go. With another one engine.wasm is twice as
// large, which a build says and go on; a test run that is to be complete fails.
func TestTheInstalledGoIsTheOneThatTheToolsKnow(t *testing.T) {
	version, err := goEnv("GOVERSION")
	if err != nil {
		t.Fatal(err)
	}
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	_, slim := Engine.slim(root, version)
	if err := errors.Join(strip.Known(version), slim); err != nil {
		if os.Getenv("KEYPOINTS_REQUIRE_ALL") == "1" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}
