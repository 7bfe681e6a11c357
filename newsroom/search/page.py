"""What the search page shows: the answers, what they answer, and the ways on from there."""

from django.utils.formats import date_format

from people.words import words

from .asked import KINDS, LONGEST, MOST_WORDS
from .finding import search, search_in

DAY = "j F Y"
# How a filter is said, by its name.
SAID = {
    "by": lambda person: f"said by or naming {person}",
    "at": lambda organisation: f"of {organisation}",
    "section": lambda section: f"in {section}",
    "since": lambda day: f"from {date_format(day, DAY)}",
    "until": lambda day: f"to {date_format(day, DAY)}",
}


def context(asked, cursor=None):
    """What the template needs for a search; raises keyset.BadCursor."""
    found = [search_in(asked.kind, asked, cursor=cursor)] if asked.kind else search(asked)
    corrected = asked.corrected if any(group.forgiving and group.page.rows for group in found) else ""
    return {
        "asked": asked,
        "too_long": len(asked.given) > LONGEST or len(words(asked.q)) > MOST_WORDS,
        "found": [(group, asked.address(**{"in": group.name})) for group in found if _has_any(group)],
        "extra": f"{asked.address()}&",
        "kinds": [
            {"name": name, "label": label, "address": asked.address(**{"in": name})}
            for name, label in {"": "Everything", **KINDS}.items()
        ],
        "filters": [
            {"words": SAID[name](value), "address": asked.address(**{name: None})}
            for name, value in asked.filters.items()
        ],
        "corrected": {"words": corrected, "address": asked.address(q=corrected)} if corrected else None,
        "without_filters": asked.address(**dict.fromkeys(asked.filters)),
        "without_marks": asked.address(q=" ".join(asked.words)),
    }


def _has_any(group):
    return group.page.rows or group.page.previous
