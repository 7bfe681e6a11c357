"""The acts by which readers see an article, see it changed, or see it no longer; each keeps a revision."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import checklist, revisions, tasks
from articles.models import Article, Correction, Quote
from articles.models.quote import AnchorState
from articles.workflow import Act, require
from newsroom.lib.moments import told
from people.models import Source

MAKING = {
    Article.State.DRAFT: "It is a draft",
    Article.State.REVIEW: "It is in review",
    Article.State.READY: "It is ready to be published",
}


def account(article):
    """A sentence on what readers see of the article now."""
    if article.state == Article.State.WITHDRAWN:
        return "Readers who come to its address find the notice."
    if article.state != Article.State.PUBLISHED:
        return f"{MAKING[article.state]}; readers do not see it."
    if article.publish_at > timezone.now():
        return f"Readers will see it from {moment(article.publish_at)} on."
    if article.expire_at and article.expire_at <= timezone.now():
        return f"Readers no longer see it since {moment(article.expire_at)}."
    return "Readers see it now."


def moment(at):
    """A time with its zone: "5 February 2026, 09:30 (UTC)"."""
    return told(at)


def publish(article, by=None, note="published"):
    """Publish it, at once or at its `publish_at`; ValidationError says what keeps it from readers.

    Raises PermissionDenied where `by` may not publish it; None is the newsroom itself.
    """
    require(by, Act.PUBLISH, article)
    with transaction.atomic():
        article.state = Article.State.PUBLISHED
        article.full_clean(exclude=["body_text", "folded"])
        article.save()
        return keep(article, by=by, note=note)


def withdraw(article, notice, by=None):
    """Take it from readers; its address answers with the public notice from now on.

    A change not shown yet stays one. ValidationError says why it cannot be withdrawn; PermissionDenied may be raised.
    """
    require(by, Act.WITHDRAW, article)
    was_meant_for_readers = article.state in {Article.State.PUBLISHED, Article.State.WITHDRAWN}
    if not (was_meant_for_readers and article.publish_at <= timezone.now()):
        raise ValidationError("Readers have never seen it, so there is nothing to withdraw.")
    if not notice.strip():
        raise ValidationError({"notice": "Say in a sentence why it is withdrawn; readers will see it."})
    with transaction.atomic():
        article.state, article.notice = Article.State.WITHDRAWN, notice
        article.full_clean(exclude=["body_text", "folded"])
        article.save()
        return revisions.record(article, by=by, note="withdrawn", pending_stays=True)


def publish_pending(article, by=None):
    """Show the pending change to readers; returns what of it could not be kept, as lines for the editor.

    Raises as `publish` does.
    """
    require(by, Act.PUBLISH, article)
    with transaction.atomic():
        gone = revisions.restore(article, article.pending.content)
        publish(article, by=by, note="pending change published")
        return gone


def discard_pending(article, by=None):
    """Drop the pending change and what was learnt for it alone; the revision itself stays in the list.

    Raises PermissionDenied where `by` may not change the article.
    """
    require(by, Act.EDIT, article)
    with transaction.atomic():
        Source.objects.of_article(article.pk).filter(held_back=True).delete()
        return revisions.record(article, by=by, note="pending change discarded")


def check(article):
    """Raise ValidationError with all that keeps the saved article from readers; see `articles.checklist`."""
    if found := checklist.blocks(article):
        raise ValidationError(found)


def keep(article, by=None, note=""):
    """End a save of the desk with its revision; what readers see, or will, passes `check` and may raise tasks."""
    with transaction.atomic():
        if article.state == Article.State.PUBLISHED:
            check(article)
            tasks.raise_for_article(article, by)
        return revisions.record(article, by=by, note=note)


def correct(article, kind, text, quotes=(), body=None, by=None):
    """Tell readers what was wrong in an article they see; returns (the Correction, how many tasks it made).

    `body` is the text put right, None where it stays. The words of a quote it touches are taken as they now stand. A
    change not shown yet stays one. Raises ValidationError or PermissionDenied.
    """
    require(by, Act.CORRECT, article)
    if not article.is_published:
        raise ValidationError("Readers do not see it now, so there is nothing to tell them.")
    with transaction.atomic():
        correction = Correction(article=article, kind=kind, text=text)
        correction.full_clean()
        correction.save()
        correction.quotes.set(quotes)
        made = sum(tasks.raise_for(quote, correction, by) for quote in quotes)
        if body is not None:
            require(by, Act.EDIT, article)
            article.body = body
        article.save()
        _mark(article, kind, [quote.pk for quote in quotes])
        check(article)
        revisions.record(article, by=by, note=f"{kind} published", pending_stays=True)
        return correction, made


def _mark(article, kind, touched):
    """Say of the quotes a correction touches that they were corrected, with their words as they now stand."""
    status = {Correction.Kind.CORRECTION: Quote.Status.CORRECTED, Correction.Kind.RETRACTION: Quote.Status.DISPUTED}
    for quote in article.quotes.filter(pk__in=touched):
        quote.status = status.get(kind, quote.status)
        spans = [(part["start"], part["end"]) for part in quote.segments]
        if quote.anchor_state == AnchorState.CHANGED and all(None not in span for span in spans):
            quote.article = article
            quote.anchor_to(spans)
        quote.save()
