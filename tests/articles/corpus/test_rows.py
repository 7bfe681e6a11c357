"""A synthetic newsroom: as saving row by row would leave it, in proportion, repeatable, beside what is there."""

import datetime
from collections import Counter

import pytest

from articles.corpus.rows import make_corpus
from articles.models import Article, ArticlePastSlug, Byline, Correction, Mention, Quote, Section, Topic
from people.models import Organisation, OrganisationPastSlug, OtherName, Person, PersonPastSlug, Role, Source
from tests.make import make_article, make_organisation, make_person, make_section

pytestmark = pytest.mark.django_db
LAST_DAY = datetime.date(2025, 6, 1)
NOW = datetime.datetime(2025, 6, 1, tzinfo=datetime.UTC)
TABLES = (Article, Byline, Correction, Mention, Quote, Organisation, OtherName, Person, Role, Source)
CHANGES_WITH_EVERY_SAVE = {"created_at", "updated_at", "version"}


def make(articles=60, seed=1):
    return list(make_corpus(articles, seed, LAST_DAY))


def stored(model):
    """The rows as stored, without what every save changes."""
    columns = [field.attname for field in model._meta.concrete_fields if field.name not in CHANGES_WITH_EVERY_SAVE]
    return list(model.objects.order_by("pk").values_list(*columns))


def test_saving_a_row_again_changes_nothing():
    make()
    before = {table: stored(table) for table in TABLES}
    assert all(before.values())
    for table in TABLES:
        for row in table.objects.all()[:25]:
            row.save()
    for table in TABLES:
        assert stored(table) == before[table], table


def test_every_stretch_of_every_quote_stands_where_it_says():
    make()
    quotes = list(Quote.objects.select_related("article"))
    for quote in quotes:
        for part in quote.segments:
            assert quote.article.body_text[part["start"] : part["end"]] == part["exact"]
        assert quote.anchor_state == "exact"
    assert {len(quote.segments) for quote in quotes} == {1, 2}


def test_all_that_is_named_stands_in_the_text():
    make()
    for mention in Mention.objects.select_related("article"):
        assert mention.names
        assert all(name in mention.article.body_text for name in mention.names)


def test_rows_come_in_proportion():
    make(200)
    assert Article.objects.count() == 200
    assert (Person.objects.count(), Organisation.objects.count(), Role.objects.count()) == (100, 20, 180)
    assert 360 < Quote.objects.count() < 440
    assert 1080 < Mention.objects.count() < 1320
    assert 200 < Byline.objects.count() < 300
    assert 0 < Correction.objects.count() < 12


def test_every_state_and_every_kind_of_unknown_is_there():
    make(200)
    states = Counter(Article.objects.values_list("state", flat=True))
    assert set(states) == set(Article.State.values)
    published = Article.objects.published(NOW).count()
    assert 140 < published < 190
    assert Article.objects.filter(state="published", publish_at__gt=NOW).exists()
    assert Article.objects.filter(expire_at__lte=NOW).exists()
    assert Article.objects.dates("publish_at", "year").count() > 10
    assert {len(str(role.start)) for role in Role.objects.exclude(start=None)} == {4, 7, 10}
    assert set(Role.objects.filter(end=None).values_list("end_state", flat=True)) == set(Role.EndState.values)
    assert set(Quote.objects.values_list("kind", flat=True)) == set(Quote.Kind.values)
    assert set(Quote.objects.values_list("speaker_kind", flat=True)) >= {"person", "organisation", "anonymous"}
    assert Person.objects.filter(stands_alone=False, sources__our_article__isnull=False).exists()
    assert Person.objects.visible().count() < Person.objects.count()


def test_roles_of_quotes_belong_to_their_speaker_and_may_have_been_held():
    make()
    quotes = Quote.objects.exclude(role=None).select_related("role__person", "role__organisation", "article")
    assert quotes
    for quote in quotes:
        assert quote.role.person_id == quote.speaker_id
        assert not (quote.role.start and quote.role.start.earliest > quote.day)


def test_the_same_seed_gives_the_same_rows_and_another_one_others():
    make(30, seed=7)
    names, headlines = stored_words()
    clear()
    make(30, seed=7)
    assert stored_words() == (names, headlines)
    clear()
    make(30, seed=8)
    assert stored_words()[0] != names
    assert stored_words()[1] != headlines


def stored_words():
    """(people, articles with their quotes) in the order in which they were made."""
    people = list(Person.objects.order_by("pk").values_list("name", "birth", "slug"))
    articles = list(Article.objects.order_by("pk").values_list("headline", "slug", "state", "publish_at", "body"))
    return people, [*articles, *Quote.objects.order_by("pk").values_list("text", "day", "status")]


def clear():
    """Everything away, and with it the memory of slugs that are taken for ever."""
    for model in (Article, Role, Person):
        model.objects.all().delete()
    Organisation.objects.update(parent=None)
    Organisation.objects.all().delete()
    for model in (ArticlePastSlug, PersonPastSlug, OrganisationPastSlug):
        model.objects.all().delete()


def test_what_is_there_stays_and_nothing_collides():
    section = make_section("World")
    make(20)
    first = Article.objects.first()
    mine = (
        make_article(first.headline, section=section),
        make_person(Person.objects.first().name),
        make_organisation("Our own"),
    )
    make(20)
    assert Article.objects.count() == 41
    assert Section.objects.filter(name="World").count() == 1
    assert Topic.objects.count() == len(set(Topic.objects.values_list("name", "kind")))
    for row in mine:
        before = {
            field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.generated
        }
        row.refresh_from_db()
        assert {name: getattr(row, name) for name in before} == before


def test_many_articles_take_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(300):
        make(250)
