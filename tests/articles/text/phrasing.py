"""Sentences as the reader cuts them: their phrases, where a word stands, and what a subject is in words."""

from articles.text.phrases import Phrase
from articles.text.story import Story
from articles.text.subjects import Subject


def phrases_of(text: str) -> list[Phrase]:
    """The phrases of the first sentence."""
    return Story(text).paragraphs[0].sentences[0].phrases


def place_of(sentence: list[Phrase], word: str) -> int:
    """Where the first phrase with that last word stands."""
    return next(place for place, phrase in enumerate(sentence) if phrase.tokens[-1].text == word)


def in_words(text: str, subject: Subject | None) -> str | None:
    """The words of a subject."""
    return text[subject.start : subject.end] if subject else None
