package date

import "testing"

func TestDatesAsPagesWriteThem(t *testing.T) {
	for _, c := range []struct {
		in    string
		order Order
		want  string
	}{
		{"2016-12-22T10:43:37-0800", DayFirst, "2016-12-22T10:43:37-08:00"},
		{"2016-12-22T10:43:37.123Z", DayFirst, "2016-12-22T10:43:37Z"},
		{"2016-12-22 10:43", DayFirst, "2016-12-22T10:43"},
		{"20191119", DayFirst, "2019-11-19"},
		{"2019/11/19", DayFirst, "2019-11-19"},
		{"1574208000", DayFirst, "2019-11-20T00:00:00Z"},
		{"1574208000000", DayFirst, "2019-11-20T00:00:00Z"},
		{"9/11/13", MonthFirst, "2013-09-11"},
		{"9/11/13", DayFirst, "2013-11-09"},
		{"22/12/2016", MonthFirst, "2016-12-22"},
		{"15.03.2022, 14:05 Uhr", DayFirst, "2022-03-15T14:05"},
		{"March 15, 2022", DayFirst, "2022-03-15"},
		{"Published Feb. 23, 2015 -- 8:36 p.m.", MonthFirst, "2015-02-23T20:36"},
		{"posted on April 21st, 2015", DayFirst, "2015-04-21"},
		{"Tue, 19 Nov 2019 14:02:11 +0100", DayFirst, "2019-11-19T14:02:11+01:00"},
		{"7 de diciembre de 2017", DayFirst, "2017-12-07"},
		{"15. März 2022", DayFirst, "2022-03-15"},
		{"2022. március 15. 8:10", DayFirst, "2022-03-15T08:10"},
		{"1. listopadu 2021", DayFirst, "2021-11-01"},
		{"2019年11月5日", DayFirst, "2019-11-05"},
		{"29 February 2023", DayFirst, ""},
		{"31/02/2020", DayFirst, ""},
		{"version 10.2.7", DayFirst, ""},
		{"May 5", DayFirst, ""},
		{"", DayFirst, ""},
	} {
		if got := Iso(c.in, c.order); got != c.want {
			t.Errorf("Iso(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFindGivesTheDatesPlace(t *testing.T) {
	text := "News Desk March 15, 2022 in Oslo"
	iso, start, end := Find(text, DayFirst)
	if iso != "2022-03-15" || text[start:end] != "March 15, 2022" {
		t.Errorf("got %q at %q", iso, text[start:end])
	}
}

func FuzzIso(f *testing.F) {
	f.Add("Tue, 19 Nov 2019 14:02:11 +0100")
	f.Add("9/11/13")
	f.Fuzz(func(t *testing.T, s string) {
		Iso(s, DayFirst)
		if iso, start, end := Find(s, MonthFirst); iso != "" && (start < 0 || end > len(s) || start >= end) {
			t.Fatalf("place %d:%d in %d bytes", start, end, len(s))
		}
	})
}
