package fragment

import (
	"strings"
	"testing"
)

// onPage finds the last passage of a body that is the page's lines which begin with "*".
// "[x]" in a line stands for words that only the page has, "{x}" for marks that only the
// body has.
func onPage(page, passage string) string {
	var text, body strings.Builder
	var places []Place
	var seams [][2]int
	for line := range strings.SplitSeq(page, "\n") {
		line, kept := strings.CutPrefix(line, "*")
		var words strings.Builder
		for line != "" {
			at := strings.IndexAny(line, "[{")
			if at < 0 {
				words.WriteString(line)
				break
			}
			words.WriteString(line[:at])
			end := strings.IndexAny(line, "]}")
			start := text.Len() + words.Len()
			if line[at] == '{' {
				words.WriteString(line[at+1 : end])
			}
			seams = append(seams, [2]int{start, text.Len() + words.Len()})
			line = line[end+1:]
		}
		if kept {
			places = append(places, Place{body.Len(), text.Len()})
			body.WriteString(words.String() + "\n\n")
		}
		text.WriteString(words.String() + "\n")
	}
	start := strings.LastIndex(body.String(), passage)
	return strings.TrimPrefix(OnPage(text.String(), places, seams).For(start, start+len(passage)), "#:~:text=")
}

func TestForMindsAllThatThePageReads(t *testing.T) {
	for _, c := range []struct{ name, page, passage, want string }{
		{"a caption before it has the same words", "The pier is safe.\n*She said the pier is safe.", "the pier is safe.", "said-,the%20pier%20is%20safe."},
		{"what is before it on the page is its prefix", "Safe now.\n*One.\nAn advertisement\n*Safe now.", "Safe now.", "advertisement-,Safe%20now."},
		{"a twin after it does not matter", "*It is safe now.\nIt is safe now.", "It is safe now.", "It%20is%20safe%20now."},
		{"a footnote's mark parts it", "*It will be mended [1]in the spring.", "It will be mended in the spring.", "It%20will%20be%20mended,the%20spring."},
		{"a word with a mark behind it is left out of the part", "*It is mended[1] in the spring, he said.", "It is mended in the spring", "It%20is,in%20the%20spring"},
		{"marks that browsers draw are left out", "*He said {“}I came, {‘}I saw{’}, I won{”}.", "“I came, ‘I saw’, I won”", "I%20came%2C,%2C%20I%20won"},
		{"a prefix does not go over a seam", "*Safe now. So[2] safe now. They.", "safe now.", "safe%20now.,-They."},
		{"the words behind tell apart what the words before do not", "*“Safe,” said Ann.\n*“Safe,” said Bo.", "Safe,", "%E2%80%9C-,Safe%2C,-%E2%80%9D%20said%20Bo."},
		{"the opening mark does where nothing else can", "*One.\n*“Safe,” said Ann.\n*Two.\n*“Safe,” said Ann.", "Safe,", "Two.-,%E2%80%9CSafe%2C"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := onPage(c.page, c.passage); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
