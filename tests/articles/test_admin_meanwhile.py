"""Acts sent from a page that shows an older article: nothing is done, who changed it is said, what was typed stays."""

import pytest
from django.utils import timezone

from articles import revisions
from articles.models import Article, Correction, Quote
from tests.desk import acted, address, errors, fields, opened, saved
from tests.make import make_article, make_draft, make_editor, make_member, make_person, make_quote, make_section

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


@pytest.fixture
def ada():
    return make_editor("ada")


def make_live_article():
    article = make_article(
        "Bridge", text="It rained. “We will build,” said Ann.", section=make_section(), bylines=[make_person()]
    )
    make_quote(article, "We will build,", make_person("Ann Example"))
    revisions.record(article)
    return article


def change(article, by):
    """Somebody else saves it meanwhile."""
    article = Article.objects.get(pk=article.pk)
    article.kicker = "Theirs"
    article.save()
    revisions.record(article, by=by, note="put right", pending_stays=True)


@pytest.mark.parametrize(
    ("page", "form", "typed"),
    [
        ("withdraw", "withdraw_form", {"notice": "It was wrong."}),
        ("correct", "correct_form", {"text": "It was Tuesday.", "publish": "1"}),
        ("revisions/1/restore", "restore_form", {"at_once": "1"}),
    ],
)
def test_an_act_with_a_page_tells_who_changed_it_keeps_what_was_typed_and_can_be_sent_again(
    desk, ada, page, form, typed
):
    article = make_live_article()
    sent = fields(desk.get(address(article, page)), form) | typed
    change(article, ada)
    kept = article.revisions.count()
    told = desk.post(address(article, page), sent)
    assert "ada changed “bridge” on " in told.content.decode().lower()
    assert "(put right)" in told.content.decode()
    assert article.revisions.count() == kept
    assert Article.objects.published().exists()
    again = fields(told, form)
    assert all(again[name] == sent[name] for name in typed if name in again)
    assert again["seen"] != sent["seen"]
    desk.post(address(article, page), again | typed)
    assert article.revisions.count() > kept


def test_an_act_sent_twice_is_done_once(desk):
    article = make_live_article()
    sent = fields(desk.get(address(article, "correct")), "correct_form") | {"text": "So.", "publish": "1"}
    for _ in range(2):
        desk.post(address(article, "correct"), sent)
    assert Correction.objects.count() == 1


def test_what_was_saved_on_the_page_of_a_quote_counts_too(desk):
    article = make_live_article()
    sent = fields(desk.get(address(article, "withdraw")), "withdraw_form") | {"notice": "It was wrong."}
    quote = Quote.objects.get()
    assert not errors(saved(desk, quote, opened(desk, quote), venue="on the radio"))
    assert "edda changed “Bridge”" in desk.post(address(article, "withdraw"), sent).content.decode()
    assert Article.objects.published().exists()


@pytest.mark.parametrize("button", ["publish", "discard"])
def test_a_pending_change_is_neither_published_nor_dropped_over_what_was_saved_since(desk, ada, button):
    article = make_live_article()
    saved(desk, article, opened(desk, article), "_unshown", headline="CANARY")
    sent = fields(desk.get(address(article)), "pending_form") | {button: "1"}
    change(article, ada)
    told = desk.post(address(article, "pending"), sent, follow=True).content.decode()
    assert "Ada changed “Bridge” on " in told
    article.refresh_from_db()
    assert (article.headline, article.pending.content["headline"]) == ("Bridge", "CANARY")


@pytest.mark.parametrize("sent", [{}, {"seen": ""}, {"seen": "x\x00.1"}, {"seen": "." * 9999}])
def test_a_form_posted_by_hand_without_what_it_was_shown_does_nothing(desk, sent):
    article = make_live_article()
    kept = article.revisions.count()
    assert desk.post(address(article, "withdraw"), {"notice": "Wrong.", **sent}).status_code == 200
    assert desk.post(address(article, "revisions/1/restore"), {"at_once": "1", **sent}).status_code == 200
    assert Article.objects.published().exists()
    assert article.revisions.count() == kept


# --- Handing over -----------------------------------------------------------------------------------------------------


def test_it_is_not_handed_over_twice_by_two_who_do_not_know_of_each_other(desk):
    article, rita, rob = make_draft("Bridge"), make_member("reporter", "rita"), make_member("reporter", "rob")
    page = address(article, "comments")
    sent = fields(desk.get(page), "comment_form") | {"text": "Please finish it.", "handed_to": rita.pk}
    acted(desk, article, "comments", "comment_form", handed_to=rob.pk)
    told = desk.post(page, sent)
    assert "“Bridge” went to somebody else after this page showed it. With rob now." in told.content.decode()
    assert Article.objects.get().assigned_to == rob
    assert fields(told, "comment_form")["text"] == "Please finish it."
    desk.post(page, fields(told, "comment_form"))
    assert Article.objects.get().assigned_to == rita


def test_a_comment_alone_is_always_taken(desk, ada):
    article = make_draft("Bridge")
    sent = fields(desk.get(address(article, "comments")), "comment_form") | {"text": "Well done."}
    change(article, ada)
    desk.post(address(article, "comments"), sent)
    assert article.comments.get().text == "Well done."


def test_who_has_it_does_not_stand_in_the_way_of_other_acts(desk, ada):
    article = make_live_article()
    sent = fields(desk.get(address(article, "withdraw")), "withdraw_form") | {"notice": "It was wrong."}
    Article.objects.update(assigned_to=ada)
    desk.post(address(article, "withdraw"), sent)
    assert Article.objects.get().state == "withdrawn"


# --- The list ---------------------------------------------------------------------------------------------------------


def test_drafts_changed_since_the_list_was_shown_are_named_and_the_others_published(desk, ada):
    good, changed, withdrawn = make_draft("Bridge"), make_draft("Harbour"), make_article("Canal")
    Article.objects.filter(pk=withdrawn.pk).update(state="withdrawn", notice="Wrong.", publish_at=timezone.now())
    chosen = [good.pk, changed.pk, withdrawn.pk]
    sent = fields(desk.get(LIST), "changelist-form") | {"action": "publish_drafts", "_selected_action": chosen}
    change(changed, ada)
    told = desk.post(LIST, sent, follow=True).content.decode()
    assert [*Article.objects.published()] == [good]
    assert "Ada changed “Harbour” on " in told
    assert "“Canal” is no draft: it is withdrawn." in told


def test_those_on_other_pages_chosen_all_at_once_count_as_they_are(desk):
    article = make_draft("Bridge")
    sent = {"action": "publish_drafts", "_selected_action": article.pk}
    desk.post(LIST, sent)
    assert not Article.objects.published().exists()
    desk.post(LIST, sent | {"select_across": "1"})
    assert Article.objects.published().exists()
