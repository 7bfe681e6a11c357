"""Bringing a text in at the desk, and taking what the reader of text found in it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Quote
from people.models import Person
from tests.desk import address, fields
from tests.make import make_article, make_editor, make_organisation, make_person, make_role, make_section

pytestmark = pytest.mark.django_db
TEXT = """Harbour to be dredged

The harbour of Rivermouth will be dredged in spring, the harbour master, Ann Example, said on Tuesday.

“We have waited too long,” Example told the council. “The ferries cannot wait.”
"""


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def brought(desk, **given):
    return desk.post("/admin/articles/article/import/", given, follow=True)


def upload(content, name="harbour.txt"):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def test_a_text_is_imported_read_accepted_and_published(desk):
    section = make_section()
    page = brought(desk, file=upload(TEXT), section=section.pk, date="2026-02-05")
    article = Article.objects.get()
    assert (article.headline, article.section, article.state) == ("Harbour to be dredged", section, "draft")
    assert page.redirect_chain[-1][0] == address(article, "suggestions")
    data = fields(page, "suggestions_form")
    assert "person:Ann Example" in data["take"]

    desk.post(address(article, "suggestions"), data)
    quote, person = Quote.objects.get(), Person.objects.get()
    assert quote.speaker == person
    assert [part["state"] for part in quote.segments] == ["exact", "exact"]
    assert not Person.objects.visible().exists(), "nothing shows before the article does"

    data = fields(desk.get(address(article)), "article_form")
    desk.post(address(article), {**data, "_publish": "1"})
    assert Article.objects.published().get() == article
    assert Person.objects.visible().get() == person
    assert "take" not in fields(desk.get(address(article, "suggestions")), "suggestions_form")


def test_what_is_wrong_with_an_author_stands_with_the_authors_as_typed(desk):
    make_person("Ann Example")
    make_person("Ann Example")
    form = brought(desk, text=TEXT, bylines="Cora Quill, Ann Example").context["form"]
    assert [*form.errors] == ["bylines"]
    assert form.errors["bylines"][0].startswith("More than one person is called “Ann Example”: leave the name out")
    assert not Article.objects.exists()
    assert "UTF-8" in str(brought(desk, file=upload(b"PK\x03\x04\x00\xff")).context["form"].errors)


def test_what_is_not_ticked_is_not_taken_and_what_is_there_is_not_offered_again(desk):
    brought(desk, text=TEXT)
    article = Article.objects.get()
    desk.post(address(article, "suggestions"), {"take": "person:Ann Example"})
    assert not Quote.objects.exists()
    data = fields(desk.get(address(article, "suggestions")), "suggestions_form")
    assert "person:Ann Example" not in data["take"]
    assert Person.objects.count() == 1


def test_an_editor_says_which_namesake_is_meant(desk):
    make_role(make_person("Ann Example"), "Editor", make_organisation("The Clarion"), end_state="ongoing")
    meant = make_person("Ann Example", birth="1961")
    brought(desk, text=TEXT)
    article = Article.objects.get()
    page = desk.get(address(article, "suggestions"))
    assert "Ann Example · Editor, The Clarion" in page.content.decode()
    data = fields(page, "suggestions_form")
    assert "person:Ann Example" not in data["take"]
    desk.post(address(article, "suggestions"), {**data, "who-person:Ann Example": meant.pk})
    assert article.mentions.get(person=meant)


def test_a_choice_that_was_not_offered_is_left_out(desk):
    make_person("Ann Example")
    make_person("Ann Example")
    other = make_person("Somebody Else")
    brought(desk, text=TEXT)
    article = Article.objects.get()
    desk.post(
        address(article, "suggestions"), {"take": ["person:Ann Example", "x"], "who-person:Ann Example": other.pk}
    )
    assert not article.mentions.exists()


def test_the_same_text_again_changes_nothing_and_says_so(desk):
    brought(desk, file=upload(TEXT))
    assert "imported before" in brought(desk, file=upload(TEXT)).content.decode()
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose a file or paste a text."),
        ({"file": b"", "name": "empty.txt"}, "empty"),
        ({"file": b"\x89PNG\r\n\x1a\n\x00\x00", "name": "a.png"}, ""),
        ({"file": "Caf\xe9 News".encode("latin-1") + b"\xff\xfe\x81", "name": "a.txt"}, ""),
        ({"file": b"x" * 5_100_000, "name": "big.txt"}, "an article has at most 5"),
        ({"text": "A text.", "file": b"Another.", "name": "a.txt"}, "not both"),
        ({"text": "A text.", "section": "4711"}, "Select a valid choice"),
        ({"text": "A text.", "date": "in May"}, "Enter a valid date"),
        ({"text": "A text.", "source": "javascript:alert(1)"}, "Enter a valid URL"),
    ],
)
def test_what_cannot_be_imported_is_refused_with_a_reason(desk, given, said):
    if "file" in given:
        given = {**given, "file": upload(given["file"], given["name"])}
    response = brought(desk, **given)
    assert response.status_code == 200
    page = response.content.decode()
    assert "errorlist" in page
    assert said in page
    assert not Article.objects.exists()


def test_a_text_without_a_headline_is_kept_as_a_draft(desk):
    brought(desk, text="It rained all day, and it rained all night. Nobody went out.\n\nThen it stopped.")
    assert Article.objects.get().headline == ""


def test_an_article_with_a_change_not_shown_yet_is_not_read(desk):
    article = make_article(text="It rained.")
    data = fields(desk.get(address(article)), "article_form")
    desk.post(address(article), {**data, "headline": "Other", "_unshown": "1"})
    page = desk.post(address(article, "suggestions"), {"take": "x"}, follow=True)
    assert "publish or discard that first" in page.content.decode()
    article.refresh_from_db()
    assert article.pending


def test_reading_makes_as_many_queries_for_many_namesakes_as_for_few(desk):
    brought(desk, text=TEXT)
    article, made = Article.objects.get(), []
    for namesakes in (2, 6):
        for _ in range(namesakes):
            make_role(make_person("Ann Example"), "Editor", make_organisation("Rivermouth"))
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(address(article, "suggestions")).status_code == 200
        made.append(len(queries))
    assert made[0] == made[1]


def test_import_and_reading_need_permission(client, django_user_model):
    article = make_article()
    client.force_login(django_user_model.objects.create_user("vic", is_staff=True))
    assert client.get("/admin/articles/article/import/").status_code == 403
    assert client.post(address(article, "suggestions"), {"take": "x"}).status_code == 403
    assert client.post(address(article, "preview")).status_code == 403
