"""A quote: its words, its day, and who can be its speaker."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from articles.models import Quote
from tests.make import make_article, make_organisation, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 2, 5)


def make_dated_article():
    return make_article(publish_at=datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC))


@pytest.mark.parametrize(
    ("said_on", "first", "last"),
    [
        (None, DAY, DAY),
        ("2026-02-03", datetime.date(2026, 2, 3), datetime.date(2026, 2, 3)),
        ("2026-02", DAY, DAY),
        ("2026", DAY, DAY),
        ("2026-01", datetime.date(2026, 1, 1), datetime.date(2026, 1, 31)),
        ("2025", datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)),
    ],
)
def test_words_of_a_time_still_running_are_of_the_articles_day(said_on, first, last):
    quote = make_quote(make_dated_article(), said_on=said_on)
    assert quote.said_between() == (first, last)
    assert quote.day == last


def test_an_interrupted_statement_is_one_text():
    article = make_article(text="“We work,” she said. “The rest follows.”")
    quote = make_quote(article, ["We work,", "The rest follows."])
    assert quote.text == "We work. The rest follows."
    assert [part["state"] for part in quote.segments] == ["exact", "exact"]


def test_the_attribution_stays_when_name_and_post_change():
    speaker = make_person("Ann Example")
    quote = make_quote(speaker=speaker, role=make_role(speaker, "Mayor"))
    speaker.name = "Ann Other"
    speaker.save()
    quote = Quote.objects.get()
    quote.save()
    assert quote.attribution == "Ann Example, Mayor"


def test_a_speaker_in_use_cannot_be_deleted():
    quote = make_quote()
    with pytest.raises(ProtectedError):
        quote.speaker.delete()


def test_the_post_must_be_the_speakers():
    quote = make_quote(speaker=make_person("Ann"))
    quote.role = make_role(make_person("Bob"), "Mayor")
    with pytest.raises(ValidationError, match="a post of Bob, not of Ann"):
        quote.full_clean()


@pytest.mark.parametrize(
    "fields",
    [
        {"speaker_kind": "person", "speaker": None},
        {"speaker_kind": "unknown", "organisation": "some"},
        {"speaker_kind": "organisation"},
        {"speaker_kind": "anonymous", "speaker": "some"},
    ],
)
def test_the_kind_of_speaker_and_the_speaker_agree_in_the_database_too(fields):
    made = {"organisation": make_organisation, "speaker": make_person}
    fields = {name: made[name]() if value == "some" else value for name, value in fields.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.create(article=make_article(), text="x", **fields)
