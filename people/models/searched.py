"""How a search matches rows: every word of it in their folded text."""

from django.db.models import Q

from people.names import fold


def with_words(rows, q):
    """The rows whose `folded` column has every word of `q`, accents and case aside; all for an empty one."""
    for word in fold(q).split():
        rows = rows.filter(folded__contains=word)
    return rows


def with_words_in_names(rows, q):
    """As `with_words`, for people or organisations, whose other names count too."""
    owner = rows.model._meta.model_name
    other_names = rows.model.other_names.rel.related_model.objects.searched()
    for word in fold(q).split():
        other = other_names.filter(folded__contains=word).values(owner)
        rows = rows.filter(Q(folded__contains=word) | Q(pk__in=other))
    return rows
