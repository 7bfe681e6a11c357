"""What to look for among words, and how each database's engine is asked for it; a user's text never reaches one.

Words here are folded already: letters, digits and marks of one word, no punctuation.
"""

from typing import NamedTuple


class Word(NamedTuple):
    """One word, or every word that begins like it."""

    text: str
    begins: bool = False


class AllOf(tuple):
    """All of these words and combinations."""


class AnyOf(tuple):
    """At least one of these words and combinations."""


class But(NamedTuple):
    """What answers `wanted` and not `unwanted`."""

    wanted: object
    unwanted: object


def all_of(parts):
    """The parts together; one by itself stays as it is. At least one is needed."""
    return _joined(AllOf, parts)


def any_of(parts):
    """The parts as alternatives, each once; one by itself stays as it is. At least one is needed."""
    return _joined(AnyOf, dict.fromkeys(parts))


def fts5(query):
    """The query as SQLite's FTS5 reads it."""
    if isinstance(query, Word):
        return f'"{query.text}"*' if query.begins else f'"{query.text}"'
    if isinstance(query, But):
        return f"({fts5(query.wanted)} NOT {fts5(query.unwanted)})"
    return _written(query, fts5, {AllOf: " AND ", AnyOf: " OR "})


def tsquery(query):
    """The query as PostgreSQL reads the text form of a tsquery."""
    if isinstance(query, Word):
        return f"'{query.text}':*" if query.begins else f"'{query.text}'"
    if isinstance(query, But):
        return f"({tsquery(query.wanted)} & !{tsquery(query.unwanted)})"
    return _written(query, tsquery, {AllOf: " & ", AnyOf: " | "})


def _joined(kind, parts):
    parts = kind(parts)
    if not parts:
        raise ValueError("there is nothing to look for")
    return parts[0] if len(parts) == 1 else parts


def _written(query, write, signs):
    return f"({signs[type(query)].join(write(part) for part in query)})"
