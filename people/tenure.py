"""When a role was held: yes, maybe or no, for one role in Python and for many in the database, by the same rule.

What is known of a role's start and end may come from four places: its own dates, its end state, the death of its
holder or the end of its organisation, and dated sources that show it being held or being over. Every combination of
days that fits them all is possible; "yes" means the day is covered in all of them, "no" in none.
"""

import datetime
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q

from newsroom.lib.dates import FAR_OFF, LONG_AGO, Stretch

from .standing import seen

ONE_DAY = datetime.timedelta(days=1)
ENDED, ONGOING = "ended", "ongoing"
HELD, OVER = "held", "over"
NOT_ENDED_SOMETIME = ~Q(end=None, end_state=ENDED)


class Evidence(NamedTuple):
    """What dated sources show of a role: held from, held until, over by; each a day or None."""

    held_from: datetime.date | None = None
    held_until: datetime.date | None = None
    over_by: datetime.date | None = None


def stretch(role, evidence, today):
    """The days `role` may span as a Stretch, by its own dates, the Evidence of sources, and what is known `today`."""
    start_earliest = role.start.earliest if role.start else LONG_AGO
    start_latest = role.start.latest if role.start else FAR_OFF
    end_earliest, end_latest = _end(role, today)
    for limit in (role.person.death, role.organisation and role.organisation.dissolved):
        if limit:
            end_earliest, end_latest = min(end_earliest, limit.earliest), min(end_latest, limit.latest)
    if role.end_state == ONGOING:
        start_latest = min(start_latest, today)
    if evidence.held_from:
        start_latest, end_earliest = min(start_latest, evidence.held_from), max(end_earliest, evidence.held_until)
    if evidence.over_by:
        end_latest = min(end_latest, evidence.over_by - ONE_DAY)
    return Stretch(start_earliest, max(start_earliest, start_latest), min(end_earliest, end_latest), end_latest)


def _end(role, today):
    """The first and the last day on which the role may have ended by its own dates and end state."""
    if role.end:
        return role.end.earliest, role.end.latest
    if role.end_state == ONGOING:
        return today, FAR_OFF
    return LONG_AGO, today - ONE_DAY if role.end_state == ENDED else FAR_OFF


def possibly_on(day, today, sources):
    """The condition that a Role row was perhaps or certainly held on `day`; `sources` are the visible ones."""
    possible = _begun_by(day) & _not_over_by(day, sources.filter(date_latest__lte=day))
    if day >= today:
        possible &= NOT_ENDED_SOMETIME
    return possible


def possibly_within(first, last, today, sources):
    """As `possibly_on` for a day only known to lie between two, which `first` and `last` name as annotations."""
    over = sources.filter(date_latest__lte=OuterRef(first))
    ended = Q(**{f"{first}__lt": today}) | NOT_ENDED_SOMETIME
    # What ended before it can have begun was held on no day at all.
    begins_in_time = Q(start=None) | (
        _not_over_by(F("start_earliest"), sources.filter(date_latest__lte=OuterRef("start_earliest")))
        & (Q(start_earliest__lt=today) | NOT_ENDED_SOMETIME)
    )
    return _begun_by(F(last)) & _not_over_by(F(first), over) & ended & begins_in_time


def _begun_by(day):
    return Q(start=None) | Q(start_earliest__lte=day)


def _not_over_by(day, over):
    """It can have been held on `day` by its own end, its holder's and its organisation's; `over` proves otherwise."""
    return (
        (Q(end=None) | Q(end_latest__gte=day))
        & (Q(person__death=None) | Q(person__death_latest__gte=day))
        & (Q(organisation=None) | Q(organisation__dissolved=None) | Q(organisation__dissolved_latest__gte=day))
        & ~Exists(over.filter(role=OuterRef("pk"), shows=OVER))
    )


def certainly_on(day, today, sources):
    """The condition that a Role row, perhaps held on `day`, certainly was."""
    return _started_by(day, today, sources) & _not_over_before(day, today, sources)


def _started_by(day, today, sources):
    """It began by `day` at the latest, or else `day` is the last on which it can have been held at all."""
    mine = sources.filter(role=OuterRef("pk"))
    started = (
        Q(start_latest__lte=day)
        | Exists(mine.filter(shows=HELD, date_latest__lte=day))
        | Q(end_latest=day)
        | Q(person__death_latest=day)
        | Q(organisation__dissolved_latest=day)
        | Exists(mine.filter(shows=OVER, date_latest=day + ONE_DAY))
    )
    if day >= today:
        started |= Q(end_state=ONGOING)
    if day == today - ONE_DAY:
        started |= Q(end=None, end_state=ENDED)
    return started


def _not_over_before(day, today, sources):
    """It ended on `day` at the earliest, or else `day` is the first on which it can have been held at all."""
    own_end = Q(end_earliest__gte=day)
    if day <= today:
        own_end |= Q(end=None, end_state=ONGOING)
    capped = (
        own_end
        & (Q(person__death=None) | Q(person__death_earliest__gte=day))
        & (Q(organisation=None) | Q(organisation__dissolved=None) | Q(organisation__dissolved_earliest__gte=day))
    )
    seen_later = sources.filter(role=OuterRef("pk"), shows=HELD, date_earliest__gte=day)
    return capped | Q(start_earliest=day) | Exists(seen_later)


def evidence(at=None):
    """Annotations for a Role queryset, one for each field of Evidence, read from the sources visible at a moment."""
    return {
        "held_from": seen("MIN(told.date_latest)", HELD, at),
        "held_until": seen("MAX(told.date_earliest)", HELD, at),
        "over_by": seen("MIN(told.date_latest)", OVER, at),
    }
