"""An article's content as a revision keeps it: taken, looked at, put back, and changed without being shown."""

from contextlib import contextmanager
from copy import copy

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from articles.few_words import in_few_words
from articles.models import Byline, Correction, Mention, Quote, Revision, Task
from articles.restoring import called, laid, lay_out
from newsroom.lib.acting import Way, acting
from newsroom.lib.plainvalues import lay, plain
from newsroom.lib.records import new_version
from people.models import Source, unkept

FIELDS = (
    "headline", "slug", "standfirst", "kicker", "body", "section", "image", "image_caption", "language",
    "source_url", "canonical_url",
)  # fmt: skip
# Kept for the record; putting content back does not reschedule an article.
TIMES = ("state", "publish_at", "expire_at", "embargo_until")
BYLINE = ("id", "person", "order", "credit", "name")
MENTION = ("id", "person", "organisation", "names", "relation", "role", "reviewed")
QUOTE = (
    "id", "kind", "text", "speaker_kind", "speaker", "organisation", "role", "attribution", "said_on", "venue",
    "source_url", "original", "original_language", "translation", "status", "not_verbatim", "segments", "position",
)  # fmt: skip
ROWS = {"bylines": (Byline, BYLINE), "mentions": (Mention, MENTION), "quotes": (Quote, QUOTE)}


def snapshot(article):
    """The article's content now, as plain JSON data."""
    return {
        **_values(article, FIELDS + TIMES),
        "topics": sorted(article.topics.values_list("pk", flat=True)),
        "related": sorted(article.related.values_list("pk", flat=True)),
        "bylines": [_values(byline, BYLINE) for byline in article.bylines.all()],
        "mentions": [_values(mention, MENTION) for mention in article.mentions.all()],
        "quotes": [_values(quote, QUOTE) for quote in article.quotes.in_text_order()],
    }


def record(article, by=None, note="", shown=True, pending_stays=False):
    """Keep the article's present content as its next Revision and return that.

    Call it at the end of every save, when bylines, mentions and quotes are saved too. `shown` says that the row now
    holds this content; it counts as changed where the content is new, and a pending change is done with, and what was
    learnt for it may show with the article, unless `pending_stays`.
    """
    with transaction.atomic():
        # Two writers must not take the same number.
        type(article).objects.select_for_update().only("pk").get(pk=article.pk)
        last, content = article.revisions.order_by("number").last(), snapshot(article)
        revision = Revision.objects.create(
            article=article,
            number=last.number + 1 if last else 1,
            content=content,
            by=by,
            by_name=by.get_username() if by else "",
            note=note,
            summary=in_few_words(last.content, content)[:300] if last else "first version",
            shown=shown,
        )
        # Whatever was saved, of the quotes alone too: a page that shows the article as it was is now out of date.
        marks = {"version": new_version()}
        if shown and _is_new(article, content, last):
            marks["updated_at"] = timezone.now()
        for name, value in marks.items():
            setattr(article, name, value)
        type(article).objects.filter(pk=article.pk).update(**marks)
        if shown and not pending_stays:
            Source.objects.of_article(article.pk).update(held_back=False)
            type(article).objects.filter(pk=article.pk).update(pending=None)
            article.pending = None
            article.carry_over()
    return revision


def _is_new(article, content, last):
    """Whether readers did not have this content before; `last` is the revision before it, or None."""
    if last and not last.shown:
        last = article.revisions.filter(shown=True, number__lt=last.number).order_by("number").last()
    return last is None or last.content != content


def restore(article, content):
    """Put `content`, as `snapshot` gives it, back into the article and what hangs on it; state and times stay.

    Returns what could not be put back because it is gone meanwhile, as lines for the editor. Keeps the ids of quotes.
    """
    gone = []
    with transaction.atomic(), acting(way=Way.RESTORE):
        _set(article, content, gone)
        article.save()
        article.topics.set(_still_there(article.topics.model, content["topics"], gone))
        article.related.set(_still_there(type(article), content["related"], gone))
        # Nothing points at bylines and mentions, so they are laid anew; quotes keep their corrections.
        article.bylines.all().delete()
        article.mentions.all().delete()
        article.quotes.exclude(pk__in=[row["id"] for row in content["quotes"]]).delete()
        for name, (model, fields) in ROWS.items():
            lay_out(article, model, content[name], fields, gone)
        article.carry_over()
    return gone


