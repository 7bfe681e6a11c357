"""A reader types into the search box, and is offered people and articles before the search is sent."""

import pytest

from tests.make import make_article, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_the_keyboard_leads_to_a_suggestion_and_back_to_the_box(page):
    umerov = make_person("Rustem Umerov", summary="Negotiates for Ukraine.")
    make_article(headline="Umerov sees progress")
    page.goto("/people/")
    box = page.locator("#site-search")
    box.press_sequentially("Umer")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert options.locator(".suggestion-label").all_inner_texts() == ["Rustem Umerov", "Umerov sees progress"]
    assert box.get_attribute("aria-expanded") == "true"

    box.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")

    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "Umer"

    box.press("ArrowDown")
    options.first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(f"**{umerov.get_absolute_url()}")


def test_enter_searches_for_what_is_typed_where_nothing_is_chosen(page):
    make_person("Rustem Umerov")
    page.goto("/people/")
    box = page.locator("#site-search")
    box.press_sequentially("Umer")
    page.get_by_role("option").first.wait_for()
    box.press("Enter")
    page.wait_for_url("**/search/?q=Umer")
    assert page.locator("main").get_by_role("link", name="Rustem Umerov").is_visible()


def test_a_filter_offers_people_and_tells_namesakes_apart(page):
    make_person("Rustem Umerov")
    first, second = make_person("Ann Smith", summary="Mayor"), make_person("Ann Smith", summary="Painter")
    page.goto("/search/?q=news")
    page.get_by_text("Filters", exact=True).click()
    box = page.get_by_label("Person")
    box.press_sequentially("umer")
    page.get_by_role("option", name="Rustem Umerov").click()
    assert box.input_value() == "Rustem Umerov"
    box.fill("")
    box.press_sequentially("smi")
    page.get_by_role("option", name="Painter").click()
    assert box.input_value() == second.slug != first.slug
    page.get_by_role("button", name="Apply filters").click()
    page.wait_for_url(f"**by={second.slug}**")
    assert page.get_by_text("Filters (1 set)").is_visible()
