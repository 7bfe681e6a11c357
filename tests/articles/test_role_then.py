import datetime

import pytest

from articles.models import Mention, Quote
from articles.role_then import tell
from newsroom.lib.dates import Certainty
from tests.make import (
    make_article,
    make_draft,
    make_mention,
    make_organisation,
    make_person,
    make_quote,
    make_role,
    make_source,
)

pytestmark = pytest.mark.django_db

IN_2020 = datetime.datetime(2020, 6, 1, 12, tzinfo=datetime.UTC)


def told(quote):
    quotes = list(Quote.objects.filter(pk=quote.pk).with_names())
    tell(quotes)
    return quotes[0]


def quote_of(person, **fields):
    return make_quote(make_article(publish_at=IN_2020), speaker=person, **fields)


def test_a_quote_is_told_the_post_on_the_day_it_was_said():
    person = make_person()
    first = make_role(person, "Minister", start="2010", end="2015")
    second = make_role(person, "President", start="2018", end_state="ongoing")
    assert told(quote_of(person, said_on="2012-03")).role_then == (first, Certainty.YES)
    assert told(quote_of(person)).role_then == (second, Certainty.YES)
    assert told(quote_of(person, said_on="2016")).role_then is None


def test_of_several_posts_the_one_an_editor_picked_counts():
    person = make_person()
    roles = [make_role(person, title, start="2010", end_state="ongoing") for title in ("Commander", "Governor")]
    unpicked = told(quote_of(person))
    assert {then.role for then in unpicked.roles_then} == set(roles)
    assert unpicked.role_then is None
    assert told(quote_of(person, role=roles[1])).role_then == (roles[1], Certainty.YES)


def test_a_post_readers_may_not_know_of_is_not_told():
    person = make_person()
    role = make_role(person, stands_alone=False, start="2010", end_state="ongoing")
    make_source(role, article=make_draft())
    assert told(quote_of(person, role=role)).roles_then == []


def test_mentions_go_by_the_day_of_their_article():
    person = make_person()
    role = make_role(person, start="2018", end="2021")
    make_mention(make_article(publish_at=IN_2020), person)
    make_mention(make_article(publish_at=IN_2020), make_organisation())
    make_mention(make_article(), person)
    mentions = list(Mention.objects.with_names().order_by("pk"))
    tell(mentions=mentions)
    assert [mention.roles_then for mention in mentions] == [[(role, Certainty.YES)], [], []]


def test_one_query_tells_all(django_assert_num_queries):
    article = make_article()
    for _ in range(5):
        person = make_person()
        make_role(person, organisation=make_organisation(), start="2001", end_state="ongoing")
        make_mention(article, person)
        make_quote(article, speaker=person)
    quotes = list(Quote.objects.with_names().select_related("article"))
    mentions = list(Mention.objects.with_names().select_related("article"))
    with django_assert_num_queries(1):
        tell(quotes, mentions)
        assert all(row.role_then.role.shown_organisation for row in quotes + mentions)
