package unique_test

import (
	"strconv"
	"testing"

	"keypoints/wasm/link/standin/unique"
)

func TestHandlesAreEqualWhereValuesAre(t *testing.T) {
	type zone struct{ name string }
	if one, other := unique.Make(zone{"eth0"}), unique.Make(zone{"eth0"}); one != other {
		t.Error("one zone, two handles")
	}
	if unique.Make(zone{"eth0"}) == unique.Make(zone{"eth1"}) {
		t.Error("two zones, one handle")
	}
	type other zone
	if got := unique.Make(other{"eth0"}).Value(); got.name != "eth0" {
		t.Errorf("the value is %v", got)
	}
	first := unique.Make(zone{"first"})
	for i := range 5000 { // more than are kept
		if got := unique.Make(zone{strconv.Itoa(i)}).Value().name; got != strconv.Itoa(i) {
			t.Fatalf("%d gives %s", i, got)
		}
	}
	if unique.Make(zone{"first"}) != first {
		t.Error("a zone lost its handle")
	}
}
