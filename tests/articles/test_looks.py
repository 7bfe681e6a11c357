"""What needs a look among articles and quotes: one row asked in Python and many in the database get the same answer."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.looks import RULES
from articles.models import Article, Quote
from newsroom.lib.dates import Certainty
from people.models import Role
from tests.make import make_article, make_draft, make_person, make_quote, make_role, make_section, make_source
from tests.people.looks.test_rules import DATES, possible

pytestmark = pytest.mark.django_db
YES, MAYBE, NO = Certainty.YES, Certainty.MAYBE, Certainty.NO
BY_NAME = {rule.name: rule for rule in RULES}
WORDS = "A paragraph of news."


def agrees(name, row):
    rule, row = BY_NAME[name], type(row).objects.get(pk=row.pk)
    found = [each for each in (YES, MAYBE) if rule.offenders(type(row).objects.filter(pk=row.pk), each).exists()]
    assert [rule.wrong(row)] == (found or [NO])


def dated(day):
    """A published article of that day."""
    moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    return make_article(publish_at=moment)


@settings(max_examples=60, deadline=None)
@given(
    DATES,
    DATES,
    DATES,
    st.lists(st.tuples(DATES, DATES, st.sampled_from(Role.EndState.values), DATES), max_size=2),
    st.booleans(),
    st.dates(datetime.date(2019, 12, 30), datetime.date(2020, 1, 3)),
)
def test_quotes_agree(said_on, birth, death, posts, is_picked, day):
    speaker = make_person(birth=birth, death=death)
    roles = []
    for start, end, state, over in posts:
        if not possible(start, end):
            start, end = end, start
        roles.append(make_role(speaker, start=start, end=end, end_state="ended" if end else state))
        make_source(roles[-1], date=over, shows="over" if over else "")
    quote = make_quote(dated(day), speaker=speaker, said_on=said_on, role=roles[0] if roles and is_picked else None)
    for name in ("quote-life", "quote-after-article", "role-not-held"):
        agrees(name, quote)


def told(name, certainty=YES):
    rule = BY_NAME[name]
    return [words for _, words in rule.told(rule.with_facts(rule.offenders(certainty=certainty)))]


def test_each_rule_says_in_words_what_is_wrong():
    article = dated(datetime.date(2020, 5, 6))
    ann = make_person("Ann", birth="1960", death="2019")
    clerk = make_role(ann, "Clerk", start="1990", end="1995")
    make_quote(article, WORDS, ann, role=clerk)
    make_quote(article, "A paragraph", make_person("Bo"), said_on="2021")
    make_quote(article, "of news", speaker_kind="unknown")
    assert told("quote-life") == ["“A paragraph of news.”, filed under 2020-05-06, is by Ann (1960 – 2019)."]
    assert told("role-not-held") == ["“A paragraph of news.”: Ann did not hold “Clerk” (1990 – 1995) on 2020-05-06."]
    assert told("quote-after-article") == ["“A paragraph” was said on 2021, after the day of its article (2020-05-06)."]
    assert told("unattributed") == ["“of news”: who said it is not known."]


def test_a_speaker_without_any_post_is_not_said_to_have_held_none():
    make_quote(speaker=make_person())
    assert told("role-not-held") == []


def test_words_that_changed_or_are_lost_are_listed_and_mended_in_the_article():
    article = make_article()
    quote = make_quote(article)
    assert told("anchor") == []
    article.body = "<p>Nothing of the kind.</p>"
    article.save()
    quote.refresh_from_db()
    assert told("anchor") == ["“A paragraph of news.”: its words are lost in the article."]
    assert BY_NAME["anchor"].mended_at(quote) == article
    agrees("anchor", quote)


def test_the_same_words_of_two_people_are_listed_at_both():
    text = "“We have waited far too long.” “We have waited far too long!” “Yes.”"
    article, ann, bo = make_article(text=text), make_person("Ann"), make_person("Bo")
    one = make_quote(article, "We have waited far too long.", ann)
    other = make_quote(article, "We have waited far too long!", bo)
    make_quote(article, "Yes.", ann)
    make_quote(article, "Yes.", bo)
    make_quote(make_article(text=text), "We have waited far too long.", ann)
    assert [quote.speaker for quote in BY_NAME["same-words"].offenders()] == [ann, bo, ann]
    assert told("same-words")[:2] == [
        "“We have waited far too long.”: quoted from Ann here and from Bo elsewhere.",
        "“We have waited far too long!”: quoted from Bo here and from Ann elsewhere.",
    ]
    for quote in (one, other):
        agrees("same-words", quote)


def test_articles_without_a_section_or_a_byline_are_listed_unless_withdrawn():
    bare = make_draft("Bare")
    make_article("Whole", section=make_section(), bylines=[make_person()])
    make_article("Gone", state=Article.State.WITHDRAWN)
    for name in ("no-section", "no-byline"):
        assert list(BY_NAME[name].offenders()) == [bare]
        for article in Article.objects.all():
            agrees(name, article)


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_what_is_right_stays_so_until_its_facts_change(name):
    rule = BY_NAME[name]
    article, ann, bo = (
        make_article(text="We have waited far too long. Really."),
        make_person(birth="2050"),
        make_person(),
    )
    make_role(ann, start="1990", end="1995")
    first = make_quote(article, "We have waited far too long.", ann, said_on="2040")
    make_quote(article, "We have waited far too long.", bo, role=None)
    lost = make_quote(article, "Really.", speaker_kind="unknown")
    article.body = "<p>We have waited far too long.</p>"
    article.save()
    rows = list(rule.offenders())
    assert rows
    for row in rows:
        rule.say_right(row)
    assert not rule.offenders().exists()
    if rule.model is Quote:
        for quote in (first, lost):
            quote.refresh_from_db()
        first.said_on = "2041"
        lost.text = "Truly."
        first.save()
        lost.save()
        assert rule.offenders().exists() is (name != "same-words")


def test_the_day_of_the_article_is_a_fact():
    article = make_article()
    rule = BY_NAME["quote-after-article"]
    rule.say_right(make_quote(article, said_on="2090") and rule.offenders().get())
    assert not rule.offenders().exists()
    article.publish_at -= datetime.timedelta(days=3)
    article.save()
    assert rule.offenders().exists()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "UTC", "Etc/GMT+12"])
@pytest.mark.parametrize("hour", [0, 11, 12, 23])
@pytest.mark.parametrize("day", [4, 5, 6, 7])
def test_the_database_agrees_with_python_on_the_days_around_an_article_in_every_zone(zone, hour, day):
    with timezone.override(zone):
        published = datetime.datetime(2026, 2, 5, hour, 30, tzinfo=datetime.UTC)
        quote = make_quote(make_article(publish_at=published), said_on=f"2026-02-0{day}")
        agrees("quote-after-article", quote)
