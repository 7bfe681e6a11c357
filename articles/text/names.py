"""The names a newsroom knows, found in a text in time proportional to the text, however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from articles.text.tokens import Token
from people.names import FIRST_FAMILY_NAMES, family_name_first, fold

PERSON = "person"
ORGANISATION = "organisation"
_LIKENESS = 88  # of 100, at which another spelling is worth proposing
_SHORTEST_ALONE = 3  # letters of a name of one word


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of a person or an organisation, under the key the caller knows it by."""

    text: str
    key: object
    kind: str


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """Tokens first to last, last left out, are a known name; several keys when namesakes share it."""

    first: int
    last: int
    kind: str
    keys: tuple[object, ...]


folded = lru_cache(maxsize=1 << 16)(fold)


def family_stands_first(words: list[str]) -> bool:
    """Whether a name is one like Xi Jinping; asked of many names that are none."""
    return folded(words[0]) in FIRST_FAMILY_NAMES and family_name_first(words)


class KnownNames:
    """Known names by their folded words; built once, asked for every text."""

    def __init__(self, entries: Iterable[KnownName] = ()):
        # Tuples of plain values: the garbage collector need not look into them, however many there are.
        self._by_words: dict[str, tuple[tuple[object, str], ...]] = {}
        self._longest: dict[str, int] = {}
        self._texts: dict[object, str] = {}
        by_family, by_given = defaultdict(list), defaultdict(list)
        for entry in entries:
            self._add(entry, by_family, by_given)
        self._by_family = {family: tuple(keys) for family, keys in by_family.items()}
        self._by_given = {given: tuple(names) for given, names in by_given.items()}

    def _add(self, entry: KnownName, by_family: dict, by_given: dict) -> None:
        words = _words(fold(entry.text))
        if not words or len("".join(words)) < 2:
            return
        self._texts.setdefault(entry.key, entry.text)
        self._put(words, entry)
        if entry.kind == PERSON and len(words) > 1:
            by_family[words[-1]].append(entry.key)
            by_given[words[0]].append((" ".join(words), entry.key))
            if len(words) > 2:  # texts leave middle names out
                self._put([words[0], words[-1]], entry)

    def _put(self, words: list[str], entry: KnownName) -> None:
        name = " ".join(words)
        self._by_words[name] = (*self._by_words.get(name, ()), (entry.key, entry.kind))
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def name(self, key: object) -> str | None:
        """The first name given for a key."""
        return self._texts.get(key)

    def exact(self, name: str, kind: str) -> tuple[object, ...]:
        """The keys of that kind that bear the name, written in any case and with or without accents."""
        entries = self._by_words.get(" ".join(_words(folded(name))), ())
        return tuple(dict.fromkeys(key for key, its_kind in entries if its_kind == kind))

    def of_family(self, family_name: str) -> tuple[object, ...]:
        """The keys of known people with that family name."""
        return tuple(dict.fromkeys(self._by_family.get(folded(family_name), ())))

    def similar(self, name: str) -> tuple[object, ...]:
        """Known people whose name is nearly the same: another spelling, to be proposed and never decided."""
        words = _words(folded(name))
        if len(words) < 2 or words[0] not in self._by_given:
            return ()
        choices = dict(self._by_given[words[0]])
        found = process.extract(" ".join(words), choices.keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=5)
        return tuple(dict.fromkeys(choices[text] for text, _, _ in found))

    def matches(self, tokens: list[Token]) -> Iterator[KnownMatch]:
        """Known names among the tokens, the longest first where several begin, none overlapping."""
        last = 0
        longest = self._longest
        for place in [place for place, token in enumerate(tokens) if token.word.may_begin_name]:
            words = tokens[place].word.folded
            if place >= last and words and words[0] in longest:
                found = self._match_at(tokens, place, longest[words[0]])
                if found:
                    yield found
                    last = found.last

    def _match_at(self, tokens: list[Token], place: int, longest: int) -> KnownMatch | None:
        words = [*tokens[place].word.folded]
        found = None
        last = place
        while True:
            last += 1
            entries = self._by_words.get(" ".join(words)) if len(words) <= longest else None
            if entries and (len(words) > 1 or len(words[0]) >= _SHORTEST_ALONE):
                found = (last, entries)
            if len(words) >= longest or last >= len(tokens) or not _belongs(tokens[last]):
                break
            words += tokens[last].word.folded
        if not found:
            return None
        last, entries = found
        return KnownMatch(place, last, entries[0][1], tuple(dict.fromkeys(key for key, _ in entries)))


def _words(name: str) -> list[str]:
    """The words of a folded name, without the full stops of initials."""
    return [word.rstrip(".") or word for word in name.split()]


def _belongs(token: Token) -> bool:
    """A word of a name goes on with words, not with signs."""
    return token.text[0].isalnum() or token.text == "&"
