"""Cards of quotes: pictures of the words for link previews."""

import io

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles import cards
from articles.models import Quote
from articles.role_then import tell
from tests.make import make_article, make_draft, make_organisation, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_drawn_before():
    cache.clear()


def card_of(quote):
    told = Quote.objects.with_names().get(pk=quote.pk)
    tell([told])
    return cards.of_quote(told)


def address(quote):
    return f"/quotes/{quote.pk}/card.png"


def test_a_card_is_a_picture_for_link_previews_that_may_be_kept(client):
    response = client.get(address(make_quote()))
    picture = Image.open(io.BytesIO(response.content))
    assert (response["Content-Type"], picture.format, picture.size) == ("image/png", "PNG", (1200, 630))
    assert response["Cache-Control"] == "public, max-age=86400"
    assert len(response.content) < 60_000


def test_a_card_names_the_speaker_with_the_role_then_and_warns():
    person, council = make_person("Ann Smith"), make_organisation("City & Council")
    role = make_role(person, "Mayor", council, start="2019", end_state="ongoing")
    article = make_article(text="“It is done.”")
    quote = make_quote(article, "It is done.", person, role=role, said_on="2026-02-05", status="disputed")
    card = card_of(quote)
    assert (card.words, card.speaker, card.role) == ("“It is done.”", "Ann Smith", "Mayor, City & Council")
    assert (card.when, card.warning, card.site) == ("5 February 2026", "Disputed", "Newsroom")


def test_words_of_ours_stand_without_quotation_marks():
    assert card_of(make_quote(kind="indirect")).words == "A paragraph of news."


def test_a_person_who_is_hidden_is_not_named_on_a_card():
    quote = make_quote(speaker=make_person("Secret Name", visibility="hidden"), attribution="a visitor")
    assert card_of(quote).speaker == "A visitor"


def test_an_unchanged_card_is_answered_with_304_and_not_drawn_again(client, monkeypatch):
    quote = make_quote()
    first = client.get(address(quote))
    monkeypatch.setattr(cards.Card, "png", lambda card: pytest.fail("drawn again"))
    assert client.get(address(quote)).content == first.content
    assert client.get(address(quote), headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_card_that_says_something_else_has_another_address(client):
    quote = make_quote()
    before = card_of(quote).src
    assert before.startswith(address(quote))
    quote.status = "disputed"
    quote.save()
    assert card_of(quote).src != before


@pytest.mark.parametrize("words", ["你好", "Well 😀"])
def test_what_cannot_be_drawn_falls_back_to_the_picture_of_the_site(client, words):
    quote = make_quote(make_article(text=words), words)
    response = client.get(address(quote))
    assert (response.status_code, response["Location"]) == (302, "/static/share.png")
    assert "share.png" in client.get(quote.get_absolute_url()).content.decode()


def test_only_published_quotes_have_a_card(client):
    draft = make_draft(text="Some words.")
    assert client.get(address(make_quote(draft, "Some words."))).status_code == 404
    assert client.get("/quotes/999/card.png").status_code == 404


def test_the_page_of_a_quote_and_its_embed_point_at_the_card(client):
    quote = make_quote(make_article(text="“It is done.”"), "It is done.", make_person("Ann Smith"))
    card = card_of(quote)
    page = client.get(quote.get_absolute_url()).content.decode()
    assert f'<meta property="og:image" content="http://127.0.0.1:8000{card.src}">' in page
    assert '<meta property="og:image:width" content="1200">' in page
    url = f"http://127.0.0.1:8000{quote.get_absolute_url()}"
    answer = client.get("/oembed/", {"url": url}).json()
    assert answer["thumbnail_url"] == f"http://127.0.0.1:8000{card.src}"
    assert "thumbnail_url" not in client.get("/oembed/", {"url": url, "maxwidth": 600}).json()


def test_a_long_quote_is_cut_and_drawn():
    words = "word " * 2000
    assert card_of(make_quote(make_article(text=words), words.strip())).png()


def test_a_card_takes_few_queries(client):
    quote = make_quote()
    with CaptureQueriesContext(connection) as queries:
        client.get(address(quote))
    assert len(queries) <= 4
