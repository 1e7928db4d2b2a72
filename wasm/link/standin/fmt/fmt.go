// Package fmt stands in for the standard library's in engine.wasm, see
// wasm/link/standin. What the engine links of other packages formats only errors, of
// strings, numbers and other errors, which no card shows; the real package brings
// reflection, files and the operating system with it.
package fmt

import (
	"io"
	"strconv"
)

// Stringer is a value that says what it is.
type Stringer interface{ String() string }

// Sprintf knows the verbs s, d, v, w and q without flags.
func Sprintf(format string, values ...any) string {
	var b []byte
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b = append(b, format[i])
			continue
		}
		i++
		switch {
		case format[i] == '%':
			b = append(b, '%')
		case len(values) == 0:
			b = append(b, "%!"...)
			b = append(b, format[i])
			b = append(b, "(MISSING)"...)
		case format[i] == 'q':
			b = strconv.AppendQuote(b, text(values[0]))
			values = values[1:]
		default:
			b = append(b, text(values[0])...)
			values = values[1:]
		}
	}
	return string(b)
}

// text is what %v prints of the types that are formatted here.
func text(value any) string {
	switch v := value.(type) {
	case nil:
		return "<nil>"
	case error:
		return v.Error()
	case Stringer:
		return v.String()
	case string:
		return v
	case []byte:
		return string(v)
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case uint32:
		return strconv.FormatUint(uint64(v), 10)
	}
	return "?"
}

type formatted struct {
	message string
	wrapped error
}

func (e *formatted) Error() string { return e.message }
func (e *formatted) Unwrap() error { return e.wrapped }

// Errorf wraps the first error among the values if the format has %w.
func Errorf(format string, values ...any) error {
	e := &formatted{message: Sprintf(format, values...)}
	for i := 0; i+1 < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		if i++; format[i] == 'w' {
			for _, value := range values {
				if err, ok := value.(error); ok {
					e.wrapped = err
					return e
				}
			}
		}
	}
	return e
}

// Sprint joins the texts of values.
func Sprint(values ...any) string {
	s := ""
	for _, value := range values {
		s += text(value)
	}
	return s
}

// Fprintf writes what Sprintf gives.
func Fprintf(w io.Writer, format string, values ...any) (int, error) {
	return io.WriteString(w, Sprintf(format, values...))
}

// Println prints nothing: the engine has no output.
func Println(values ...any) (int, error) { return 0, nil }
