"""Articles at the desk: written, quoted, published, changed without showing, withdrawn, edited by two at once."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import revisions
from articles.models import Article, Correction, PreviewLink, Quote
from people.models import Person
from tests.desk import acted, address, errors, fields, opened, saved
from tests.make import (
    make_article,
    make_correction,
    make_draft,
    make_editor,
    make_member,
    make_mention,
    make_organisation,
    make_person,
    make_quote,
    make_role,
    make_section,
    make_source,
    make_topic,
)

pytestmark = pytest.mark.django_db
TEXT = "It rained. “We will build the bridge,” said Ann Example. “It will stand.”\nThe council meets again."
BODY = "<p>It rained. “We will build the bridge,” said Ann Example. “It will stand.”</p><p>The council meets again.</p>"
WORDS = ["We will build the bridge,", "It will stand."]
SHOW, UNSHOWN = "_publish", "_unshown"


@pytest.fixture
def editor():
    return make_editor("edda")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def queries(client, address):
    """How many queries the page makes once what is read only once a process is read."""
    client.get(address)
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


def add(desk, button="_continue", **changes):
    page = desk.get("/admin/articles/article/add/")
    changes = {name.replace("__", "-"): value for name, value in changes.items()}
    return desk.post(
        "/admin/articles/article/add/", {**fields(page, "article_form"), **changes, button: "1"}, follow=True
    )


def a_quote(words="We will build the bridge,\r\nIt will stand.", row=0, **more):
    given = {"words": words, "kind": "direct", "speaker_kind": "unknown", "status": "confirmed"} | more
    return {"quotes__TOTAL_FORMS": str(row + 1)} | {f"quotes__{row}__{name}": value for name, value in given.items()}


def make_full_article(**fields):
    ann = make_person("Ann Example")
    article = make_article("Bridge", text=TEXT, section=make_section(), bylines=[make_person()], **fields)
    make_mention(article, ann)
    make_quote(article, WORDS, ann)
    revisions.record(article)
    return article


def pending(desk, article, button):
    sent = fields(desk.get(address(article)), "pending_form")
    return desk.post(address(article, "pending"), {**sent, button: "1"}, follow=True)


# --- Writing ----------------------------------------------------------------------------------------------------------


def test_a_draft_is_made_with_bylines_quotes_and_mentions_and_kept_as_a_revision(desk, editor):
    ann, bo, section, topic = make_person("Ann Example"), make_person("Bo"), make_section(), make_topic()
    response = add(
        desk, headline="Bridge", body=BODY, section=section.pk, topics=[topic.pk], note="first",
        bylines__TOTAL_FORMS="1", bylines__0__person=bo.pk, bylines__0__order="0", bylines__0__credit="by",
        mentions__TOTAL_FORMS="1", mentions__0__person=ann.pk, mentions__0__names="Ann Example\r\nAnn",
        mentions__0__relation="quoted",
        **a_quote(speaker_kind="person", speaker=ann.pk),
    )  # fmt: skip
    assert not errors(response)
    article, quote = Article.objects.get(), Quote.objects.get()
    assert article.state == "draft"
    assert [part["exact"] for part in quote.segments] == WORDS
    assert (quote.text, quote.speaker, quote.anchor_state) == ("We will build the bridge. It will stand.", ann, "exact")
    assert article.mentions.get().names == ["Ann Example", "Ann"]
    revision = article.revisions.get()
    assert (revision.by, revision.note, len(revision.content["quotes"])) == (editor, "first", 1)
    assert "readers do not see it" in response.content.decode()


def test_words_that_do_not_stand_in_the_article_are_named_and_nothing_is_saved(desk):
    response = add(desk, headline="Bridge", body=BODY, **a_quote("We will build the bridge,\r\nIt will fall."))
    assert "“It will fall.” does not stand in the article" in errors(response)
    assert not Article.objects.exists()
    assert fields(response, "article_form")["quotes-0-words"] == "We will build the bridge,\r\nIt will fall."


def test_a_stored_quote_is_closed_to_its_heading_until_something_is_wrong_with_it(desk):
    article = make_article("Bridge", text=TEXT)
    make_quote(article, WORDS[0], speaker=make_person("Ann Example"))
    page = desk.get(address(article)).content.decode()
    heading = page.partition('id="quotes-0"')[2].partition("<details")[0]
    assert all(words in heading for words in ("“We will build the bridge”", "Ann Example", "exact"))
    assert '<details class="row-fields"><summary>Edit<' in page
    answer = saved(desk, article, opened(desk, article), SHOW, **{"quotes-0-words": "It will fall."})
    assert "does not stand in the article" in errors(answer)
    assert '<details class="row-fields" open><summary>Edit<' in answer.content.decode()


def test_an_article_is_picked_by_its_headline(desk):
    make_article("Bridge to be built", text="The council meets.")
    make_article("Council votes", text="Nothing of a bridge but this: bridge.")
    address = "/admin/autocomplete/?app_label=articles&model_name=article&field_name=related&term="
    [found] = desk.get(f"{address}bridge").json()["results"]
    assert found["text"].startswith("Bridge to be built · ")
    newest_first = [one["text"].partition(" · ")[0] for one in desk.get(f"{address}the").json()["results"]]
    assert newest_first == ["Council votes", "Bridge to be built"]


def test_the_body_is_cleaned_when_it_is_saved(desk):
    add(desk, headline="Bridge", body='<p onclick="x()">One</p><script>alert(1)</script>')
    assert Article.objects.get().body == "<p>One</p>"


def test_line_breaks_between_blocks_and_fractions_of_a_second_are_no_change(desk):
    article = make_article("Bridge", body="<p>One</p>\n<p>Two</p>")
    before = revisions.snapshot(article)
    assert not errors(saved(desk, article, opened(desk, article), SHOW, body="<p>One</p><p>Two</p>"))
    article.refresh_from_db()
    assert revisions.snapshot(article) == before


def test_another_speaker_or_author_brings_their_own_name(desk):
    article = make_full_article(state="draft", publish_at=None)
    carl = make_person("Carl")
    response = saved(desk, article, opened(desk, article), bylines__0__person=carl.pk, quotes__0__speaker=carl.pk)
    assert not errors(response)
    assert article.quotes.get().attribution == "Carl"
    assert article.bylines.get().name == "Carl"


def test_the_desk_shows_how_each_quote_stands_in_the_article(desk):
    article = make_full_article()
    article.body = "<p>Nothing of it.</p>"
    article.save()
    page = desk.get(address(article)).content.decode()
    assert "does not stand in the article any more" in page
    assert "Bridge" in desk.get("/admin/articles/quote/", {"anchor_state__exact": "orphaned"}).content.decode()
    assert "Bridge" in desk.get("/admin/articles/article/", {"needs": "anchors"}).content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"publish_at": "yesterday"}, "Enter a valid date/time"),
        ({"publish_at": "2026-02-05T10:00", "expire_at": "2026-02-04T10:00"}, "It would expire before it appears."),
        ({"source_url": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"quotes__0__speaker_kind": "organisation"}, "Name the speaker when, and only when, a person speaks."),
        ({"mentions__0__person": ""}, "A mention is of a person or of an organisation."),
        ({"section": "4711"}, "Select a valid choice"),
        ({"quotes__0__said_on": "in May"}, "“in May” is not a date as known"),
    ],
)
def test_bad_input_is_named_and_kept_in_the_form(desk, change, said):
    article = make_full_article(state="draft", publish_at=None)
    before = revisions.snapshot(article)
    response = saved(desk, article, opened(desk, article), headline="New", **change)
    assert said in errors(response)
    assert fields(response, "article_form")["headline"] == "New"
    article.refresh_from_db()
    assert revisions.snapshot(article) == before


def test_a_role_of_somebody_else_is_refused(desk):
    article = make_full_article(state="draft", publish_at=None)
    role = make_role(make_person("Carl"), "Mayor")
    assert "is a post of Carl" in errors(saved(desk, article, opened(desk, article), quotes__0__role=role.pk))


# --- Publishing -------------------------------------------------------------------------------------------------------


def test_a_draft_without_a_headline_can_be_kept_but_not_published(desk):
    assert not errors(add(desk, body=BODY))
    article = Article.objects.get()
    assert "A headline is needed" in errors(saved(desk, article, opened(desk, article), SHOW))
    assert Article.objects.get().state == "draft"


def test_publishing_without_a_time_shows_it_at_once(desk):
    article = make_draft("Bridge", text=TEXT)
    response = saved(desk, article, opened(desk, article), SHOW)
    assert "Readers see it now." in response.content.decode()
    assert Article.objects.published().filter(pk=article.pk).exists()


def test_publishing_with_a_time_to_come_schedules_it_and_says_so_with_the_zone(desk, settings):
    with time_machine.travel("2026-02-05T10:00:00Z", tick=False):
        article = make_draft("Bridge")
        page = desk.get(address(article)).content.decode()
        assert page.count(f"Time zone: {settings.TIME_ZONE}.") >= 2
        response = saved(desk, article, opened(desk, article), SHOW, publish_at="2026-02-06T09:30:00")
        assert "Readers will see it from 6 February 2026, 09:30 (UTC) on." in response.content.decode()
        assert not Article.objects.published().exists()


def test_a_direct_quote_that_is_not_verbatim_needs_a_reason_to_be_published(desk):
    article = make_full_article(state="draft", publish_at=None)
    gone = BODY.replace("It will stand", "It may stand")
    assert not errors(saved(desk, article, opened(desk, article), body=gone)), "a draft may be in the making"
    response = saved(desk, article, opened(desk, article), SHOW)
    assert "does not stand in the article word for word" in errors(response)
    assert Article.objects.get().state == "draft"
    reason = "The recording has it so."
    assert not errors(saved(desk, article, opened(desk, article), SHOW, quotes__0__not_verbatim=reason))
    assert Article.objects.get().state == "published"


def test_an_empty_form_makes_no_draft(desk):
    data = {**fields(desk.get("/admin/articles/article/add/"), "article_form"), "_continue": "1"}
    assert "There is nothing to save yet" in errors(desk.post("/admin/articles/article/add/", data))
    assert not Article.objects.exists()
    desk.post("/admin/articles/article/add/", data | {"standfirst": "It rained."})
    assert Article.objects.get().standfirst == "It rained."


def test_each_error_of_a_refused_form_is_a_link_to_where_it_stands(desk):
    article = make_full_article(state="draft", publish_at=None)
    page = opened(desk, article)
    assert 'class="wrong"' not in desk.get(address(article)).content.decode()
    wrong = {"publish_at": "soon", "bylines__0__order": "first", "quotes__0__words": "Never said."}
    told = saved(desk, article, page, SHOW, **wrong).content.decode()
    told = told[told.index('<ul class="wrong">') :]
    told = told[: told.index("</ul>")]
    assert '<a href="#id_publish_at">Publish at: Enter a valid date/time.</a>' in told
    assert '<a href="#id_bylines-0-order">Byline 1, order: Enter a whole number.</a>' in told
    assert '<a href="#id_quotes-0-words">Quote 1, words: “Never said.” does not stand in the article' in told
    assert told.count("<li>") == 3


def test_drafts_are_published_from_the_list_each_by_the_same_rules(desk, editor):
    good, untitled = make_draft("Bridge"), make_draft("")
    unsound = make_full_article(state="draft", publish_at=None)
    unsound.body = "<p>Other.</p>"
    unsound.save()
    page, chosen = "/admin/articles/article/", [good.pk, untitled.pk, unsound.pk]
    data = fields(desk.get(page), "changelist-form") | {"action": "publish_drafts", "_selected_action": chosen}
    response = desk.post(page, data, follow=True)
    assert [*Article.objects.published()] == [good]
    assert good.revisions.first().by == editor
    page = response.content.decode()
    assert "A headline is needed" in page
    assert "does not stand in the article word for word" in page


# --- A live article ---------------------------------------------------------------------------------------------------


def test_a_live_article_is_changed_and_shown(desk, editor):
    article = make_full_article()
    assert not errors(saved(desk, article, opened(desk, article), SHOW, headline="New", note="title"))
    article.refresh_from_db()
    assert article.headline == "New"
    revision = article.revisions.first()
    assert (revision.by, revision.note, revision.shown) == (editor, "title", True)


def test_a_change_without_showing_is_kept_apart_shown_in_the_form_and_continued(desk):
    article = make_full_article()
    live = revisions.snapshot(article)
    more = BODY + "<p>“A second quote,” she said.</p>"
    data = opened(desk, article)
    response = saved(
        desk,
        article,
        data,
        UNSHOWN,
        headline="CANARY",
        body=more,
        note="rewrite",
        **a_quote("A second quote,", row=1, attribution="She"),
    )
    assert not errors(response)
    article.refresh_from_db()
    assert revisions.snapshot(article) == live
    assert article.pending.note == "rewrite"

    page = response.content.decode()
    assert "a change that readers do not see yet" in page
    data = fields(response, "article_form")
    assert data["headline"] == "CANARY"
    assert data["quotes-1-words"] == "A second quote,"
    assert not errors(saved(desk, article, data, UNSHOWN, kicker="Rivers"))
    article.refresh_from_db()
    assert revisions.snapshot(article) == live
    assert (article.pending.content["headline"], article.pending.content["kicker"]) == ("CANARY", "Rivers")

    assert not errors(saved(desk, article, opened(desk, article), SHOW, standfirst="Now shown."))
    article = Article.objects.get()
    assert (article.headline, article.kicker, article.standfirst) == ("CANARY", "Rivers", "Now shown.")
    assert article.pending is None
    assert article.quotes.count() == 2


def test_errors_of_a_change_without_showing_leave_no_trace(desk):
    article = make_full_article()
    saved(desk, article, opened(desk, article), UNSHOWN, headline="CANARY")
    article.refresh_from_db()
    live, kept = revisions.snapshot(article), article.revisions.count()
    for button in (UNSHOWN, SHOW):
        response = saved(desk, article, opened(desk, article), button, headline="More", quotes__0__said_on="in May")
        assert "in May" in errors(response)
        assert fields(response, "article_form")["headline"] == "More"
        article.refresh_from_db()
        assert revisions.snapshot(article) == live
        assert article.revisions.count() == kept
        assert article.pending.content["headline"] == "CANARY"


def test_times_count_at_once_and_are_refused_in_a_change_without_showing(desk):
    article = make_full_article()
    data = opened(desk, article)
    assert "Times count at once" in errors(saved(desk, article, data, UNSHOWN, expire_at="2099-01-01T00:00:00"))


@pytest.mark.parametrize(("button", "headline"), [("publish", "CANARY"), ("discard", "Bridge")])
def test_the_pending_change_is_published_or_discarded(desk, button, headline):
    article = make_full_article()
    saved(desk, article, opened(desk, article), UNSHOWN, headline="CANARY")
    article.refresh_from_db()
    pending(desk, article, button)
    article.refresh_from_db()
    assert article.headline == headline
    assert article.pending is None


def test_a_discarded_change_never_shows_what_was_learnt_for_it(desk):
    article = make_full_article()
    with revisions.unshown(article):
        learnt = make_person("Learnt", stands_alone=False)
        make_source(learnt, article)
    pending(desk, article, "discard")
    article.refresh_from_db()
    article.save()
    assert not Person.objects.visible().filter(pk=learnt.pk).exists()


def test_a_pending_change_other_than_the_one_looked_at_is_left_alone(desk):
    article = make_full_article()
    saved(desk, article, opened(desk, article), UNSHOWN, headline="CANARY")
    looked_at = fields(desk.get(address(article)), "pending_form")
    saved(desk, article, opened(desk, article), UNSHOWN, headline="CANARY 2")
    response = desk.post(address(article, "pending"), {**looked_at, "publish": "1"}, follow=True)
    assert "Edda changed “Bridge” on " in response.content.decode()
    article.refresh_from_db()
    assert (article.headline, article.pending.content["headline"]) == ("Bridge", "CANARY 2")


def test_a_pending_change_with_a_quote_gone_wrong_is_not_published(desk):
    article = make_full_article()
    saved(desk, article, opened(desk, article), UNSHOWN, body="<p>Other.</p>")
    article.refresh_from_db()
    pending(desk, article, "publish")
    article.refresh_from_db()
    assert article.pending
    assert "We will build" in article.body


def test_an_article_is_withdrawn_with_a_notice(desk, editor):
    article = make_full_article()
    assert "This field is required" in acted(desk, article, "withdraw", "withdraw_form", notice=" ").content.decode()
    assert Article.objects.published().exists()
    acted(desk, article, "withdraw", "withdraw_form", notice="It was wrong.")
    article.refresh_from_db()
    assert (article.state, article.notice) == ("withdrawn", "It was wrong.")
    assert "Save draft" not in desk.get(address(article)).content.decode(), "it is none"
    assert article.revisions.first().by == editor
    assert not errors(saved(desk, article, opened(desk, article), SHOW))
    assert Article.objects.published().exists()


def test_the_notice_is_looked_at_before_anything_is_withdrawn(desk):
    article = make_full_article()
    page = acted(
        desk, article, "withdraw", "withdraw_form", notice="It <b>was</b> wrong.", preview="1"
    ).content.decode()
    assert "What readers will see" in page
    assert '<p dir="auto">It was wrong.</p>' in page
    assert Article.objects.published().exists()


def test_a_correction_is_written_looked_at_and_published_with_the_quotes_it_touches(desk):
    article = make_full_article()
    quote, page = article.quotes.get(), address(article, "correct")
    form = fields(desk.get(page, {"kind": "clarification"}), "correct_form")
    sent = {**form, "text": "It was Tuesday.", "quotes": [quote.pk]}
    seen = desk.post(page, {**sent, "preview": "1"}).content.decode()
    assert "What readers will see" in seen
    assert "Clarification" in seen
    assert not Correction.objects.exists()
    told = desk.post(page, {**sent, "publish": "1"}, follow=True).content.decode()
    assert "Clarification published. Readers see it now." in told
    assert Correction.objects.get().quotes.get() == quote


def test_a_correction_of_what_somebody_else_changed_meanwhile_is_looked_at_again(desk):
    article = make_full_article()
    page = address(article, "correct")
    form = fields(desk.get(page), "correct_form")
    article.save()
    told = desk.post(page, {**form, "text": "It was Tuesday.", "publish": "1"})
    assert "after this page showed it. Nothing of yours is lost" in told.content.decode()
    assert not Correction.objects.exists()
    again = fields(told, "correct_form")
    assert again["text"] == "It was Tuesday."
    desk.post(page, {**again, "publish": "1"})
    assert Correction.objects.exists()


@pytest.mark.parametrize(
    "data", [{}, {"kind": "x", "text": "a\x00b", "publish": "1"}, {"quotes": ["4711"], "text": "x"}]
)
def test_a_correction_sent_empty_or_broken_is_answered(desk, data):
    assert desk.post(address(make_full_article(), "correct"), data).status_code == 200
    assert desk.get(address(make_draft(), "correct")).status_code == 200
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("days", "lasts"), [("1", 1), ("30", 30), ("", None), ("9999", None), ("x", None)])
def test_a_preview_link_lasts_as_long_as_chosen(desk, days, lasts):
    article = make_draft("Bridge")
    told = desk.post(address(article, "preview"), {"days": days}, follow=True).content.decode()
    if lasts is None:
        assert "A link lasts a day, a week, a month" in told
        assert not article.preview_links.exists()
    else:
        link = article.preview_links.get()
        assert round((link.expires_at - link.made_at).total_seconds()) == lasts * 86_400


def test_the_links_to_an_article_stand_beside_its_form_until_they_are_revoked(desk, client):
    article, other = make_draft("Bridge"), make_draft("Harbour").preview_links.create()
    desk.post(address(article, "preview"), fields(desk.get(address(article)), "preview_form"))
    link = article.preview_links.get()
    shown = desk.get(address(article)).content.decode()
    assert "by edda on" in shown
    assert link.token not in shown
    for number in (other.pk, "x", "9" * 30):
        told = desk.post(address(article, "preview"), {"revoke": number}, follow=True).content.decode()
        assert "There is no such link" in told
    desk.post(address(article, "preview"), {"revoke": link.pk})
    assert client.get(link.get_absolute_url()).status_code == 410
    assert client.get(other.get_absolute_url()).status_code == 200
    assert "by edda on" not in desk.get(address(article)).content.decode()


def test_a_preview_shows_a_draft_to_whoever_has_the_link_until_it_is_revoked(desk):
    article = make_draft("Bridge")
    shown = desk.post(address(article, "preview"), follow=True)
    assert "Bridge" in shown.content.decode()
    link = article.preview_links.get()
    chosen = {"action": "revoke", "_selected_action": link.pk}
    assert "no longer works" in desk.post("/admin/articles/previewlink/", chosen, follow=True).content.decode()
    assert desk.get(link.get_absolute_url()).status_code in {404, 410}


# --- Two at once ------------------------------------------------------------------------------------------------------


def test_the_second_saver_of_an_article_is_told_and_loses_nothing(desk):
    article = make_full_article(state="draft", publish_at=None)
    mine = opened(desk, article)
    assert not errors(saved(desk, article, opened(desk, article), body=BODY + "<p>Theirs.</p>"))
    told = saved(desk, article, mine, body=BODY + "<p>Mine.</p>", quotes__0__venue="on the radio")
    assert "Somebody else saved this" in errors(told)
    assert "Theirs." in Article.objects.get().body
    listed = {row.label: (row.theirs, row.mine) for row in told.context["differences"]}
    assert "Theirs." in listed["Body"][0]
    assert "Mine." in listed["Body"][1]
    assert not errors(saved(desk, article, fields(told, "article_form")))
    assert Article.objects.get().body == BODY + "<p>Theirs.</p><p>Mine.</p>"
    assert article.quotes.get().venue == "on the radio"


def test_the_second_saver_of_a_pending_change_is_told(desk):
    article = make_full_article()
    saved(desk, article, opened(desk, article), UNSHOWN, headline="Pending")
    mine = opened(desk, article)
    saved(desk, article, opened(desk, article), UNSHOWN, headline="Theirs")
    told = saved(desk, article, mine, UNSHOWN, headline="Mine")
    assert "Somebody else saved this" in errors(told)
    assert [(row.theirs, row.mine) for row in told.context["differences"]] == [("Theirs", "Mine")]
    article.refresh_from_db()
    assert (article.headline, article.pending.content["headline"]) == ("Bridge", "Theirs")
    assert not errors(saved(desk, article, fields(told, "article_form"), UNSHOWN))
    article.refresh_from_db()
    assert article.pending.content["headline"] == "Mine"


@pytest.mark.parametrize("act", ["withdraw", "quote", "import"])
def test_acts_outside_the_form_count_as_saves(desk, act):
    article = make_full_article()
    mine = opened(desk, article)
    if act == "withdraw":
        acted(desk, article, "withdraw", "withdraw_form", notice="Wrong.")
    elif act == "quote":
        quote = article.quotes.get()
        assert not errors(saved(desk, quote, opened(desk, quote), venue="on the radio"))
    else:
        article.body += "<p>More.</p>"
        article.save()
    assert "Somebody else saved this" in errors(saved(desk, article, mine, SHOW, headline="Mine"))


# --- Quotes on their own page -----------------------------------------------------------------------------------------


def test_a_quote_is_edited_on_its_own_page_and_its_article_keeps_a_revision(desk):
    article = make_full_article()
    quote, kept = article.quotes.get(), article.revisions.count()
    assert not errors(saved(desk, quote, opened(desk, quote), words="It will stand."))
    quote.refresh_from_db()
    assert (quote.text, quote.anchor_state) == ("It will stand.", "exact")
    assert article.revisions.count() == kept + 1
    response = saved(desk, quote, opened(desk, quote), words="It will fall.")
    assert "“It will fall.” does not stand in the article" in errors(response)


def test_a_quote_of_an_article_with_a_pending_change_is_edited_in_the_article(desk):
    article = make_full_article()
    quote = article.quotes.get()
    data = opened(desk, quote)
    saved(desk, article, opened(desk, article), UNSHOWN, headline="CANARY")
    assert desk.post(address(quote), {**data, "venue": "elsewhere"}).status_code == 403
    article.refresh_from_db()
    assert article.pending


# --- Deleting, permissions --------------------------------------------------------------------------------------------


def test_an_article_that_was_published_is_never_deleted(desk):
    article = make_full_article()
    article.state = Article.State.DRAFT
    article.save()
    response = desk.post(address(article, "delete"), {"post": "yes"}, follow=True)
    assert "Withdraw it instead" in response.content.decode()
    article.state = Article.State.WITHDRAWN
    article.save()
    response = desk.post(address(article, "delete"), {"post": "yes"}, follow=True)
    assert "cannot be deleted. It is withdrawn." in response.content.decode()
    desk.post("/admin/articles/article/", {"action": "delete_selected", "_selected_action": article.pk, "post": "yes"})
    assert Article.objects.exists()
    draft = make_draft()
    desk.post(address(draft, "delete"), {"post": "yes"})
    assert not Article.objects.filter(pk=draft.pk).exists()


def test_acts_need_the_permission_to_change_articles(client):
    article = make_full_article()
    reader = User.objects.create_user("vic", password="pass", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    assert client.get(address(article)).status_code == 200
    for page in ("withdraw", "pending"):
        assert client.post(address(article, page), {"notice": "x", "publish": "1"}).status_code == 403
    client.post("/admin/articles/article/", {"action": "publish_drafts", "_selected_action": article.pk})
    client.logout()
    assert client.get(address(article, "withdraw")).status_code == 302


def test_revisions_are_listed_with_who_when_and_note(desk, editor):
    article = make_full_article()
    saved(desk, article, opened(desk, article), UNSHOWN, headline="CANARY", note="rewrite")
    page = desk.get(address(article, "history")).content.decode()
    assert "rewrite" in page
    assert "waits to be published" in page
    assert desk.get("/admin/articles/article/none/history/").status_code == 302


def test_a_draft_saved_without_showing_is_simply_saved_and_kept_as_a_revision(desk, editor):
    draft = make_draft("Bridge")
    page = saved(desk, draft, opened(desk, draft), UNSHOWN, headline="Harbour")
    draft.refresh_from_db()
    assert (draft.headline, draft.pending) == ("Harbour", None)
    assert draft.revisions.first().content["headline"] == "Harbour"
    assert "readers do not see it" in page.content.decode()


def test_a_draft_is_not_withdrawn(desk):
    draft = make_draft("Bridge")
    page = acted(desk, draft, "withdraw", "withdraw_form", notice="It was wrong.").content.decode()
    assert "Readers have never seen it" in page
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_preview_links_are_revoked_by_who_may_change_the_article(client):
    reporter = make_member("reporter")
    reporter.user_permissions.add(*Permission.objects.filter(codename__endswith="_previewlink"))
    mine, other = (make_draft(made_by=by).preview_links.create() for by in (reporter, None))
    client.force_login(reporter)
    chosen = {"action": "revoke", "_selected_action": [mine.pk, other.pk]}
    page = client.post("/admin/articles/previewlink/", chosen, follow=True).content.decode()
    assert "you may not change its article, so the link still works" in page
    assert list(PreviewLink.objects.working()) == [other]


def test_the_front_page_tells_where_to_count_what_needs_a_look(desk, client):
    page = desk.get("/admin/").content.decode()
    assert "/admin/needs-a-look/no-role/count/" in page
    client.force_login(make_member("reporter"))
    page = client.get("/admin/").content.decode()
    assert "/admin/needs-a-look/no-byline/count/" in page


def test_the_front_page_lists_my_drafts_what_goes_out_and_what_was_edited_last(desk, editor):
    others = make_draft("Somebody else’s")
    make_draft("Mine", made_by=editor)
    make_article("Tomorrow", publish_at=timezone.now() + datetime.timedelta(days=1))
    changed = make_article("Changed")
    with revisions.unshown(changed):
        changed.save()
    front = desk.get("/admin/")
    lists = {title: [str(row) for row in rows] for title, rows in front.context["article_lists"].items()}
    assert "Write an article" in front.content.decode()
    assert lists["My drafts"] == ["Mine"]
    assert lists["Going out"] == ["Tomorrow"]
    assert lists["Changes readers do not see yet"] == ["Changed"]
    assert str(others) in lists["Edited last"]


# --- Queries ----------------------------------------------------------------------------------------------------------


def make_rows(article, number):
    for row in range(number):
        person = make_person(f"Person {row}")
        organisation = make_organisation(parent=make_organisation())
        role = make_role(person, "Mayor", organisation, end_state="ongoing")
        quote = make_quote(article, "It rained.", person, role=role)
        make_mention(article, person, role=role)
        make_mention(article, organisation)
        make_correction(article).quotes.add(quote)
        article.bylines.create(person=person)


def test_the_form_of_an_article_makes_as_many_queries_for_many_rows_as_for_few(desk):
    article, made = make_article(text=TEXT), []
    for rows in (3, 9):
        make_rows(article, rows)
        made.append(queries(desk, address(article)))
    assert made[0] == made[1]


def test_saving_takes_as_many_queries_however_many_rows_were_left_alone(desk):
    article, made = make_article(text=TEXT), []
    for rows in (3, 9):
        make_rows(article, rows)
        sent = opened(desk, article) | {"standfirst": f"With {rows} more", SHOW: "1"}
        with CaptureQueriesContext(connection) as asked:
            assert desk.post(address(article), sent).status_code == 302
        made.append(len(asked))
        article.refresh_from_db()
        assert article.standfirst == f"With {rows} more"
    assert made[0] == made[1]


def test_the_form_of_a_pending_change_makes_as_many_queries_for_many_rows_as_for_few(desk):
    article, made = make_article(text=TEXT), []
    for rows in (3, 9):
        with revisions.unshown(article):
            make_rows(article, rows)
        made.append(queries(desk, address(article)))
    assert made[0] == made[1]


@pytest.mark.parametrize("noun", ["article", "quote", "correction", "section", "topic"])
def test_a_list_makes_as_many_queries_for_many_rows_as_for_few(desk, noun):
    made = []
    for rows in (3, 9):
        for _ in range(rows):
            make_rows(make_article(text=TEXT, section=make_section(), topics=[make_topic()]), 1)
        made.append(queries(desk, f"/admin/articles/{noun}/"))
    assert made[0] == made[1]


@pytest.mark.parametrize("page", ["", "articles/"])
def test_the_front_pages_make_as_many_queries_for_many_articles_as_for_few(desk, editor, page):
    made = []
    for rows in (2, 6):
        for _ in range(rows):
            make_draft(made_by=editor)
        made.append(queries(desk, f"/admin/{page}"))
    assert made[0] == made[1]
