"""Two windows on one record, a session that ends while typing, a network that fails: nothing typed is lost."""

import pytest
from django.contrib.sessions.models import Session

from articles.models import Article
from people.models import Person
from tests.browser.test_desk import desk, open_article
from tests.make import make_draft, make_editor, make_person

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def quiet(desk):
    """A window whose errors of the network are expected."""
    return desk.context.new_page()


def ready(page):
    """Wait until the form keeps what is typed."""
    page.evaluate("async () => { while (!window.keeping?.isReady()) await new Promise(requestAnimationFrame) }")


def sign_in(page, name="edda"):
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("pass")
    page.get_by_role("button", name="Log in").click()


def test_another_editor_is_told_of_and_both_changes_of_one_text_are_kept(desk, chromium, live_server):
    article = make_draft("Bridge", text="The bridge is old.\nIt will go.")
    open_article(desk, article)
    make_editor("ada")
    other = chromium.new_context(base_url=live_server.url).new_page()
    other.add_init_script("document.addEventListener('prose-editor:ready', e => { window.prose = e.detail.editor })")
    other.goto("/admin/articles/image/")
    sign_in(other, "ada")
    open_article(other, article)
    other.get_by_text("edda has this open since").wait_for()
    desk.evaluate("window.presence.look()")
    desk.get_by_text("ada has this open since").wait_for()

    other.evaluate("() => window.prose.commands.insertContentAt(1, 'Everybody knows: ')")
    other.get_by_role("button", name="Save draft").click()
    other.locator(".messagelist .success").wait_for()
    desk.evaluate("window.presence.look()")
    desk.get_by_text("It was saved elsewhere").wait_for()
    desk.evaluate("() => { window.prose.commands.focus('end'); window.prose.commands.insertContent(' In May.') }")
    desk.get_by_role("button", name="Save draft").click()
    desk.locator(".differences").wait_for()
    assert "both changes" in desk.locator(".differences").inner_text()
    desk.get_by_role("button", name="Save draft").click()
    desk.locator(".messagelist .success").wait_for()
    body = Article.objects.get().body
    assert "Everybody knows: The bridge is old." in body
    assert "It will go. In May." in body
    other.context.close()


def test_the_session_ends_while_typing_and_the_text_is_saved_after_signing_in_elsewhere(desk):
    article = make_draft("Bridge")
    page = quiet(desk)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".tiptap").wait_for()
    page.get_by_label("Headline").fill("Written while signed out")
    Session.objects.all().delete()
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("You are signed out.").wait_for()
    assert Article.objects.get().headline == "Bridge"
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in in a new window").click()
    sign_in(opened.value)
    opened.value.get_by_text("My drafts").wait_for()
    page.evaluate("window.presence.look()")
    page.get_by_role("button", name="Save now").click()
    page.locator(".messagelist .success").wait_for()
    assert Article.objects.get().headline == "Written while signed out"


def test_a_lost_connection_is_told_and_saving_is_tried_again(desk):
    person = make_person("Ann Example")
    page = quiet(desk)
    page.goto(f"/admin/people/person/{person.pk}/change/")
    page.get_by_label("Summary").fill("Typed offline")
    page.context.set_offline(True)
    page.locator(".submit-row [name=_save], .submit-row [name=_continue]").first.click()
    page.get_by_text("Not saved: no connection. Your text is kept in this browser.").wait_for()
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").or_(page.get_by_role("button", name="Save now")).first.click()
    page.locator(".messagelist .success").wait_for()
    assert Person.objects.get().summary == "Typed offline"


def test_what_was_not_saved_is_offered_back_compared_and_gone_once_it_is_saved(desk):
    article = make_draft("Bridge")
    open_article(desk, article)
    ready(desk)
    desk.get_by_label("Headline").fill("Never saved")
    desk.goto("/admin/articles/image/")
    open_article(desk, article)
    desk.get_by_text("was not saved.").wait_for()
    desk.get_by_text("What differs (1)").click()
    assert "Never saved" in desk.locator(".unsaved table").inner_text()
    desk.get_by_role("button", name="Bring it back").click()
    desk.get_by_text("It is not saved yet").first.wait_for()
    assert desk.get_by_label("Headline").input_value() == "Never saved"
    desk.locator(".tiptap").wait_for()
    desk.get_by_role("button", name="Save draft").click()
    desk.locator(".messagelist .success").wait_for()
    ready(desk)
    assert Article.objects.get().headline == "Never saved"
    assert desk.locator(".unsaved").is_hidden()
    assert desk.evaluate("Object.keys(localStorage).filter(key => key.startsWith('desk:'))") == []


def test_it_is_not_offered_to_somebody_else_and_a_closed_store_does_no_harm(desk):
    person = make_person("Ann Example")
    make_editor("ada")
    page = quiet(desk)
    page.goto(f"/admin/people/person/{person.pk}/change/")
    ready(page)
    page.get_by_label("Summary").fill("CANARY")
    page.goto("/admin/articles/image/")
    page.get_by_role("button", name="Log out").click()
    page.goto(f"/admin/people/person/{person.pk}/change/")
    sign_in(page, "ada")
    page.get_by_label("Summary").wait_for()
    ready(page)
    assert page.locator(".unsaved").is_hidden()
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.reload()
    ready(page)
    page.get_by_label("Summary").fill("Saved all the same")
    page.locator(".submit-row [name=_save], .submit-row [name=_continue]").first.click()
    page.locator(".messagelist .success").wait_for()
    assert Person.objects.get().summary == "Saved all the same"
