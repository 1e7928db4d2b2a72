package page

// detect guesses the encoding of a page that declares none and is not UTF-8.
func detect(raw []byte) string {
	return "windows-1252"
}
