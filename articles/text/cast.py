"""Who is named in a story: every person and organisation once, with all the places that name them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from articles.text.characters import Character, Sighting, last_named, of_office, says_no_more
from articles.text.english import words as w
from articles.text.english.given_names import GIVEN
from articles.text.findings import NamedOrganisation, NamedPerson, NamedPlace, NamedRelationship, NamedRole, Span
from articles.text.kinship import tie_of
from articles.text.names import ORGANISATION, KnownNames, family_stands_first, folded
from articles.text.namings import (
    acts,
    has_article,
    is_subject,
    is_told_as_person,
    lies_in_a_place,
    may_be_family,
    taken_for_places,
    written,
)
from articles.text.runs import SUFFIXES, Run, is_body, is_country_or_town, is_place, may_be_person, runs
from articles.text.story import Story
from articles.text.titles import role_before, roles_after
from articles.text.tokens import Token

KNOWN = "a name the newsroom knows"
NAMESAKES = "a name that several known people share"
TITLED = "a name with a title or a description"
GIVEN_NAME = "begins with a common given name"
TOLD_AS_PERSON = "the words beside the name are those used of people"
CALLED_AGAIN = "called by the family name alone elsewhere in the text"
SPEAKS = "somebody who speaks in the text"
FAMILY_ONLY = "a family name that speaks or has a title; the full name is not in the text"
MAY_BE_PLACE = "a single name that speaks; elsewhere it stands behind a preposition like a place"
LOOKS_LIKE_BODY = "a name worded like that of an organisation"


class Cast:
    """The people and organisations of one story."""

    def __init__(self, story: Story, known: KnownNames, speaking: dict[int, bool]):
        self._story = story
        self._known = known
        self._speaking = speaking  # where the heads of phrases that speak end, and whether that is sure
        self._lines = [(tokens, runs(tokens)) for tokens in _sentences(story, headings=False)]
        self.people: list[Character] = []
        self.relationships: tuple[NamedRelationship, ...] = ()
        self.at: dict[int, Character] = {}  # end of a mention -> who
        self.in_doubt: set[int] = set()  # ends of family names alone that several people before bear
        self.body_at: dict[int, str] = {}  # end of a mention -> which body
        self.sightings: list[Sighting] = []
        self._sentence_starts = [tokens[0].start for tokens, _ in self._lines]
        self._by_family: dict[str, list[Character]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], Character] = {}
        self._pending: list[tuple[Run, list[Run]]] = []
        self._bodies: dict[str, list] = {}
        self._places: dict[str, list[Span]] = defaultdict(list)
        self._full_names()
        for tokens in _sentences(story, headings=True):
            self._take_known(tokens, runs(tokens))
        self._short_names()
        self._names_in_quotations(story)
        self._ties()
        for character in self.people:
            character.mentions.sort()
        self.people.sort(key=lambda each: each.mentions[0])
        self.sightings.sort(key=lambda each: each.start)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence a place of the text stands in."""
        return bisect_right(self._sentence_starts, place) - 1

    def opens_with_aside(self, number: int) -> bool:
        """Whether a sentence begins with a preposition or a word like when and as."""
        return self._lines[number][0][0].tag in {w.PREPOSITION, w.SUBORDINATOR}

    def key_of_body(self, name: str) -> object | None:
        """The key of a known organisation, when one alone bears the name."""
        keys = self._bodies[_body_key(name)][1] or ()
        return keys[0] if len(keys) == 1 else None

    def _full_names(self) -> None:
        alone = {run.words[0].low for _, line in self._lines for run in line if len(run.words) == 1 and acts(run)}
        for tokens, line in self._lines:
            taken = self._take_known(tokens, line)
            for number, run in enumerate(line):
                if number in taken or not run.words:
                    continue
                if is_body(run.words) and (run.first == run.name_from or not may_be_person(run.words)):
                    self._note_body(run, None)
                    continue
                if run.first == run.name_from and (
                    is_country_or_town(run.words) or lies_in_a_place(run, line[number + 1 :])
                ):
                    self._places[written(run)].append(Span(run.start, run.end))
                before = role_before(run)
                after = roles_after(run, line[number + 1 :]) if not is_place(run.words) else []
                evidence = (
                    self._evidence(run, bool(before or after))
                    or self._called_again(run, alone)
                    or _of_a_family(run, line, number)
                )
                if len(run.words) > 1 and may_be_person(run.words) and evidence:
                    character = self._character(run)
                    self._name(character, run, before + after, evidence)
                elif len(run.words) == 1:
                    self._pending.append((run, before + after))

    def _evidence(self, run: Run, has_role: bool) -> str:
        if has_role or run.first != run.name_from:
            return TITLED
        if run.words[0].low in GIVEN:
            return GIVEN_NAME
        if run.end in self._speaking:
            return SPEAKS
        if is_told_as_person(run):
            return TOLD_AS_PERSON
        return ""

    def _called_again(self, run: Run, alone: set[str]) -> str:
        """A family name alone elsewhere; but a shuttle may be called Space Shuttle Roe, and a print a Roe Polaroid."""
        if run.words[-1].low not in alone or has_article(run):
            return ""
        first = run.words[0]
        return "" if folded(first.text) in self._by_family or first.low in self._small_words else CALLED_AGAIN

    @cached_property
    def _small_words(self) -> set[str]:
        return {token.text for tokens, _ in self._lines for token in tokens if token.word.is_small}

    def _take_known(self, tokens, line: list[Run]) -> set[int]:
        """Notes the known names of a sentence; returns which runs they settle."""
        taken = set()
        for match in self._known.matches(tokens) if line else ():
            first = match.first + (tokens[match.first].low == "the")  # of The Guardian, which is no part of a run
            number = next((n for n, run in enumerate(line) if run.first <= first and match.last <= run.last), None)
            if number is None:
                continue
            run = line[number]
            exact = Run(tokens, run.first, match.last, match.first)
            if match.kind == ORGANISATION:
                if run.name_from < match.last < run.last or (match.first > run.first and may_be_person(run.words)):
                    continue
                self._note_body(Run(tokens, match.first, match.last, match.first), match.keys)
                if match.last == run.last:
                    taken.add(number)
                continue
            if match.last - match.first == 1 and len(run.words) > 1:
                continue
            taken.add(number)
            character = self._character(exact)
            character.keys = match.keys
            roles = role_before(exact) + roles_after(exact, line[number + 1 :])
            self._name(character, exact, roles, KNOWN if len(match.keys) == 1 else NAMESAKES)
        return taken

    def _character(self, run: Run) -> Character:
        words = [token for token in run.words if token.low.rstrip(".") not in SUFFIXES] or run.words
        family, given = folded(words[-1].text), words[0].low.rstrip(".")
        if len(words) > 1 and family_stands_first([token.text for token in words]):
            family, given = folded(words[0].text), words[1].low
        pair = (folded(words[0].text), folded(words[-1].text))
        character = self._by_name.get(pair)
        if character is None:
            character = Character(written(run), family, given)
            self._by_name[pair] = character
            self._by_family[family].append(character)
            self.people.append(character)
        elif len(written(run)) > len(character.name):
            character.name = written(run)
        return character

    def _name(self, character: Character, run: Run, roles: list[NamedRole], rule: str) -> None:
        character.learn(run.title)
        character.mentions.append(Span(run.start, run.end))
        self.at[run.end] = character
        acting = run.end in self._speaking or is_subject(run)
        self.sightings.append(Sighting(run.start, character, self.sentence_at(run.start), acting))
        for role in roles:
            if role.organisation:
                self._note_body_of(role)
        character.roles += [role for role in roles if not any(says_no_more(role, other) for other in character.roles)]
        character.rule = character.rule or rule
        if rule in {KNOWN, TITLED} or (rule == SPEAKS and character.rule == GIVEN_NAME):
            character.rule, character.tier = (rule if rule == KNOWN else character.rule), "A"

    def _short_names(self) -> None:
        """Family names alone: the last person so called before, else the first so called at all."""
        for run, roles in self._pending:
            token = run.words[0]
            fellows = self._by_family.get(folded(token.text), [])
            fellows = of_office(fellows, roles)
            before = [each for each in fellows if each.mentions and each.mentions[0].start <= run.start]
            titled = run.first != run.name_from or bool(roles)
            if fellows and (not is_place([token]) or titled or before):
                named = last_named(before, run.start) if before else fellows[0]
                if len(before) > 1:
                    self.in_doubt.add(run.end)
                self._name(named, run, roles, named.rule)
            elif may_be_family(run) and (run.title or roles or self._speaking.get(run.end)):
                self._name_by_family(run, roles)

    def _name_by_family(self, run: Run, roles: list[NamedRole]) -> None:
        character = self._character(run)
        character.given = ""
        if not character.proposed:
            character.proposed = self._known.of_family(run.words[0].text)
        doubtful = run.words[0].low in self._placed and not (run.title or roles)
        self._name(character, run, roles, MAY_BE_PLACE if doubtful else FAMILY_ONLY)
        character.tier = "C" if doubtful else "B"

    @cached_property
    def _placed(self) -> set[str]:
        """Single names that may be those of places, as nothing tells them to be of people."""
        titled = {run.words[0].low for run, roles in self._pending if run.title or roles}
        return taken_for_places(self._lines) - titled - GIVEN

    def _names_in_quotations(self, story: Story) -> None:
        """People whom others speak of; whoever is named there alone needs a title or a common given name."""
        for paragraph in story.paragraphs:
            for tokens in paragraph.spoken_sentences:
                for run in runs(tokens):
                    if run.words and not is_body(run.words):
                        self._name_in_quotation(run)

    def _name_in_quotation(self, run: Run) -> None:
        words = run.words
        fellows = self._by_family.get(folded(words[-1].text), [])
        if len(words) == 1:
            named = fellows[0] if len(fellows) == 1 else None
        elif may_be_person(words) and (fellows or words[0].low in GIVEN):
            named = self._character(run)
        else:
            return
        if named is not None:
            named.mentions.append(Span(run.start, run.end))
            named.rule = named.rule or GIVEN_NAME

    def _ties(self) -> None:
        """Each tie once, where it is first told."""
        told: dict[tuple[str, str, str], NamedRelationship] = {}
        for _, line in self._lines:
            for number, run in enumerate(line):
                person = self.at.get(run.end)
                tie = tie_of(run, line[number + 1 :], line[:number]) if person and run.words else None
                if tie and (other := self.at.get(tie[1].end)) and other is not person:
                    found = NamedRelationship(person.name, other.name, tie[0], tie[2], tie[3])
                    told.setdefault((found.person, found.other, found.kind), found)
        self.relationships = tuple(told.values())

    def _note_body(self, run: Run, keys: tuple[object, ...] | None) -> None:
        self._enter_body(written(run), Span(run.start, run.end), keys)

    def _note_body_of(self, role: NamedRole) -> None:
        """The body a post is held in."""
        start = self._story.text.find(role.organisation, role.start, role.end)
        if (start >= 0 and " " in role.organisation) or role.organisation.isupper():
            self._enter_body(
                role.organisation,
                Span(start, start + len(role.organisation)),
                self._known.exact(role.organisation, ORGANISATION),
            )

    def _enter_body(self, name: str, span: Span, keys: tuple[object, ...] | None) -> None:
        entry = self._bodies.setdefault(_body_key(name), [name, keys, {}])
        entry[1] = entry[1] or keys
        entry[2][span] = None  # a dictionary keeps each place once
        self.body_at[span.end] = entry[0]

    def named_people(self) -> tuple[NamedPerson, ...]:
        """Everybody as a finding."""
        return tuple(self._finding(character) for character in self.people)

    def _finding(self, person: Character) -> NamedPerson:
        key = person.keys[0] if len(person.keys) == 1 else None
        candidates = () if key is not None else person.keys or person.proposed or self._known.similar(person.name)
        mentions = tuple(dict.fromkeys(person.mentions))
        roles = tuple(self._with_key(role) for role in person.roles)
        sure = person.tier == "A" or (person.rule == GIVEN_NAME and len(mentions) > 1)
        tier = "A" if key is not None or (sure and not candidates) else max(person.tier, "B")
        return NamedPerson(person.name, key, candidates, mentions, roles, tier, person.rule)

    def _with_key(self, role: NamedRole) -> NamedRole:
        keys = self._known.exact(role.organisation, ORGANISATION) if role.organisation else ()
        if len(keys) != 1:
            return role
        return NamedRole(role.title, role.organisation, keys[0], role.start, role.end, role.former, role.rule)

    def named_places(self) -> tuple[NamedPlace, ...]:
        """Every place as a finding."""
        return tuple(NamedPlace(name, tuple(mentions)) for name, mentions in self._places.items())

    def named_organisations(self) -> tuple[NamedOrganisation, ...]:
        """Every body as a finding."""
        found = []
        for name, keys, mentions in self._bodies.values():
            keys = keys or ()
            key = keys[0] if len(keys) == 1 else None
            rule, tier = (KNOWN, "A") if key is not None else (LOOKS_LIKE_BODY, "B")
            found.append(
                NamedOrganisation(name, key, keys if len(keys) > 1 else (), tuple(sorted(mentions)), tier, rule)
            )
        return tuple(sorted(found, key=lambda body: body.mentions[0]))


def _sentences(story: Story, headings: bool) -> Iterator[list[Token]]:
    """The sentences of the story proper, or those of its headings, where every word may have a capital."""
    for paragraph in story.paragraphs:
        if paragraph.is_heading == headings:
            for sentence in paragraph.sentences:
                yield sentence.tokens


def _of_a_family(run: Run, line: list[Run], number: int) -> str:
    """Jane Roe, John Roe's wife: a tie is told of people alone."""
    return TITLED if len(run.words) > 1 and tie_of(run, line[number + 1 :], line[:number]) else ""


def _body_key(name: str) -> str:
    return folded(name).removeprefix("the ")
