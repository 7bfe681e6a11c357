"""Says who a speaking phrase is: the full name behind a surname, a pronoun or "the president"."""

from bisect import bisect_left

from articles.text.cast import Cast
from articles.text.characters import Character, offices
from articles.text.english import words as w
from articles.text.english.bodies import BODY_WORDS
from articles.text.english.nouns import BODY_NOUNS, DOCUMENTS, PLACE_NOUNS
from articles.text.english.offices import KINSHIP, PEOPLE_NOUNS, ROLE_NOUNS, is_office
from articles.text.findings import NamedRole, Speaker
from articles.text.names import folded
from articles.text.runs import is_body, is_place
from articles.text.subjects import Subject
from articles.text.tokens import Token

PERSON, ORGANISATION, ANONYMOUS, SEVERAL, UNKNOWN = "person", "organisation", "anonymous", "several", "unknown"
_SINGULAR = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
_PLURAL = {"they", "we", "them", "us", "their", "our", "both", "many", "some", "others", "all", "most"}
_PEOPLE = ROLE_NOUNS | PEOPLE_NOUNS
_REACH = 12  # sentences a pronoun looks back over
_MEMORY = 200  # namings an office looks back over


class Referents:
    """Resolves the speakers of one story, in the order of the text."""

    def __init__(self, text: str, cast: Cast):
        self._text = text
        self._cast = cast
        self._starts = [sighting.start for sighting in cast.sightings]
        self._spoke: list[tuple[int, Character]] = []  # where somebody spoke last, and who

    def speaker(self, subject: Subject) -> Speaker:
        """The finding for a phrase that speaks."""
        kind, name, key = self._who(subject)
        return Speaker(subject.start, subject.end, self._text[subject.start : subject.end], name, key, kind)

    def is_in_doubt(self, subject: Subject) -> bool:
        """Whether the phrase is a family name that several people of the story bear."""
        return subject.head.head.end in self._cast.in_doubt

    def _who(self, subject: Subject) -> tuple[str, str | None, object | None]:
        head = subject.head.head
        if subject.several:
            return SEVERAL, None, None
        if head.tag == w.PRONOUN or head.low in _SINGULAR or head.low in _PLURAL:
            return self._behind_pronoun(subject)
        character = self._cast.at.get(head.end)
        if character:
            in_doubt = character.tier == "C"
            return (UNKNOWN, None, None) if in_doubt else self._person(subject.start, character)
        if head.tag == w.NAME or head.text[0].isupper():
            return self._behind_capitals(subject)
        return self._behind_noun(subject)

    def _person(self, place: int, character: Character) -> tuple[str, str, object | None]:
        self._spoke.append((place, character))
        return PERSON, character.name, character.keys[0] if len(character.keys) == 1 else None

    def _behind_pronoun(self, subject: Subject) -> tuple[str, str | None, object | None]:
        low = subject.head.low
        if low in _PLURAL:
            return SEVERAL, None, None
        if low not in _SINGULAR:
            return UNKNOWN, None, None
        character = self._antecedent(subject.start, _SINGULAR[low])
        return self._person(subject.start, character) if character else (UNKNOWN, None, None)

    def _antecedent(self, place: int, pronoun: str) -> Character | None:
        """Whom he or she means: the subject nearest before, unless somebody who fits spoke since."""
        sightings = self._cast.sightings
        own = self._cast.sentence_at(place)
        fallback = None
        announced = self._named_further_on(place, own, pronoun)
        if announced:
            return announced
        spoke = next((each for each in reversed(self._spoke) if each[0] < place), None)
        number = bisect_left(self._starts, place) - 1
        while number >= 0 and own - sightings[number].sentence <= _REACH:
            sentence = sightings[number].sentence
            inside = []
            while number >= 0 and sightings[number].sentence == sentence:
                inside.insert(0, sightings[number])
                number -= 1
            if spoke and self._cast.sentence_at(spoke[0]) > sentence and spoke[1].pronoun in {None, pronoun}:
                return spoke[1]
            fitting = [each for each in inside if each.character.pronoun in {None, pronoun}]
            if spoke and self._cast.sentence_at(spoke[0]) == sentence and spoke[1].pronoun in {None, pronoun}:
                return spoke[1]
            subjects = [each for each in fitting if each.is_subject]
            if subjects:
                return subjects[0].character
            if sentence != own and fallback is None and fitting:
                fallback = fitting[0].character
        if spoke and spoke[1].pronoun in {None, pronoun}:
            return spoke[1]
        return fallback

    def _named_further_on(self, place: int, sentence: int, pronoun: str) -> Character | None:
        """In what he called a “rant,” the mayor spoke: a pronoun ahead of the name in an opening phrase."""
        if not self._cast.opens_with_aside(sentence):
            return None
        sightings = self._cast.sightings
        number = bisect_left(self._starts, place)
        if number and sightings[number - 1].sentence == sentence:
            return None
        while number < len(sightings) and sightings[number].sentence == sentence:
            named = sightings[number].character
            if sightings[number].is_subject and named.pronoun in {None, pronoun}:
                return named
            number += 1
        return None

    def _behind_capitals(self, subject: Subject) -> tuple[str, str | None, object | None]:
        names = _from_first_to_last_name(subject.head.tokens)
        text = self._text[names[0].start : names[-1].end] if names else self._text[subject.start : subject.end]
        body = self._cast.body_at.get(subject.head.head.end)
        if body:
            return ORGANISATION, body, self._cast.key_of_body(body)
        if names and is_place(names):
            character = self._called_by_given_name(names)
            return self._person(subject.start, character) if character else (ORGANISATION, text, None)
        if is_body(names) or subject.head.low in BODY_WORDS or subject.head.low in PLACE_NOUNS:
            return ORGANISATION, text, None
        if (
            subject.head.low.endswith("s")
            and subject.head.tokens[0] is subject.head.head
            and subject.head.low in PEOPLE_NOUNS
        ):
            return SEVERAL, None, None
        self._spoke.append((subject.start, Character(text, folded(text.split()[-1]), text.split()[0].lower())))
        return PERSON, text, None

    def _called_by_given_name(self, names: list[Token]) -> Character | None:
        """Charlotte said: the person of the story whose given name is that of a place."""
        called = [each for each in self._cast.people if each.given == names[0].low] if len(names) == 1 else []
        return called[0] if len(called) == 1 else None

    def _behind_noun(self, subject: Subject) -> tuple[str, str | None, object | None]:
        head, first = subject.head.low, subject.head.tokens[0].low
        if head in BODY_NOUNS or head in DOCUMENTS:
            return ORGANISATION, None, None
        if head in _PEOPLE or head in KINSHIP:
            if first in {"the", "this", "that"}:
                character = self._holder(subject)
                if character:
                    return self._person(subject.start, character)
            return ANONYMOUS, None, None
        if head.endswith("s") and not head.endswith("ss"):
            return (ANONYMOUS if head.rstrip("s") in _PEOPLE else SEVERAL), None, None
        return UNKNOWN, None, None

    def _holder(self, subject: Subject) -> Character | None:
        """The person last named before who holds the office: the president, the mayor."""
        last = bisect_left(self._starts, subject.start)
        for sighting in reversed(self._cast.sightings[max(0, last - _MEMORY) : last]):
            if any(_fits(role, subject) for role in sighting.character.roles):
                return sighting.character
        return None


def _from_first_to_last_name(tokens: list[Token]) -> list[Token]:
    """The City of Springfield: the words of a phrase between its first capital and its last."""
    named = [place for place, token in enumerate(tokens) if token.tag == w.NAME]
    return tokens[named[0] : named[-1] + 1] if named else []


def _fits(role: NamedRole, subject: Subject) -> bool:
    """Whether somebody with that role may be meant by "the president", "the former mayor", "the French president"."""
    words = subject.head.tokens
    if subject.head.low not in offices(role.title) or (any(word.low == "former" for word in words) and not role.former):
        return False
    theirs = {word[:4] for word in f"{role.title} {role.organisation or ''}".split() if _tells_apart(word)}
    told = {word.text[:4] for word in words[:-1] if _tells_apart(word.text)}
    return not (theirs and told) or bool(theirs & told)


def _tells_apart(word: str) -> bool:
    return word[0].isupper() and not is_office(word.lower())
