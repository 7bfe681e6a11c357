"""What is looked for in texts: one value that asks the engine, ranks what it found and marks the words."""

from functools import cached_property

from newsroom.lib.wordquery import Word, all_of, any_of
from people.words import forms

from .newest import ids_to_read, newest

# How well a word of a text answers the word asked for.
SAME, FORM, SPELLING, BEGUN = 1.0, 0.9, 0.8, 0.6
SHORTEST_BEGINNING = 3
PHRASES_READ = 1000


class Terms:
    """The words asked for, each with what else answers it, and exact phrases.

    `spellings` has other spellings of some of them; with `begun` the last word may be the beginning of one.
    """

    def __init__(self, words, phrases=(), spellings=None, begun=False):
        self.words, self.phrases = list(words), list(phrases)
        # Where words answer in stretches of text met so far: texts have the same ones, and long ones are read whole.
        self.met = {}
        self.answers = [_answers(word, (spellings or {}).get(word, ())) for word in self.words]
        self.begun = words[-1] if begun and words and len(words[-1]) >= SHORTEST_BEGINNING else None

    @cached_property
    def _answering(self):
        """{word of a text: (number of the word asked for that it answers best, how well)}."""
        best = {}
        for number, answers in enumerate(self.answers):
            for word, weight in answers.items():
                if weight > best.get(word, (0, 0))[1]:
                    best[word] = number, weight
        return best

    @property
    def _beginning(self):
        return len(self.words) - 1, BEGUN

    def answer(self, word):
        """(number of the word asked for, how well) for a word of a text, or None."""
        begun = self.begun and word.startswith(self.begun)
        return self._answering.get(word) or (self._beginning if begun else None)

    def hits(self, text):
        """Where words asked for stand in folded words: [(place, number of the word, how well)].

        Texts are long and have few of them: each is looked for, which is faster than to look at every word.
        """
        text, found = f" {text} ", {}
        if self.begun:
            found = dict.fromkeys(_starts(text, f" {self.begun}"), self._beginning)
        for word, answer in self._answering.items():
            found |= dict.fromkeys(_starts(text, f" {word} "), answer)
        hits, place, last = [], 0, 0
        for start in sorted(found):
            place += text.count(" ", last, start)
            hits.append((place, *found[start]))
            last = start
        return hits

    def query(self, least=None):
        """What the engine is asked: all of the words, or all sets of `least` of them."""
        parts = [any_of(map(Word, answers)) for answers in self.answers]
        if self.begun:
            parts[-1] = any_of([Word(self.begun, begins=True), *map(Word, self.answers[-1])])
        if least is None or least >= len(parts):
            return all_of(parts)
        return any_of(all_of(parts[:at] + parts[at + 1 :]) for at in range(len(parts)))

    def newest(self, rows, most, column="folded", least=None, show=("pk",), **bounds):
        """As `newest.newest`, which takes the `bounds`, for these terms.

        A phrase is looked for in about the newest PHRASES_READ that have its words, for each is read whole.
        """
        if not self.words:
            return list(rows.values_list(*show)[:most])
        if not self.phrases:
            return newest(rows, column, self.query(least), most, show, **bounds)
        exact = all_of([self.query(), *(Word(word) for phrase in self.phrases for word in phrase.split())])
        found = rows.filter(pk__among=ids_to_read(rows.model, column, exact, PHRASES_READ, bounds.get("day")))
        for phrase in self.phrases:
            found = found.filter(**{f"{column}__phrase": phrase})
        return list(found.values_list(*show)[:most])


def _starts(text, part):
    """Where a part of a text starts, each time."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _answers(word, spellings):
    """What answers a word: {word of a text: how well}."""
    return {
        **dict.fromkeys(spellings, SPELLING),
        **dict.fromkeys(forms(word), FORM),
        word: SAME,
    }
