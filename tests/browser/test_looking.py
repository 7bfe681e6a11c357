"""An article is looked at as readers will see it, at two widths, before anything is saved."""

import pytest

from articles.models import Article
from tests.browser.test_desk import desk, open_article
from tests.make import make_draft

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_the_preview_shows_at_each_width_what_was_not_saved(desk):
    article = make_draft("Bridge", text="“We will build it,” said Ann.")
    open_article(desk, article)
    desk.get_by_label("Headline").fill("The “bridge” is closed")
    with desk.context.expect_page() as opened:
        desk.get_by_role("button", name="Preview", exact=True).click()
    shown = opened.value
    for width, name in [(1280, "On a computer"), (360, "On a phone")]:
        shown.get_by_label(f"{name}, {width} pixels").check()
        page = shown.frame_locator(f"iframe[title='{name}']")
        page.get_by_role("heading", name="The “bridge” is closed").wait_for()
        assert page.locator("html").evaluate("html => html.clientWidth") in range(width - 20, width + 1)
        assert page.locator("body").evaluate("body => getComputedStyle(body).fontFamily") != "serif"
        assert not page.get_by_role("heading", name="Bridge", exact=True).count()
    assert Article.objects.get().headline == "Bridge"
