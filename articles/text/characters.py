"""A person of a story while it is being read: names, posts, and the pronoun that goes with them."""

from dataclasses import dataclass

from articles.text.english.given_names import BOTH, HE, SHE
from articles.text.english.offices import HE_TITLES, IN_FULL, SHE_TITLES, is_office
from articles.text.findings import NamedRole, Span


class Character:
    """A person of the story while it is being read."""

    def __init__(self, name: str, family: str, given: str):
        self.name = name
        self.family = family  # folded
        self.given = given
        self.keys: tuple[object, ...] = ()
        self.proposed: tuple[object, ...] = ()
        self.mentions: list[Span] = []
        self.roles: list[NamedRole] = []
        self.pronouns: set[str] = set()
        self.rule = ""
        self.tier = "B"

    def learn(self, title_words) -> None:
        """Titles and given names tell which pronoun goes with a person."""
        for token in title_words:
            if token.low in HE_TITLES:
                self.pronouns.add("he")
            if token.low in SHE_TITLES:
                self.pronouns.add("she")

    @property
    def pronoun(self) -> str | None:
        """He or she, where the text or the given name tells."""
        if len(self.pronouns) == 1:
            return next(iter(self.pronouns))
        given = self.given
        return None if given in BOTH else "he" if given in HE else "she" if given in SHE else None


_RECENT = 100  # mentions looked through


@dataclass(slots=True)
class Sighting:
    """One place that names a person, in which sentence, and whether as the subject of a clause."""

    start: int
    character: Character
    sentence: int
    is_subject: bool


def says_no_more(role: NamedRole, other: NamedRole) -> bool:
    """Whether a role is only a shorter wording of one already noted: "President" after "U.S. President"."""
    words, longer = role.title.lower(), other.title.lower()
    return (
        f" {words} " in f" {longer} "
        and role.former == other.former
        and role.organisation in {None, other.organisation}
    )


def offices(title: str) -> list[str]:
    """The words of a title, shortened ones written out."""
    return [IN_FULL.get(word, word) for word in title.lower().split()]


def of_office(fellows: list[Character], roles: list[NamedRole]) -> list[Character]:
    """Those of some people who hold one of the offices that are told beside a name, else all of them."""
    if not roles:
        return fellows
    told = {word for role in roles for word in offices(role.title) if is_office(word)}
    holders = [each for each in fellows if any(told.intersection(offices(role.title)) for role in each.roles)]
    return holders or fellows


def last_named(fellows: list[Character], place: int) -> Character:
    """Of people with one family name, the one named last before a place."""
    if len(fellows) == 1:
        return fellows[0]
    return max(fellows, key=lambda each: _latest(each, place))


def _latest(character: Character, place: int) -> int:
    before = [span.start for span in character.mentions[-_RECENT:] if span.start <= place]
    return max(before, default=character.mentions[0].start)
