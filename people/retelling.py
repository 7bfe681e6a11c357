"""What feeds last said of roles and of bodies above, retold of the rows that stay when rows were folded into others."""

from django.db.models import Q

from newsroom.lib import folding
from people.models import FeedEntry, Person, Role

ROLE, ORGANISATION = "people.Role", "people.Organisation"


def retell(kept, log):
    """Let the memory of feeds name the rows that stay, so that the next import finds them; adds to the `log`."""
    into = {ROLE: {}, ORGANISATION: {}}
    for label, columns, number in folding.steps(log, folding.REMOVED):
        if label in into and number:
            into[label][columns["id"]] = number
    for entry in _touched(kept, log):
        said = _retold(entry.last_read, into[ROLE], into[ORGANISATION])
        if said != entry.last_read:
            folding.change(entry, log, last_read=said)


def _touched(kept, log):
    """The entries that may name a row that went."""
    if isinstance(kept, Person):
        return kept.feed_entries.all()
    moved = [pk for label, *_, numbers in folding.steps(log, folding.MOVED) if label == ROLE for pk in numbers]
    folded = [number for label, _, number in folding.steps(log, folding.REMOVED) if label == ROLE]
    holders = Role.objects.filter(pk__in=[*moved, *filter(None, folded)]).values("person")
    return FeedEntry.objects.filter(Q(person__in=holders) | Q(organisation__parent=kept) | Q(organisation=kept))


def _retold(said, roles, organisations):
    told = _renumbered(said, {"parent_id": organisations})
    places = {"row": roles, "organisation_id": organisations, "on_behalf_of_id": organisations}
    if "roles" in said:
        told["roles"] = [_renumbered(role, places) for role in said["roles"]]
    return told


def _renumbered(values, places):
    return {name: places.get(name, {}).get(value, value) if name in places else value for name, value in values.items()}
