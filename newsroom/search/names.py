"""People and organisations by their names: every spelling, beginnings while typing, one typing error."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Q
from django.utils import timezone

from articles.models import Mention
from newsroom.lib.wordfields import ids_answering
from newsroom.lib.wordquery import But, Word, all_of, any_of
from people.models import Organisation, OtherName, Person
from people.models.searched import name_query, names_of
from people.spelling import ALIKE, alike, error_keys, one_error_apart
from people.words import sought, words_of

from . import ranking

NAMED = (Person, Organisation)
# So many are ranked; among more, a name is too common to be told from its namesakes by name alone.
MOST = 200
# So many answers of each index are read: some are not listed.
MOST_READ = MOST + 100
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


class Called:
    """Whom the words of one query call, among these models; the indexes are asked once, and once more with errors."""

    def __init__(self, words, models=NAMED, at=None):
        self.words, self.models, self.at = words, models, at
        self._ranked, self._names = {}, {}

    def ranked(self, model):
        """The listed people or organisations whose names fit the words, as Ranked.

        Typing errors are forgiven where nobody's name fits without.
        """
        if model not in self._ranked:
            self._ranked[model] = self._fitting(model) if self.words else NOBODY
        return self._ranked[model]

    @cached_property
    def is_whole(self):
        """Whether somebody is called just that: then nothing is misspelt."""
        return any(self.ranked(model).is_whole for model in self.models)

    @cached_property
    def spellings(self):
        """{word: other words}: what the names of those listed spell otherwise.

        "zelenskyy" and "зеленський" lead to "zelensky" where somebody is called that.
        """
        return self._spelt([self._strictly[-1]], forgiving=False) if self.words else {}

    @cached_property
    def misspellings(self):
        """As `spellings`, with words that one typing error makes of the one asked for."""
        if self.is_whole or not self.words:
            return self.spellings
        return self._spelt([self._strictly[-1], *self._forgivingly], forgiving=True)

    @cached_property
    def _strictly(self):
        """Who answers the words as they are, the closest first, and last who has other spellings of one."""
        others = any_of(But(Word(ALIKE + alike(word)), Word(word)) for word in self.words)
        return _answering([*_strict(self.words), others], self.models)

    @cached_property
    def _forgivingly(self):
        """Who answers one of the words with a typing error."""
        keys = [Word(key) for word in self.words for key in error_keys(word)]
        return _answering([any_of(keys)], self.models) if keys else []

    def _fitting(self, model):
        return self._first(model, self._strictly[:-1], False) or self._first(model, self._forgivingly, True) or NOBODY

    def _first(self, model, answers, forgiving):
        """Ranked of the first answer in which a name fits."""
        for ids in (answer[model] for answer in answers):
            names = self._names_of(model, ids)
            points = {pk: ranking.of_names(self.words, own, forgiving) for pk, own in names.items()}
            points = {pk: found for pk, found in points.items() if found}
            if points:
                return Ranked(_by_points(model, points, self.at), names, forgiving)
        return None

    def _spelt(self, answers, forgiving):
        found = defaultdict(set)
        for model in self.models:
            for names in self._names_of(model, set().union(*(answer[model] for answer in answers))).values():
                for other in {other for name in names for other in words_of(name)}:
                    for word in self.words:
                        if word != other and _spelt_alike(word, other, forgiving):
                            found[word].add(other)
        return found

    def _names_of(self, model, ids):
        """{id: [the printed name, other names that search may use]} of the first MOST listed ones, A to Z."""
        first = tuple(sorted(ids)[:MOST_READ])
        if (model, first) not in self._names:
            self._names[model, first] = _names(model, first, self.at) if first else {}
        return self._names[model, first]


def best_named(model, name):
    """The listed person or organisation that a name means most likely, or None."""
    found = Called(sought(name).words, [model]).ranked(model).rows
    return model.objects.listed().filter(pk=found[0][1]).first() if found else None


def tell_other_names(rows, words, names):
    """Give each of these people or organisations `found_as`: the other name that fits the words better, or nothing.

    `names` are those of Ranked.
    """
    for row in rows:
        best = max(names[row.pk], key=lambda name: ranking.of_names(words, [name], forgiving=True))
        row.found_as = "" if best == row.name else best


def _strict(words):
    """What the index is asked for names as they are typed, the closest first."""
    alike_words = [any_of([Word(word), Word(ALIKE + alike(word))]) for word in words]
    return [all_of(alike_words), all_of(map(name_query, words)), *([any_of(alike_words)] if len(words) > 1 else [])]


def _spelt_alike(word, other, forgiving):
    return alike(word) == alike(other) or (forgiving and one_error_apart(word, other))


def _answering(queries, models):
    """For each query {model: ids of the first whose names answer it}, listed or not, in one look at the indexes."""
    indexes = (*models, OtherName)
    looks = [(query, model) for query in queries for model in indexes]
    keys = ids_answering(looks, "found_by", MOST_READ, "ASC")
    rows = [dict(zip(indexes, keys[at : at + len(indexes)], strict=True)) for at in range(0, len(keys), len(indexes))]
    owners = _owners({pk for found in rows for pk in found[OtherName]}, models)
    return [{model: {*found[model], *_known(found[OtherName], owners[model])} for model in models} for found in rows]


def _owners(ids, models):
    """{model: {id of an other name: id of whose it is}} of those that search may use."""
    owners = [f"{model._meta.model_name}_id" for model in models]
    rows = OtherName.objects.searched().filter(pk__among=ids).order_by().values_list("pk", *owners)
    return {model: {pk: both[at] for pk, *both in rows if both[at]} for at, model in enumerate(models)}


def _known(ids, owners):
    return (owners[pk] for pk in ids if pk in owners)


def _names(model, ids, at):
    """{id: [the printed name, other names that search may use]} of those listed among the ids, at most MOST, A to Z."""
    names, others = {}, defaultdict(list)
    for pk, name, number, other in names_of(model.objects.listed(at).filter(pk__among=ids).in_order()):
        names[pk] = [name]
        others[pk] += [(number, other)] if number else []
    for pk in sorted(names)[MOST:]:
        del names[pk]
    return {pk: [*own, *(other for _, other in sorted(others[pk]))] for pk, own in names.items()}


def _by_points(model, points, at):
    """[(points, id)], the best first; being in the news counts a little, and equals keep their order."""
    owner = f"{model._meta.model_name}_id"
    shown = Mention.objects.filter(Q(published_at__lte=at or timezone.now()), **{f"{owner}__among": points})
    counts = dict(shown.order_by().values_list(owner).annotate(times=Count("*")))
    known = {pk: min(counts.get(pk, 0), WELL_KNOWN) / WELL_KNOWN for pk in points}
    return sorted(((round(points[pk] + 0.5 * known[pk] ** 0.5, 6), pk) for pk in points), key=lambda one: -one[0])
