"""Plain records of people, organisations and roles: what a file format reads into and writes from."""

from dataclasses import dataclass, field, replace

from people.names import fold

ALSO_KNOWN_AS, FORMER = "also known as", "former"
OTHER_NAME_KINDS = (ALSO_KNOWN_AS, FORMER, "birth", "legal", "nickname", "transliteration", "misspelling")

ONGOING, ENDED, UNKNOWN = "ongoing", "ended", "unknown"
END_STATES = (ONGOING, ENDED, UNKNOWN)

# How an id begins that stands for one the file lacks.
NO_ID = "name:"


class NotReadable(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """The file as a whole is not what it should be; the message says why, in words for an editor."""


@dataclass(frozen=True)
class Problem:
    """One thing in a file that could not be used: in which row, in which field, and what is wrong.

    `id` is the row's own id where it has one, else its place in the file ("persons[3]", "line 12"). `lost` says that
    the whole row is left out, rather than one value of it.
    """

    id: str
    field: str
    message: str
    lost: bool = False

    def __str__(self):
        return f"{self.id}: {self.field}: {self.message}" if self.field else f"{self.id}: {self.message}"


# All dates below are strings as known ("2019", "2019-05", "2019-05-10") or None; all other text is "" when not known.


@dataclass(frozen=True)
class OtherNameRecord:
    name: str
    kind: str = ALSO_KNOWN_AS
    language: str = ""
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class SourceRecord:
    url: str
    title: str = ""


@dataclass(frozen=True)
class PersonRecord:
    """A person; identifiers are (scheme, value), links (note, URL). An id "name:…" stands for one the file lacks."""

    id: str
    name: str
    sort_name: str = ""
    summary: str = ""
    biography: str = ""
    birth: str | None = None
    death: str | None = None
    other_names: tuple[OtherNameRecord, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    sources: tuple[SourceRecord, ...] = ()


@dataclass(frozen=True)
class OrganisationRecord:
    """An organisation; `parent_id` is the id of another one in the same records, or None."""

    id: str
    name: str
    kind: str = ""
    parent_id: str | None = None
    summary: str = ""
    founded: str | None = None
    dissolved: str | None = None
    other_names: tuple[OtherNameRecord, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RoleRecord:
    """A role; its ids of persons and organisations are those of the same records. `on_behalf_of_id` is the party."""

    person_id: str
    title: str
    organisation_id: str | None = None
    start: str | None = None
    end: str | None = None
    end_state: str = UNKNOWN
    sources: tuple[SourceRecord, ...] = ()
    on_behalf_of_id: str | None = None
    id: str | None = None

    @property
    def key(self):
        """What makes two entries the same role: person, organisation, title (folded) and dates."""
        return self.person_id, self.organisation_id, fold(self.title), self.start, self.end

    def joined(self, other: "RoleRecord") -> "RoleRecord":
        """This role with what another entry of it adds."""
        return replace(
            self,
            id=self.id or other.id,
            end_state=other.end_state if self.end_state == UNKNOWN else self.end_state,
            sources=tuple(dict.fromkeys(self.sources + other.sources)),
            on_behalf_of_id=self.on_behalf_of_id or other.on_behalf_of_id,
        )


@dataclass
class Records:
    """All that was read from one file, in its order, and what could not be used."""

    people: list[PersonRecord] = field(default_factory=list)
    organisations: list[OrganisationRecord] = field(default_factory=list)
    roles: list[RoleRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def id_from_name(*parts: str | None) -> str:
    """The id of a row that has none, the same in every run: its folded name and what tells it apart."""
    return NO_ID + " ".join(fold(part) for part in parts if part)
