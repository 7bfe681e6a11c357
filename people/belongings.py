"""What a feed says belongs to a person or an organisation -> other names, identifiers, links and sources."""

from typing import NamedTuple

from django.db.models import Model

from people.models import Identifier, Link, OtherName, Source
from people.records import NO_ID
from people.takeover import bad_columns

# Under which word a feed's say is kept: the model, the columns told, and those of them that make two the same.
KINDS = {
    "other_names": (OtherName, ("text", "kind", "language", "start", "end"), ("text", "kind", "language")),
    "identifiers": (Identifier, ("scheme", "value"), ("scheme", "value")),
    "links": (Link, ("note", "url"), ("url",)),
    "sources": (Source, ("url", "title"), ("url", "title")),
}


class Belonging(NamedTuple):
    """One thing a feed says belongs to somebody: under which of KINDS, what it says, and the row that would keep it."""

    kind: str
    said: list
    row: Model


def belongings_of(record, feed, label, report):
    """The Belongings a record of `feed` tells of; what the database would not take is noted and left out."""
    own = [] if record.id.startswith(NO_ID) else [(feed, record.id)]
    told = {
        "other_names": [[one.name, one.kind, one.language, one.start, one.end] for one in record.other_names],
        "identifiers": [list(pair) for pair in dict.fromkeys([*own, *record.identifiers])],
        "links": [list(pair) for pair in record.links],
        "sources": [[one.url, one.title] for one in getattr(record, "sources", ())],
    }
    sound = []
    for kind, every in told.items():
        for said in every:
            one = _belonging(kind, said)
            bad = bad_columns(one.row, KINDS[kind][1])
            for column, reason in bad.items():
                report.noted(f"{label}, {kind}, {column}", f"“{getattr(one.row, column)}”: {reason} Left out.")
            if not bad:
                sound.append(one)
    return sound


def another_name(text):
    """The Belonging that is a name by which the feed, but not the newsroom, calls somebody."""
    return _belonging("other_names", [text, OtherName.Kind.ALSO_KNOWN_AS.value, "", None, None])


def _belonging(kind, said):
    model, columns, _ = KINDS[kind]
    return Belonging(kind, said, model(**dict(zip(columns, said, strict=True))))


def keep_belongings(intakes):
    """Write what a feed did not say before and is not there yet; adds what that was to `changes` of each intake."""
    for intake in intakes:
        _drop_replaced_identifiers(intake)
    for kind, (model, _, same) in KINDS.items():
        fresh = [(intake, one) for intake in intakes for one in intake.belongings if one.kind == kind]
        fresh = [(intake, one) for intake, one in fresh if one.said not in intake.before.get(kind, [])]
        there = _there(model, same, [intake.row for intake, _ in fresh if not intake.is_new])
        rows = []
        for intake, one in fresh:
            key = (intake.row.pk, *(getattr(one.row, column) for column in same))
            if key not in there:
                there.add(key)
                setattr(one.row, intake.row._meta.model_name, intake.row)
                rows.append(one.row)
                intake.changes.append(kind)
        if model is OtherName:
            for row in rows:
                row.derive()
        model.objects.bulk_create(rows)


def _there(model, same, rows):
    """What these rows already have: (number of the row, *the columns that make two the same)."""
    if not rows:
        return set()
    owner = rows[0]._meta.model_name
    return set(model.objects.filter(**{f"{owner}__in": rows}).values_list(f"{owner}_id", *same))


def _drop_replaced_identifiers(intake):
    """Delete an identifier the feed gave and now gives otherwise in the same scheme."""
    said = [one.said for one in intake.belongings if one.kind == "identifiers"]
    for scheme, value in intake.before.get("identifiers", []):
        if [scheme, value] not in said and scheme in [other for other, _ in said]:
            intake.row.identifiers.filter(scheme=scheme, value=value).delete()
