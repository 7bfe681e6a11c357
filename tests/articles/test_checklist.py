"""What is looked at before an article is published."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from articles.checklist import blocks, problems
from articles.links import dead_links
from articles.models import Article, Quote
from tests.make import (
    make_article,
    make_draft,
    make_organisation,
    make_person,
    make_quote,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def texts(article):
    return [problem.text for problem in problems(article)]


def make_sound(**fields):
    fields = {"standfirst": "In short.", "section": make_section(), "bylines": [make_person()]} | fields
    return make_draft("Bridge", **fields)


def test_a_sound_article_has_no_problems():
    article = make_sound(text="It rained. “We will build,” she said.")
    make_quote(article, "We will build,", make_person())
    assert problems(article) == []


def test_an_empty_article_is_told_all_that_it_lacks():
    article = Article.objects.create()
    assert texts(article) == [
        "A headline is needed before readers see the article.", "It has no standfirst.", "It has no text.",
        "It has no byline.", "It is in no section.",
    ]  # fmt: skip
    with pytest.raises(ValidationError, match="A headline is needed"):
        publishing.publish(article)


@pytest.mark.parametrize(("status", "blocking"), [("confirmed", True), ("unreviewed", False)])
def test_a_direct_quote_of_nobody_blocks_once_somebody_has_looked_at_it(status, blocking):
    article = make_sound()
    quote = make_quote(article, speaker_kind="unknown", status=status)
    assert texts(article) == [f"{quote} is attributed to nobody."]
    assert bool(blocks(article)) == blocking
    quote.attribution = "a passer-by"
    quote.save()
    assert texts(article) == []


@pytest.mark.parametrize(("kind", "blocking"), [("direct", True), ("partial", False)])
def test_a_quote_whose_words_were_lost_is_pointed_out(kind, blocking):
    article = make_sound()
    quote = make_quote(article, kind=kind)
    article.body = "<p>Nothing of it.</p>"
    article.save()
    [problem] = problems(article)
    assert (problem.field, problem.blocks) == ("quotes-0", blocking)
    Quote.objects.filter(pk=quote.pk).update(not_verbatim="She asked us to leave it out.", kind="direct")
    assert problems(article) == []


def test_what_blocks_stands_first():
    article = make_draft("", standfirst="")
    assert [problem.blocks for problem in problems(article)] == [True, False, False, False]


def link(address):
    return f'<p><a href="{address}">there</a></p>'


def test_links_within_the_site_lead_to_what_readers_can_see(settings):
    settings.SITE_URL = "https://news.example"
    article, draft, hidden = make_article(), make_draft(), make_person(visibility="hidden")
    quote, section, topic = make_quote(article), make_section(), make_topic()
    person, body = make_person(), make_organisation()
    old = article.slug
    article.slug = "renamed"
    article.save()
    alive = [
        "/", "/articles/", "/articles/renamed/", f"/articles/{old}/", f"https://news.example/quotes/{quote.pk}/",
        section.get_absolute_url(), person.get_absolute_url(), f"/people/{person.slug}/quotes/",
        body.get_absolute_url(), "https://elsewhere.example/gone", "#here", "mailto:a@example.org", "/corrections",
        "/people/?letter=A", "/static/icon.svg",
    ]  # fmt: skip
    dead = [
        draft.get_absolute_url(), hidden.get_absolute_url(), topic.get_absolute_url(), "/nowhere/", "/admin/",
        "/preview/x/", "/quotes/99999999999999999999999/", "/people/nobody/",
    ]  # fmt: skip
    assert dead_links("".join(map(link, alive))) == []
    assert dead_links("".join(map(link, alive + dead + dead))) == dead


def test_a_link_to_what_will_have_appeared_by_then_is_sound():
    tomorrow = timezone.now() + DAY
    other = make_article(publish_at=tomorrow)
    body = link(other.get_absolute_url())
    assert texts(make_sound(body=body)) != []
    assert texts(make_sound(body=body, publish_at=tomorrow + DAY)) == []


def test_an_image_says_in_words_what_it_shows():
    body = '<p>x</p><figure><img src="/media/a.jpg"></figure><figure><img src="/media/b.jpg" alt=""></figure>'
    assert [text for text in texts(make_sound(body=body)) if "image" in text] == [
        "The image /media/a.jpg has no alternative text."
    ] or "alt=" in make_sound(body=body).body


def test_the_checklist_makes_as_many_queries_for_much_as_for_little():
    made = []
    for number in (1, 8):
        others = [make_article() for _ in range(number)] + [make_person() for _ in range(number)]
        article = make_sound(body="<p>It rained.</p>" + "".join(link(other.get_absolute_url()) for other in others))
        for _ in range(number):
            make_quote(article, "It rained.")
        article = Article.objects.get(pk=article.pk)
        with CaptureQueriesContext(connection) as queries:
            assert problems(article) == []
        made.append(len(queries))
    assert made[0] == made[1] <= 8
