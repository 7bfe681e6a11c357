"""Rows of an article laid out again from the values a revision keeps, in a number of queries that does not grow."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from articles.models import Quote
from newsroom.lib.plainvalues import lay
from newsroom.lib.records import new_version
from people.models import Change, Merge


def lay_out(article, model, rows, names, gone):
    """Make or change the rows of `model` under the article to these values of the fields `names`.

    A foreign key whose target is gone becomes None; that, and a row that no longer fits, is added to `gone` as a line
    for the editor. Rows keep their ids.
    """
    stored = model.objects.filter(article=article).in_bulk([values["id"] for values in rows])
    made = laid(article, model, rows, names, stored, gone)
    try:
        with transaction.atomic():
            model.objects.bulk_create([row for row in made if row.pk not in stored])
            _update([row for row in made if row.pk in stored], model, names)
    except IntegrityError:
        _one_by_one(made, names, gone)


def laid(article, model, rows, names, stored, gone):
    """The rows as `lay_out` lays them, not saved: those of `stored`, by their ids, changed and the others made."""
    there = _targets(model, rows, names, stored.values())
    return [_laid(article, stored.get(values["id"]) or model(), values, names, there, gone) for values in rows]


def called(model, number):
    """What a row that is gone was called, else its number."""
    last = Change.objects.filter(model=model._meta.label_lower, row=number, what=Change.What.DELETED).first()
    return f"“{last.label}”" if last else str(number)


def _targets(model, rows, names, stored):
    """{id: the id that stands for it now} of those that are there, by the name of the foreign key that points at them.

    A person or an organisation that was merged meanwhile is the one it was merged into. What a `stored` row points at
    is there.
    """
    keys = [field for field in model._meta.fields if field.name in names and isinstance(field, models.ForeignKey)]
    return {
        key.name: _now(
            key.related_model, {row.get(key.name) for row in rows}, {getattr(row, key.attname) for row in stored}
        )
        for key in keys
    }


def _now(model, ids, there):
    asked = ids - there - {None}
    found = {pk: pk for pk in there}
    if asked:
        found |= {pk: pk for pk in model._base_manager.filter(pk__in=asked).values_list("pk", flat=True)}
    gone = asked - found.keys()
    return found | Merge.objects.successors(model, gone) if gone else found


def _laid(article, row, values, names, there, gone):
    """The row with its values, and with what `save` would derive from them."""
    row.article = article
    for name in names:
        field, value = row._meta.get_field(name), values.get(name)
        if value and name in there:
            if value not in there[name]:
                gone.append(f"{field.verbose_name} {called(field.related_model, value)} is no longer there")
            value = there[name].get(value)
        lay(row, field, value)
    if isinstance(row, Quote):
        _derive_quote(row)
    elif hasattr(row, "published_at"):
        row.published_at = article.publish_at
    return row


def _derive_quote(quote):
    """The words and their attribution stay although the speaker's record is gone."""
    lost = quote.speaker_kind in {Quote.SpeakerKind.PERSON, Quote.SpeakerKind.ORGANISATION}
    if lost and not (quote.speaker_id or quote.organisation_id):
        quote.speaker_kind = Quote.SpeakerKind.UNKNOWN
    quote.derive()
    quote.keep_place()
    quote.version, quote.updated_at = new_version(), timezone.now()


def _update(rows, model, names):
    derived = ("day", "folded", "same_words", "anchor_state", "version", "updated_at") if model is Quote else ()
    model.objects.bulk_update(rows, [*(name for name in names if name != "id"), *derived])


def _one_by_one(rows, names, gone):
    """Save each row that fits, and say of the others why they do not."""
    for row in rows:
        others = {field.name for field in row._meta.fields} - set(names)
        try:
            row.clean_fields(exclude=others | {"id"})
            row.validate_constraints()
        except ValidationError as error:
            gone.append(f"{row._meta.verbose_name} {row.pk}: {' '.join(error.messages)}")
        else:
            row.save()
