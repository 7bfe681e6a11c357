"""The newest rows that have the words, however many have them: the index is asked for ever longer times."""

from django.utils import timezone

from newsroom.lib.worddays import lately
from newsroom.lib.wordfields import first_answering, ids_answering_among
from newsroom.lib.wordquery import all_of

# So many keys are handed back to the database; more are found by it once more. Of filters that leave few rows, so many.
FEW = 400
# How many of the rows with the words readers may not see, at a guess.
SPARE = 1.25


def newest(rows, column, query, most, show=("pk",), day=None):
    """The values of `show` of the newest `most` of the rows whose words in `column` answer; `rows` are newest first.

    `day` is the last one they may be of, where that is known (default today).
    """
    for answering, is_all in _answering(rows, column, query, most, day):
        found = list(answering.values_list(*show)[:most])
        if len(found) == most or is_all:
            return found
    return []


def newest_keys(rows, column, query, most, day=None):
    """The keys of about the newest `most` that answer, as a queryset for another to choose among."""
    for answering, _ in _answering(rows, column, query, int(most * SPARE), day):
        return answering.values("pk")[:most]
    return rows.none()


def newest_of_few(rows, column, query, most, show=("pk",)):
    """As `newest` of rows that filters leave few of; None where there are too many."""
    ids = list(rows.values_list("pk", flat=True)[: FEW + 1])
    if len(ids) > FEW:
        return None
    answering = ids_answering_among(ids, query, column, rows.model) if ids else ()
    return list(rows.filter(pk__in=answering).values_list(*show)[:most]) if answering else []


def _answering(rows, column, query, most, day):
    """(rows that answer and are of a time of which at least `most` do, whether these are all), the last times first.

    Nothing where none answers at all.
    """
    today = timezone.localdate()
    times = [*(all_of([query, time]) for time in lately(min(day or today, today))), query]
    for asked in (times[:2], times[2:]):
        keys = first_answering([(time, rows.model) for time in asked], column, max(most, FEW))
        for time, ids in zip(asked, keys, strict=True):
            if len(ids) >= most or (time is query and ids):
                few = len(ids) < FEW
                yield rows.filter(pk__in=ids) if few else rows.filter(**{f"{column}__words": time}), time is query
