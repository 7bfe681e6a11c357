"""The shapes a Popolo file comes in, made one: flat lists of rows that refer to each other by id."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from people.records import NotReadable, Problem, id_from_name
from people.rows import Row, decode

COLLECTIONS = ("persons", "organizations", "memberships", "posts", "events")
ONLY_MEMBERSHIPS_HAVE = frozenset(("person_id", "person"))
ONLY_ORGANISATIONS_HAVE = frozenset(
    ("classification", "posts", "parent_id", "founding_date", "dissolution_date", "children")
)
RECOGNISED = ONLY_MEMBERSHIPS_HAVE | {"name", "given_name", "family_name"}

# What may be embedded where: (field, collection it belongs to, field that then refers to the row around it).
LISTS = {
    "persons": (("memberships", "memberships", "person_id"),),
    "organizations": (
        ("memberships", "memberships", "organization_id"),
        ("posts", "posts", "organization_id"),
        ("children", "organizations", "parent_id"),
    ),
}
# … or (field, collection it belongs to, field of the row around it that then refers to it).
OBJECTS = {
    "memberships": (
        ("person", "persons", "person_id"),
        ("organization", "organizations", "organization_id"),
        ("on_behalf_of", "organizations", "on_behalf_of_id"),
        ("post", "posts", "post_id"),
    ),
    "organizations": (("parent", "organizations", "parent_id"),),
    "posts": (("organization", "organizations", "organization_id"),),
}


@dataclass
class Shape:
    """The rows of a file by collection; persons, organizations and posts all have an `id`."""

    persons: list[Row] = field(default_factory=list)
    organizations: list[Row] = field(default_factory=list)
    memberships: list[Row] = field(default_factory=list)
    posts: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)


def shape(data: bytes, problems: list[Problem]) -> Shape:
    """The file laid flat, listed rows before embedded ones; NotReadable when it is no Popolo JSON."""
    flat = Shape()
    waiting = deque(_listed(_collection(_json(data)), problems))
    while waiting:
        name, row = waiting.popleft()
        own = _id(name, row)
        row.values = {**row.values, "id": own}
        if own and not row.within:
            row.id = own
        getattr(flat, name).append(row)
        waiting.extend(_embedded(name, row))
    return flat


def _json(data: bytes) -> Any:
    text = decode(data)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise NotReadable(f"the file is not JSON: {error.msg} in line {error.lineno}") from None
    except RecursionError:
        raise NotReadable("the file is nested too deeply to be Popolo") from None
    except ValueError:
        raise NotReadable("the file is not JSON that can be read: a number in it is too long") from None


def _collection(content: Any) -> dict[str, Any]:
    """The content as a collection: it may be one, a list, or a single object."""
    if isinstance(content, dict) and any(name in content for name in COLLECTIONS[:3]) and "name" not in content:
        return content
    items = content if isinstance(content, list) else [content]
    if not any(isinstance(item, dict) and not RECOGNISED.isdisjoint(item) for item in items):
        raise NotReadable(f"the file is JSON but not Popolo: it has none of {', '.join(COLLECTIONS[:3])}")
    collection: dict[str, Any] = {name: [] for name in COLLECTIONS}
    for item in items:
        collection[_collection_of(item)].append(item)
    return collection


def _collection_of(item: Any) -> str:
    if not isinstance(item, dict):
        return "persons"
    if not ONLY_MEMBERSHIPS_HAVE.isdisjoint(item):
        return "memberships"
    return "persons" if ONLY_ORGANISATIONS_HAVE.isdisjoint(item) else "organizations"


def _listed(collection: dict[str, Any], problems: list[Problem]) -> Iterator[tuple[str, Row]]:
    """(collection name, row) of all that stands at the top level, each known by its place for now."""
    top = Row(collection, "the file", problems)
    for name in COLLECTIONS:
        for row in top.rows(name):
            yield name, Row(row.values, row.within.rstrip("."), problems)


def _embedded(name: str, row: Row) -> Iterator[tuple[str, Row]]:
    """(collection name, row) of all that is embedded in a row, with the one made to refer to the other by id."""
    for inner_field, inner_name, reference in LISTS.get(name, ()):
        for inner in row.rows(inner_field):
            inner.values = {**inner.values, reference: row.values["id"]}
            yield inner_name, inner
    for inner_field, inner_name, reference in OBJECTS.get(name, ()):
        inner = row.row(inner_field, row.values.get(inner_field))
        if inner:
            inner.values = {"id": row.values.get(reference), **inner.values}
            row.values[reference] = inner.values["id"] = _id(inner_name, inner)
            if set(inner.values) > {"id"}:
                yield inner_name, inner


def _id(name: str, row: Row) -> str:
    """The row's own id; else one made from its name, or its place where there is no name or names do not identify."""
    own = row.text("id")
    if own or name == "memberships":
        return own
    place = f"{row.id}.{row.within}".rstrip(".")
    if name == "persons" and row.text("name"):
        return id_from_name(row.text("name"), row.text("birth_date"))
    if name == "organizations" and row.text("name"):
        return id_from_name(row.text("name"))
    return place
