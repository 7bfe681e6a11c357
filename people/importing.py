"""Records of people, organisations and roles -> rows, with a report of what became of each.

What a feed said of each row is kept with the row's id in that feed, and only what it now says differently is taken
over: it fills what is empty and replaces what the feed itself had set. What an editor has set or deleted since stays
as the editor left it, and what the feed no longer says stays too.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model

from newsroom.lib import html
from newsroom.lib.acting import Way, acting
from newsroom.lib.slugbatches import give_slugs
from people.appointing import appoint
from people.belongings import KINDS, Belonging, another_name, belongings_of, keep_belongings
from people.known import Known, Mistaken
from people.looks.rules import found_in
from people.models import FeedEntry, Organisation, OtherName, Person, Role
from people.names import sort_name
from people.records import NO_ID
from people.takeover import bad_columns, said_of, take_over

BATCH = 500
LONGEST_ID = FeedEntry._meta.get_field("key").max_length
COLUMNS = {
    Person: ("name", "sort_name", "summary", "biography", "birth", "death"),
    Organisation: ("name", "kind", "summary", "founded", "dissolved", "parent_id"),
}
MARKUP = re.compile(r"</?[a-z]", re.IGNORECASE)


@dataclass
class Intake:
    """A person or organisation on its way in: our row for it, what the feed says now, and where it keeps that."""

    record: object
    label: str
    row: Model
    said: dict
    belongings: list[Belonging]
    entry: FeedEntry | None = None
    is_new: bool = False
    changes: list[str] = field(default_factory=list)

    @property
    def before(self):
        """What the feed said when it was last read; nothing for a record not read before."""
        return self.entry.last_read if self.entry else {}


def take_in(records, feed, report, watch=iter):
    """Bring what was read from one file of `feed` into the database: all that is good of it; nothing when this raises.

    Each person, organisation and role is told to `report`; a bad one is refused there. The same again changes nothing.
    `watch` is given the batches of people and yields them, to show progress.
    """
    for problem in records.problems:
        label = f"{problem.id}, {problem.field}" if problem.field else problem.id
        (report.refused if problem.lost else report.noted)(label, problem.message)
    with transaction.atomic(), acting(way=Way.IMPORT):
        organisations = _take_organisations(records.organisations, feed, report)
        roles = defaultdict(list)
        for role in records.roles:
            roles[role.person_id].append(role)
        for batch in watch(_batches(records.people)):
            _take_people(batch, feed, report, roles, organisations)


def _take_organisations(records, feed, report):
    """Take in organisations, those on top first; returns their rows by id in the feed."""
    rows = {}
    for level in _from_the_top(records):
        for batch in _batches(level):
            intakes = _take_nouns(Organisation, batch, feed, report, rows)
            _note_what_needs_a_look(Organisation, _remember(intakes, feed), report)
            rows.update((intake.record.id, intake.row) for intake in intakes)
    return rows


def _take_people(records, feed, report, roles, organisations):
    """Take in a batch of people with their roles."""
    intakes = _take_nouns(Person, records, feed, report, organisations)
    appoint(intakes, roles, organisations, report)
    _note_what_needs_a_look(Person, _remember(intakes, feed), report)
    taken = {intake.record.id for intake in intakes}
    for record in records:
        for role in roles[record.id] if record.id not in taken else ():
            report.refused(f"{role.title} of {_label(record)}", "the person was refused, so this is too")


def _take_nouns(model, records, feed, report, organisations):
    """Write the rows of a batch with what belongs to them and report them; returns the Intakes of those not refused."""
    known = Known(model, feed, records)
    intakes = [one for record in records if (one := _intake(model, record, known, organisations, report))]
    new = [intake.row for intake in intakes if intake.is_new]
    namesakes = Counter(model.objects.filter(folded__in=[row.folded for row in new]).values_list("folded", flat=True))
    give_slugs(new)
    model.objects.bulk_create(new)
    keep_belongings(intakes)
    for intake in intakes:
        if intake.is_new:
            report.created(intake.label, "another one of this name is known" if namesakes[intake.row.folded] else "")
            namesakes[intake.row.folded] += 1
        elif intake.changes:
            report.changed(intake.label, ", ".join(dict.fromkeys(intake.changes)))
        else:
            report.unchanged(intake.label)
    return intakes


def _intake(model, record, known, organisations, report):
    """The record with our row for it, changed as it says; None when it is refused."""
    label = _label(record)
    draft = _draft(model, record, organisations)
    bad = bad_columns(draft, [column for column in COLUMNS[model] if column != "parent_id"])
    if "name" in bad:
        report.refused(f"{label}, name", bad["name"])
        return None
    if len(record.id) > LONGEST_ID:
        report.refused(f"{record.name}, id", f"it is longer than {LONGEST_ID} characters")
        return None
    try:
        row, entry = known.find(record)
    except Mistaken as mistake:
        report.refused(f"{label}, id", mistake)
        return None
    for column, reason in bad.items():
        report.noted(f"{label}, {column}", f"{reason} Left out.")
        setattr(draft, column, model._meta.get_field(column).get_default())
    above = getattr(record, "parent_id", None)
    if above and above not in organisations:
        report.noted(f"{label}, parent_id", f"“{above}” was refused; left empty")
    draft.derive()
    said = said_of(draft, COLUMNS[model])
    if model is Person and not record.sort_name:
        said["sort_name"] = ""
    belongings = belongings_of(record, entry.feed if entry else known.feed, label, report)
    intake = Intake(record, label, row or draft, said, belongings, entry, is_new=not row)
    if not row:
        known.learn(record, draft)
    else:
        _change(intake, report)
    return intake


def _draft(model, record, organisations):
    """The row as the file says it."""
    if model is Organisation:
        return Organisation(
            name=record.name,
            kind=record.kind,
            summary=record.summary,
            founded=record.founded,
            dissolved=record.dissolved,
            parent=organisations.get(record.parent_id),
        )
    return Person(
        name=record.name,
        sort_name=record.sort_name,
        summary=record.summary,
        biography=record.biography if MARKUP.search(record.biography) else html.paragraphs(record.biography),
        birth=record.birth,
        death=record.death,
    )


def _change(intake, report):
    """Change a row we have as the feed says now, and note what is kept against it."""
    row = intake.row
    if isinstance(row, Person) and row.sort_name == sort_name(row.name) != intake.said["sort_name"]:
        row.sort_name = ""  # nobody's choice: it is made anew
    intake.changes, kept = take_over(row, intake.said, intake.before)
    if "parent_id" in intake.changes and row in row.ancestry():
        row.refresh_from_db(fields=["parent"])
        intake.changes.remove("parent_id")
        kept["parent_id"] = "the body it is part of is part of it here; left as it was"
    for column, note in kept.items():
        report.noted(f"{intake.label}, {column}", note)
    if "name" in kept:
        intake.belongings.append(another_name(intake.said["name"]))
    if not intake.entry and not row.stands_alone:
        row.stands_alone = True
        intake.changes.append("stands_alone")
    if intake.changes and not row._state.adding:
        row.save()


def _remember(intakes, feed):
    """Keep what the feed said of each for the next time; returns the rows of which it says something new."""
    new, again = [], []
    for intake in intakes:
        said = _remembered(intake)
        if not intake.entry:
            owner = {intake.row._meta.model_name: intake.row}
            new.append(FeedEntry(feed=feed, key=intake.record.id, last_read=said, **owner))
        elif intake.entry.last_read != said:
            intake.entry.last_read = said
            again.append(intake.entry)
    FeedEntry.objects.bulk_create(new)
    FeedEntry.objects.bulk_update(again, ["last_read"])
    return [getattr(entry, intakes[0].row._meta.model_name) for entry in new + again]


def _note_what_needs_a_look(model, rows, report):
    """Note what was taken in although it cannot be right as it stands; the desk lists it too."""
    if rows:
        owners = {f"{model._meta.model_name}__in": rows}
        sets = [model.objects.filter(pk__in=[row.pk for row in rows])]
        for row, words in found_in([*sets, OtherName.objects.filter(**owners), Role.objects.filter(**owners)]):
            report.noted(str(row), words)


def _remembered(intake):
    """All the feed says of a row, as JSON keeps it."""
    said = {kind: [one.said for one in intake.belongings if one.kind == kind] for kind in KINDS}
    return intake.said | {kind: all_said for kind, all_said in said.items() if all_said}


def _label(record):
    """How the report calls a record: by its name, and by its id where the file gives one."""
    return record.name if record.id.startswith(NO_ID) else f"{record.name} ({record.id})"


def _from_the_top(organisations):
    """The organisations in levels: those that are part of nothing, then those that are part of these, and so on."""
    below = defaultdict(list)
    for organisation in organisations:
        below[organisation.parent_id].append(organisation)
    level = below[None]
    while level:
        yield level
        level = [child for parent in level for child in below[parent.id]]


def _batches(rows):
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
