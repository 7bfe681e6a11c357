"""The sample newsroom: whole, linked from end to end, and never loaded over somebody's work."""

import pytest

from articles import sample_newsroom, sample_pictures
from articles.models import Article, Quote
from people.models import Person
from tests.make import make_person

pytestmark = pytest.mark.django_db


def test_it_is_loaded_once_and_every_quote_has_its_speaker_and_place():
    made = sample_newsroom.load()
    assert made == Article.objects.published().count() > 3
    quotes = Quote.objects.published()
    assert quotes.count() > 3
    assert not quotes.filter(speaker=None)
    assert set(quotes.values_list("anchor_state", flat=True)) == {"exact"}
    assert sample_newsroom.load() == 0
    assert Article.objects.count() == made


def test_somebodys_work_is_left_alone():
    make_person()
    assert sample_newsroom.load() == 0
    assert not Article.objects.exists()


def test_a_reader_walks_from_an_article_to_a_person_an_organisation_a_quote_and_back(client):
    sample_newsroom.load()
    general = Person.objects.get(name="Alexus G. Grynkewich")
    posts = list(general.roles.visible().exclude(organisation=None))
    assert sorted(str(post.organisation) for post in posts) == ["NATO", "U.S. European Command"]
    quote = Quote.objects.published().exclude(role=None).first()
    walk = [quote.article, quote.speaker, quote, quote.article, general, *(post.organisation for post in posts)]
    pages = [client.get(stop.get_absolute_url()) for stop in walk]
    assert {page.status_code for page in pages} == {200}
    for page, following in zip(pages[:3], walk[1:4], strict=True):
        assert f'href="{following.get_absolute_url()}"' in page.content.decode()


def test_pictures_are_drawn_with_what_they_show_in_words():
    sample_newsroom.load()
    pictured = Article.objects.published().exclude(image=None)
    assert len(pictured) == len(sample_pictures.DRAWN)
    assert all(article.image.alt and article.image.caption and article.image.credit for article in pictured)
