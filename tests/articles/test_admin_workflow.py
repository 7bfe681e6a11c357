"""The desk as reporters and editors meet it: what each is offered, and what a form posted by hand gets them."""

import datetime
import io

import pytest
from django.utils import timezone

from articles import revisions
from articles.models import Article
from tests.desk import address, errors, fields, opened, saved, seen
from tests.make import make_article, make_correction, make_draft, make_member, make_person, make_quote, make_section

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def reporter():
    return make_member("reporter", "rita")


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def test_a_reporter_writes_a_draft_and_sends_it_for_review(desk, reporter):
    page = desk.get("/admin/articles/article/add/")
    assert 'name="_publish"' not in page.content.decode()
    data = {**fields(page, "article_form"), "headline": "Bridge", "body": "<p>It rained.</p>", "_continue": "1"}
    assert not errors(desk.post("/admin/articles/article/add/", data, follow=True))
    article = Article.objects.get()
    assert (article.made_by, article.state) == (reporter, "draft")
    page = saved(desk, article, opened(desk, article), "_continue", _move="review")
    assert "It is in review" in page.content.decode()
    article.refresh_from_db()
    assert article.state == "review"


def test_an_editor_sends_it_back_and_it_waits_for_the_reporter(client, reporter):
    article = make_draft(state="review", made_by=reporter)
    client.force_login(make_member("editor"))
    saved(client, article, opened(client, article), _move="draft")
    article.refresh_from_db()
    assert (article.state, article.assigned_to) == ("draft", reporter)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"_publish": "1"}, "You may not publish this article. Save it, and send it for review"),
        ({"_publish": "1", "publish_at": "2020-01-01T00:00"}, "You may not publish this article."),
        ({"_move": "ready"}, "You may not mark as ready this article."),
        ({"_move": "published"}, "from there it cannot be made published"),
    ],
)
def test_a_form_that_publishes_posted_by_hand_keeps_the_text_and_shows_nothing(desk, reporter, sent, said):
    article = make_draft("Bridge", made_by=reporter)
    page = saved(desk, article, opened(desk, article), headline="New words", **sent)
    assert said in errors(page)
    assert fields(page, "article_form")["headline"] == "New words"
    article.refresh_from_db()
    assert (article.state, article.headline) == ("draft", "Bridge")


def test_a_state_posted_by_hand_is_no_field_of_the_form(desk, reporter):
    article = make_draft("Bridge", made_by=reporter)
    assert not errors(saved(desk, article, opened(desk, article), state="published", publish_at="2020-01-01T00:00"))
    article.refresh_from_db()
    assert article.state == "draft"
    assert not Article.objects.published().exists()


def every_way(article):
    """Each address at which the desk changes an article or what hangs on it, with what a browser would send."""
    quote, correction = article.quotes.get(), article.corrections.get()
    yield address(article), {"_publish": "1", "headline": "CANARY"}
    yield address(article), {"_unshown": "1", "headline": "CANARY"}
    yield address(article, "withdraw"), {"notice": "CANARY"}
    yield address(article, "pending"), {"publish": "1", "revision": str(article.pending_id)}
    yield address(article, "pending"), {"discard": "1", "revision": str(article.pending_id)}
    yield address(article, "preview"), {}
    yield address(article, "suggestions"), {"take": ["x"]}
    yield f"{address(article, 'suggestions')}settle/", {"act": "accept", "key": "x"}
    yield address(article, "delete"), {"post": "yes"}
    yield address(quote), {"venue": "CANARY"}
    yield address(quote, "delete"), {"post": "yes"}
    yield address(correction), {"text": "CANARY"}
    yield address(correction, "delete"), {"post": "yes"}


def listed(article):
    """Each list action of the desk that changes an article or what hangs on it."""
    quote, correction = article.quotes.get(), article.corrections.get()
    yield "article", {"action": "publish_drafts", "_selected_action": article.pk}
    yield "quote", {"action": "delete_selected", "_selected_action": quote.pk, "post": "yes"}
    yield "correction", {"action": "delete_selected", "_selected_action": correction.pk, "post": "yes"}


