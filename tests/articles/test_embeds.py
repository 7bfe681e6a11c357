"""Articles and quotes in frames of other sites."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import embeds
from articles.models import Article, Quote
from tests.make import make_article, make_draft, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db


def embed_of(noun):
    return reverse(f"{noun._meta.model_name}_embed", args=[noun.slug if isinstance(noun, Article) else noun.pk])


def test_a_quote_stands_in_a_frame_with_who_said_it_in_which_role_and_the_way_to_its_page(client):
    person = make_person("Ann Smith")
    role = make_role(person, "Mayor", start="2019", end_state="ongoing")
    article = make_article("The bridge", text="“We will build it,” said Ann Smith.")
    quote = make_quote(article, "We will build it,", person, role=role, status="disputed")
    page = client.get(embed_of(quote)).content.decode()
    for words in ["“We will build it”", "Ann Smith", "Mayor", "The bridge", "Disputed"]:
        assert words in page
    assert f'href="http://127.0.0.1:8000/quotes/{quote.pk}/" target="_blank"' in page
    assert "<script" not in page
    assert "<style" not in page


@pytest.mark.parametrize("make", [make_article, lambda: make_quote(speaker=make_person())])
def test_every_site_may_frame_it_and_no_search_engine_lists_it(client, make):
    response = client.get(embed_of(make()))
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert response["X-Robots-Tag"] == "noindex"


def test_no_other_page_may_be_framed(client):
    article = make_article()
    response = client.get(article.get_absolute_url())
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


def test_an_article_stands_in_a_frame_with_what_it_is_about(client):
    article = make_article("The bridge", standfirst="It will be built.", bylines=[make_person("Bo Berg")])
    page = client.get(embed_of(article)).content.decode()
    for words in ["The bridge", "It will be built.", 'By <span dir="auto">Bo Berg</span>']:
        assert words in page


def test_what_is_not_public_says_so_within_the_frame(client):
    draft = make_draft("Secret", text="Some words.")
    for noun in (draft, make_quote(draft, "Some words.")):
        response = client.get(embed_of(noun))
        assert response.status_code == 404
        assert "not available" in response.content.decode()
        assert "frame-ancestors *" in response["Content-Security-Policy"]


def test_a_withdrawn_article_shows_its_notice_within_the_frame(client):
    article = make_article(state="withdrawn", notice="We were wrong.")
    response = client.get(embed_of(article))
    assert response.status_code == 410
    assert "We were wrong." in response.content.decode()


def test_a_past_address_leads_to_the_present_frame(client):
    article = make_article("Old")
    article.slug = "new"
    article.save()
    assert client.get("/articles/old/embed/")["Location"] == "/articles/new/embed/"


def test_the_code_is_a_frame_and_a_line_without_script():
    quote = make_quote(make_article(text="<b> & “words”"), "words", make_person('Ann "A" & Smith'))
    code = embeds.of_quote(Quote.objects.with_names().get()).code()
    assert code.startswith(f'<blockquote cite="http://127.0.0.1:8000/quotes/{quote.pk}/" style="margin:0"><iframe ')
    assert "Ann &quot;A&quot; &amp; Smith" in code
    assert "<script" not in code


@pytest.mark.parametrize("words", ["Yes.", "A word or two. " * 12, "Many words. " * 400])
@pytest.mark.parametrize(("wide", "high"), [(None, None), (300, None), (1, 1), (None, 90), (2000, 3000)])
def test_a_frame_is_no_larger_than_asked_for(words, wide, high):
    width, height = embeds.Embed("a", "b", "title", words, "small print", "Ann").size(wide, high)
    assert 0 < width <= min(wide or 600, 600)
    assert 0 < height <= min(high or 720, 720)


def test_more_words_take_more_room():
    frames = [embeds.Embed("a", "b", "title", "word " * number, "small print", "Ann") for number in (1, 40, 90)]
    sizes = [frame.size().height for frame in frames]
    assert sizes == sorted(set(sizes))


def test_a_frame_takes_few_queries(client):
    quote = make_quote()
    for noun in (quote, quote.article):
        with CaptureQueriesContext(connection) as queries:
            client.get(embed_of(noun))
        assert len(queries) <= 4
