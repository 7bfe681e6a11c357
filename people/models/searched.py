"""How a search matches rows: every word of it, in any English form, in their text or their names."""

from django.db.models import FilteredRelation, Q

from newsroom.lib.wordquery import Word, all_of, any_of
from people.names import fold
from people.spelling import ALIKE, alike
from people.words import forms, sought

# A beginning this short stands for half the dictionary.
SHORTEST_BEGINNING = 3


def with_words(rows, q, column="folded"):
    """The rows whose words in `column` have every word of `q` in some form and each “exact phrase”; all for an empty q.

    The last word may be the beginning of one, for it may still be typed.
    """
    asked = sought(q)
    for phrase in asked.phrases:
        rows = rows.filter(**{f"{column}__phrase": phrase})
    return rows.filter(**{f"{column}__words": text_query(asked.words)}) if asked.words else rows


def text_query(words, typing=True):
    """What a text has that has all these words; with `typing` the last may be a beginning. At least one is needed."""
    *before, last = words
    begun = [Word(last, begins=True)] if typing and len(last) >= SHORTEST_BEGINNING else []
    return all_of([*map(_in_any_form, before), any_of([*begun, *map(Word, forms(last))])])


def with_words_in_names(rows, q):
    """The rows of people or organisations for every word of `q` in a name or other name; all for an empty one.

    A word fits one that begins with it, and one that is another spelling of it.
    """
    for word in sought(q).words:
        rows = rows.filter(pk__in=named(rows.model, name_query(word)))
    return rows


def name_query(word):
    """What a name has that has this word."""
    return any_of([Word(word, begins=True), Word(ALIKE + alike(word))])


def named(model, query):
    """The ids of people or organisations with a name, or other name that search may use, that answers the query."""
    other_names = model.other_names.rel.related_model.objects.searched()
    owner = f"{model._meta.model_name}_id"
    others = other_names.filter(found_by__words=query, **{f"{owner}__isnull": False}).order_by().values(owner)
    return model.objects.filter(found_by__words=query).order_by().values("pk").union(others, all=True)


def names_of(rows):
    """(id, printed name, number of an other name that search may use or None, its text) of each of these people or

    organisations, once for each other name.
    """
    called = FilteredRelation("other_names", condition=Q(other_names__searchable=True))
    return rows.alias(called=called).values_list("pk", "name", "called__pk", "called__text")


def with_parts(rows, q):
    """The rows whose `folded` column has every word of `q`, also within a longer word; all for an empty one."""
    for word in fold(q).split():
        rows = rows.filter(folded__contains=word)
    return rows


def _in_any_form(word):
    return any_of(map(Word, forms(word)))
