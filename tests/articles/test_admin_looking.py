"""A preview of what the form holds, before anything of it is saved."""

import pytest
from django.contrib.auth.models import Permission, User

from articles.models import Article, Quote, Revision
from tests.desk import address, errors, fields, opened, saved
from tests.make import make_article, make_draft, make_editor, make_person, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def test_it_shows_what_the_form_holds_and_stores_nothing(desk):
    article = make_draft("Bridge", text="It rained. “We will build,” said Ann.")
    make_quote(article, "We will build,", make_person("Ann Example"))
    before = Article.objects.values().get(), Quote.objects.values().get(), Revision.objects.count()
    changes = {"headline": "Not saved yet", "body": "<p>It snowed. “We will build,” said Ann.</p>"}
    shown = saved(desk, article, opened(desk, article), "_preview", **changes).content.decode()
    assert "Not saved yet" in shown
    assert "It snowed." in shown
    assert shown.count("<iframe") == 2
    assert (Article.objects.values().get(), Quote.objects.values().get(), Revision.objects.count()) == before


def test_an_article_that_was_never_saved_is_shown_too(desk):
    page = desk.get("/admin/articles/article/add/")
    data = fields(page, "article_form") | {"headline": "Brand new", "body": "<p>One.</p>", "_preview": "1"}
    assert "Brand new" in desk.post("/admin/articles/article/add/", data).content.decode()
    assert not Article.objects.exists()


def test_readers_of_a_live_article_see_nothing_of_it(desk, client):
    article = make_article("Bridge")
    assert "CANARY" in saved(desk, article, opened(desk, article), "_preview", headline="CANARY").content.decode()
    assert "CANARY" not in client.get(article.get_absolute_url()).content.decode()


def test_what_another_editor_saved_meanwhile_does_not_stop_it(desk):
    article = make_draft("Bridge")
    mine = opened(desk, article)
    saved(desk, article, opened(desk, article), headline="Theirs")
    assert "Mine" in saved(desk, article, mine, "_preview", headline="Mine").content.decode()
    assert Article.objects.get().headline == "Theirs"
    assert "Somebody else saved this" in errors(saved(desk, article, mine, headline="Mine"))


def test_what_is_wrong_is_said_in_the_form(desk):
    article = make_draft("Bridge")
    assert "valid URL" in errors(saved(desk, article, opened(desk, article), "_preview", source_url="javascript:x"))


def test_it_needs_the_permission_to_change_the_article(client):
    article = make_draft("Bridge")
    reader = User.objects.create_user("vic", password="pass", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    assert client.post(address(article), {"_preview": "1", "headline": "x"}).status_code == 403


def test_its_frames_cannot_be_shown_by_another_site(desk):
    article = make_draft("Bridge")
    answer = saved(desk, article, opened(desk, article), "_preview")
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_a_change_not_shown_yet_stays_one(desk, client):
    article = make_article("Bridge")
    saved(desk, article, opened(desk, article), "_unshown", headline="CANARY")
    assert (
        "CANARY, seen"
        in saved(desk, article, opened(desk, article), "_preview", headline="CANARY, seen").content.decode()
    )
    article.refresh_from_db()
    assert (article.headline, article.pending.content["headline"]) == ("Bridge", "CANARY")