@contextmanager
def unshown(article, by=None, note=""):
    """Change a live article without showing: what is saved inside becomes its pending Revision, readers see no change.

    Inside, the rows hold the pending change made so far. Yields a list whose first item is the Revision afterwards.
    """
    made = []
    # The rows are as before afterwards: that is no change of a quote.
    with transaction.atomic(), unkept(Quote):
        live = snapshot(article)
        corrected = list(Correction.quotes.through.objects.filter(quote__article=article))
        tasks = list(Task.objects.filter(Q(quote__article=article) | Q(because__article=article)))
        sources = set(Source.objects.of_article(article.pk).values_list("pk", flat=True))
        addresses = set(article.past_slugs.values_list("slug", flat=True))
        changed_at, quotes = article.updated_at, list(article.quotes.only("updated_at"))
        if article.pending:
            restore(article, article.pending.content)
        yield made
        article.refresh_from_db()
        made.append(record(article, by=by, note=note, shown=False))
        Source.objects.of_article(article.pk).exclude(pk__in=sources).update(held_back=True, visible_from=None)
        restore(article, live)
        # A quote that the change drops takes its links with corrections and tasks along; it is still there.
        Correction.quotes.through.objects.bulk_create(corrected, ignore_conflicts=True)
        Task.objects.bulk_update(tasks, ["quote", "because"])
        # Nor do the times tell readers of it, nor the address it may once have.
        Quote.objects.bulk_update(quotes, ["updated_at"])
        article.past_slugs.exclude(slug__in=addresses).delete()
        type(article).objects.filter(pk=article.pk).update(pending=made[0], updated_at=changed_at)
        article.pending, article.updated_at = made[0], changed_at


def as_it_was(article, content):
    """A copy of `article` with this content and the rows of it at hand, to be looked at; nothing is stored.

    What the article has at hand is not read again.
    """
    was = copy(article)
    was._prefetched_objects_cache, gone = {}, []
    _set(was, content, gone)
    was.derive()
    for name in ("topics", "related"):
        rows = getattr(article, name).all()
        if {row.pk for row in rows} != set(content[name]):
            rows = rows.model._default_manager.filter(pk__in=content[name])
        _hold(was, name, list(rows))
    for name, (model, fields) in ROWS.items():
        stored = {row.pk: copy(row) for row in getattr(article, name).all()}
        _hold(was, name, laid(was, model, content[name], fields, stored, gone))
    return was


def _hold(article, name, rows):
    """Let the article have these rows at hand, as if they had been prefetched."""
    held = getattr(article, name).all()
    held._result_cache, held._prefetch_done = rows, True
    article._prefetched_objects_cache[name] = held


def _values(row, names):
    """The named fields as plain JSON values; a foreign key as the other's id."""
    return {name: plain(row, row._meta.get_field(name)) for name in names}


def _set(article, content, gone):
    """Set its own fields; a foreign key whose target is gone becomes None, an address taken since stays as it is."""
    slug = article.slug
    for name in FIELDS:
        if name not in content:  # the revision is older than the field
            continue
        field, value = article._meta.get_field(name), content[name]
        is_other = isinstance(field, models.ForeignKey) and value not in {None, getattr(article, field.attname)}
        if is_other and not field.related_model._base_manager.filter(pk=value).exists():
            gone.append(f"{field.verbose_name} {called(field.related_model, value)} is no longer there")
            value = None
        lay(article, field, value)
    if article.slug != slug and article.slug_is_taken(article.slug):
        gone.append(f"address “{article.slug}” leads to another article by now")
        article.slug = slug


def _still_there(model, ids, gone):
    present = set(model._base_manager.filter(pk__in=ids).values_list("pk", flat=True))
    lost = [f"{model._meta.verbose_name} {called(model, missing)}" for missing in ids if missing not in present]
    gone += [f"{name} is no longer there" for name in lost]
    return present
