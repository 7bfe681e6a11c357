"""At the desk for suggestions: anybody known is found while putting right, and quotes are mended after an edit."""

import pytest

from articles.models import Quote
from tests.browser.test_desk import NAMELESS
from tests.browser.test_settling import TEXT, desk, reading
from tests.make import make_draft, make_person, make_quote

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_somebody_known_is_found_by_searching_with_the_keyboard(desk):
    for year in (1950, 1961):
        make_person("Zuzana Quiet", birth=str(year))
    article = make_draft("Harbour", text=TEXT)
    reading(desk, article)
    desk.locator(".found-row-quote").first.focus()
    desk.keyboard.press("e")
    search = desk.get_by_role("combobox", name="Or search all known")
    search.focus()
    desk.keyboard.insert_text("zuzana")
    desk.get_by_role("option", name="born 1961").wait_for()
    assert "2 found." in desk.locator(".said").inner_text()
    while "1961" not in desk.locator('[role=option][aria-selected="true"]').all_inner_texts().__str__():
        desk.keyboard.press("ArrowDown")
    assert search.get_attribute("aria-activedescendant")
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.name") == "speaker"
    assert desk.evaluate(NAMELESS) == []
    desk.keyboard.press("Enter")
    desk.locator('.found-row-quote[data-state="there"]').wait_for()
    assert str(Quote.objects.get().speaker.birth) == "1961"


def test_escape_leaves_the_search_and_then_the_form(desk):
    make_person("Zuzana Quiet")
    article = make_draft("Harbour", text=TEXT)
    reading(desk, article)
    desk.locator(".found-row-person").first.focus()
    desk.keyboard.press("e")
    desk.get_by_role("combobox", name="Or search all known").focus()
    desk.keyboard.insert_text("zuzana")
    desk.get_by_role("option", name="Zuzana Quiet").wait_for()
    desk.keyboard.press("Escape")
    assert desk.get_by_role("option", name="Zuzana Quiet").count() == 0
    assert desk.locator(".correct").count() == 1
    desk.keyboard.press("Escape")
    assert desk.locator(".correct").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_new_words_are_taken_lost_ones_marked_anew_and_all_is_undone(desk, width):
    article = make_draft("Harbour", text=TEXT)
    make_quote(article, ["We have waited too long,", "The ferries cannot wait."], make_person("Ann Example"))
    make_quote(article, "Nobody asked us,", speaker_kind="anonymous")
    article.body = article.body.replace("cannot wait", "will not wait").replace("“Nobody asked us,” said a", "A")
    article.save()
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.get_by_role("link", name="See the old and the new words").click()
    desk.locator(".settling").wait_for()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    assert desk.evaluate(NAMELESS) == []
    desk.get_by_role("button", name="Take the new words").click()
    desk.get_by_text("Anchored anew").wait_for()
    lost = desk.locator(".stretches tr", has_text="no longer in the text")
    lost.get_by_label("Its words exactly as printed").fill("called the plan")
    desk.keyboard.press("Enter")
    desk.get_by_text("Anchored anew: “called the plan”").wait_for()
    assert {quote.text for quote in Quote.objects.all()} == {
        "We have waited too long. The ferries will not wait.", "called the plan",
    }  # fmt: skip
    for _ in range(2):
        desk.locator(".said").evaluate("said => { said.textContent = '' }")
        desk.get_by_role("button", name="Undo").click()
        desk.get_by_text("Taken back").wait_for()
    assert "Nobody asked us" in {quote.text for quote in Quote.objects.all()}
    lost.get_by_label("Why it is kept").fill("Cut for length.")
    lost.get_by_role("button", name="Keep it").click()
    desk.get_by_text("Kept: Cut for length.").wait_for()
