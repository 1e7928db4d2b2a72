package native

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/url"
	"time"

	"keypoints/worker/api"
)

// maxVersions is how many versions of a page are kept.
const maxVersions = 50

// version is a card as it stood.
type version struct {
	When     string          `json:"when,omitempty"`
	Engine   string          `json:"engine"`
	Headline *string         `json:"headline"`
	Options  string          `json:"options"`
	Edits    json.RawMessage `json:"edits"`
	Items    []item          `json:"items"`
}

type item struct {
	ID      string  `json:"id"`
	Kind    string  `json:"kind"`
	Text    string  `json:"text"`
	Speaker *string `json:"speaker"`
	Role    *string `json:"role"`
	Edited  bool    `json:"edited,omitempty"`
}

type source struct{ Name, Role *string }

type posted struct {
	ID, Text, Kind  string
	Speaker, Denier *source
	Edited          bool
}

// Note writes down a card that was made for readers, if it differs from the last with the
// same options. Cards in JSON alone are: the other formats are made of the same items. A
// failing store is logged and harms nobody.
func (n *Newsroom) Note(page string, query url.Values, edits string, body []byte) {
	if n.Dir == "" || n.Secret == "" {
		return
	}
	if err := n.note(canonical(page), query, edits, body); err != nil {
		log.Println("a card's history was not written:", err)
	}
}

func (n *Newsroom) note(page string, query url.Values, edits string, body []byte) error {
	var card struct {
		Engine          string
		Article         struct{ Headline *string }
		Quotes, Denials []posted
	}
	if err := json.Unmarshal(body, &card); err != nil {
		return err
	}
	if edits == "" {
		edits = NoEdits
	}
	var list struct{ Edits json.RawMessage }
	if err := json.Unmarshal([]byte(edits), &list); err != nil {
		return err
	}
	query.Del("url")
	v := version{Engine: card.Engine, Headline: card.Article.Headline, Options: query.Encode(), Edits: list.Edits, Items: []item{}}
	for _, p := range append(card.Quotes, card.Denials...) {
		i := item{ID: p.ID, Kind: "quote", Text: p.Text, Edited: p.Edited}
		if p.Kind != "" {
			i.Kind, p.Speaker = "denial", p.Denier
		}
		if p.Speaker != nil {
			i.Speaker, i.Role = p.Speaker.Name, p.Speaker.Role
		}
		v.Items = append(v.Items, i)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	text, err := n.read("history", page, "[]")
	if err != nil {
		return err
	}
	var kept []version
	if err := json.Unmarshal([]byte(text), &kept); err != nil {
		return err
	}
	for _, last := range kept {
		if last.Options == v.Options {
			last.When = ""
			x, _ := json.Marshal(last)
			if y, _ := json.Marshal(v); bytes.Equal(x, y) {
				return nil
			}
			break
		}
	}
	v.When = time.Now().UTC().Format("2006-01-02T15:04:05.000Z")
	kept = append([]version{v}, kept...)
	out, err := json.Marshal(kept[:min(len(kept), maxVersions)])
	if err != nil {
		return err
	}
	return n.write("history", page, string(out))
}

func (n *Newsroom) history(w http.ResponseWriter, r *http.Request) {
	page, ok := n.open(w, r, "GET", "HEAD")
	if !ok {
		return
	}
	w.Header().Set("Vary", "Accept")
	form := wantedForm(r)
	if form == "" {
		api.Refuse(w, r, "bad-options", "format must be json or html")
		return
	}
	n.mu.Lock()
	text, err := n.read("history", page, "[]")
	n.mu.Unlock()
	var versions []version
	if err == nil && form == "html" {
		err = json.Unmarshal([]byte(text), &versions)
	}
	switch {
	case err != nil:
		w.Header().Set("Retry-After", "5")
		api.Refuse(w, r, "store-failed", "")
	case form == "html":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", historyPolicy)
		w.Header().Set("Cache-Control", "no-store")
		io.WriteString(w, historyPage(page, versions))
	default:
		quoted, _ := json.Marshal(page)
		answerJSON(w, `{"url":`+string(quoted)+`,"versions":`+text+"}\n")
	}
}
