"""A reader walks from an article to a person, to what they said, and back to the article."""

import pytest

from articles import sample_newsroom

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_article_person_quote_article(page):
    sample_newsroom.load()
    page.goto("/")
    page.get_by_role("link", name="Negotiators sit down for a second day in Abu Dhab").first.click()
    assert page.locator("h1").inner_text() == "Negotiators sit down for a second day in Abu Dhab"

    page.locator("article").get_by_role("link", name="Rustem Umerov").first.click()
    assert page.locator("h1").inner_text() == "Rustem Umerov"
    assert "Secretary of the National Security and Defense Council" in page.locator("main").inner_text()

    words = page.locator("blockquote", has_text="The results will follow.").first
    assert "We are working in the same formats as yesterday" in words.inner_text()
    page.locator("a[href^='/quotes/']").first.click()
    assert "in a post on X" in page.locator("main").inner_text()

    page.get_by_role("link", name="Negotiators sit down for a second day in Abu Dhab").first.click()
    assert page.locator("h1").inner_text() == "Negotiators sit down for a second day in Abu Dhab"


def test_organisation_shows_who_held_which_post(page):
    sample_newsroom.load()
    page.goto("/organisations/")
    page.get_by_role("link", name="U.S. European Command").first.click()
    main = page.locator("main")
    assert "Alexus G. Grynkewich" in main.inner_text()
    assert "Commander" in main.inner_text()


def test_every_kind_of_page_fits_a_phone(page):
    sample_newsroom.load()
    page.set_viewport_size({"width": 360, "height": 740})
    for address in ("/", "/articles/", "/people/", "/organisations/", "/corrections/", "/search/?q=umerov"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
