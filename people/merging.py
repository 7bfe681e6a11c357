"""A duplicate folded into the record we keep, whatever points at it, and back."""

from dataclasses import dataclass

from django.db import models, transaction
from django.utils import timezone

from newsroom.lib import folding
from newsroom.lib.acting import Way, acting
from newsroom.lib.dates import PartialDate
from newsroom.lib.records import touched
from people.models import Merge, Organisation, OtherName, Person, Role, Visibility
from people.retelling import retell

# What an editor chooses where two records differ. A sort name goes with its name.
FIELDS = {
    Person: ("name", "summary", "biography", "birth", "death", "visibility"),
    Organisation: ("name", "kind", "parent", "founded", "dissolved", "summary", "visibility"),
}
FROM_OPEN_TO_HIDDEN = (Visibility.PUBLIC, Visibility.DELISTED, Visibility.HIDDEN)


class Refused(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """Two records cannot be merged, or a merge cannot be undone; the message says why and what to do."""


@dataclass
class Choice:
    """A field in which two records differ: the value of each, and whether that of the one that goes is proposed."""

    field: models.Field
    kept: object
    gone: object
    gone_first: bool


def choices(kept, gone):
    """The Choices to make before `gone` is merged into `kept`."""
    both = [(name, _value(kept, gone, name), _value(gone, kept, name)) for name in FIELDS[type(kept)]]
    return [
        Choice(kept._meta.get_field(name), ours, theirs, _says_more(name, theirs, ours))
        for name, ours, theirs in both
        if ours != theirs
    ]


def _value(record, other, name):
    """The record's value; what is part of the other one becomes part of what that is part of."""
    value = getattr(record, name)
    if name == "parent" and value and (value == other or other in value.ancestry()):
        return other.parent if other.parent != record else None
    return value


def _says_more(name, theirs, ours):
    """Something says more than nothing, and a day more than its year; what is hidden stays hidden."""
    if name == "visibility":
        return FROM_OPEN_TO_HIDDEN.index(theirs) > FROM_OPEN_TO_HIDDEN.index(ours)
    if isinstance(theirs, PartialDate) and isinstance(ours, PartialDate):
        return str(theirs).startswith(f"{ours}-")
    return bool(theirs) and not ours


@transaction.atomic
@acting(way=Way.MERGE)
def merge(kept, gone, taken=(), keep_name=True, by=None):
    """Fold `gone` into `kept`, two people or two organisations as an editor saw them; returns the Merge.

    `taken` names those of FIELDS in which the value of `gone` is chosen. The name that is not chosen stays as another
    name if `keep_name`. Raises Refused, and changes nothing, where they cannot be merged or were changed since.
    """
    kept, gone = _locked(kept, gone)
    log, noun = [], kept._meta.model_name
    told = {"name": gone.name, "into_name": kept.name, "gone": gone.pk, "into": kept.pk}
    values = _chosen(kept, gone, taken)
    other = ({kept.name, gone.name} - {values["name"]}) if keep_name else ()
    for text in other:
        if not kept.other_names.filter(text=text).exists():
            folding.make(OtherName(**{noun: kept}, text=text), log)
    folding.change(kept, log, **values)
    slug = gone.slug
    folding.fold(gone, kept, log)
    folding.make(kept.past_slugs.model(owner=kept, slug=slug), log)
    retell(kept, log)
    return Merge.objects.create(noun=noun, **{noun: kept}, **told, log=log, by=by)


def _locked(kept, gone):
    """Both records as they are stored, locked; raises Refused where they are not two, or not as seen."""
    if kept.pk == gone.pk:
        raise Refused(f"“{kept}” cannot be merged with itself: these are not two records.")
    rows = type(kept).objects.select_for_update().order_by("pk").in_bulk([kept.pk, gone.pk])
    for seen in (kept, gone):
        stored = rows.get(seen.pk)
        if stored is None:
            raise Refused(missing(type(kept), seen.pk))
        if stored.version != seen.version:
            raise Refused(f"“{stored}” was changed since you looked. Nothing was merged: look again.")
    return rows[kept.pk], rows[gone.pk]


def missing(model, number):
    """Why there is no record with this number, in words: it was merged, or it is not there."""
    merged = Merge.objects.standing().filter(noun=model._meta.model_name, gone=number).first()
    if merged and merged.kept:
        return f"“{merged.name}” was merged into “{merged.kept}” meanwhile."
    return f"There is no {model._meta.verbose_name} with the number {number}. It may have been deleted."


def _chosen(kept, gone, taken):
    """The values the kept record has afterwards; raises Refused for a ring of organisations."""
    values = {"stands_alone": kept.stands_alone or gone.stands_alone, "reviewed": True}
    for name in FIELDS[type(kept)]:
        values[name] = _value(gone, kept, name) if name in taken else _value(kept, gone, name)
    if "name" in taken and hasattr(gone, "sort_name"):
        values["sort_name"] = gone.sort_name
    parent = values.get("parent")
    if parent and (parent == kept or kept in parent.ancestry()):
        raise Refused(f"“{parent}” is itself part of “{kept}”. Choose the other value of “part of”.")
    return values


@transaction.atomic
@acting(way=Way.UNDO)
def undo(merge):
    """Give back both records, their addresses and what pointed at each; what came since stays with the one kept.

    Returns lines on what could not stay as it was. Raises Refused, and changes nothing, where it cannot be undone.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    model = Person if merge.noun == Merge.Noun.PERSON else Organisation
    kept = _survivor(merge, model)
    slug = _slug(merge)
    kept.past_slugs.filter(slug=slug).delete()
    folding.unfold(merge.log)
    merge.undone_at = timezone.now()
    merge.save(update_fields=["undone_at"])
    model.objects.filter(pk=merge.into).update(**touched(model))
    return _without_posts_of_another(merge) if model is Person else []


def _survivor(merge, model):
    """The record kept, locked; raises Refused where the merge cannot be undone."""
    if merge.undone_at:
        raise Refused(f"The merge of {merge} was undone before.")
    later = Merge.objects.standing().filter(noun=merge.noun, pk__gt=merge.pk)
    kept = model.objects.select_for_update().filter(pk=merge.into).first()
    if kept is None:
        onward = later.filter(gone=merge.into).first()
        if onward:
            raise Refused(f"“{merge.into_name}” was itself merged since. First undo the merge of {onward}.")
        raise Refused(f"“{merge.into_name}” was deleted since, so the merge can no longer be undone.")
    moved = {(label, pk) for label, *_, numbers in folding.steps(merge.log, folding.MOVED) for pk in numbers}
    for other in later.filter(**{merge.noun: kept}):
        if moved & {(label, into) for label, _, into in folding.steps(other.log, folding.REMOVED)}:
            raise Refused(f"What it brought was joined with more since. First undo the merge of {other}.")
    holder = model.objects.filter(slug=_slug(merge)).first()
    if holder:
        raise Refused(f"The address “{_slug(merge)}” is now that of “{holder}”. Give that another one first.")
    return kept


def _slug(merge):
    """The address the record that went had."""
    *_, (_, columns, _) = [step for step in folding.steps(merge.log, folding.REMOVED) if "slug" in step[1]]
    return columns["slug"]


def _without_posts_of_another(merge):
    """Take the post from what was given, since the merge, the post of one person and is of the other."""
    lines = []
    for key in folding.pointing_at(Role):
        owners = [field for field in key.model._meta.fields if field.related_model is Person]
        for owner in owners if key.null else ():
            astray = models.Q(pk=None)
            for one, other in ((merge.gone, merge.into), (merge.into, merge.gone)):
                astray |= models.Q(**{f"{key.name}__person": one, owner.name: other})
            numbers = list(key.model.objects.filter(astray).values_list("pk", flat=True))
            key.model.objects.filter(pk__in=numbers).update(**{key.name: None}, **touched(key.model))
            if numbers:
                named = key.model._meta.verbose_name if len(numbers) == 1 else key.model._meta.verbose_name_plural
                lines.append(f"{len(numbers)} {named} changed since named a post of the other one: look at the post.")
    return lines
