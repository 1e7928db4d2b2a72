package fragment

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
)

func TestForLeadsToThePassage(t *testing.T) {
	long := strings.Repeat("The harbor board met again on Tuesday to hear the engineers. ", 6)
	for _, c := range []struct{ name, body, passage, want string }{
		{"a short passage stands in full", "The mayor spoke. The bridge is safe.", "The bridge is safe.", "The%20bridge%20is%20safe."},
		{"dash, comma and ampersand are encoded", "Well, the co-op & its board won.", "Well, the co-op & its board won.",
			"Well%2C%20the%20co%2Dop%20%26%20its%20board%20won."},
		{"a repeated passage gets the words before it", "We are ready. He said: We are ready.", "We are ready.@2", "said%3A-,We%20are%20ready."},
		{"the first of two needs none", "We are ready. He said: We are ready.", "We are ready.", "We%20are%20ready."},
		{"case does not tell two apart", "WE ARE READY. Later: we are ready.", "we are ready.", "Later%3A-,we%20are%20ready."},
		{"a mark before the passage belongs to the prefix", "I know, he said. She said, “I know,” too.", "I know,@2", "said%2C%20%E2%80%9C-,I%20know%2C"},
		{"the paragraph before gives the prefix at a paragraph's start", "Yes. One two.\n\nYes. Three.", "Yes.@2", "two.-,Yes."},
		{"a long passage is a range", "Lead. " + long + "And then all of them went home for the night.", long + "And then all of them went home for the night.",
			"The%20harbor%20board%20met,home%20for%20the%20night."},
		{"a passage over paragraphs is a range", "A b c d e f.\n\nG h i j k l.", "A b c d e f.\n\nG h i j k l.", "A%20b%20c%20d,i%20j%20k%20l."},
		{"the passage's spaces are trimmed", "One two three.", " two ", "two"},
		{"ideographs count as words", "他说。\n\n" + strings.Repeat("港口委员会周二开会听取了工程师的意见", 20) + "。", strings.Repeat("港口委员会周二开会听取了工程师的意见", 20) + "。",
			url.PathEscape("港口委员") + "," + "*"},
	} {
		t.Run(c.name, func(t *testing.T) {
			passage, second := strings.CutSuffix(c.passage, "@2")
			start := strings.Index(c.body, passage)
			if second {
				start = strings.LastIndex(c.body, passage)
			}
			got := strings.TrimPrefix(New(c.body).For(start, start+len(passage)), "#:~:text=")
			if want, open := strings.CutSuffix(c.want, "*"); got != want && !(open && strings.HasPrefix(got, want)) {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestForMindsTheHeadline(t *testing.T) {
	body := "The mayor said: we will not pay."
	start := strings.Index(body, "we will")
	if got, want := New(body, "We will not pay. Really", "").For(start, len(body)), "#:~:text=said%3A-,we%20will%20not%20pay."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestForGivesNothingForWhatIsNoPassage(t *testing.T) {
	x := New("One two.")
	for _, r := range [][2]int{{0, 0}, {3, 3}, {3, 4}, {5, 2}, {-1, 2}, {2, 99}} {
		if got := x.For(r[0], r[1]); got != "" {
			t.Errorf("For(%d, %d) = %q", r[0], r[1], got)
		}
	}
}

func TestSearchingIsBounded(t *testing.T) {
	var body strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&body, "“Number %d.” ", i)
	}
	x := New(body.String())
	passages := 0
	for i, end := 0, 0; i < 100_000; i++ {
		start := end + strings.Index(x.text[end:], "Number")
		end = start + strings.IndexByte(x.text[start:], '.') + 1
		if got, want := x.For(start, end), fmt.Sprintf("#:~:text=Number%%20%d.", i); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		if x.work > 0 {
			passages++
		}
	}
	if passages < 1_000 || passages == 100_000 {
		t.Errorf("%d passages used up the work", passages)
	}
}

func FuzzForDecodesToWordsOfTheBody(f *testing.F) {
	f.Add("One, two. One, two.\n\nThree – “four”", 10, 30)
	f.Add("港口委员会周二开会", 0, 9)
	f.Fuzz(func(t *testing.T, body string, start, end int) {
		body = strings.ToValidUTF8(body, "?")
		fragment := New(body, "One").For(start, end)
		if fragment == "" {
			return
		}
		for part := range strings.SplitSeq(strings.TrimPrefix(fragment, "#:~:text="), ",") {
			part = strings.TrimSuffix(strings.TrimPrefix(part, "-"), "-")
			words, err := url.PathUnescape(part)
			if err != nil || !strings.Contains("One\n\n"+body, words) {
				t.Errorf("%q of %q does not stand in the body", words, fragment)
			}
		}
	})
}
