import datetime

import pytest

from articles import jsonld
from articles.models import Article, Quote
from articles.page import for_page
from tests.make import (
    make_article,
    make_correction,
    make_mention,
    make_organisation,
    make_person,
    make_quote,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
NOON = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)


def data_of(article):
    article = for_page(Article.objects.filter(pk=article.pk)).get()
    return jsonld.news_article(article, list(article.quotes.all()), list(article.mentions.all()))


def test_an_article_says_what_it_is():
    article = make_article(
        "Talks go on",
        standfirst="No end in sight.",
        section=make_section("World"),
        topics=[make_topic("Diplomacy")],
        bylines=[make_person("Ada Marsh")],
        publish_at=NOON,
    )
    data = data_of(article)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Talks go on"
    assert data["description"] == "No end in sight."
    assert data["url"] == f"{SITE}/articles/talks-go-on/"
    assert data["datePublished"] == NOON
    assert data["dateModified"] >= NOON
    assert data["articleSection"] == "World"
    assert data["keywords"] == ["Diplomacy"]
    assert data["author"] == [
        {
            "@type": "Person",
            "@id": f"{SITE}/people/ada-marsh/#person",
            "name": "Ada Marsh",
            "url": f"{SITE}/people/ada-marsh/",
        }
    ]


def test_without_a_byline_the_newsroom_is_the_author():
    assert data_of(make_article())["author"] == jsonld.publisher()


def test_it_carries_its_quotes_corrections_and_whom_it_names():
    article = make_article(text="“We shall see,” said Ada Marsh of Globex.")
    ada = make_person("Ada Marsh")
    quote = make_quote(article, "We shall see,", ada, said_on="2026-02")
    make_mention(article, ada)
    make_mention(article, make_organisation("Globex"))
    make_correction(article, "It was Wednesday.", made_at=NOON)
    data = data_of(article)
    [part] = data["hasPart"]
    assert part["@type"] == "Quotation"
    assert part["text"] == "We shall see"
    assert part["url"] == f"{SITE}/quotes/{quote.pk}/"
    assert part["dateCreated"] == "2026-02"
    assert part["spokenByCharacter"]["name"] == "Ada Marsh"
    assert [(named["@type"], named["name"]) for named in data["mentions"]] == [
        ("Person", "Ada Marsh"),
        ("Organization", "Globex"),
    ]
    assert data["correction"] == [{"@type": "CorrectionComment", "text": "It was Wednesday.", "datePublished": NOON}]


def test_hidden_people_have_no_address_in_it():
    hidden = make_person("Hidden Writer", visibility="hidden")
    article = make_article(bylines=[hidden])
    make_mention(article, hidden)
    make_quote(article, speaker=hidden)
    data = data_of(article)
    assert data["author"] == [{"@type": "Person", "name": "Hidden Writer"}]
    assert "mentions" not in data
    assert "spokenByCharacter" not in data["hasPart"][0]
    assert hidden.get_absolute_url() not in str(data)


def test_a_quote_names_the_article_it_is_part_of():
    make_quote(make_article("Talks go on", language="uk"))
    data = jsonld.quote_page(Quote.objects.with_names().select_related("article").get())
    assert data["@type"] == "Quotation"
    assert data["inLanguage"] == "uk"
    assert data["isPartOf"]["name"] == "Talks go on"
