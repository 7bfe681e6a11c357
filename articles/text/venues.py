"""Where words were spoken or written: in a post on X, at a rally in Springfield, told a paper."""

from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.english.nouns import DOCUMENTS, TIMES
from articles.text.findings import Span
from articles.text.phrases import NOUN_PHRASE, Phrase

OCCASIONS = DOCUMENTS | listed(
    """
    rally briefing conference hearing debate event meeting summit forum gathering convention ceremony dinner lunch
    breakfast luncheon appearance address testimony broadcast programme program show podcast call session
    town-hall hall press-conference conversation discussion lecture trial phone telephone radio television tv
    webcast livestream exchange reception vigil march protest panel inauguration funeral visit stop fundraiser
    parliament court congress blog diary newsletter chat twitter facebook instagram youtube telegram tiktok
    snapchat linkedin x reddit truth mastodon bluesky weibo whatsapp weblog segment monologue
    campaign-stop keynote sermon homily
    """
)
_PLATFORMS = listed("x twitter facebook instagram youtube telegram tiktok truth linkedin reddit mastodon bluesky weibo")
_LEADS = {"in", "on", "at", "during", "via", "to", "through", "after", "before"}
_REACH = 14  # phrases


def venue_beside(sentence: list[Phrase], cue: Span | None, place: int) -> Span | None:
    """The words that tell where, right behind the verb of saying, else leading the sentence of the quotation."""
    verb = next((i for i, phrase in enumerate(sentence) if cue and phrase.start <= cue.start < phrase.end), None)
    if verb is not None:
        found = _listener(sentence, verb) or _occasion(sentence, verb + 1)
        if found:
            return found
    first = next((i for i, phrase in enumerate(sentence) if phrase.kind != w.QUOTE), place)
    return _occasion(sentence, first) if first < place else None


def _listener(sentence: list[Phrase], verb: int) -> Span | None:
    """Told Reuters; told the Springfield Herald; said to reporters."""
    place = verb + 1
    if sentence[verb].lemma == "tell" and place < len(sentence) and sentence[place].kind == NOUN_PHRASE:
        phrase = sentence[place]
        if phrase.head.tag == w.NAME or phrase.low in {
            "reporters",
            "journalists",
            "lawmakers",
            "supporters",
            "crowd",
            "audience",
        }:
            cue = sentence[verb].cue or sentence[verb].head
            return Span(cue.start, phrase.end)
    return None


def _occasion(sentence: list[Phrase], place: int) -> Span | None:
    """A prepositional phrase of an occasion or a document, with what hangs on it."""
    for start in range(place, min(len(sentence) - 1, place + _REACH)):
        phrase = sentence[start]
        if phrase.kind == w.QUOTE or phrase.low in {".", ";", ":"}:
            return None
        following = sentence[start + 1]
        if phrase.low in _LEADS and following.kind == NOUN_PHRASE and _is_occasion(phrase, following):
            return Span(phrase.start, _end(sentence, start + 1))
    return None


def _is_occasion(lead: Phrase, phrase: Phrase) -> bool:
    if phrase.low in TIMES:
        return False
    if lead.low == "on" and (phrase.low in _PLATFORMS or any(token.low in _PLATFORMS for token in phrase.tokens)):
        return True
    if lead.low in {"to", "after", "before"}:
        return False
    return phrase.low in OCCASIONS or any(token.low in OCCASIONS for token in phrase.tokens[-2:])


def _end(sentence: list[Phrase], place: int) -> int:
    """Takes in "with CNN", "on X", "in Springfield" behind the occasion."""
    end = place
    while (
        end + 2 < len(sentence)
        and sentence[end + 1].kind in {w.PREPOSITION, w.TO}
        and sentence[end + 2].kind == NOUN_PHRASE
    ):
        if sentence[end + 2].low in TIMES or sentence[end + 1].low in {"after", "before", "about", "since", "until"}:
            break
        end += 2
    return sentence[end].end
