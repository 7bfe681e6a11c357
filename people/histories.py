"""The history of a record in words: every change of it and of what belongs to it, in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

from newsroom.lib import html
from newsroom.lib.datefields import PartialDateField
from newsroom.lib.html_difference import compare, compare_words
from people.models import Change, Identifier, Link, Merge, OtherName, Relationship, Role
from people.undoing import can_come_back, why_not

# What belongs to a record and may have come to it from another one, by a merge or a split.
MOVING = (OtherName, Identifier, Link, Role, Relationship)
NOTHING, GONE = "nothing", " (deleted since)"


@dataclass
class Told:
    """One field of a change in words; `merged` is its text with what came and went marked, where that helps."""

    name: str
    label: str
    before: str
    after: str
    merged: str = ""
    reason: str = ""


@dataclass
class Entry:
    """One Change as the page shows it: of what, in words, and whether it can be undone."""

    change: Change
    noun: str
    label: str
    told: list[Told] = field(default_factory=list)
    can_be_undone: bool = False

    @property
    def is_undone_whole(self):
        """Whether undoing it all is more than undoing its one field."""
        return self.change.what == Change.What.DELETED or len(self.told) > 1

    @property
    def summary(self):
        """What happened in a few words: "changed: name, born"."""
        what = self.change.get_what_display()
        names = ", ".join(one.label.lower() for one in self.told)
        return f"{what}: {names}" if self.change.what == Change.What.CHANGED else what


def changes_of(record):
    """The Changes of a record and those merged into it, and of what belongs or once belonged to them."""
    label = record._meta.label_lower
    numbers = [record.pk, *Merge.objects.standing().numbers_within(record)]
    about = Q(model=label, row__in=numbers) | Q(owner_model=label, owner_row__in=numbers)
    for kind in MOVING:
        owners = [key for key in kind._meta.fields if key.related_model is type(record) and key.many_to_one]
        if owners := [key.name for key in owners if key.name in kind.owner_fields]:
            mine = Q()
            for name in owners:
                mine |= Q(**{name: record})
            numbers = list(kind._base_manager.filter(mine).values_list("pk", flat=True))
            about |= Q(model=kind._meta.label_lower, row__in=numbers)
    return Change.objects.filter(about)


def in_words(changes, record=None):
    """The Changes as Entries; `record`, whose page it is, needs no name."""
    numbers = _pointed_at(changes)
    rows = {key: row for label, wanted in numbers.items() for key, row in _stored(label, wanted).items()}
    names = called(numbers, rows)
    return [_entry(change, rows.get((change.model, change.row)), names, record) for change in changes]


def _pointed_at(changes):
    """{model: numbers} of the rows that changed and that foreign keys of the changes point at."""
    numbers = defaultdict(set)
    for change in changes:
        model = apps.get_model(change.model)
        numbers[change.model].add(change.row)
        for name, pair in change.fields.items():
            if key := _link(model, name):
                numbers[key.related_model._meta.label_lower] |= {number for number in pair if number}
    return numbers


def called(numbers, rows=None):
    """What rows are called, as {(model, number): words}, from {model: numbers}; those that are gone as they were.

    `rows` are those that are there, by the same keys, where they were read already.
    """
    if rows is None:
        rows = {key: row for label, wanted in numbers.items() for key, row in _stored(label, wanted).items()}
    names, gone = {key: str(row) for key, row in rows.items()}, Q()
    for label, wanted in numbers.items():
        if lost := {pk for pk in wanted if (label, pk) not in rows}:
            gone |= Q(model=label, row__in=lost)
            names |= {(label, pk): f"{pk}{GONE}" for pk in lost}
    if gone:
        for change in Change.objects.filter(gone, what=Change.What.DELETED).order_by("pk"):
            names[change.model, change.row] = f"{change.label}{GONE}"
    return names


def _stored(label, numbers):
    model = apps.get_model(label)
    keys = [key.name for key in model._meta.fields if key.many_to_one]
    found = model._base_manager.select_related(*keys).in_bulk(numbers) if numbers else {}
    return {(label, pk): row for pk, row in found.items()}


def _link(model, name):
    """The foreign key of this name, or None."""
    found = next((one for one in model._meta.concrete_fields if one.name == name), None)
    return found if isinstance(found, models.ForeignKey) else None


def _entry(change, row, names, record):
    model = apps.get_model(change.model)
    known = {one.name: one for one in model.kept_fields()}
    now = row.kept_values() if row else None
    told = [
        tell(known[name], pair, names, why_not(change, name, now))
        for name, pair in change.fields.items()
        if name in known
    ]
    is_own = record is not None and (change.model, change.row) == (record._meta.label_lower, record.pk)
    label = "" if is_own else change.label or names[change.model, change.row]
    can_be_undone = {
        Change.What.CHANGED: bool(told) and not any(one.reason for one in told),
        Change.What.DELETED: row is None and can_come_back(model),
    }.get(change.what, False)
    return Entry(change, str(model._meta.verbose_name), label, told, can_be_undone)


def tell(kept, pair, names, reason=""):
    """What became of a model field, whose values before and after are `pair`; `names` as `called` gives them."""
    before, after = (_words(kept, value, names) for value in pair)
    merged = _merged(kept, pair, before, after) if all(pair) else ""
    return Told(kept.name, capfirst(kept.verbose_name), before, after, merged, reason)


def _merged(kept, pair, before, after):
    """Both texts as one, a formatted one as it reads; "" for what is no text."""
    if kept.name in getattr(kept.model, "formatted_fields", ()):
        blocks = compare(*map(html.clean, pair))
        return mark_safe("".join(block.html for block in blocks))  # noqa: S308 - cleaned on the line above
    is_text = type(kept) in (models.CharField, models.TextField) and not kept.choices
    return mark_safe(compare_words(before, after)) if is_text else ""  # noqa: S308 - escaped there


def _words(kept, value, names):
    """A kept value as an editor reads it."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(kept, models.ForeignKey):
        label = kept.related_model._meta.label_lower
        return names[label, value]
    if kept.name in getattr(kept.model, "formatted_fields", ()):
        return html.title(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " … ".join(map(str, value))
    if kept.choices:
        return str(dict(kept.flatchoices).get(value, value))
    if isinstance(kept, PartialDateField):
        return kept.to_python(value).words
    if isinstance(kept, models.DateTimeField):
        return date_format(timezone.localtime(kept.to_python(value)), "j F Y, H:i")
    return str(value)
