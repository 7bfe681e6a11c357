import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.make import (
    HOUR,
    make_article,
    make_draft,
    make_organisation,
    make_person,
    make_quote,
    make_role,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db


def html_of(client):
    response = client.get("/")
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def test_leads_with_the_newest_article(client):
    make_article("Yesterday", publish_at=timezone.now() - 24 * HOUR)
    make_article("Today")
    make_draft("Canary")
    html = html_of(client)
    assert html.index("Today") < html.index("Yesterday")
    assert "Canary" not in html


def test_shows_who_said_what_and_who_is_quoted_most(client):
    ada = make_person("Ada Marsh")
    make_role(ada, "Minister of Trade", make_organisation("Cabinet"), start="2001", end_state="ongoing")
    article = make_article(text="“We shall see,” said Ada. “Or not.”")
    for words in ("We shall see,", "Or not."):
        make_quote(article, words, ada)
    html = html_of(client)
    assert "“Or not.”" in html
    assert re.search(r'href="/people/ada-marsh/quotes/">2 quotes<', html)
    assert "Minister of Trade, Cabinet" in html


def test_a_hidden_organisation_stays_out_of_a_role(client):
    ada = make_person("Ada Marsh")
    make_role(ada, "Agent", make_organisation("Canary", visibility="hidden"), start="2001", end_state="ongoing")
    make_quote(speaker=ada)
    html = html_of(client)
    assert "Agent" in html
    assert "Canary" not in html


def test_leads_to_sections_that_have_something_to_read(client):
    make_article(section=make_section("World"))
    make_draft(section=make_section("Canary"))
    html = html_of(client)
    assert '<a href="/sections/world/"' in html
    assert "Canary" not in html


def test_an_empty_site_says_so(client):
    assert "Nothing published yet." in html_of(client)


def test_asks_as_often_for_thirty_of_everything_as_for_one(client):
    def make_one():
        ada = make_person()
        make_role(ada, organisation=make_organisation(), start="2001", end_state="ongoing")
        make_quote(make_article(bylines=[ada], topics=[make_topic()], section=make_section()), speaker=ada)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            html_of(client)
        return len(captured)

    make_one()
    one = queries()
    for _ in range(30):
        make_one()
    assert queries() == one
