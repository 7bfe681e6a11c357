"""People and organisations by their names: every spelling, beginnings while typing, one typing error."""

from collections import defaultdict

from django.db.models import Count, Q
from django.utils import timezone

from articles.models import Mention
from newsroom.lib.wordquery import But, Word, all_of, any_of
from people.models import Organisation, OtherName, Person
from people.models.searched import name_query, named
from people.spelling import ALIKE, alike, error_keys, one_error_apart
from people.words import sought, words_of

from . import ranking

# So many are ranked; among more, a name is too common to be told from its namesakes by name alone.
MOST = 300
# So many answers of the index are read before the oldest records among them are taken.
MOST_READ = 5000
# Being named in so many articles counts as much as any more.
WELL_KNOWN = 1000


def ranked(model, words, at=None):
    """The listed people or organisations whose names fit the words: ([(points, id)], the best first, errors forgiven).

    Typing errors are forgiven where nobody's name fits without.
    """
    for query, forgiving in _queries(words) if words else ():
        fitting = _points(model, words, _candidates(model, query, at), forgiving)
        if fitting:
            return _by_points(model, fitting, at), forgiving
    return [], False


def best_named(model, name):
    """The listed person or organisation that a name means most likely, or None."""
    found, _ = ranked(model, sought(name).words)
    return model.objects.listed().filter(pk=found[0][1]).first() if found else None


def spellings(words, forgiving=False, at=None):
    """{word: other words}: what the names of listed people and organisations spell otherwise; with errors if forgiving.

    "zelenskyy" and "зеленський" lead to "zelensky" where somebody is called that.
    """
    parts = [But(Word(ALIKE + alike(word)), Word(word)) for word in words]
    parts += [Word(key) for word in words if forgiving for key in error_keys(word)]
    found = defaultdict(set)
    for model in (Person, Organisation) if parts else ():
        for names in all_names(model, _candidates(model, any_of(parts), at)).values():
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


def _candidates(model, query, at):
    """Ids of the first MOST listed ones that answer.

    The index is asked alone: a join would make the databases read people in their order, which none is asked for.
    """
    ids = sorted(set(named(model, query).values_list("pk", flat=True)[:MOST_READ]))
    if not ids:
        return []
    found = model.objects.listed(at).filter(pk__in=ids[: 2 * MOST]).order_by()
    return sorted(found.values_list("pk", flat=True))[:MOST]


def _points(model, words, ids, forgiving):
    """{id: points} of those whose names really fit."""
    names = all_names(model, ids)
    points = {pk: ranking.of_names(words, names[pk], forgiving) for pk in ids}
    return {pk: found for pk, found in points.items() if found}


def all_names(model, ids):
    """{id: [the printed name, other names that search may use]}."""
    owner = f"{model._meta.model_name}_id"
    names = defaultdict(list)
    if not ids:
        return names
    for pk, name in model.objects.filter(pk__in=ids).values_list("pk", "name"):
        names[pk].append(name)
    others = OtherName.objects.searched().filter(**{f"{owner}__in": ids}).order_by("pk")
    for pk, name in others.values_list(owner, "text"):
        names[pk].append(name)
    return names


def tell_other_names(rows, words):
    """Give each of these people or organisations `found_as`: the other name that fits the words better, or nothing."""
    names = all_names(type(rows[0]), [row.pk for row in rows]) if rows else {}
    for row in rows:
        best = max(names[row.pk], key=lambda name: ranking.of_names(words, [name], forgiving=True))
        row.found_as = "" if best == row.name else best


def _by_points(model, points, at):
    """[(points, id)], the best first; being in the news counts a little, and equals stand from A to Z."""
    owner = f"{model._meta.model_name}_id"
    shown = Mention.objects.filter(Q(published_at__lte=at or timezone.now()), **{f"{owner}__in": list(points)})
    counts = dict(shown.order_by().values_list(owner).annotate(Count("pk")))
    known = {pk: min(counts.get(pk, 0), WELL_KNOWN) / WELL_KNOWN for pk in points}
    ranked = [(round(points[pk] + 0.5 * known[pk] ** 0.5, 6), pk) for pk in points]
    place = {pk: number for number, pk in enumerate(_from_a_to_z(model, points))}
    return sorted(ranked, key=lambda one: (-one[0], place[one[1]]))


def _from_a_to_z(model, ids):
    return model.objects.filter(pk__in=list(ids)).in_order().values_list("pk", flat=True)
