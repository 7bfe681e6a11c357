"""The gate, and what an article's save carries over into linked rows."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Quote
from people.models import Person
from tests.make import HOUR, make_article, make_draft, make_mention, make_person, make_quote, make_source

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.mark.parametrize(
    ("fields", "shows"),
    [
        ({"state": "published", "publish_at": NOW}, True),
        ({"state": "published", "publish_at": NOW + HOUR}, False),
        ({"state": "published", "publish_at": NOW - HOUR, "expire_at": NOW}, False),
        ({"state": "published", "publish_at": NOW - HOUR, "expire_at": NOW + HOUR}, True),
        ({"state": "draft", "publish_at": NOW - HOUR}, False),
        ({"state": "review", "publish_at": NOW - HOUR}, False),
        ({"state": "ready", "publish_at": NOW - HOUR}, False),
        ({"state": "withdrawn", "publish_at": NOW - HOUR}, False),
    ],
)
def test_the_gate_is_computed_from_the_clock(fields, shows):
    article = make_article(**fields)
    quote = make_quote(article)
    assert Article.objects.published(at=NOW).exists() == shows
    assert Quote.objects.published(at=NOW).filter(pk=quote.pk).exists() == shows
    assert Article.objects.published_ones(at=NOW).exists() == shows


def test_the_newest_that_name_somebody_are_found_from_the_mentions():
    ada, named = make_person(), [make_article(publish_at=NOW - hours * HOUR) for hours in (3, 1, 2)]
    for article in (*named, make_draft(), make_article(publish_at=NOW + HOUR)):
        make_mention(article, ada)
    make_article()
    assert list(Article.objects.newest_naming(ada, 2)) == [named[1], named[2]]


def test_a_published_article_needs_a_headline_in_the_database_too():
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.create(headline="", state="published")


def test_the_body_is_cleaned_whenever_it_is_saved():
    article = make_article(body="<p onclick='x()'>News<script>alert(1)</script></p>")
    assert "script" not in article.body
    assert "onclick" not in article.body
    assert article.body_text == "News"
    assert article.word_count == 1


def test_a_person_first_learnt_from_an_article_shows_while_it_does():
    article = make_draft("Not yet")
    person = make_person(stands_alone=False)
    make_source(person, article)
    assert not Person.objects.visible().exists()

    article.state, article.publish_at = Article.State.PUBLISHED, NOW
    article.save()
    assert Person.objects.visible(at=NOW).get() == person
    assert not Person.objects.visible(at=NOW - HOUR).exists()

    article.expire_at = NOW + HOUR
    article.save()
    assert not Person.objects.visible(at=NOW + HOUR).exists()


def test_quotes_and_mentions_follow_the_day_of_their_article():
    article = make_article()
    quote, mention = make_quote(article), make_mention(article, make_person())
    article.publish_at = datetime.datetime(2020, 2, 29, 12, tzinfo=datetime.UTC)
    article.save()
    quote.refresh_from_db()
    mention.refresh_from_db()
    assert quote.day == datetime.date(2020, 2, 29)
    assert mention.published_at == article.publish_at


def test_an_edit_is_found_in_the_anchor_of_the_quote():
    article = make_article(text="She spoke. “We will build the bridge,” said Ann Example. It rained.")
    quote = make_quote(article, "We will build the bridge,", make_person("Ann Example"))
    article.body = article.body.replace("She spoke.", "It was late when she spoke to the council.")
    article.save()
    quote.refresh_from_db()
    start, end = quote.segments[0]["start"], quote.segments[0]["end"]
    assert article.body_text[start:end] == "We will build the bridge,"
    assert quote.is_verbatim

    article.body = "<p>Nothing of it remains here at all.</p>"
    article.save()
    quote.refresh_from_db()
    assert quote.anchor_state == "orphaned"
    assert not quote.is_verbatim


def test_a_past_slug_leads_to_the_article_and_is_not_given_away():
    article = make_article("The old headline")
    article.slug = "new"
    article.save()
    assert Article.objects.at_slug("the-old-headline") == article
    assert make_article("The old headline").slug == "the-old-headline-2"
    article.slug = "the-old-headline"
    article.save()
    assert Article.objects.at_slug("new") == article
    assert Article.objects.at_slug("the-old-headline") == article


def test_a_draft_gets_a_slug_that_speaks_once_it_has_a_headline():
    article = make_draft("")
    assert article.slug == "article"
    article.headline = "Bridge opens"
    article.save()
    assert article.slug == "bridge-opens"
    article.headline = "Bridge opened"
    article.save()
    assert article.slug == "bridge-opens", "an address does not follow every change of words"


def test_bylines_keep_the_time_of_their_article_so_that_what_somebody_wrote_is_read_in_order():
    article = make_draft(bylines=[make_person()])
    assert article.bylines.get().published_at is None
    article.state, article.publish_at = Article.State.PUBLISHED, timezone.now()
    article.save()
    assert article.bylines.get().published_at == article.publish_at