@pytest.mark.parametrize("state", ["ready", "published", "scheduled", "withdrawn", "somebody else's"])
def test_nothing_a_reporter_posts_changes_an_article_beyond_their_reach(desk, reporter, state):
    fields = {"made_by": None if "else" in state else reporter}
    fields["state"] = {"scheduled": "published", "somebody else's": "draft"}.get(state, state)
    fields["publish_at"] = timezone.now() + (DAY if state == "scheduled" else -DAY)
    article = make_article("Bridge", **fields)
    make_correction(article).quotes.add(make_quote(article))
    if article.is_published:
        with revisions.unshown(article):
            article.headline = "PENDING"
            article.save()
    before = revisions.snapshot(article), article.state, article.notice, article.pending_id
    for where, data in every_way(article):
        assert desk.post(where, data, follow=True).status_code in {200, 403}, where
    for noun, data in listed(article):
        assert desk.post(f"/admin/articles/{noun}/", data, follow=True).status_code in {200, 403}, noun
    article = Article.objects.get()
    assert (revisions.snapshot(article), article.state, article.notice, article.pending_id) == before
    assert article.corrections.get().text == "It was otherwise."
    assert not article.preview_links.exists()


def test_an_import_at_the_desk_does_not_write_over_an_article_beyond_reach(client, desk):
    source = {"source": "https://example.org/story"}

    def bring(text):
        file = io.BytesIO(text.encode())
        file.name = "story.txt"
        return client.post("/admin/articles/article/import/", {"file": file, **source}, follow=True)

    client.force_login(make_member("editor"))
    bring("Bridge\n\nIt rained on the new bridge today, and nobody crossed it until the evening.")
    article = Article.objects.get()
    Article.objects.update(state="published", publish_at=timezone.now() - DAY)
    client.force_login(make_member("reporter"))
    page = bring("Harbour\n\nCANARY words that stand in place of all that was there before them, it seems.")
    assert "you may not change it" in page.content.decode()
    article.refresh_from_db()
    assert "CANARY" not in article.body


def test_a_list_action_publishes_what_an_editor_may_and_names_what_not(client):
    editor = make_member("editor")
    client.force_login(editor)
    draft = make_draft("Bridge")
    chosen = {"action": "publish_drafts", "_selected_action": draft.pk} | seen(client, draft)
    assert "Readers see it now" in client.post("/admin/articles/article/", chosen, follow=True).content.decode()


def test_a_refusal_says_what_was_refused(desk):
    response = desk.post(address(make_article("Bridge"), "withdraw"), {"notice": "x"})
    assert "You may not withdraw “Bridge”." in response.content.decode()


@pytest.mark.parametrize("group", ["reporter", "editor", "chief editor"])
def test_every_page_of_an_article_answers_its_group(client, group):
    member = make_member(group)
    client.force_login(member)
    for article in (make_draft(made_by=member), make_article(section=make_section(), bylines=[make_person()])):
        make_correction(article).quotes.add(make_quote(article))
        for page in ("change", "history"):
            assert client.get(address(article, page)).status_code == 200
    for noun in ("article", "quote", "correction", "section", "topic", "previewlink"):
        assert client.get(f"/admin/articles/{noun}/").status_code == 200
    for noun in ("person", "organisation", "role"):
        assert client.get(f"/admin/people/{noun}/").status_code == 200
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    ("whose", "found"), [("mine", {"Mine", "Handed"}), ("waiting", {"Handed"}), ("nobody", {"Open"})]
)
def test_the_list_tells_whose_articles_are(desk, reporter, whose, found):
    make_draft("Mine", made_by=reporter)
    make_draft("Handed", assigned_to=reporter)
    make_draft("Open", state="review")
    make_article("Live", assigned_to=reporter)
    page = desk.get("/admin/articles/article/", {"whose": whose})
    assert {str(row) for row in page.context["cl"].result_list} == found


def test_who_may_only_look_reads_the_text_and_is_offered_nothing_to_press(desk):
    article = make_article("Bridge", body="<p>It <strong>rained</strong>.</p>")
    page = desk.get(address(article)).content.decode()
    assert "It <strong>rained</strong>." in page
    assert "You may read this article, not change it." in page
    assert f"{article.publish_at:%H:%M} (UTC)" in page
    with revisions.unshown(article):
        article.headline = "Bridges"
        article.save()
    page = desk.get(address(article)).content.decode()
    assert "This is a change that readers do not see yet" in page
    assert not any(f'name="{act}"' in page for act in ("publish", "discard"))
    assert "Share a preview" not in page
    assert "Note:" not in page
    assert all(name not in page for name in ("_publish", "_unshown", "_preview"))


def test_a_refusal_leads_back_to_the_desk(desk):
    answer = desk.get(address(make_article("Bridge"), "suggestions"))
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "You may not change “Bridge”." in page
    assert '<a href="/admin/">Back to the desk</a>' in page
