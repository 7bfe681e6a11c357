"""Files become articles, once."""

import datetime

import pytest

from articles import revisions
from articles.importing import Refused, Wanted, import_article, read_date, read_section
from articles.models import Article
from people.models import Person
from tests.make import make_person, make_section

pytestmark = pytest.mark.django_db
TEXT = b"""Bridge opens in the north

It rained. "We built it in a year," Mayor Jane Roe said. "It will stand."
"""


def test_a_text_becomes_a_draft_with_its_first_revision():
    imported = import_article(TEXT, Wanted())
    assert imported.what == "created"
    article = Article.objects.get()
    assert article.headline == "Bridge opens in the north"
    assert article.state == Article.State.DRAFT
    assert article.revisions.get().content["headline"] == article.headline


def test_accepted_and_published_in_one_go():
    import_article(TEXT, Wanted(accept=True, publish=True, date=read_date("2020-02-29")))
    article = Article.objects.published().get()
    assert article.day == datetime.date(2020, 2, 29)
    quote = article.quotes.get()
    assert quote.text == "We built it in a year. It will stand."
    assert str(quote.speaker) == "Jane Roe"
    assert quote.status == "unreviewed"
    assert quote.anchor_state == "exact"
    assert not Person.objects.get(name="Jane Roe").reviewed


def test_the_same_bytes_again_change_nothing():
    wanted = Wanted(accept=True, publish=True)
    import_article(TEXT, wanted)
    article = Article.objects.get()
    article.body = "<p>An editor rewrote it.</p>"
    article.save()
    assert import_article(TEXT, wanted).what == "unchanged"
    article.refresh_from_db()
    assert article.body == "<p>An editor rewrote it.</p>"


def test_a_draft_imported_before_can_be_accepted_and_published_later():
    import_article(TEXT, Wanted())
    assert import_article(TEXT, Wanted(accept=True, publish=True)).what == "changed"
    assert Article.objects.published().get().quotes.count() == 1


def test_a_new_text_from_the_same_address_takes_the_place_of_an_untouched_one():
    wanted = Wanted(source="https://example.org/bridge")
    import_article(TEXT, wanted)
    assert import_article(TEXT.replace(b"rained", b"snowed"), wanted).what == "changed"
    assert "snowed" in Article.objects.get().body


def test_a_new_text_never_overwrites_an_editors_work():
    wanted = Wanted(source="https://example.org/bridge")
    article = import_article(TEXT, wanted).article
    revisions.record(article, note="Edited")
    with pytest.raises(Refused, match="edited since"):
        import_article(TEXT.replace(b"rained", b"snowed"), wanted)


def test_without_a_headline_it_stays_a_draft():
    imported = import_article(b"It rained all day.\nThe mayor came.", Wanted(publish=True))
    assert "--headline" in imported.refused
    assert Article.objects.get().state == Article.State.DRAFT


def test_a_headline_given_serves_where_the_text_has_none():
    import_article(b"It rained all day.\nThe mayor came.", Wanted(headline="Rain", publish=True))
    assert Article.objects.published().get().headline == "Rain"


def test_bylines_find_or_make_their_people():
    known = make_person("Ann Example")
    article = import_article(TEXT, Wanted(bylines=("ann example", "Bob Example"))).article
    assert [byline.person.name for byline in article.bylines.all()] == ["Ann Example", "Bob Example"]
    assert article.bylines.first().person == known
    assert not Person.objects.visible().filter(name="Bob Example").exists()


def test_a_byline_two_people_share_is_refused_and_nothing_is_kept():
    make_person("Ann Example")
    make_person("Ann Example")
    with pytest.raises(Refused, match="Ann Example"):
        import_article(TEXT, Wanted(bylines=("Ann Example",)))
    assert not Article.objects.exists()


@pytest.mark.parametrize("name", ["x" * 201, "<b></b>"])
def test_a_byline_that_can_be_nobodys_is_refused(name):
    with pytest.raises(Refused, match="cannot stand in a byline"):
        import_article(TEXT, Wanted(bylines=(name,)))


def test_a_draft_with_a_quote_that_is_not_verbatim_is_not_published_by_an_import():
    article = import_article(TEXT, Wanted(accept=True)).article
    article.body = "<p>An editor rewrote it.</p>"
    article.save()
    assert "word for word" in import_article(TEXT, Wanted(publish=True)).refused
    assert Article.objects.get().state == Article.State.DRAFT


def test_dates_and_sections_that_are_none_are_named():
    make_section("World")
    with pytest.raises(Refused, match="5 February"):
        read_date("5 February")
    with pytest.raises(Refused, match="World"):
        read_section("Wrold")
    assert read_section("world").name == "World"


def test_a_headline_too_long_is_refused_with_its_reason():
    with pytest.raises(Refused, match="250"):
        import_article(b"It rained.\nIt snowed.", Wanted(headline="x" * 300))
