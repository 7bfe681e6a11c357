"""The acts by which readers see an article, see it changed, or see it no longer."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import publishing, revisions
from articles.models import Article
from people.models import Person
from tests.make import make_article, make_draft, make_editor, make_person, make_quote, make_source

pytestmark = pytest.mark.django_db
NOW = "2026-02-05T10:00:00Z"
HOUR = datetime.timedelta(hours=1)


def test_publishing_shows_a_draft_and_keeps_a_revision_of_who_did_it():
    editor, draft = make_editor(), make_draft("Bridge")
    revision = publishing.publish(draft, by=editor)
    assert Article.objects.published().get() == draft
    assert (revision.by, revision.content["state"]) == (editor, "published")


@pytest.mark.parametrize("fault", ["headline", "quote"])
def test_what_keeps_an_article_from_readers_is_said_and_nothing_is_saved(fault):
    article = make_draft("" if fault == "headline" else "Bridge", text="It rained.")
    make_quote(article, "It rained.")
    if fault == "quote":
        article.body = "<p>Other.</p>"
        article.save()
    with pytest.raises(ValidationError):
        publishing.publish(article)
    assert Article.objects.get().state == "draft"
    assert article.revisions.count() == 1


def test_withdrawing_needs_a_notice_and_is_undone_by_publishing():
    article = make_article("Bridge")
    with pytest.raises(ValidationError):
        publishing.withdraw(article, "  ")
    publishing.withdraw(article, "It was wrong.")
    assert not Article.objects.published().exists()
    assert Article.objects.withdrawn().get().notice == "It was wrong."
    publishing.publish(article)
    assert Article.objects.published().exists()


@pytest.mark.parametrize(("state", "later"), [("draft", -HOUR), ("published", HOUR)])
def test_what_readers_never_saw_is_not_withdrawn(client, state, later):
    with time_machine.travel(NOW, tick=False) as clock:
        article = make_article("Bridge", state=state, publish_at=timezone.now() + later)
        with pytest.raises(ValidationError):
            publishing.withdraw(article, "It was wrong.")
        clock.shift(2 * HOUR)
        assert client.get(article.get_absolute_url()).status_code != 410


def test_a_change_not_shown_yet_and_what_was_learnt_for_it_outlast_withdrawing():
    article = make_article("Bridge")
    with revisions.unshown(article):
        article.headline = "CANARY"
        article.save()
        learnt = make_person("Learnt", stands_alone=False)
        make_source(learnt, article)
    publishing.withdraw(article, "It was wrong.")
    article = Article.objects.get()
    assert article.pending.content["headline"] == "CANARY"
    article.state = "published"
    article.save()
    assert not Person.objects.visible().filter(pk=learnt.pk).exists()


def test_a_pending_change_is_published_whole_with_what_was_learnt_for_it():
    article = make_article("Bridge", text="It rained.")
    with revisions.unshown(article):
        article.body += "<p>“A quote,” she said.</p>"
        article.save()
        learnt = make_person("Learnt", stands_alone=False)
        make_source(learnt, article)
        make_quote(article, "A quote,", learnt)
    assert publishing.publish_pending(article) == []
    article = Article.objects.get()
    assert article.pending is None
    assert article.quotes.get().is_verbatim
    assert Person.objects.visible().filter(pk=learnt.pk).exists()


def test_a_pending_change_is_discarded_with_what_was_learnt_for_it():
    article = make_article("Bridge")
    with revisions.unshown(article):
        article.headline = "CANARY"
        article.save()
        learnt = make_person("Learnt", stands_alone=False)
        make_source(learnt, article)
    kept = article.revisions.count()
    publishing.discard_pending(article)
    article = Article.objects.get()
    article.save()
    assert (article.pending, article.headline, article.revisions.count()) == (None, "Bridge", kept + 1)
    assert not Person.objects.visible().filter(pk=learnt.pk).exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"state": "draft", "publish_at": None}, "It is a draft; readers do not see it."),
        ({"publish_at": -HOUR}, "Readers see it now."),
        ({"publish_at": HOUR}, "Readers will see it from 5 February 2026, 11:00 (UTC) on."),
        ({"publish_at": -2 * HOUR, "expire_at": -HOUR}, "Readers no longer see it since 5 February 2026, 09:00 (UTC)."),
        ({"state": "withdrawn", "publish_at": -HOUR}, "Readers who come to its address find the notice."),
    ],
)
def test_a_sentence_says_what_readers_see(fields, said):
    with time_machine.travel(NOW, tick=False):
        moved = {
            name: timezone.now() + value for name, value in fields.items() if isinstance(value, datetime.timedelta)
        }
        assert publishing.account(make_article("Bridge", **{**fields, **moved})) == said
