"""The newest rows that have the words, however many have them: the index is asked for ever longer times."""

from django.db import connections
from django.db.models import Exists, OuterRef
from django.utils import timezone

from newsroom.lib.worddays import lately
from newsroom.lib.wordfields import ids_answering, ids_answering_among
from newsroom.lib.wordquery import all_of

# So many keys are handed back to the database; more are found by it once more. Of filters that leave few rows, so many.
FEW = 400


def one_by_one(rows, **which):
    """Those of the rows, in their order, that fit `which`, a condition that few do.

    On SQLite each of the few is asked whether it is among the rows: it would else walk all that are published.
    """
    if connections[rows.db].vendor != "sqlite":
        return rows.filter(**which)
    among = Exists(rows.order_by().filter(pk=OuterRef("pk")))
    return rows.model.objects.filter(among, **which).order_by(*rows.query.order_by)


def newest(rows, column, query, most, show=("pk",), day=None, few=False):
    """The values of `show` of the newest `most` of the rows whose words in `column` answer; `rows` are newest first.

    `day` is the last one they may be of, where that is known (default today); `few` tells that they may be few.
    """
    ids = list(rows.values_list("pk", flat=True)[: FEW + 1]) if few else ()
    if few and len(ids) <= FEW:
        answering = ids_answering_among(ids, query, column, rows.model) if ids else ()
        return list(one_by_one(rows, pk__in=answering).values_list(*show)[:most]) if answering else []
    for answering, is_all in _answering(rows, column, query, most, day):
        found = list(answering.values_list(*show)[:most])
        if len(found) == most or is_all:
            return found
    return []


def _answering(rows, column, query, most, day):
    """(rows that answer and are of a time of which at least `most` do, whether these are all), the last times first.

    Nothing where none answers at all.
    """
    today = timezone.localdate()
    *newer, years = (all_of([query, time]) for time in lately(min(day or today, today)))
    for times in (newer, (years, query)):
        keys = ids_answering([(time, rows.model) for time in times], column, max(most, FEW))
        for time, ids in zip(times, keys, strict=True):
            if len(ids) >= most or (time is query and ids):
                which = {"pk__in": ids} if len(ids) < FEW else {f"{column}__words": time}
                yield one_by_one(rows, **which), time is query
