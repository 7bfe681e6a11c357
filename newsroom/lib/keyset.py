"""Lists paged by key: a page begins after the last row of the one before, so its cost does not grow with its depth."""

import datetime
from bisect import bisect_left
from typing import NamedTuple

from django.core import signing
from django.core.exceptions import BadRequest
from django.db.models import Q

_signer = signing.Signer(salt="newsroom.keyset")


class BadCursor(BadRequest):
    """The cursor was not made here, was changed, or belongs to a list in another order; a page answers it with 400."""


class Page(NamedTuple):
    """The rows of one page, and the cursors of its neighbours or None."""

    rows: list
    next: str | None
    previous: str | None


def page(queryset, order, size, cursor=None):
    """The Page of `queryset` that `cursor` leads to, the first one for None.

    `order` names columns of a unique order, "-" for descending, none of them NULL in any row: ("-day", "-pk").
    Raises BadCursor.
    """
    backwards, key = _read(cursor, order) if cursor else (False, None)
    effective = [_turned(name) for name in order] if backwards else list(order)
    rows = queryset.order_by(*effective)
    if key is not None:
        rows = rows.filter(_after(effective, key))
    rows = list(rows[: size + 1])
    more = len(rows) > size
    rows = rows[:size]
    if backwards:
        rows.reverse()
    has_next, has_previous = (True, more) if backwards else (more, key is not None)
    return Page(
        rows,
        _cursor(order, rows[-1], backwards=False) if rows and has_next else None,
        _cursor(order, rows[0], backwards=True) if rows and has_previous else None,
    )


def page_of_ranked(ranked, name, size, cursor=None):
    """As `page`, of a list ranked in memory: rows are its (points, id), the best first; cursors belong to `name`.

    Where the row a cursor points at has gone, its points tell the place. Raises BadCursor.
    """
    order = [name]
    backwards, key = _read(cursor, order) if cursor else (False, None)
    place = _place(ranked, tuple(key)) if key else -1
    start, end = (max(0, place - size), place) if backwards else (place + 1, place + 1 + size)
    rows = ranked[start:end]
    return Page(
        rows,
        _signed(order, rows[-1], backwards=False) if rows and end < len(ranked) else None,
        _signed(order, rows[0], backwards=True) if rows and start > 0 else None,
    )


def _place(ranked, key):
    if key in ranked:
        return ranked.index(key)
    return bisect_left(ranked, -key[0], key=lambda row: -row[0]) - 1


def _turned(name):
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"


def _after(order, key):
    """The condition that a row comes after `key` in this order."""
    condition, equal = Q(), Q()
    for name, value in zip(order, key, strict=True):
        column = name.removeprefix("-")
        comparison = "lt" if name.startswith("-") else "gt"
        condition |= equal & Q(**{f"{column}__{comparison}": value})
        equal &= Q(**{column: value})
    # The first column again, by itself: a bound that lets the database enter the index at the right place.
    first, comparison = order[0].removeprefix("-"), "lte" if order[0].startswith("-") else "gte"
    return Q(**{f"{first}__{comparison}": key[0]}) & condition


def _cursor(order, row, backwards):
    return _signed(order, [_written(_value(row, name.removeprefix("-"))) for name in order], backwards)


def _signed(order, values, backwards):
    return _signer.sign_object([list(order), backwards, values])


def _value(row, name):
    return row[name] if isinstance(row, dict) else getattr(row, name)


def _written(value):
    if isinstance(value, datetime.datetime):
        return {"time": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, datetime.date) else value


def _read_value(value):
    if isinstance(value, dict):
        [(kind, text)] = value.items()
        return (datetime.datetime if kind == "time" else datetime.date).fromisoformat(text)
    return value


def _read(cursor, order):
    """Whether the cursor leads backwards, and the key it starts from."""
    try:
        its_order, backwards, values = _signer.unsign_object(cursor)
    except (signing.BadSignature, ValueError, UnicodeError):
        raise BadCursor("The cursor was changed or was not made here.") from None
    if its_order != list(order):
        raise BadCursor("The cursor belongs to a list in another order.")
    return backwards, [_read_value(value) for value in values]
