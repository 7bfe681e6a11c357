"""Comments beside an article, and handing it over."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Comment
from tests.desk import acted, address, errors, opened, saved
from tests.make import make_draft, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter():
    return make_member("reporter", "rita")


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def say(desk, article, **data):
    return desk.post(address(article, "comments"), data, follow=True)


def hand_over(desk, article, to, text=""):
    return acted(desk, article, "comments", "comment_form", text=text, handed_to=to.pk)


def test_a_comment_stands_beside_the_form_with_who_and_when_and_is_no_save_of_the_article(desk, reporter):
    article = make_draft("Bridge", made_by=reporter)
    mine = opened(desk, article)
    assert "Is this <b>right?" not in say(desk, article, text="Is this <b>right?").content.decode()
    assert "Is this &lt;b&gt;right?" in desk.get(address(article)).content.decode()
    assert article.comments.get().by == reporter
    assert not errors(saved(desk, article, mine, kicker="New"))


def test_anybody_at_the_desk_may_comment_on_what_they_cannot_change(desk):
    article = make_draft()
    say(desk, article, text="Well done.")
    assert article.comments.exists()


def test_handing_over_needs_the_right_to_change_and_puts_it_on_their_list(client, desk, reporter):
    other, article = make_member("reporter", "rob"), make_draft("Bridge", made_by=reporter)
    mine = opened(desk, article)
    hand_over(desk, article, other, "Please finish it.")
    assert Article.objects.waiting_for(other).get() == article
    assert article.comments.get().handed_to == other
    assert not errors(saved(desk, article, mine, kicker="New"))
    foreign = make_draft("Harbour")
    say(desk, foreign, text="Mine!", handed_to=reporter.pk)
    foreign.refresh_from_db()
    assert foreign.assigned_to is None
    client.force_login(other)
    assert [str(row) for row in client.get("/admin/").context["article_lists"]["Waiting for me"]] == ["Bridge"]


def test_a_comment_is_resolved_and_opened_again(desk):
    article = make_draft()
    say(desk, article, text="Check the name.")
    comment = article.comments.get()
    assert article.comments.open().exists()
    assert "Open again" in say(desk, article, resolve=comment.pk).content.decode()
    assert not article.comments.open().exists()
    say(desk, article, reopen=comment.pk)
    assert article.comments.open().exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": "x" * 100_000}, "A comment has at most 10000 characters; this one has 100000."),
        ({"text": "  "}, "Say something, or choose to whom the article goes."),
        ({"text": "Yours.", "handed_to": "4711"}, "Select a valid choice"),
        ({"text": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_posted_is_answered_and_kept(desk, reporter, data, said):
    article = make_draft(made_by=reporter)
    for headers in ({}, {"X-Requested-With": "XMLHttpRequest"}):
        response = desk.post(address(article, "comments"), data, headers=headers)
        assert response.status_code == 400
        assert said in response.content.decode()
        assert "\x00" in data["text"] or data["text"].strip() in response.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("number", ["x", "", "9" * 30, "4711"])
def test_a_comment_that_is_not_there_is_not_found(desk, number):
    assert desk.post(address(make_draft(), "comments"), {"resolve": number}).status_code in {400, 404}


def test_a_script_gets_the_thread_alone(desk):
    response = desk.post(
        address(make_draft(), "comments"), {"text": "Hi"}, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert response.status_code == 200
    assert "<html" not in response.content.decode()


def test_a_thread_makes_as_many_queries_for_many_comments_as_for_few(desk, reporter):
    article, made = make_draft(made_by=reporter), []
    for number in (1, 30):
        for _ in range(number):
            article.comments.create(text="Hi", by=make_member("reporter"), handed_to=reporter)
        desk.get(address(article))
        with CaptureQueriesContext(connection) as queries:
            desk.get(address(article))
        made.append(len(queries))
    assert made[0] == made[1]
