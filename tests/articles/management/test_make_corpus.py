"""`make_corpus`: how many, of which seed, with or without revisions; nothing of numbers that are none."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Revision

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = io.StringIO()
    call_command("make_corpus", *arguments, stdout=out)
    return out.getvalue()


def test_it_makes_as_many_articles_as_asked_for():
    assert run("--articles", "12") == "12 articles made of seed 1\n"
    assert Article.objects.count() == 12
    assert not Revision.objects.exists()


def test_first_revisions_are_made_when_asked_for():
    run("--articles", "3", "--revisions")
    assert list(Revision.objects.values_list("number", flat=True)) == [1, 1, 1]


@pytest.mark.parametrize("number", ["0", "-3", "many", "2.5"])
def test_what_is_no_number_of_articles_is_refused(number):
    with pytest.raises(CommandError, match="not a number of articles"):
        run(f"--articles={number}")


def test_the_pages_of_a_newsroom_full_of_them_hold_their_query_counts(client, django_assert_max_num_queries):
    run("--articles", "40")
    client.get("/articles/")  # what is read once a process is read
    articles = list(Article.objects.published().newest_first())
    assert any(article.quotes.count() > 3 for article in articles)
    for article in articles:
        with django_assert_max_num_queries(10):
            assert client.get(article.get_absolute_url()).status_code == 200
