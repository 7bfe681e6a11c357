"""The newest rows that have the words, however many have them: the index is asked for ever longer times."""

from django.db import connections
from django.db.models import Exists, OuterRef
from django.utils import timezone

from newsroom.lib.worddays import lately
from newsroom.lib.wordfields import ids_answering, ids_answering_among
from newsroom.lib.wordquery import all_of

# So many keys are handed back to the database; more are found by it once more. Of filters that leave few rows, so many.
FEW = 400
# This share of what is wanted is enough: longer times are not looked through for the rest.
ENOUGH = 0.6
# About so many times the rows of the last months have the last one or two years, and the last four or five.
YEARS_HAVE = (3, 8)


def one_by_one(rows):
    """The rows, for a question that few answer: SQLite would else walk all of them, as `published_ones` knows too."""
    if connections[rows.db].vendor != "sqlite":
        return rows
    among = Exists(rows.order_by().filter(pk=OuterRef("pk")))
    return rows.model.objects.filter(among).order_by(*rows.query.order_by)


def newest(rows, column, query, most, show=("pk",), day=None, few=False, rare=False):
    """The values of `show` of about the newest `most` of the rows whose words in `column` answer.

    The rows are newest first. `day` is the last one they may be of, where that is known (default today); `few` tells
    that they may be few, `rare` that few rows of all may answer.
    """
    ids = list(rows.values_list("pk", flat=True)[: FEW + 1]) if few else ()
    if few and len(ids) <= FEW:
        answering = ids_answering_among(ids, query, column, rows.model) if ids else ()
        return list(rows.filter(pk__among=answering).values_list(*show)[:most]) if answering else []
    found = []
    for time, ids in _times(rows.model, column, query, max(most, FEW), day, rare):
        if len(ids) >= most or (time is query and ids):
            answering = rows.filter(pk__among=ids) if len(ids) < FEW else rows.filter(**{f"{column}__words": time})
            found = list(answering.values_list(*show)[:most])
            if len(found) >= most * ENOUGH:
                break
    return found


def ids_to_read(model, column, query, most, day=None):
    """The keys of about the newest `most` rows that answer, whoever may see them."""
    for _, ids in _times(model, column, query, most, day, order="DESC"):
        if len(ids) >= most:
            break
    return ids


def _times(model, column, query, most, day, rare=False, order=""):
    """(the query for ever longer times, at most so many keys that answer it); at last the query alone.

    A rare query is asked alone first: a beginning of words costs PostgreSQL as much for a short time as for all.
    """
    if rare:
        [ids] = ids_answering([(query, model)], column, most, order)
        if len(ids) < most:
            yield query, ids
            return
    today = timezone.localdate()
    times = [all_of([query, time]) for time in lately(min(day or today, today))]
    months, years = times[:3], times[3:]
    found = ids_answering([(time, model) for time in months], column, most, order)
    yield from zip(months, found, strict=True)
    # Of longer times only those are looked through that may have enough, one after the other.
    likely = [time for time, times_more in zip(years, YEARS_HAVE, strict=True) if len(found[-1]) * times_more >= most]
    for time in [*likely, query]:
        yield time, *ids_answering([(time, model)], column, most, order)
