"""Edits of a text whose truth is known: a story as sentences, and where the quoted words stand afterwards."""

import unicodedata
from dataclasses import dataclass, replace

STORY = [
    "The council met on Monday in the old mill by the river.",
    "“We will build the bridge before the winter comes and we will pay for it ourselves,” said Ann Example, the mayor.",
    "Nobody in the room had expected so much.",
    "Her deputy, Bob Sample, called the plan “bold and overdue,” and left before the vote.",
    "It rained all evening.",
    "“The people of this town have waited for eleven years,” the mayor went on.",
    "“They will not wait for a twelfth.”",
    "A farmer asked who would keep the ferry until then; he got no answer.",
    "“No,” said Carla Instance when reporters asked whether she would resign.",
    "The vote was closer than it looked, nine to eight.",
]
# The stretches to be anchored: a long one, a short one, one in the middle, a whole sentence, a single word.
QUOTED = [
    (1, "We will build the bridge before the winter comes and we will pay for it ourselves,"),
    (3, "bold and overdue,"),
    (5, "The people of this town have waited for eleven years,"),
    (6, "They will not wait for a twelfth."),
    (8, "No,"),
]
NAMES = {"Ann Example": "Anna Exemplar", "Bob Sample": "Robert Sample-Jones", "Carla Instance": "C. Instance"}
NEW = "A new sentence that nobody wrote before stands here."


@dataclass(frozen=True)
class Sentence:
    """A sentence, and where in it the quoted words stand; `copy` for one that an edit made of it."""

    text: str
    quoted: tuple | None = None


def story(number):
    """The sentences, the quoted words of that number marked, and the words."""
    line, words = QUOTED[number]
    sentences = [Sentence(text) for text in STORY]
    start = STORY[line].index(words)
    sentences[line] = Sentence(STORY[line], (start, start + len(words)))
    return sentences, words


def text_and_places(sentences, separator=" "):
    """The text, and every (start, end) where the quoted words stand."""
    places, length = [], 0
    for sentence in sentences:
        if sentence.quoted:
            places.append((length + sentence.quoted[0], length + sentence.quoted[1]))
        length += len(sentence.text) + len(separator)
    return separator.join(sentence.text for sentence in sentences), places


def insert(sentences, at, _):
    return [*sentences[:at], Sentence(NEW), *sentences[at:]]


def delete(sentences, at, _):
    """Of a sentence that does not quote."""
    return sentences if sentences[at].quoted else [*sentences[:at], *sentences[at + 1 :]]


def reorder(sentences, at, to):
    moved = list(sentences)
    moved.insert(to, moved.pop(at))
    return moved


def duplicate(sentences, at, to):
    return [*sentences[:to], sentences[at], *sentences[to:]]


def change_a_name(sentences, at, _):
    """Only outside the quoted words."""
    sentence = sentences[at]
    for name, other in NAMES.items():
        if name in sentence.text:
            place, grown = sentence.text.index(name), len(other) - len(name)
            quoted = sentence.quoted
            if quoted and place < quoted[0]:
                quoted = (quoted[0] + grown, quoted[1] + grown)
            sentence = replace(sentence, text=sentence.text.replace(name, other, 1), quoted=quoted)
    return [*sentences[:at], sentence, *sentences[at + 1 :]]


def _mapped(sentences, change):
    """Each sentence with a change that may alter lengths but no word."""
    mapped = []
    for sentence in sentences:
        quoted = sentence.quoted
        if quoted:
            start = len(change(sentence.text[: quoted[0]]))
            quoted = (start, start + len(change(sentence.text[slice(*quoted)])))
        mapped.append(Sentence(change(sentence.text), quoted))
    return mapped


def change_quotation_marks(sentences, at, _):
    marks = [str.maketrans("“”", '""'), str.maketrans("“”", "«»"), str.maketrans("“”", "„“")][at % 3]
    return _mapped(sentences, lambda text: text.translate(marks))


def decompose(sentences, _at, _to):
    return _mapped(sentences, lambda text: unicodedata.normalize("NFD", text))


OUTSIDE = [insert, delete, reorder, duplicate, change_a_name, change_quotation_marks, decompose]
