"""An editor merges two records of one person, looks at what happened, and undoes it."""

import pytest

from people.models import Person
from tests.make import make_article, make_editor, make_person, make_quote, make_role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_two_records_are_merged_and_parted_again(page):
    ann, nan = make_person("Ann Example", summary="Mayor."), make_person("Nan Example", summary="Clerk.")
    make_role(nan, "Mayor", start="2019")
    make_quote(make_article("The harbour"), speaker=nan)
    make_editor("edda")
    page.goto("/admin/")
    page.get_by_label("Username").fill("edda")
    page.get_by_label("Password").fill("pass")
    page.get_by_role("button", name="Log in").click()

    page.goto(f"/admin/people/person/{ann.pk}/change/")
    page.get_by_role("link", name="Merge", exact=True).click()
    page.locator(".select2-selection").click()
    page.keyboard.type("nan")
    page.get_by_role("option", name="Nan Example").click()
    page.get_by_role("button", name="Compare").click()
    page.get_by_label("Clerk.").check()
    page.get_by_role("button", name="Merge").click()
    assert "Merged “Nan Example” into “Ann Example”." in page.locator(".messagelist").inner_text()
    assert page.get_by_label("Summary").input_value() == "Clerk."

    page.goto(f"/people/{nan.slug}/")
    assert page.url.endswith("/people/ann-example/")
    assert "The harbour" in page.locator("main").inner_text()

    page.goto("/admin/people/merge/")
    page.get_by_role("link", name="Nan Example").click()
    assert "1 quote moved" in page.locator("#content").inner_text()
    page.get_by_role("button", name="Undo the merge").click()
    assert "two records again" in page.locator(".messagelist").inner_text()
    page.goto(f"/people/{nan.slug}/")
    assert page.url.endswith("/people/nan-example/")
    assert sorted(Person.objects.values_list("summary", flat=True)) == ["Clerk.", "Mayor."]
