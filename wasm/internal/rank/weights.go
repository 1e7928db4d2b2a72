package rank

// The weights of a quotation's features.
const (
	wSpeaker    = 2.0
	wNamed      = 0.6
	wCentrality = 0.5
	wVoice      = 0.5
	wInHead     = 0.5
	wHeadline   = 1.0
	wLead       = 0.8
	wTopic      = 0.5
	wPosition   = -0.5
	wSentence   = 0.8
	wComplete   = 0.3
	wQuestion   = -0.8
	wDangling   = -0.3
	wDenial     = 0.3

	sameSpeaker = 0.4
	sameWords   = 1.0
	spread      = 3 // how many quotations the card must spread over speakers

	leastWords = 6 // a main quote has at least six words
)

func (f features) fit() bool { return f.words >= leastWords }

func (f features) score() float64 {
	on := func(b bool, w float64) float64 {
		if b {
			return w
		}
		return 0
	}
	return on(f.speaker, wSpeaker) + on(f.named, wNamed) + wCentrality*f.centrality + wVoice*f.voice + on(f.inHead, wInHead) +
		wHeadline*f.headline + wLead*f.lead + wTopic*f.topic + wPosition*f.position + on(f.sentence, wSentence) +
		on(f.complete, wComplete) + on(f.question, wQuestion) + on(f.dangling, wDangling) + on(f.denial, wDenial) + f.length()
}

// length prefers quotations that stand alone and can be read at a glance.
func (f features) length() float64 {
	switch {
	case f.words < 8:
		return -1
	case f.words < 12:
		return -0.3
	case f.words <= 50:
		return 0.3
	case f.words <= 75:
		return 0
	}
	return -0.5
}

// pointing words begin a sentence that leans on the one before.
var pointing = map[string]bool{"it": true, "that": true, "this": true, "he": true, "she": true, "they": true, "and": true, "but": true, "so": true, "those": true, "these": true}

// common are longer words that carry no topic.
var common = map[string]bool{}
