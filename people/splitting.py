"""One record that holds two people or organisations made two: an editor picks what moves to the other one."""

from django.db import transaction

from newsroom.lib import folding
from newsroom.lib.acting import Way, acting
from people.merging import Refused
from people.models import Organisation, Person

# What an editor may pick, in the order shown: the names by which the foreign keys are followed back.
PICKED = {
    Person: ("roles", "other_names", "identifiers", "links", "relationships", "quotes", "mentions", "bylines"),
    Organisation: ("roles", "represented_in", "children", "other_names", "identifiers", "links", "quotes", "mentions"),
}
# Said or told of somebody in a post, which goes where the post goes.
IN_A_POST = ("quotes", "mentions")


def pickable(record):
    """{name: queryset of the rows an editor may pick}."""
    return {name: getattr(record, name).all() for name in PICKED[type(record)]}


@acting(way=Way.SPLIT)
@transaction.atomic
def split(record, into, picked):
    """Move what is `picked` ({name of PICKED: numbers}) from the record to `into`, which is saved first if it is new.

    A post takes along what was said and told of its holder in it. Raises Refused, and changes nothing, where nothing or
    everything is picked, where a number is not the record's, or where words would be left in a post of the other one.
    Returns how many rows moved.
    """
    if into.pk == record.pk:
        raise Refused(f"“{record}” cannot be split into itself.")
    chosen = _chosen(record, picked)
    if not any(chosen.values()):
        raise Refused("Nothing was picked: tick what belongs to the other one.")
    if all(set(rows.values_list("pk", flat=True)) <= chosen[name] for name, rows in pickable(record).items()):
        raise Refused(f"That is everything “{record}” has. Rename the record instead, or merge it with the other one.")
    if isinstance(record, Person):
        _refuse_posts_of_another(record, chosen)
    if into.pk is None:
        into.save()
    log = []
    for name, numbers in chosen.items():
        key = getattr(type(record), name).rel.field
        folding.move_rows(key, key.model._base_manager.filter(pk__in=numbers), record, into, log)
    record.save()
    into.save()
    return sum(len(numbers) for numbers in chosen.values())


def _chosen(record, picked):
    """{name: set of numbers that move}, with what goes along with a post."""
    chosen = {}
    for name, rows in pickable(record).items():
        wanted = set(picked.get(name, ()))
        chosen[name] = set(rows.filter(pk__in=wanted).values_list("pk", flat=True))
        if wanted - chosen[name]:
            raise Refused("Something that was picked is no longer there. Nothing was moved: look again.")
    if isinstance(record, Person):
        for name in IN_A_POST:
            rows = getattr(record, name).filter(role__in=chosen["roles"])
            chosen[name] |= set(rows.values_list("pk", flat=True))
    return chosen


def _refuse_posts_of_another(person, chosen):
    """Raises Refused for words or mentions that would go while the post they name stays."""
    for name in IN_A_POST:
        rows = getattr(person, name).filter(pk__in=chosen[name], role__person=person)
        stays = rows.exclude(role__in=chosen["roles"]).select_related("role").first()
        if stays:
            what = stays._meta.verbose_name
            told = f"A {what} that was picked names the post “{stays.role}”, which was not."
            raise Refused(f"{told} Pick the post as well, or leave the {what}.")
