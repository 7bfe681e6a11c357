"""An editor at the desk: a text comes in, is read, accepted, corrected and published; two of them meet."""

import pytest

from articles.models import Article
from people.models import Person
from tests.make import make_article, make_draft, make_editor, make_person, make_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
TEXT = """Harbour to be dredged

The harbour of Rivermouth will be dredged in spring, the harbour master, Ann Example, said on Tuesday.

“We have waited too long,” Example told the council. “The ferries cannot wait.”
"""
PASTED = """<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">Plain</span>
<span style="font-weight:700">strong</span></p></b><p class=MsoListParagraph><!--[if !supportLists]--><span>·</span>
<!--[endif]-->First</p><p class=MsoListParagraph><!--[if !supportLists]--><span>·</span><!--[endif]-->Second</p>"""


@pytest.fixture
def desk(page):
    make_editor("edda")
    page.add_init_script(
        "document.addEventListener('prose-editor:ready', ready => { window.prose = ready.detail.editor })"
    )
    page.goto("/admin/articles/image/")  # the front goes on asking what needs a look
    page.get_by_label("Username").fill("edda")
    page.get_by_label("Password").fill("pass")
    page.get_by_role("button", name="Log in").click()
    return page


def open_article(page, article):
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".tiptap").wait_for()


def test_a_text_is_imported_accepted_edited_and_published(desk, tmp_path):
    make_person("Cora Quill")
    file = tmp_path / "harbour.txt"
    file.write_text(TEXT)
    desk.goto("/admin/articles/article/")
    desk.get_by_role("link", name="Import").click()
    desk.get_by_label("File").set_input_files(file)
    desk.get_by_role("button", name="Import").click()
    assert "We have waited too long," in desk.locator(".reading-text").inner_text()
    desk.get_by_role("button", name="Take what is ticked").click()

    desk.locator(".tiptap").click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" They said no more.")
    desk.locator("#bylines-group .add-row a").click()
    desk.locator("#bylines-0 .select2-selection").click()
    desk.keyboard.type("cora")
    desk.get_by_role("option", name="Cora Quill").click()
    desk.get_by_role("button", name="Publish").click()
    desk.locator(".messagelist", has_text="Readers see it now.").wait_for()

    desk.get_by_role("link", name="View on site").click()
    article = desk.locator("article").first.inner_text()
    assert "They said no more." in article
    assert "Cora Quill" in article
    desk.locator("article").get_by_role("link", name="Ann Example").first.click()
    assert "The ferries cannot wait." in desk.locator("main").inner_text()


def test_a_row_is_opened_to_pick_another_speaker(desk):
    make_person("Bo Other")
    article = make_article(text="“We have waited too long,” she said.")
    quote = make_quote(article, "We have waited too long,", speaker=make_person("Ann Example"))
    open_article(desk, article)
    row = desk.locator("#quotes-0")
    assert row.locator(".select2-container").count() == 0
    row.locator("summary", has_text="Edit").click()
    row.locator(".field-speaker .select2-selection").click()
    desk.keyboard.type("bo")
    desk.get_by_role("option", name="Bo Other").click()
    row.get_by_label("Speaker: Bo Other").wait_for()
    desk.get_by_role("button", name="Save and publish the change").click()
    desk.locator(".messagelist", has_text="Readers see it now.").wait_for()
    quote.refresh_from_db()
    assert (quote.speaker.name, quote.attribution) == ("Bo Other", "Bo Other")


def test_what_is_pasted_keeps_its_meaning_not_its_mess(desk):
    article = make_draft("Bridge", text="Text.")
    open_article(desk, article)
    desk.evaluate(
        "html => { window.prose.commands.focus('end'); window.prose.view.pasteHTML('<p></p>' + html) }", PASTED
    )
    desk.get_by_role("button", name="Save draft").click()
    desk.locator(".messagelist").wait_for()
    body = Article.objects.get().body
    assert "Plain" in body
    assert "<strong>strong</strong>" in body
    assert "<strong>Plain" not in body
    assert "<li><p>Second</p></li>" in body
    assert "Mso" not in body


@pytest.mark.parametrize(
    "body",
    [
        '<h2>One</h2><p lang="uk" dir="ltr">A <em>b</em> <strong>c</strong> <u>d</u> <s>e</s></p>',
        "<p>A <sub>f</sub> <sup>g</sup></p><ol><li><p>One</p></li></ol>",
        '<p><q>Quoted</q>, <cite>Title</cite>, <abbr title="Rivermouth Council">RC</abbr>, <code>x</code><br>y</p>',
        '<blockquote cite="https://example.org/"><p>Said.</p></blockquote><ul><li><p>One</p></li></ul><hr>',
    ],
)
def test_the_editor_gives_back_what_the_sanitiser_keeps(desk, body):
    article = make_draft("Bridge", body=body)
    stored = Article.objects.get().body
    open_article(desk, article)
    desk.evaluate("() => window.prose.commands.insertContentAt(1, '!')")
    desk.evaluate("() => window.prose.commands.undo()")
    desk.get_by_role("button", name="Save draft").click()
    desk.locator(".messagelist").wait_for()
    assert Article.objects.get(pk=article.pk).body == stored


def test_two_windows_on_one_article(desk):
    article = make_article("Bridge")
    open_article(desk, article)
    other = desk.context.new_page()
    open_article(other, article)
    other.get_by_label("Kicker").fill("Theirs")
    other.get_by_role("button", name="Save and publish the change").click()
    other.locator(".messagelist").wait_for()

    desk.get_by_label("Kicker").fill("Mine")
    desk.get_by_label("Standfirst").fill("My own words.")
    desk.get_by_role("button", name="Save and publish the change").click()
    differences = desk.locator(".differences")
    assert "Theirs" in differences.inner_text()
    assert desk.get_by_label("Kicker", exact=False).last.input_value() == "Mine"
    differences.get_by_label("Theirs", exact=True).check()
    desk.get_by_role("button", name="Save and publish the change").click()
    desk.locator(".messagelist").wait_for()
    article.refresh_from_db()
    assert (article.kicker, article.standfirst) == ("Theirs", "My own words.")


def test_the_keyboard_saves_without_showing(desk):
    article = make_article("Bridge")
    open_article(desk, article)
    desk.get_by_label("Headline").fill("CANARY")
    desk.keyboard.press("Control+s")
    desk.locator(".pending").wait_for()
    article.refresh_from_db()
    assert article.headline == "Bridge"
    assert article.pending.content["headline"] == "CANARY"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_fits_a_phone_and_every_field_has_a_name(desk, scheme):
    article = make_article("Bridge", bylines=[make_person()])
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": 360, "height": 740})
    person = Person.objects.get()
    for address in (
        "/admin/", "/admin/articles/article/", f"/admin/articles/article/{article.pk}/change/",
        f"/admin/articles/article/{article.pk}/suggestions/", "/admin/articles/article/import/",
        f"/admin/people/person/{person.pk}/change/", "/admin/people/person/",
    ):  # fmt: skip
        desk.goto(address, wait_until="networkidle")
        assert desk.evaluate("document.documentElement.scrollWidth") <= 360, address
        assert desk.evaluate(NAMELESS) == [], address


NAMELESS = """() => [...document.querySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea")]
  .filter(field => !field.closest(".empty-form, .prose-editor"))
  .filter(field => !field.matches(".select2-hidden-accessible, .select2-search__field"))
  .filter(field => !field.labels?.length && !field.ariaLabel && !field.getAttribute("aria-labelledby"))
  .map(field => field.name || field.outerHTML)"""
