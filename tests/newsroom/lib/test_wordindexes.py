"""The databases' own indexes: right after every way to write, made again where a migration lost them."""

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Article, Quote
from newsroom.lib import worddays, wordindexes
from newsroom.lib.wordfields import index_name
from newsroom.lib.wordquery import Word
from people.models import Person
from people.words import words
from tests.make import make_article, make_draft, make_person, make_quote


def found(word, begins=False):
    return set(Article.objects.filter(folded__words=Word(word, begins)))


@pytest.mark.django_db
class TestEveryWayToWrite:
    def test_saving(self):
        article = make_draft("Ferries")
        assert found("ferries") == {article}
        article.headline = "Bridges"
        article.save()
        assert (found("ferries"), found("bridges")) == (set(), {article})

    def test_saving_some_columns_and_updating_in_the_database(self):
        article = make_draft("Ferries")
        Article.objects.update(folded="bridges")
        assert (found("ferries"), found("bridges")) == (set(), {article})
        article.folded = "tunnels"
        article.save(update_fields=["folded"])
        assert found("bridges") == set()

    def test_inserting_and_updating_many(self):
        rows = Article.objects.bulk_create(Article(folded=f"many w{number}", slug=f"w{number}") for number in range(3))
        assert found("many") == set(rows)
        for row in rows:
            row.folded = "other"
        Article.objects.bulk_update(rows, ["folded"])
        assert (found("many"), found("w1"), found("other")) == (set(), set(), set(rows))

    def test_deleting(self):
        article = make_draft("Ferries")
        make_draft("Ferries")
        article.delete()
        assert len(found("ferries")) == 1
        Article.objects.filter(pk__in=found("ferries") and [row.pk for row in found("ferries")]).delete()
        assert found("ferries") == set()

    def test_a_row_that_comes_back_is_found_once(self):
        article = make_draft("Ferries")
        number, article_words = article.pk, article.folded
        article.delete()
        Article.objects.bulk_create([Article(pk=number, folded=article_words, slug="again")])
        assert {row.pk for row in found("ferries")} == {number}


@pytest.mark.django_db
def test_words_part_at_spaces_alone_and_begin_as_asked():
    row = make_draft("Zelenskyy’s co-operation, हिन्दी 1.5 €")
    for word in words(row.headline):
        assert found(word) == {row}
    assert found("zelen", begins=True) == {row}
    assert found("zelen") == found("operations") == set()


class TestAnyText(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(st.text(max_size=40))
    def test_every_word_of_any_text_is_found(self, text):
        row = make_draft(text)
        kept = words(row.headline)
        for word in kept:
            assert row in found(word)
            assert row in found(word[:2], begins=True)
        assert not kept or Article.objects.filter(pk=row.pk, folded__phrase=" ".join(kept)).exists()


@pytest.mark.django_db
def test_a_phrase_stands_in_order_within_whole_words():
    row = make_draft("The prime minister resigned")
    assert set(Article.objects.filter(folded__phrase="prime minister")) == {row}
    assert not Article.objects.filter(folded__phrase="minister prime").exists()
    assert not Article.objects.filter(folded__phrase="rime minister").exists()


@pytest.mark.django_db
def test_an_index_that_a_migration_lost_is_made_again():
    person = make_person("Ann Smith")
    index = "people_person_found_by_words"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f'DROP TRIGGER "{index}_changed"')
        else:
            cursor.execute(f'DROP INDEX "{index}"')
    Person.objects.update(found_by="changed unseen")
    wordindexes.install(apps.get_app_config("people"), "default")
    assert set(Person.objects.filter(found_by__words=Word("unseen"))) == {person}
    Person.objects.update(found_by="seen")
    assert not Person.objects.filter(found_by__words=Word("unseen")).exists()


@pytest.mark.django_db
def test_an_index_that_was_made_otherwise_is_made_anew(monkeypatch):
    row = make_draft("Ferries")
    monkeypatch.setattr(Article._meta.get_field("folded"), "dated_by", "created_at")
    today = worddays.lately(timezone.now().date())[0]
    connection.check_constraints()  # PostgreSQL makes no index while some wait
    wordindexes.install(apps.get_app_config("articles"), "default")
    assert set(Article.objects.filter(folded__words=today)) == {row}


@pytest.mark.django_db
def test_a_row_without_words_is_kept_whatever_its_day():
    draft = Article.objects.create(headline="", publish_at=timezone.now())
    Article.objects.update(folded="", folded_headline="")
    assert set(Article.objects.filter(folded__words=worddays.lately(timezone.now().date())[0])) == {draft}


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is copied as a file")
def test_an_index_is_made_as_a_backup_is_restored_with_nothing_in_the_search_path():
    make_quote(make_article("Ferries"))
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = ''")
        for model, field in wordindexes.columns([Article, Quote, Person]):
            cursor.execute(f'REINDEX INDEX public."{index_name(model, field)}"')


@pytest.mark.django_db
def test_an_index_can_be_made_anew():
    row = make_draft("Ferries")
    for model, field in wordindexes.columns([Article]):
        wordindexes.rebuild(model, field)
    assert found("ferries") == {row}
