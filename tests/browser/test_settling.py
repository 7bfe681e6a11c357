"""An editor settles what was found in a text, by keyboard alone and with the mouse."""

import pytest

from articles.models import Article, Quote, Refusal
from people.models import Person
from tests.browser.test_desk import NAMELESS
from tests.make import make_draft, make_editor, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
TEXT = """Harbour to be dredged

The harbour of Rivermouth will be dredged in spring, Ann Example, the mayor of Rivermouth, said on Tuesday.

“We have waited too long,” Example told the council. “The ferries cannot wait.”

Cora Quill, who leads the opposition, disagreed. “It costs too much,” Quill said in an interview.

Paul Reed, a member of the Harbour Board, called the plan “a scandal” in a post on X.

“Nobody asked us,” said a pilot who did not want to be named.

“The work begins in March,” said Jane Stone, head of the National Dredging Authority.
"""


class Hands:
    """An editor who only types, counting each key pressed and each text typed or pasted as one action."""

    def __init__(self, page):
        self.page, self.actions = page, 0

    def press(self, key):
        self.actions += 1
        self.page.keyboard.press(key)

    def settle(self, key):
        """Press a key that asks the desk, and wait for its answer."""
        said = self.page.locator(".said")
        before = said.inner_text()
        self.press(key)
        self.page.wait_for_function("before => document.querySelector('.said').textContent !== before", arg=before)
        return said.inner_text()

    def tab_to(self, key, selector):
        """Tab until the control is reached."""
        while not self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            self.press(key)
            assert self.actions < 100, selector

    def paste(self, text):
        self.actions += 1
        self.page.keyboard.insert_text(text)


@pytest.fixture
def desk(page):
    make_editor("edda")
    page.goto("/admin/articles/image/")  # the front goes on asking what needs a look
    page.get_by_label("Username").fill("edda")
    page.get_by_label("Password").fill("pass")
    page.get_by_role("button", name="Log in").click()
    return page


def reading(page, article):
    page.goto(f"/admin/articles/article/{article.pk}/suggestions/")
    page.locator(".settling").wait_for()


def row(page, key):
    return page.locator(f'.found-row[data-key="{key}"]')


def focused(page):
    return page.evaluate("document.activeElement.dataset.key")


def test_from_paste_to_published_by_keyboard_in_under_25_actions(desk):
    hands = Hands(desk)
    desk.goto("/admin/articles/article/import/")
    hands.press("Tab")
    hands.press("Enter")  # past the navigation
    hands.tab_to("Tab", "[name=text]")
    hands.paste(TEXT)
    hands.tab_to("Tab", "[name=headline]")
    hands.press("Enter")
    desk.locator(".settling").wait_for()
    assert "Accepted" in hands.settle("A")
    while desk.locator('.found-row-quote[data-state="open"]').count():
        hands.press("n")
        hands.settle("a")
    hands.press("g")
    desk.locator(".tiptap").wait_for()
    hands.tab_to("Tab", "[name=_publish]")
    hands.press("Enter")
    desk.locator(".messagelist", has_text="Readers see it now.").wait_for()
    article = Article.objects.published().get()
    assert hands.actions < 25, hands.actions
    said = {quote.text: str(quote.speaker or quote.attribution) for quote in article.quotes.all()}
    assert said == {
        "We have waited too long. The ferries cannot wait.": "Ann Example",
        "It costs too much": "Cora Quill",
        "a scandal": "Paul Reed",
        "Nobody asked us": "a pilot",
        "The work begins in March": "Jane Stone",
    }


def test_keys_move_accept_refuse_and_undo_without_a_page_load(desk):
    article = make_draft("Harbour", text=TEXT)
    reading(desk, article)
    loads = []
    desk.on("framenavigated", lambda frame: loads.append(frame.url))
    hands = Hands(desk)
    hands.press("n")
    first = focused(desk)
    hands.press("j")
    assert focused(desk) != first
    hands.press("k")
    assert focused(desk) == first == "person:Ann Example"
    assert desk.locator(".reading-text .present").first.inner_text() == "Ann Example"
    assert "Accepted: Ann Example" in hands.settle("a")
    assert row(desk, first).get_attribute("data-state") == "there"
    refused = focused(desk)
    assert refused != first
    assert "Refused" in hands.settle("r")
    assert row(desk, refused).get_attribute("data-state") == "refused"
    assert "Taken back" in hands.settle("u")
    assert "Taken back" in hands.settle("u")
    assert row(desk, first).get_attribute("data-state") == "open"
    assert not Person.objects.exists()
    assert not Refusal.objects.exists()
    assert loads == []


def test_a_hundred_suggestions_are_settled_on_one_page(desk):
    given = ["Ann", "Jane", "Mary", "Paul", "John"]
    names = [
        f"{first} {last}" for first in given for last in ("Stone", "Reed", "Holt", "Marsh", "Ford", "Lane", "Hall")
    ]
    article = make_draft(
        "Rain", text="\n".join(f"“It rained in {n} places,” {name} said." for n, name in enumerate(names))
    )
    reading(desk, article)
    loads = []
    desk.on("framenavigated", lambda frame: loads.append(frame.url))
    assert desk.locator(".found-row").count() >= 70
    Hands(desk).settle("A")
    assert desk.locator('.found-row[data-state="there"]').count() >= 50
    assert loads == []


