"""An editor compares two revisions of an article and restores the older one; undoes one change of a person."""

import pytest

from articles.models import Article, Revision
from people.models import Person
from tests.browser.test_desk import desk, open_article
from tests.make import make_draft, make_person

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_an_older_revision_is_compared_and_restored(desk):
    article = make_draft("Bridge", text="The bridge is old.")
    open_article(desk, article)
    desk.evaluate("() => { window.prose.commands.focus('end'); window.prose.commands.insertContent(' It will go.') }")
    desk.get_by_label("Headline").fill("Bridge to go")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Save draft").click()
    desk.locator("#content").get_by_role("link", name="History").click()
    desk.get_by_role("button", name="Compare the two chosen").first.click()
    assert desk.locator("ins", has_text="It will go.").count() == 1
    desk.get_by_role("link", name="Restore").first.click()
    desk.get_by_role("button", name="Restore").first.click()
    desk.locator(".messagelist .success").wait_for()
    article.refresh_from_db()
    assert (article.headline, article.body_text) == ("Bridge", "The bridge is old.")
    assert [content["headline"] for content in Revision.objects.order_by("number").values_list("content", flat=True)][
        -2:
    ] == ["Bridge to go", "Bridge"]


def test_one_change_of_a_person_is_undone(desk):
    person = make_person("Ann Example", summary="Mayor.")
    desk.goto(f"/admin/people/person/{person.pk}/change/")
    desk.get_by_label("Summary").fill("Clerk.")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Save and continue editing").click()
    desk.locator("#content").get_by_role("link", name="History").click()
    desk.get_by_role("button", name="Undo").first.click()
    desk.locator(".messagelist .success").wait_for()
    assert Person.objects.get().summary == "Mayor."
    assert Article.objects.count() == 0
