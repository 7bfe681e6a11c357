"""oEmbed: what is answered for an address, and how a refusal reads."""

import pytest
from django.urls import reverse

from tests.make import make_article, make_draft, make_person, make_quote

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def asked(client, url, **more):
    return client.get("/oembed/", {"url": url, **more})


def test_a_quote_is_described_as_the_specification_words_it(client):
    person = make_person("Ann Smith")
    quote = make_quote(make_article(text="“It is done.”"), "It is done.", person)
    response = asked(client, SITE + quote.get_absolute_url(), format="json")
    answer = response.json()
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert (answer["version"], answer["type"], answer["provider_name"]) == ("1.0", "rich", "Newsroom")
    assert (answer["author_name"], answer["author_url"]) == ("Ann Smith", f"{SITE}/people/ann-smith/")
    assert f'<iframe src="{SITE}/quotes/{quote.pk}/embed/"' in answer["html"]
    assert (answer["width"], answer["height"]) == (600, answer["height"])


def test_an_article_is_described_also_at_a_past_address(client):
    article = make_article("Old", bylines=[make_person("Bo Berg")])
    article.slug = "new"
    article.save()
    for path in ("/articles/old/", "/articles/new/?utm_source=x", "/articles/new/#quote-999", "/articles/new/#top"):
        answer = asked(client, SITE + path).json()
        assert (answer["title"], answer["author_name"]) == ("Old", "Bo Berg")
        assert f'src="{SITE}/articles/new/embed/"' in answer["html"]


def test_an_address_within_an_article_embeds_the_quote_there(client):
    quote, elsewhere = make_quote(), make_quote()
    page = SITE + quote.article.get_absolute_url()
    assert f"/quotes/{quote.pk}/embed/" in asked(client, f"{page}#quote-{quote.pk}").json()["html"]
    assert f"/quotes/{elsewhere.pk}/" not in asked(client, f"{page}#quote-{elsewhere.pk}").json()["html"]


@pytest.mark.parametrize(("wide", "high"), [(200, 150), (400, 99), (1, 1)])
def test_the_largest_size_asked_for_is_kept(client, wide, high):
    answer = asked(client, SITE + make_article().get_absolute_url(), maxwidth=wide, maxheight=high).json()
    assert answer["width"] <= wide
    assert answer["height"] <= high
    assert f'width="{answer["width"]}" height="{answer["height"]}"' in answer["html"]


@pytest.mark.parametrize(
    "url",
    [
        f"{SITE}/articles/no-such/",
        f"{SITE}/articles/",
        f"{SITE}/people/nobody/",
        f"{SITE}/quotes/999/",
        f"{SITE}/quotes/{10**30}/",
        f"{SITE}/nothing",
        f"{SITE}/articles/%00/",
        "https://elsewhere.example/articles/a/",
        "http://[broken",
        "ftp://127.0.0.1:8000/quotes/1/",
        "javascript:alert(1)",
        "<script>alert(1)</script>",
        "\0",
    ],
)
def test_an_address_with_nothing_to_embed_is_answered_with_404(client, url):
    response = asked(client, url)
    assert response.status_code == 404
    assert response.json()["detail"]


def test_a_draft_is_not_told_apart_from_what_never_was(client):
    draft = make_draft("Secret", text="Some words.")
    never = asked(client, f"{SITE}/articles/no-such/").content
    for noun in (draft, make_quote(draft, "Some words.")):
        response = asked(client, SITE + noun.get_absolute_url())
        assert (response.status_code, response.content) == (404, never)


@pytest.mark.parametrize("path", ["/preview/abc/", "/admin/articles/article/"])
def test_a_private_page_is_answered_with_401(client, path):
    assert asked(client, SITE + path).status_code == 401


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 400),
        ({"url": f"{SITE}/"}, 404),
        ({"url": f"{SITE}/", "format": "xml"}, 501),
        ({"url": f"{SITE}/", "maxwidth": "0"}, 400),
        ({"url": f"{SITE}/", "maxwidth": "-5"}, 400),
        ({"url": f"{SITE}/", "maxheight": "wide"}, 400),
        ({"url": f"{SITE}/", "maxwidth": "9" * 400}, 400),
        ({"url": f"{SITE}/", "maxwidth": "٣"}, 400),
    ],
)
def test_a_request_that_cannot_be_answered_is_told_why(client, query, status):
    response = client.get("/oembed/", query)
    assert response.status_code == status
    assert response.json()["detail"]


def test_pages_say_where_to_ask(client):
    quote = make_quote(make_article("Ünïcode", slug="ünïcode"))
    for noun in (quote, quote.article):
        page = client.get(noun.get_absolute_url()).content.decode()
        link = page.partition('type="application/json+oembed"')[2].partition('href="')[2].partition('"')[0]
        assert link.startswith(f"{SITE}{reverse('oembed')}?url=")
        answer = client.get(link.removeprefix(SITE).replace("&amp;", "&"))
        assert answer.status_code == 200
