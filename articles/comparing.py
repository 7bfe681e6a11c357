"""Two contents of an article, as revisions keep them, side by side: what differs, in words and in the text itself."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.safestring import mark_safe
from django.utils.text import capfirst

from articles.few_words import DERIVED, differ
from articles.models import Article
from articles.revisions import FIELDS, ROWS, TIMES
from newsroom.lib import html
from newsroom.lib.html_difference import compare, compare_words
from people.histories import GONE, Told, called, tell
from people.models import Merge, Organisation, Person

HEAD = ("kicker", "headline", "standfirst")
LISTS = {"topics": "articles.topic", "related": "articles.article"}
NEAR = 1  # unchanged blocks shown on either side of a change


@dataclass
class Stretch:
    """Some of the merged text: shown, or folded where nothing changed in so many blocks."""

    html: str
    folded: int = 0


@dataclass
class Item:
    """A byline, quote or mention that was added, removed or changed."""

    what: str
    title: str
    told: list[Told] = field(default_factory=list)


@dataclass
class Comparison:
    """What differs between two contents, part by part as the page shows it."""

    head: list[Told]
    body: list[Stretch]
    is_body_changed: bool
    fields: list[Told]
    rows: dict[str, list[Item]]

    @property
    def is_nothing(self):
        """Whether both say the same."""
        return not (
            self.is_body_changed or self.fields or any(self.rows.values()) or any(one.merged for one in self.head)
        )


def compared(old, new):
    """The Comparison of two contents of an article, in a fixed number of queries."""
    names = _names(old, new)
    blocks = compare(html.clean(old["body"]), html.clean(new["body"]))
    told = [one for name in (*FIELDS, *TIMES) if name not in {*HEAD, "body"} for one in _field(name, old, new, names)]
    told += [one for name in LISTS for one in _list(name, old, new, names)]
    return Comparison(
        head=[_head(name, old, new) for name in HEAD if old[name] or new[name]],
        body=list(_folded(blocks)),
        is_body_changed=any(block.is_changed for block in blocks),
        fields=told,
        rows={name: list(_rows(name, old, new, names)) for name in ROWS},
    )


def missing(content):
    """What of a content is gone and cannot be put back, in words; for whom was merged stands the one who stayed."""
    gone = {key: name for key, name in _names(content).items() if name.endswith(GONE)}
    merges = Merge.objects.standing()
    for model in (Person, Organisation):
        label = model._meta.label_lower
        merged = merges.successors(model, [number for noun, number in gone if noun == label])
        gone = {key: name for key, name in gone.items() if key[0] != label or key[1] not in merged}
    return [f"{label.rpartition('.')[2]} {name.removesuffix(GONE)}" for (label, _), name in sorted(gone.items())]


def _names(*contents):
    """What everything is called that the contents point at."""
    numbers, headlines = defaultdict(set), set()
    for content in contents:
        for key in (Article._meta.get_field(name) for name in FIELDS):
            if key.many_to_one:
                numbers[key.related_model._meta.label_lower].add(content.get(key.name))
        numbers["articles.topic"] |= set(content["topics"])
        headlines |= set(content["related"])
        for name, (model, fields) in ROWS.items():
            for key in (one for one in model._meta.fields if one.name in fields and one.many_to_one):
                numbers[key.related_model._meta.label_lower] |= {row.get(key.name) for row in content[name]}
    there = dict(Article.objects.filter(pk__in=headlines).values_list("pk", "headline")) if headlines else {}
    titles = {("articles.article", pk): there.get(pk, f"{pk}{GONE}") for pk in headlines}
    return called({label: found - {None} for label, found in numbers.items()}) | titles


def _head(name, old, new):
    kept = Article._meta.get_field(name)
    merged = mark_safe(compare_words(old[name], new[name])) if old[name] != new[name] else ""  # noqa: S308 - escaped
    return Told(name, capfirst(kept.verbose_name), old[name], new[name], merged)


def _field(name, old, new, names):
    if differ(old.get(name), new.get(name)):
        yield tell(Article._meta.get_field(name), [old.get(name), new.get(name)], names)


def _list(name, old, new, names):
    if set(old[name]) != set(new[name]):
        before, after = (
            ", ".join(sorted(names[LISTS[name], pk] for pk in content[name])) or "nothing" for content in (old, new)
        )
        yield Told(name, capfirst(Article._meta.get_field(name).verbose_name), before, after)


def _folded(blocks):
    """The blocks, where nothing changed far and wide folded into one."""
    changed = [place for place, block in enumerate(blocks) if block.is_changed]
    near = {place + step for place in changed for step in range(-NEAR, NEAR + 1)}
    waiting = []
    for place, block in enumerate([*blocks, None]):
        if block and place not in near:
            waiting.append(block.html)
            continue
        if waiting:
            # To fold a single block would save nothing.
            yield Stretch(mark_safe("".join(waiting)), len(waiting) if len(waiting) > 1 else 0)  # noqa: S308 - cleaned
            waiting = []
        if block:
            yield Stretch(mark_safe(block.html))  # noqa: S308 - cleaned before it was compared


def _rows(name, old, new, names):
    model, fields = ROWS[name]
    before, after = ({row["id"]: row for row in content[name]} for content in (old, new))
    kept = [model._meta.get_field(one) for one in fields if one not in DERIVED]
    for pk, row in after.items():
        if pk not in before:
            yield Item("added", _title(name, row, names))
            continue
        pairs = [(one, [before[pk].get(one.name), row.get(one.name)]) for one in kept]
        if told := [tell(one, pair, names) for one, pair in pairs if differ(*pair)]:
            yield Item("changed", _title(name, row, names), told)
    for pk, row in before.items():
        if pk not in after:
            yield Item("removed", _title(name, row, names))


def _title(name, row, names):
    if name == "quotes":
        return f"“{row['text']}” {row['attribution']}".strip()
    noun = names.get(("people.person", row.get("person"))) or names.get(
        ("people.organisation", row.get("organisation"))
    )
    return f"{row['credit']} {row['name'] or noun}" if name == "bylines" else str(noun)
