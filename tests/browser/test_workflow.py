"""A story on its way: written by a reporter, reviewed, scheduled, corrected; and the search box."""

import datetime

import pytest
from django.utils import timezone

from articles.models import Article, Correction
from tests.make import make_article, make_draft, make_editor, make_member, make_person, make_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def sign_in(page, name):
    page.context.clear_cookies()
    page.goto("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("pass")
    page.get_by_role("button", name="Log in").click()
    page.locator("#desk-search").wait_for()
    page.wait_for_load_state("networkidle")  # its scripts have run, and asked what needs a look


def open_article(page, article):
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".tiptap").wait_for()


def test_from_a_reporters_draft_to_a_schedule(page):
    make_member("reporter", "rita")
    make_member("editor", "edda")
    sign_in(page, "rita")
    page.goto("/admin/articles/article/add/")
    page.locator(".tiptap").wait_for()
    page.get_by_label("Headline").fill("Bridge to be built")
    page.locator(".tiptap").click()
    page.keyboard.type("It rained on the council.")
    assert page.get_by_role("button", name="Publish").count() == 0
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    page.locator(".messagelist").wait_for()

    # A comment is posted while the form holds words that are not saved.
    page.locator("#id_kicker").fill("Unsaved")
    page.locator("#comment_text").fill("Is the headline right?")
    page.get_by_role("button", name="Post").click()
    page.locator(".thread .said").wait_for()
    assert "Is the headline right?" in page.locator(".thread").inner_text()
    assert page.locator("#id_kicker").input_value() == "Unsaved"
    with page.expect_navigation():
        page.get_by_role("button", name="Send for review").click()
    page.locator(".messagelist").wait_for()
    assert Article.objects.get().state == "review"

    sign_in(page, "edda")
    page.get_by_role("link", name="Bridge to be built").first.click()
    page.locator(".tiptap").wait_for()
    assert "It has no standfirst." in page.locator(".checklist").inner_text()
    later = timezone.now() + datetime.timedelta(days=2)
    page.locator("#id_publish_at").fill(f"{later:%Y-%m-%dT%H:%M}")
    with page.expect_navigation():
        page.get_by_role("button", name="Publish").click()
    assert "Readers will see it from" in page.locator(".messagelist").inner_text()
    page.goto(f"/admin/articles/article/calendar/?month={later:%Y-%m}")
    assert "Bridge to be built" in page.locator(".coming").inner_text()


def test_a_correction_with_the_text_put_right_in_one_sitting(page):
    make_editor("edda")
    ann = make_person("Ann")
    article = make_article("Bridge", text="“We will build the bridge,” said Ann.")
    make_quote(article, "We will build the bridge,", ann)
    other = make_article("Harbour", text="Ann had said: “We will build the bridge.”")
    make_quote(other, "We will build the bridge.", ann)
    sign_in(page, "edda")
    open_article(page, article)
    page.get_by_role("link", name="Correct", exact=True).click()
    page.get_by_label("Public text").fill("Ann spoke of mending the bridge.")
    page.get_by_label("“We will build the bridge”").check()
    page.get_by_role("button", name="See what readers will see").click()
    page.locator(".as-readers").wait_for()
    assert "Ann spoke of mending" in page.locator(".as-readers").inner_text()
    page.get_by_role("button", name="Correct now").click()
    assert "1 other quote gives the same words" in page.locator(".messagelist").inner_text()
    assert Correction.objects.get().quotes.count() == 1
    page.goto("/admin/", wait_until="networkidle")
    page.get_by_role("button", name="Done").click()
    assert "Done: Look at" in page.locator(".messagelist").inner_text()


def test_the_stroke_leads_to_the_search_and_the_arrows_through_what_is_found(page):
    make_editor("edda")
    draft = make_draft("Harbour to be dredged")
    make_person("Harbour Master")
    sign_in(page, "edda")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.locator(".found-now a").first.wait_for()
    assert page.locator(".found-now a").count() == 2
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/article/{draft.pk}/change/")


def test_a_problem_of_the_text_leads_to_its_editor(page):
    make_editor("edda")
    article = make_draft("Bridge", text="")
    sign_in(page, "edda")
    open_article(page, article)
    page.get_by_role("link", name="It has no text.").click()
    page.locator(".tiptap:focus").wait_for()


def test_a_half_typed_time_is_not_sent_as_none(page):
    make_editor("edda")
    article = make_draft("Bridge", text="It rained.")
    sign_in(page, "edda")
    open_article(page, article)
    field = page.get_by_label("Publish at")
    field.focus()
    page.keyboard.type("1130")
    page.get_by_role("button", name="Publish").click()
    page.wait_for_timeout(500)
    assert page.locator("#id_publish_at:focus").count() == 1
    assert Article.objects.get().state == "draft"
    field.fill("2026-11-30T09:00")
    with page.expect_navigation():
        page.get_by_role("button", name="Publish").click()
    page.locator(".messagelist .success").wait_for()
