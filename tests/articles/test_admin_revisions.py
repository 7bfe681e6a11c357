"""The revisions of an article at the desk: listed, read, compared and restored, by those who may."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import revisions
from articles.models import Article, Revision
from tests.desk import address, fields, opened, saved
from tests.make import (
    make_article,
    make_draft,
    make_editor,
    make_image,
    make_mention,
    make_organisation,
    make_person,
    make_quote,
    make_role,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db
TEXT = "It rained on the harbour.\n“We will build the bridge,” said Ann Example.\nThe council meets again on Monday."


@pytest.fixture
def editor():
    return make_editor("edda")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def make_changed_article(editor, **fields):
    """A live article with two revisions: the second has another headline, text, section and byline."""
    ann = make_person("Ann Example")
    article = make_article(
        "Bridge", text=TEXT, section=make_section("World"), bylines=[ann], topics=[make_topic("Water")], **fields
    )
    make_quote(article, "We will build the bridge,", ann)
    revisions.record(article)
    article.headline, article.section = "The bridge", make_section("Harbour")
    article.body = article.body.replace("It rained", "It poured")
    article.save()
    article.bylines.all().delete()
    revisions.record(article, by=editor, note="after the call")
    return article


def page_of(client, article, page="history", **query):
    response = client.get(address(article, page), query, follow=True)
    assert response.status_code == 200
    return response


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def restored(client, article, number, button="at_once"):
    page = address(article, f"revisions/{number}/restore")
    data = fields(client.get(page), "restore_form")
    return client.post(page, {**data, button: "1"}, follow=True)


# --- The list ---------------------------------------------------------------------------------------------------------


def test_the_list_says_who_saved_when_and_what_changed(desk, editor):
    article = make_changed_article(editor)
    page = page_of(desk, article).content.decode()
    assert "after the call" in page
    assert "text (+1 −1 words), headline, section, 1 byline removed" in page
    assert "edda" in page
    assert "first version" in page


def test_the_list_says_what_readers_see_and_what_waits(desk, editor):
    article = make_changed_article(editor)
    with revisions.unshown(article, by=editor):
        article.kicker = "Soon"
        article.save()
    rows = page_of(desk, article).content.decode().split("<tr")[2:]
    assert ["waits to be published" in row for row in rows] == [True, False, False, False]
    assert ["readers see this" in row for row in rows] == [False, True, False, False]
    revisions.record(article, note="discarded")
    rows = page_of(desk, article).content.decode().split("<tr")[2:]
    assert ["was not shown" in row for row in rows] == [False, True, False, False, False]
    assert "as the article stands" in page_of(desk, make_draft()).content.decode()


def test_a_past_editor_stays_named(desk):
    past = make_editor("past")
    article = make_article()
    revisions.record(article, by=past)
    past.delete()
    assert "past" in page_of(desk, article).content.decode()
    assert article.revisions.first().by is None


def test_a_thousand_revisions_are_listed_and_compared_in_a_few_queries(desk):
    article = make_article(text=TEXT)
    content = article.revisions.get().content
    Revision.objects.bulk_create(
        Revision(article=article, number=number, content=content, by_name="edda") for number in range(2, 1001)
    )
    for page in ("history", "revisions/compare"):
        page_of(desk, article, page)
        with CaptureQueriesContext(connection) as queries:
            response = page_of(desk, article, page)
        assert len(queries) < 20, [query["sql"][:150] for query in queries]
        if page == "history":
            assert not any('"content"' in query["sql"].split(" FROM ")[0] for query in queries)
            assert [row.number for row in response.context["page"].rows] == list(range(1000, 950, -1))
            older = page_of(desk, article, after=response.context["page"].next)
            assert older.context["page"].rows[0].number == 950


# --- Reading ----------------------------------------------------------------------------------------------------------


def test_a_revision_is_read_as_the_page_would_show_it(desk, editor):
    article = make_changed_article(editor)
    before = revisions.snapshot(article)
    page = page_of(desk, article, "revisions/2").content.decode()
    assert "It rained" in page
    assert '<mark class="words"' in page
    assert "Revision 2" in page
    assert "noindex" in page
    assert revisions.snapshot(Article.objects.get()) == before


# --- Comparing --------------------------------------------------------------------------------------------------------


def test_the_newest_two_are_compared_without_a_choice(desk, editor):
    article = make_changed_article(editor)
    page = page_of(desk, article, "revisions/compare").content.decode()
    assert '<ins><span class="said">Added: </span>The bridge</ins>' in page
    assert '<del><span class="said">Removed: </span>rained</del>' in page
    assert "World</del>" in page
    assert "Harbour</ins>" in page
    assert "<del>by Ann Example</del>" in page


def test_any_two_are_compared_whichever_is_named_first(desk, editor):
    article = make_changed_article(editor)
    pages = [page_of(desk, article, "revisions/compare", old=old, new=new) for old, new in ((1, 3), (3, 1))]
    assert [(page.context["old"].number, page.context["new"].number) for page in pages] == [(1, 3), (1, 3)]
    items = pages[0].context["difference"].rows["quotes"]
    assert [(item.what, item.title) for item in items] == [("added", "“We will build the bridge” Ann Example")]
    same = page_of(desk, article, "revisions/compare", old=2, new=2).content.decode()
    assert "Both say the same" in same


def test_what_changed_of_a_quote_and_a_mention_is_told_field_by_field(desk):
    person, council = make_person("Ann Example"), make_organisation("Rivermouth Council")
    role = make_role(person, "Mayor", council)
    article = make_article(text=TEXT)
    quote = make_quote(article, "We will build the bridge,", person)
    mention = make_mention(article, person)
    revisions.record(article)
    quote.role, quote.said_on, quote.venue = role, "2019-05", "in a speech"
    quote.save()
    mention.relation = "quoted"
    mention.save()
    make_mention(article, council)
    revisions.record(article)
    rows = page_of(desk, article, "revisions/compare").context["difference"].rows
    [told] = [item.told for item in rows["quotes"]]
    assert [(one.label, one.before, one.after) for one in told] == [
        ("Role", "nothing", "Mayor, Rivermouth Council"),
        ("Said on", "nothing", "May 2019"),
        ("Venue", "nothing", "in a speech"),
    ]
    assert [(item.what, item.title) for item in rows["mentions"]] == [
        ("changed", "Ann Example"),
        ("added", "Rivermouth Council"),
    ]


def test_long_unchanged_stretches_are_folded(desk):
    article = make_article(text="\n".join(f"Paragraph {number} of news." for number in range(40)))
    article.body = article.body.replace("Paragraph 20 of", "Paragraph 20 without")
    article.save()
    revisions.record(article)
    body = page_of(desk, article, "revisions/compare").context["difference"].body
    assert [stretch.folded for stretch in body] == [19, 0, 0, 0, 18]


def test_what_was_stored_unclean_is_not_shown_so(desk):
    article = make_article(text=TEXT)
    unclean = {"body": "<p>x</p><script>alert(1)</script>", "headline": "<b>Bold</b>"}
    content = {**article.revisions.get().content, **unclean}
    Revision.objects.create(article=article, number=2, content=content)
    page = page_of(desk, article, "revisions/compare").content.decode()
    assert "alert(1)" not in page
    assert "<b>Bold" not in page


@pytest.mark.parametrize(
    "query", [{"old": "1", "new": "99"}, {"old": "x", "new": "1"}, {"old": "1"}, {"old": "9" * 30, "new": "1"}]
)
def test_a_revision_that_never_was_is_said_so(desk, editor, query):
    article = make_changed_article(editor)
    other = make_article()
    for _ in range(99):
        Revision.objects.create(article=other, number=100 + _, content=other.revisions.last().content)
    response = page_of(desk, article, "revisions/compare", **query)
    assert "There is no revision" in said(response)
    assert response.redirect_chain[-1][0] == address(article, "history")


def test_a_number_that_never_was_cannot_be_read_or_restored(desk, editor):
    article = make_changed_article(editor)
    for page in ("revisions/99", "revisions/99/restore", f"revisions/{'9' * 30}"):
        assert "There is no revision" in said(page_of(desk, article, page))
    assert desk.get("/admin/articles/article/4711/revisions/1/").status_code == 404
    assert "only one revision" in said(page_of(desk, make_article(), "revisions/compare"))


# --- Restoring --------------------------------------------------------------------------------------------------------


def test_a_draft_is_restored_as_a_new_revision_and_that_is_taken_back(desk, editor):
    article = make_changed_article(editor, state="draft", publish_at=None)
    before, after = (article.revisions.get(number=number).content for number in (2, 3))
    response = restored(desk, article, 2)
    assert "Revision 2 is restored as revision 4" in said(response)
    assert "restore revision 3" in said(response)
    article.refresh_from_db()
    assert revisions.snapshot(article) == before
    newest = article.revisions.first()
    assert (newest.number, newest.note, newest.by) == (4, "revision 2 restored", editor)
    restored(desk, article, 3)
    article.refresh_from_db()
    assert revisions.snapshot(article) == after


def test_a_live_article_is_restored_without_showing(desk, editor):
    article = make_changed_article(editor)
    live = revisions.snapshot(article)
    assert "Readers do not see it until you publish it" in said(restored(desk, article, 2, "unshown"))
    article.refresh_from_db()
    assert revisions.snapshot(article) == live
    assert article.pending.number == 4
    assert article.pending.content["headline"] == "Bridge"


def test_a_live_article_is_restored_at_once(desk, client, editor):
    article = make_changed_article(editor)
    restored(desk, article, 2)
    assert "It rained" in client.get(Article.objects.get().get_absolute_url()).content.decode()


def test_a_restore_in_place_of_a_change_that_waits_keeps_that_among_the_revisions(desk, editor):
    article = make_changed_article(editor)
    saved(desk, article, opened(desk, article), "_unshown", kicker="Soon")
    assert (
        "change that readers do not see yet (revision 4)"
        in page_of(desk, article, "revisions/2/restore").content.decode()
    )
    restored(desk, article, 2, "unshown")
    article.refresh_from_db()
    assert article.pending.number == 5
    assert article.revisions.get(number=4).content["kicker"] == "Soon"
    restored(desk, article, 4)
    article.refresh_from_db()
    assert (article.pending, article.kicker) == (None, "Soon")


def test_what_is_gone_is_said_before_and_after(desk, editor):
    article = make_changed_article(editor)
    section = article.revisions.get(number=2).content["section"]
    article.topics.get().delete()
    article.section.__class__.objects.get(pk=section).delete()
    assert "Revision 2" in page_of(desk, article, "revisions/2").content.decode()
    page = page_of(desk, article, "revisions/2/restore").content.decode()
    assert "section World" in page
    assert "topic Water" in page
    told = said(restored(desk, article, 2))
    assert "Not kept: section “World” is no longer there." in told
    assert "Not kept: topic “Water” is no longer there." in told
    article.refresh_from_db()
    assert (article.headline, article.section) == ("Bridge", None)


def test_a_byline_of_a_person_who_is_gone_is_said(desk, editor):
    article = make_article(bylines=[make_person("Cy Example")])
    article.bylines.get().delete()
    revisions.record(article)
    content = article.revisions.get(number=1).content
    article.bylines.model.person.field.related_model.objects.get(name="Cy Example").delete()
    assert "person Cy Example" in page_of(desk, article, "revisions/1/restore").content.decode()
    assert "“Cy Example” is no longer there" in said(restored(desk, article, 1))
    assert content["bylines"]
    assert not article.bylines.exists()


def test_what_may_not_be_shown_is_not_restored_at_once(desk, editor):
    article = make_draft(headline="")
    revisions.record(article)
    article.headline, article.state = "Now it has one", Article.State.PUBLISHED
    article.save()
    revisions.record(article)
    assert "Nothing was restored" in said(restored(desk, article, 1))
    article.refresh_from_db()
    assert article.headline == "Now it has one"
    assert article.revisions.count() == 3


def test_a_restore_after_somebody_saved_meanwhile_is_refused(desk, editor):
    article = make_changed_article(editor)
    page = address(article, "revisions/2/restore")
    data = fields(desk.get(page), "restore_form")
    revisions.record(article, by=editor, note="put right")
    assert "edda changed “The bridge” on" in said(desk.post(page, {**data, "at_once": "1"}))
    assert article.revisions.count() == 4
    restored(desk, article, 2)
    assert "Nothing was done" in said(desk.post(page, {**data, "at_once": "1"})), "sent twice"


def test_only_those_who_may_change_the_article_restore_and_only_who_may_see_it_read(client, editor):
    article = make_changed_article(editor)
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    assert "Restore" not in page_of(client, article).content.decode()
    assert "Restore" not in page_of(client, article, "revisions/2").content.decode()
    page_of(client, article, "revisions/compare")
    assert client.get(address(article, "revisions/2/restore")).status_code == 403
    assert client.post(address(article, "revisions/2/restore"), {"last": 3, "at_once": 1}).status_code == 403
    client.force_login(User.objects.create_user("other", is_staff=True))
    for page in ("history", "revisions/2", "revisions/compare"):
        assert client.get(address(article, page)).status_code == 403
    client.logout()
    assert client.get(address(article, "revisions/2")).status_code == 302
    assert article.revisions.count() == 3


def test_a_revision_older_than_a_field_says_nothing_of_it(desk, editor):
    article = make_changed_article(editor, state="draft", publish_at=None)
    content = {name: value for name, value in article.revisions.first().content.items() if "image" not in name}
    Revision.objects.create(article=article, number=4, content=content)
    revisions.record(article)
    assert article.revisions.first().summary == "nothing"
    assert "Both say the same" in page_of(desk, article, "revisions/compare").content.decode()
    assert "restored as revision 6" in said(restored(desk, article, 4))


def test_an_image_put_above_an_article_is_a_change(desk, editor):
    article = make_changed_article(editor)
    article.image = make_image()
    article.save()
    revisions.record(article)
    [told] = page_of(desk, article, "revisions/compare").context["difference"].fields
    assert (told.label, told.before, told.after) == ("Image", "nothing", str(article.image))
