"""Cuts a text into what it is made of: paragraphs of the story, their sentences, and their stretches between marks."""

import re
from functools import cached_property

from articles.text.english import words as w
from articles.text.english.works import MADE_OR_TAKEN_IN
from articles.text.marks import Stretch, stretches
from articles.text.phrases import Phrase, phrases
from articles.text.sentences import split
from articles.text.tagging import tag
from articles.text.tokens import QUOTED, Token, lex
from articles.text.works import names_a_work
from articles.text.works_by_verb import works_in

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_HEADING = 160
_AMID = re.compile(r" (?<=[a-z0-9,;’'] )([^\W\d_a-z][\w’'-]*)")


class Sentence:
    """One sentence as tagged words; its phrases are found when asked for."""

    def __init__(self, tokens: list[Token], number: int):
        self.tokens = tokens
        self.number = number  # in its paragraph
        self.start = tokens[0].start
        self.end = tokens[-1].end
        self.words = {token.low for token in tokens}  # in lower case
        self.holds_quotation = QUOTED in self.words

    @cached_property
    def phrases(self) -> list[Phrase]:
        return phrases(self.tokens)

    @cached_property
    def holds_only_quotations(self) -> bool:
        return not any(token.tag != w.QUOTE and token.text[0].isalnum() for token in self.tokens)

    def outside_marks(self, text: str) -> str:
        """The words of the sentence that do not stand between marks."""
        pieces, start = [], self.start
        for token in self.tokens:
            if token.tag == w.QUOTE:
                pieces.append(text[start : token.start])
                start = token.end
        pieces.append(text[start : self.end])
        return " ".join(pieces)


class Paragraph:
    """One line of the text with its sentences and the stretches between marks in it."""

    def __init__(self, text: str, capitals: set[str], start: int, end: int, marked: list[Stretch]):
        self._text = (
            text  # no way back to the story: such a circle would stay in memory until the garbage collector runs
        )
        self._capitals = capitals
        self.start = start
        self.end = end
        self.stretches = marked

    @cached_property
    def sentences(self) -> list[Sentence]:
        found = self._cut()
        works = [] if self.is_heading else [work for sentence in found for work in self._works_in(sentence)]
        if not works:
            return found
        for work in works:
            work.is_name = True
        return self._cut()

    def _cut(self) -> list[Sentence]:
        found = self._tagged(self.start, self.end, self.stretches)
        return [Sentence(tokens, number) for number, tokens in enumerate(found)]

    def _works_in(self, sentence: Sentence) -> list[Stretch]:
        """The stretches of a sentence that its verbs tell to be titles."""
        may_be = sentence.holds_quotation and not sentence.words.isdisjoint(MADE_OR_TAKEN_IN)
        return works_in(self._text, sentence.phrases) if may_be else []

    @cached_property
    def is_heading(self) -> bool:
        """Whether this is a line in title case, where capitals mark no names."""
        if self.end - self.start > _LONGEST_HEADING:
            return False
        words = _LONG_WORD.findall(self._text, self.start, self.end)
        return len(words) >= 5 and all(word[0].isupper() for word in words)

    @cached_property
    def spoken_sentences(self) -> list[list[Token]]:
        """What stands between the marks, as sentences, where it may name somebody."""
        found = []
        for stretch in self.stretches:
            if not stretch.is_name and _AMID.search(self._text, stretch.start, stretch.end):
                found += self._tagged(stretch.start, stretch.end, [])
        return found

    def _tagged(self, start: int, end: int, marked: list[Stretch]) -> list[list[Token]]:
        """The sentences between two places, the part of each word told."""
        found = split(lex(self._text, start, end, marked), self._text)
        for tokens in found:
            tag(tokens, self._capitals)
        return found


class Story:
    """A text without its lines in capitals, which are headlines of other stories."""

    def __init__(self, text: str):
        self.text = text
        places = [match.span() for match in _PARAGRAPH.finditer(text)]
        places = [place for place in places if not is_headline(text[place[0] : place[1]])]
        # Words written with a capital amid a sentence, in lower case: names, mostly.
        capitals = {word.lower() for word in _AMID.findall(text)}
        self.paragraphs = [Paragraph(text, capitals, start, end, marked) for start, end, marked in _dealt(text, places)]


def is_headline(line: str) -> bool:
    """A line all in capitals points to another story."""
    return len(line) >= 12 and line.isupper() and " " in line.strip()


def _dealt(text: str, places: list[tuple[int, int]]):
    """Each paragraph with the stretches that stand in it."""
    found = stretches(text, places)
    for stretch in found:
        stretch.is_name = names_a_work(text, stretch)
    next_one = 0
    for start, end in places:
        first = next_one
        while next_one < len(found) and found[next_one].outer_start < end:
            next_one += 1
        yield start, end, found[first:next_one]
