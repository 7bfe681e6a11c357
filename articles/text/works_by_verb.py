"""Titles that a verb tells from quotations: she wrote “Dust of the Road”; they sang “Silent Night”."""

from articles.text.clauses import subject_of
from articles.text.english import words as w
from articles.text.english.given_names import GIVEN
from articles.text.english.nouns import TIMES
from articles.text.english.offices import KINSHIP, PEOPLE_NOUNS, is_office
from articles.text.english.verbs import CUE_FORMS
from articles.text.english.works import MADE_OR_TAKEN_IN, READ, WRITE
from articles.text.marks import Stretch
from articles.text.phrases import NOUN_PHRASE, Phrase
from articles.text.works import words_of_title

_BEFORE_TITLE = {w.DETERMINER, w.ADJECTIVE, w.NUMBER}  # sang the famous “Silent Night”
_READERS = {"he", "she", "we", "i", "you"}  # they may be signs


def works_in(text: str, sentence: list[Phrase]) -> list[Stretch]:
    """The stretches of a sentence that are titles: each behind a verb of making works or of taking them in."""
    found = []
    verbs: dict[int, int] = {}  # where a title stands, and where the verb before it or before its list does
    for place, phrase in enumerate(sentence):
        words = _words_of_title(text, phrase.head.stretch) if phrase.kind == w.QUOTE else []
        verb = verbs.get(_before_in_list(sentence, place), _verb_before(sentence, place)) if words else None
        if verb is not None:
            verbs[place] = verb
            if _is_work(sentence, place, verb, words):
                found.append(phrase.head.stretch)
    return found


def _words_of_title(text: str, stretch: Stretch) -> list[str]:
    """The words between marks, if they may be a title; cries are none, even with a capital to each word."""
    words = words_of_title(text, stretch)
    inside = text[stretch.start : stretch.end] if words else ""
    return [] if "!" in inside or "?" in inside else words


def _verb_before(sentence: list[Phrase], place: int) -> int | None:
    """Where the verb of works right before a title stands: they sang the famous “Silent Night”."""
    place -= 1
    if place > 0 and _BEFORE_TITLE.issuperset(token.tag for token in sentence[place].tokens):
        place -= 1
    return place if place >= 0 and sentence[place].tokens[-1].low in MADE_OR_TAKEN_IN else None


def _before_in_list(sentence: list[Phrase], place: int) -> int:
    """Where the title before this one would stand in “Long Road,” “Dust” and “Old Rain”."""
    place -= 1
    if place > 0 and sentence[place].low in {"and", "or"}:
        place -= 1
    return place - 1 if place > 0 and sentence[place].low == "," else place


def _is_work(sentence: list[Phrase], place: int, verb: int, words: list[str]) -> bool:
    """Whether the verb takes the words for a title, and not for a message or a sign."""
    low = sentence[verb].tokens[-1].low
    if len(words) == 1 and low in CUE_FORMS:  # she wrote “Sorry”
        return False
    if low in WRITE:
        return not _is_on_view(sentence, place)
    return low not in READ or _is_read_by_somebody(sentence, verb)


def _is_on_view(sentence: list[Phrase], place: int) -> bool:
    """She wrote “Long Live Rain” on the wall, in chalk on the wall: words to be seen there."""
    for number in range(place + 1, len(sentence) - 1):
        if sentence[number].kind not in {NOUN_PHRASE, w.PREPOSITION}:
            return False
        if sentence[number].low in {"on", "onto", "across"}:
            return sentence[number + 1].kind == NOUN_PHRASE and sentence[number + 1].low not in TIMES
    return False


def _is_read_by_somebody(sentence: list[Phrase], verb: int) -> bool:
    """Whether a person reads; of a sign that reads “Road Closed” the words are a quotation."""
    beside = sentence[verb - 1] if verb else None
    if sentence[verb].gerund and beside is not None and (beside.kind == NOUN_PHRASE or beside.low == ","):
        return _reads(sentence, beside)  # with a cap reading “Road Closed”
    subject = subject_of(sentence, verb)
    return subject is not None and _reads(sentence, subject.head)


def _reads(sentence: list[Phrase], phrase: Phrase) -> bool:
    """Whether a phrase is somebody who can read."""
    head = phrase.head
    if head.tag == w.PRONOUN:
        return head.low in _READERS
    if head.tag == w.NAME:
        opens = phrase is sentence[0] and len(phrase.tokens) == 1  # the capital says nothing
        return head.low in GIVEN if opens else "-" not in head.text  # T-shirt
    return head.low in PEOPLE_NOUNS or head.low in KINSHIP or is_office(head.low)