def test_a_speaker_is_put_right_in_a_form_and_errors_stand_by_their_field(desk):
    article = make_draft("Harbour", text=TEXT)
    # A browser reports an answer of “bad request” as an error of the page, which this one may not have.
    desk = desk.context.new_page()
    reading(desk, article)
    quote = desk.locator(".found-row-quote").first
    quote.focus()
    desk.keyboard.press("e")
    desk.get_by_label("Speaker").select_option("person:Cora Quill")
    desk.get_by_label("Said on").fill("some day")
    desk.get_by_label("Said on").press("Enter")
    error = desk.locator('[data-error="said_on"]')
    error.wait_for()
    assert "not a date" in error.inner_text()
    desk.get_by_label("Said on").fill("2026-02")
    desk.get_by_label("Said on").press("Enter")
    desk.locator('.found-row-quote[data-state="there"]').wait_for()
    assert Quote.objects.get().speaker.name == "Cora Quill"


def test_an_ambiguous_name_opens_the_choice(desk):
    make_person("Ann Example")
    meant = make_person("Ann Example", birth="1961")
    article = make_draft("Harbour", text=TEXT)
    reading(desk, article)
    row(desk, "person:Ann Example").focus()
    desk.keyboard.press("a")
    desk.get_by_label("Who is meant:").select_option(str(meant.pk))
    desk.get_by_role("button", name="Accept this").click()
    desk.locator('.found-row[data-key="person:Ann Example"][data-state="there"]').wait_for()
    assert article.mentions.get().person == meant


SELECT = """words => {
  const walker = document.createTreeWalker(document.querySelector(".reading-text"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words)
    if (at >= 0) return getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length)
  }
}"""


def test_a_passage_is_selected_and_marked(desk):
    article = make_draft("Harbour", text=TEXT)
    reading(desk, article)
    desk.evaluate(SELECT, "will be dredged in spring")
    desk.keyboard.press("m")
    desk.keyboard.press("Enter")
    desk.get_by_label("Speaker").select_option("person:Ann Example")
    desk.get_by_role("button", name="Accept this").press("Enter")
    desk.get_by_text("In the article besides").wait_for()
    quote = Quote.objects.get()
    assert (quote.text, quote.speaker.name) == ("will be dredged in spring", "Ann Example")


@pytest.mark.parametrize("how", ["selected", "typed"])
def test_emoji_and_combining_marks_before_a_passage_do_not_move_it(desk, how):
    before, chosen = "👩‍🚒🌊 Café Noël 👍🏽: Ann Example said that ", "the 🌊 café will stay"
    article = make_draft("Harbour", text=f"{before}{chosen} 🎉 and the sea will too.")
    reading(desk, article)
    if how == "selected":
        desk.evaluate(SELECT, chosen)
    desk.keyboard.press("m")
    if how == "typed":
        desk.keyboard.insert_text(chosen)
    desk.keyboard.press("Enter")
    if how == "typed":
        desk.keyboard.press("Enter")
    desk.get_by_label("Speaker").select_option("person:Ann Example")
    desk.get_by_role("button", name="Accept this").press("Enter")
    desk.get_by_text("In the article besides").wait_for()
    assert Quote.objects.get().text == chosen


def test_words_are_typed_and_marked_without_a_mouse(desk):
    article = make_draft("Harbour", text=TEXT)
    reading(desk, article)
    desk.keyboard.press("m")
    desk.keyboard.insert_text("the opposition")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.get_by_label("Name, if new").fill("Otto Unseen")
    desk.keyboard.press("Enter")
    desk.get_by_text("In the article besides").wait_for()
    assert article.mentions.get().names == ["the opposition"]
    assert article.mentions.get().person.name == "Otto Unseen"


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_and_everything_has_a_name_and_a_place_in_the_order(desk, width):
    article = make_draft("Harbour", text=TEXT)
    desk.set_viewport_size({"width": width, "height": 800})
    reading(desk, article)
    desk.keyboard.press("n")
    desk.keyboard.press("e")
    desk.locator(".correct").wait_for()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    assert desk.evaluate(NAMELESS) == []
    assert desk.locator("[role=status][aria-live=polite]").count() == 1
    assert desk.evaluate("[...document.querySelectorAll('button')].filter(one => !one.textContent.trim()).length") == 0
    assert desk.evaluate("new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size") == desk.evaluate(
        "document.querySelectorAll('[id]').length"
    )
    assert desk.evaluate('document.querySelectorAll(\'[tabindex]:not([tabindex="0"], [tabindex="-1"])\').length') == 0
    assert desk.locator('.found-row[tabindex="0"]').count() == 1


def test_help_opens_and_the_keys_can_be_switched_off(desk):
    article = make_draft("Harbour", text=TEXT)
    reading(desk, article)
    desk.keyboard.press("?")
    desk.get_by_label("Use these keys").uncheck()
    desk.get_by_role("button", name="Close").click()
    desk.keyboard.press("n")
    assert focused(desk) is None
