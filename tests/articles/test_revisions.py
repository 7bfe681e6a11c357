"""Revisions: kept at each save, put back whole, and changes of a live article that readers do not see."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import revisions
from articles.models import Article, Byline, Mention, Quote
from people.models import Person
from tests.make import (
    make_article,
    make_correction,
    make_mention,
    make_person,
    make_quote,
    make_section,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.django_db
TEXT = "It rained. “We will build the bridge,” said Ann Example. “It will stand.”"


def make_full_article():
    ann = make_person("Ann Example")
    article = make_article(
        "Bridge", text=TEXT, section=make_section(), bylines=[make_person(), make_person()], topics=[make_topic()]
    )
    make_mention(article, ann)
    make_quote(article, ["We will build the bridge,", "It will stand."], ann, said_on="2019-05", venue="in a speech")
    revisions.record(article, note="complete")
    return article


def test_content_survives_being_changed_and_put_back():
    article = make_full_article()
    before = revisions.snapshot(article)
    quote = article.quotes.get()

    article.headline, article.body, article.section = "Other", "<p>Other words.</p>", None
    article.save()
    article.topics.clear()
    article.bylines.all().delete()
    article.mentions.all().delete()
    article.quotes.all().delete()
    assert revisions.snapshot(article) != before

    assert revisions.restore(article, before) == []
    article.refresh_from_db()
    assert revisions.snapshot(article) == before
    assert article.quotes.get() == quote


def test_what_is_gone_meanwhile_is_reported_and_the_rest_comes_back():
    article = make_full_article()
    content = revisions.snapshot(article)
    article.section = None
    article.save()
    article.topics.all().delete()
    content["section"], content["bylines"][0]["person"], content["quotes"][0]["speaker"] = 4711, 4711, 4711
    gone = revisions.restore(article, content)
    assert [line for line in gone if "no longer there" not in line] == [
        f"byline {content['bylines'][0]['id']}: This field cannot be null."
    ]
    assert len(gone) == 5
    assert article.headline == "Bridge"
    assert article.bylines.count() == 1
    assert article.quotes.get().attribution == "Ann Example", "the words stay although the speaker's record is gone"


def test_a_revision_is_never_changed():
    revision = make_article().revisions.get()
    with pytest.raises(TypeError):
        revision.save()


def test_a_change_of_a_live_article_can_be_saved_without_showing():
    article = make_full_article()
    live = revisions.snapshot(article)
    with revisions.unshown(article, note="rewrite") as made:
        article.headline = "CANARY"
        article.body += "<p>“A second quote,” she said.</p>"
        article.save()
        make_quote(article, "A second quote,", Person.objects.get(name="Ann Example"))
        learnt = make_person("Learnt In The Change", stands_alone=False)
        make_source(learnt, article)

    article.refresh_from_db()
    assert revisions.snapshot(article) == live
    assert article.pending == made[0]
    assert made[0].content["headline"] == "CANARY"
    assert not Person.objects.visible().filter(pk=learnt.pk).exists()
    article.save()
    assert not Person.objects.visible().filter(pk=learnt.pk).exists(), "a later save must not show it either"


def test_readers_are_told_by_nothing_that_a_change_waits(client):
    with time_machine.travel("2026-02-05T10:00:00Z", tick=False):
        article = make_full_article()
        article.slug = "former"
        article.save()
        article.slug = "bridge"
        article.save()
        addresses = [article.get_absolute_url(), "/articles/former/", "/feed/", f"/api/v1/articles/{article.pk}/"]
        before = [client.get(address).headers for address in addresses]
    with time_machine.travel("2026-02-05T11:00:00Z", tick=False):
        for slug in ("scandal", "former"):
            with revisions.unshown(article):
                article.slug = slug
                article.save()
            assert [client.get(address).headers for address in addresses] == before
        assert client.get("/articles/scandal/").status_code == 404


def test_an_article_counts_as_changed_when_what_hangs_on_it_is(time_machine):
    time_machine.move_to("2026-02-05T10:00:00Z", tick=False)
    article = make_full_article()
    time_machine.move_to("2026-02-05T11:00:00Z", tick=False)
    make_mention(article, make_person("Bob Example"))
    revisions.record(article, note="suggestions settled")
    assert article.updated_at.hour == 11
    time_machine.move_to("2026-02-05T12:00:00Z", tick=False)
    revisions.record(article, note="nothing new")
    with revisions.unshown(article):
        article.headline = "Scandal"
        article.save()
    revisions.record(article, note="pending change discarded")
    article.refresh_from_db()
    assert article.updated_at.hour == 11


def test_a_quote_counts_as_changed_when_its_words_are_found_otherwise(time_machine):
    time_machine.move_to("2026-02-05T10:00:00Z", tick=False)
    article = make_full_article()
    time_machine.move_to("2026-02-05T11:00:00Z", tick=False)
    article.save()
    assert article.quotes.get().updated_at.hour == 10
    article.body = article.body.replace("We will build", "We shall build")
    article.save()
    assert article.quotes.get().updated_at.hour == 11


def test_an_address_that_was_given_away_meanwhile_is_not_taken_back():
    article = make_full_article()
    with revisions.unshown(article):
        article.slug = "scandal"
        article.save()
    make_article(slug="scandal")
    gone = revisions.restore(article, article.pending.content)
    assert gone == ["address “scandal” leads to another article by now"]
    assert article.slug == "bridge"


def test_a_pending_change_is_continued_and_published_with_its_ids():
    article = make_full_article()
    with revisions.unshown(article):
        article.body += "<p>“A second quote,” she said.</p>"
        article.save()
        second = make_quote(article, "A second quote,", Person.objects.get(name="Ann Example"))
        learnt = make_person("Learnt In The Change", stands_alone=False)
        make_source(learnt, article)
    with revisions.unshown(article):
        assert Quote.objects.filter(pk=second.pk).exists()
        article.kicker = "Second"
        article.save()
    assert not Quote.objects.filter(pk=second.pk).exists()

    revisions.restore(article, article.pending.content)
    revisions.record(article, note="published")
    article.refresh_from_db()
    assert article.pending is None
    assert article.kicker == "Second"
    assert article.quotes.filter(pk=second.pk).exists()
    assert Person.objects.visible().filter(pk=learnt.pk).exists()


def test_looking_at_a_pending_change_leaves_the_rows_alone():
    article = make_full_article()
    live = revisions.snapshot(article)
    with revisions.unshown(article):
        article.headline = "CANARY"
        article.save()
        article.bylines.all().delete()
    was = revisions.as_it_was(article, article.pending.content)
    assert (was.headline, list(was.bylines.all()), len(was.quotes.all())) == ("CANARY", [], 1)
    assert {row.article for row in (*was.mentions.all(), *was.quotes.all())} == {article}
    article = Article.objects.get()
    assert revisions.snapshot(article) == live
    assert Mention.objects.get().article == article


def test_numbers_follow_each_other():
    article = make_full_article()
    assert list(article.revisions.values_list("number", flat=True)) == [2, 1]


def test_a_quote_dropped_in_a_change_not_shown_keeps_its_correction():
    article = make_full_article()
    correction = make_correction(article)
    correction.quotes.add(article.quotes.get())
    with revisions.unshown(article):
        article.quotes.all().delete()
        article.save()
    assert correction.quotes.get() == article.quotes.get()


def test_a_quote_of_a_pending_change_stands_where_it_was_anchored():
    article = make_full_article()
    with revisions.unshown(article):
        article.body += "<p>“A second quote,” she said.</p>"
        article.save()
        make_quote(article, "A second quote,", Person.objects.get(name="Ann Example"))
    revisions.restore(article, article.pending.content)
    assert [quote.anchor_state for quote in article.quotes.in_text_order()] == ["exact", "exact"]


def test_putting_back_many_rows_takes_as_many_queries_as_few():
    article, made = make_full_article(), []
    for rows in (2, 6):
        for _ in range(rows):
            person = make_person()
            make_mention(article, person)
            make_quote(article, "It rained.", person)
            Byline.objects.create(article=article, person=person)
        content = revisions.snapshot(article)
        with CaptureQueriesContext(connection) as queries:
            revisions.restore(article, content)
        made.append(len(queries))
        assert revisions.snapshot(article) == content
    assert made[0] == made[1]
