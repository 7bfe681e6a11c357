"""People and organisations by their names: every spelling, beginnings while typing, one typing error."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count, Q
from django.utils import timezone

from articles.models import Mention
from newsroom.lib.wordfields import ids_answering
from newsroom.lib.wordquery import But, Word, all_of, any_of
from people.models import Organisation, OtherName, Person
from people.models.searched import name_query
from people.spelling import ALIKE, alike, error_keys, one_error_apart
from people.words import sought, words_of

from . import ranking

# So many are ranked; among more, a name is too common to be told from its namesakes by name alone.
MOST = 300
# So many answers of the index are read before the oldest records among them are taken.
MOST_READ = 5000
# From so many points on, somebody's whole name was asked for.
BY_NAME = 3
# Being named in so many articles counts as much as any more.
WELL_KNOWN = 1000


class Ranked(NamedTuple):
    """Who fits: [(points, id)], the best first; {id: names}; and whether typing errors were forgiven."""

    rows: list
    names: dict
    forgiving: bool = False

    @property
    def points(self):
        """Those of the best."""
        return self.rows[0][0] if self.rows else 0

    @property
    def is_whole(self):
        """Whether the words are somebody's whole name, spelt as here."""
        return self.points >= BY_NAME and not self.forgiving


NOBODY = Ranked([], {})


def ranked(model, words, at=None):
    """The listed people or organisations whose names fit the words, as Ranked.

    Typing errors are forgiven where nobody's name fits without.
    """
    for query, forgiving in _queries(words) if words else ():
        names = _answering(model, query, at)
        points = {pk: ranking.of_names(words, own, forgiving) for pk, own in names.items()}
        points = {pk: found for pk, found in points.items() if found}
        if points:
            return Ranked(_by_points(model, points, at), names, forgiving)
    return NOBODY


def best_named(model, name):
    """The listed person or organisation that a name means most likely, or None."""
    found = ranked(model, sought(name).words).rows
    return model.objects.listed().filter(pk=found[0][1]).first() if found else None


def spellings(words, forgiving=False, at=None):
    """{word: other words}: what the names of listed people and organisations spell otherwise; with errors if forgiving.

    "zelenskyy" and "зеленський" lead to "zelensky" where somebody is called that.
    """
    parts = [But(Word(ALIKE + alike(word)), Word(word)) for word in words]
    parts += [Word(key) for word in words if forgiving for key in error_keys(word)]
    found = defaultdict(set)
    for model in (Person, Organisation) if parts else ():
        for names in _answering(model, any_of(parts), at).values():
            for other in {other for name in names for other in words_of(name)}:
                for word in words:
                    if word != other and _spelt_alike(word, other, forgiving):
                        found[word].add(other)
    return found


def _spelt_alike(word, other, forgiving):
    return alike(word) == alike(other) or (forgiving and one_error_apart(word, other))


def _queries(words):
    """(what the engine is asked, whether errors are forgiven), the closest first."""
    alike_words = [any_of([Word(word), Word(ALIKE + alike(word))]) for word in words]
    yield all_of(alike_words), False
    yield all_of(map(name_query, words)), False
    if len(words) > 1:
        yield any_of(alike_words), False
    keys = [Word(key) for word in words for key in error_keys(word)]
    if keys:
        yield any_of(keys), True


def _answering(model, query, at):
    """{id: [the printed name, other names that search may use]} of the first MOST listed ones that answer, A to Z."""
    owner = f"{model._meta.model_name}_id"
    own, called = ids_answering(query, "found_by", model, OtherName, most=MOST_READ)
    ids, others = {*own}, OtherName.objects.searched().order_by("pk")
    if called:
        ids.update(others.filter(pk__in=called, **{f"{owner}__isnull": False}).values_list(owner, flat=True))
    if not ids:
        return {}
    listed = model.objects.listed(at).filter(pk__in=sorted(ids)[: 2 * MOST]).in_order().values_list("pk", "name")
    names = {pk: [name] for pk, name in listed}
    for pk in sorted(names)[MOST:]:
        del names[pk]
    for pk, name in others.filter(**{f"{owner}__in": list(names)}).values_list(owner, "text"):
        names[pk].append(name)
    return names


def tell_other_names(rows, words, names):
    """Give each of these people or organisations `found_as`: the other name that fits the words better, or nothing.

    `names` are those of Ranked.
    """
    for row in rows:
        best = max(names[row.pk], key=lambda name: ranking.of_names(words, [name], forgiving=True))
        row.found_as = "" if best == row.name else best


def _by_points(model, points, at):
    """[(points, id)], the best first; being in the news counts a little, and equals keep their order."""
    owner = f"{model._meta.model_name}_id"
    shown = Mention.objects.filter(Q(published_at__lte=at or timezone.now()), **{f"{owner}__in": list(points)})
    counts = dict(shown.order_by().values_list(owner).annotate(Count("pk")))
    known = {pk: min(counts.get(pk, 0), WELL_KNOWN) / WELL_KNOWN for pk in points}
    return sorted(((round(points[pk] + 0.5 * known[pk] ** 0.5, 6), pk) for pk in points), key=lambda one: -one[0])
