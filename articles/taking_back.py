"""A step of a sitting is taken back: what it made goes, unless it is used elsewhere or was changed since."""

from django.apps import apps
from django.utils.text import capfirst

from articles.models import Mention
from people.models import Source


def as_made(row):
    """What a Step remembers of a row it made."""
    return {"model": row._meta.label, "pk": row.pk, "version": getattr(row, "version", "")}


def as_changed(row, name, before):
    """What a Step remembers of a field it set; `before` is the value it had."""
    return {"model": row._meta.label, "pk": row.pk, "field": name, "before": before, "after": getattr(row, name)}


def take_back(step):
    """Undo all that the Step made and changed; returns lines on what stays because it is used or was changed."""
    article = step.sitting.article
    for record in reversed(step.changed):
        row = _row(record)
        if row and getattr(row, record["field"]) == record["after"]:
            setattr(row, record["field"], record["before"])
            row.save()
    records = step.made[::-1]
    # Sources last: a fact that stays keeps its source.
    records.sort(key=lambda record: record["model"] == Source._meta.label)
    return [line for record in records if (row := _row(record)) for line in _removed(row, record, article)]


def _row(record):
    return apps.get_model(record["model"])._base_manager.filter(pk=record["pk"]).first()


def _removed(row, record, article):
    """Remove the row, or give the line that says why it stays; a source stays without a word."""
    if isinstance(row, Source):
        if not _is_told(row, article):
            row.delete()
        return []
    reason = _why_kept(row, record, article)
    if not reason:
        row.delete()
        return []
    return [f"{capfirst(row._meta.verbose_name)} “{row}” stays: {reason}."]


def _why_kept(row, record, article):
    if record["version"] and row.version != record["version"]:
        return "it has been changed since"
    if isinstance(row, Mention) and _speaks(row.person or row.organisation, article):
        return "it is quoted in the article"
    for relation in row._meta.related_objects:
        users = relation.related_model._base_manager.filter(**{relation.field.name: row})
        users = users.exclude(our_article=article.pk) if relation.related_model is Source else users
        if users.exists():
            return f"it is used elsewhere ({relation.related_model._meta.verbose_name})"
    return ""


def _speaks(noun, article):
    speaker = "speaker" if noun._meta.model_name == "person" else "organisation"
    return article.quotes.filter(**{speaker: noun}).exists()


def _is_told(source, article):
    """Whether the article still tells of the source's fact: it names it, or nothing else tells of it and it stayed."""
    noun = source.person or source.organisation
    fact = noun or source.role or source.relationship
    if not fact.stands_alone and fact.sources.count() == 1:
        return True
    return noun is not None and article.mentions.filter(**{noun._meta.model_name: noun}).exists()
