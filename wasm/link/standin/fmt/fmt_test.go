package fmt_test

import (
	"errors"
	real "fmt"
	"net/url"
	"testing"

	"keypoints/wasm/link/standin/fmt"
)

func TestErrorsReadAsThoseOfTheRealPackage(t *testing.T) {
	cause := errors.New("broken “here”")
	for _, c := range []struct {
		format string
		values []any
	}{
		{"html: internal error: unknown scope: %d", []any{7}},
		{"%s", []any{cause}},
		{"html: inconsistent Node: DataAtom=%q, Data=%q", []any{"p", "a\nb\xff"}},
		{"unknown token: %v", []any{&url.URL{Scheme: "https", Host: "x.example"}}},
		{"%s %q: %s", []any{"parse", "://x", cause}},
		{"invalid port %q after host: %w", []any{":x", cause}},
		{"100%% of %v, %v and %v", []any{true, nil, uint32(3)}},
		{"missing %s", nil},
	} {
		want, got := real.Errorf(c.format, c.values...), fmt.Errorf(c.format, c.values...)
		if want.Error() != got.Error() {
			t.Errorf("%s: %q, not %q", c.format, got, want)
		}
		if errors.Is(want, cause) != errors.Is(got, cause) {
			t.Errorf("%s: wraps %v", c.format, errors.Unwrap(got))
		}
	}
	if got, want := fmt.Sprint("a", 1, cause), "a1"+cause.Error(); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}
