"""Paging by key: nothing skipped, nothing repeated, whatever is added meanwhile."""

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article
from newsroom.lib.keyset import BadCursor, page
from people.models import Person
from tests.make import make_article, make_person

pytestmark = pytest.mark.django_db
ORDER = ("-publish_at", "-pk")
hidden = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)


def read_to_the_end(queryset, order, size):
    rows, cursor = [], None
    while True:
        found = page(queryset, order, size, cursor)
        rows += found.rows
        cursor = found.next
        if not cursor:
            return rows, found


@hidden
@given(names=st.lists(st.sampled_from(["Ann", "ann", "Bea", "Élan", "Zoë"]), max_size=12), size=st.integers(1, 5))
def test_every_row_once_forwards_and_backwards(db, names, size):
    Person.objects.all().delete()
    for name in names:
        make_person(name)
    order = ("sort_key", "pk")
    rows, last = read_to_the_end(Person.objects.all(), order, size)
    assert rows == list(Person.objects.order_by(*order))
    back = last.rows
    while last.previous:
        last = page(Person.objects.all(), order, size, last.previous)
        back = last.rows + back
    assert back == rows


def test_more_rows_of_one_moment_than_fit_on_a_page():
    moment = timezone.now()
    made = {make_article(publish_at=moment).pk for _ in range(7)}
    rows, _ = read_to_the_end(Article.objects.all(), ORDER, 3)
    assert [row.pk for row in rows] == sorted(made, reverse=True)


def test_rows_added_while_reading_neither_skip_nor_repeat_one():
    made = [make_article().pk for _ in range(6)]
    first = page(Article.objects.all(), ORDER, 3)
    make_article(publish_at=timezone.now())
    second = page(Article.objects.all(), ORDER, 3, first.next)
    assert sorted(row.pk for row in first.rows + second.rows) == made


@pytest.mark.parametrize("cursor", ["nonsense", "a:b:c", "é", "W10:x", "\x00"])
def test_a_cursor_that_was_not_made_here_is_refused(cursor):
    with pytest.raises(BadCursor):
        page(Article.objects.all(), ORDER, 3, cursor)


def test_a_cursor_that_was_tampered_with_or_belongs_elsewhere_is_refused():
    for _ in range(3):
        make_article()
    cursor = page(Article.objects.all(), ORDER, 2).next
    with pytest.raises(BadCursor):
        page(Article.objects.all(), ORDER, 2, "A" + cursor)
    with pytest.raises(BadCursor):
        page(Article.objects.all(), ("-updated_at", "-pk"), 2, cursor)
