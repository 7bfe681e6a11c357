"""Which person or organisation of ours a row of a feed means. Never by its name alone: names are not unique."""

import re
from collections import defaultdict
from itertools import chain

from django.db.models import Q

from people.models import FeedEntry, Identifier, Organisation, OtherName
from people.names import fold
from people.records import NO_ID

# Schemes whose values mean one person or body in all the world.
STRONG = frozenset(("wikidata", "isni", "viaf", "gnd", "orcid", "lei"))
UNIQUE_BY_ITSELF = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$", re.IGNORECASE)


class Mistaken(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """A row seems to mean a record of ours that it cannot mean; the message says why and what to do."""


class Known:
    """What we know of a batch of rows of one feed; asks the database a few times, however many rows there are."""

    def __init__(self, model, feed, records):
        self.owner = model._meta.model_name
        self.feed = feed
        self.rows = {}
        self._find_ids({record.id for record in records})
        self._find_strong({pair for record in records for pair in _strong(record)})
        self._find_organisations(records if model is Organisation else [])
        self._describe()

    def find(self, record):
        """(our row or None, the FeedEntry that keeps what its feed said last or None); raises Mistaken.

        It is the row that has its id in this feed; else the one that has its id and name in another feed, which is then
        the same file under another name; else the only one that shares an identifier of a world-wide scheme; else, for
        an organisation without an id, the only one of its name and kind.
        """
        if here := self.here.get(record.id):
            self._refuse_another(record, here)
            return self._owner(here), here
        return self._by_id_elsewhere(record) or self._by_strong(record) or self._by_name(record) or (None, None)

    def learn(self, record, row):
        """Let later rows of the batch find a row that is new, by the identifiers they share."""
        for pair in _strong(record):
            self.strong[pair].append(row)

    def _by_strong(self, record):
        rows = {id(row): row for pair in _strong(record) for row in self.strong[pair]}
        if len(rows) > 1:
            pairs = ", ".join(" ".join(pair) for pair in sorted(_strong(record)))
            raise Mistaken(f"{pairs} belongs to {' and '.join(map(str, rows.values()))}: merge them first")
        return next(((row, None) for row in rows.values()), None)

    def _by_id_elsewhere(self, record):
        if record.id.startswith(NO_ID):
            return None
        same = [one for one in self.elsewhere[record.id] if fold(record.name) in self.names[self._owner(one).pk]]
        same = [one for one in same if not self._contradicted(record, one)]
        others = {row.pk for pair in _strong(record) for row in self.strong[pair]}
        same = [one for one in same if others <= {self._owner(one).pk}]
        return (self._owner(same[0]), same[0]) if len(same) == 1 else None

    def _by_name(self, record):
        if not record.id.startswith(NO_ID):
            return None
        rows = [
            row for row in self.organisations[fold(record.name)] if not record.kind or row.kind in ("", record.kind)
        ]
        return (rows[0], None) if len(rows) == 1 else None

    def _refuse_another(self, record, here):
        """Raise Mistaken where the row that has this id is, by all that is known of it, somebody else."""
        row = self._owner(here)
        if self._contradicted(record, here):
            raise Mistaken(f"this id is that of “{row}”, who is another one by their identifiers; {self._remedy}")
        names = self.names[row.pk] | {fold(here.last_read.get("name", ""))}
        words = {word for name in names for word in name.split()}
        shared = words.intersection(fold(record.name).split()) or self.strong_of[row.pk] & _strong(record)
        if not shared and not UNIQUE_BY_ITSELF.search(record.id):
            raise Mistaken(f"this id is that of “{row}”; rename that record if it is the same, or {self._remedy}")

    @property
    def _remedy(self):
        return f"give this file a --scheme other than “{self.feed}”"

    def _contradicted(self, record, entry):
        """Whether a world-wide scheme says that they differ, leaving aside what this feed itself said before."""
        before = entry.last_read.get("identifiers", ()) if entry.feed == self.feed else ()
        said = {tuple(pair) for pair in before}
        ours, theirs = dict(self.strong_of[self._owner(entry).pk] - said), dict(_strong(record))
        return any(ours[scheme] != theirs[scheme] for scheme in ours.keys() & theirs.keys())

    def _owner(self, one):
        """The row that an entry or an identifier belongs to."""
        return self._one(getattr(one, self.owner))

    def _one(self, row):
        """The one object for this row, whichever way it was found."""
        return self.rows.setdefault(row.pk, row)

    def _ours(self, model):
        return model.objects.filter(**{f"{self.owner}__isnull": False}).select_related(self.owner)

    def _find_ids(self, ids):
        self.here, self.elsewhere = {}, defaultdict(list)
        for entry in self._ours(FeedEntry).filter(key__in=ids):
            if entry.feed == self.feed:
                self.here[entry.key] = entry
            else:
                self.elsewhere[entry.key].append(entry)

    def _find_strong(self, pairs):
        self.strong = defaultdict(list)
        wanted = Q(pk=None)
        for scheme in {scheme for scheme, _ in pairs}:
            wanted |= Q(scheme=scheme, value__in=[value for mine, value in pairs if mine == scheme])
        for one in self._ours(Identifier).filter(wanted):
            self.strong[one.scheme, one.value].append(self._owner(one))

    def _find_organisations(self, records):
        self.organisations = defaultdict(list)
        names = {fold(record.name) for record in records if record.id.startswith(NO_ID)}
        for row in Organisation.objects.filter(folded__in=names) if names else ():
            self.organisations[row.folded].append(self._one(row))

    def _describe(self):
        """The names and the world-wide identifiers of the rows found so far."""
        for one in [*self.here.values(), *chain.from_iterable(self.elsewhere.values())]:
            self._owner(one)
        mine = {f"{self.owner}__in": list(self.rows)}
        self.names = defaultdict(set, {pk: {row.folded} for pk, row in self.rows.items()})
        self.strong_of = defaultdict(set)
        for pk, folded in OtherName.objects.filter(**mine).values_list(f"{self.owner}_id", "folded"):
            self.names[pk].add(folded)
        for pk, *pair in Identifier.objects.filter(scheme__in=STRONG, **mine).values_list(
            f"{self.owner}_id", "scheme", "value"
        ):
            self.strong_of[pk].add(tuple(pair))


def _strong(record):
    return {pair for pair in record.identifiers if pair[0] in STRONG}
