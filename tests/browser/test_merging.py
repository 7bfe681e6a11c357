"""An editor merges two records of one person, looks at what happened, and undoes it; makes two of one record."""

import pytest

from people.models import Person
from tests.browser.test_desk import desk
from tests.make import make_article, make_person, make_quote, make_role

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_two_records_are_merged_and_parted_again(desk):
    ann, nan = make_person("Ann Example", summary="Mayor."), make_person("Nan Example", summary="Clerk.")
    make_role(nan, "Mayor", start="2019")
    make_quote(make_article("The harbour"), speaker=nan)
    desk.goto(f"/admin/people/person/{ann.pk}/change/")
    desk.get_by_role("link", name="Merge", exact=True).click()
    desk.locator(".select2-selection").click()
    desk.keyboard.type("nan")
    desk.get_by_role("option", name="Nan Example").click()
    desk.get_by_role("button", name="Compare").click()
    desk.get_by_label("Clerk.").check()
    desk.get_by_role("button", name="Merge").click()
    assert "Merged “Nan Example” into “Ann Example”." in desk.locator(".messagelist").inner_text()
    assert desk.get_by_label("Summary").input_value() == "Clerk."

    desk.goto(f"/people/{nan.slug}/")
    assert desk.url.endswith("/people/ann-example/")
    assert "The harbour" in desk.locator("main").inner_text()

    desk.goto("/admin/people/merge/")
    desk.get_by_role("link", name="Nan Example").click()
    assert "1 quote moved" in desk.locator("#content").inner_text()
    desk.get_by_role("button", name="Undo the merge").click()
    assert "two records again" in desk.locator(".messagelist").inner_text()
    desk.goto(f"/people/{nan.slug}/")
    assert desk.url.endswith("/people/nan-example/")
    assert sorted(Person.objects.values_list("summary", flat=True)) == ["Clerk.", "Mayor."]


def test_one_record_is_made_two(desk):
    ann = make_person("Ann Example")
    for title in ("Mayor", "Surgeon"):
        make_role(ann, title)
    desk.goto(f"/admin/people/person/{ann.pk}/change/")
    desk.get_by_role("link", name="Split", exact=True).click()
    desk.get_by_label("Name of the new one").fill("Ann Example, surgeon")
    desk.get_by_label("Surgeon").check()
    desk.get_by_role("button", name="Split").click()
    desk.locator(".messagelist .success").wait_for()
    posts = Person.objects.order_by("pk").values_list("name", "roles__title")
    assert list(posts) == [("Ann Example", "Mayor"), ("Ann Example, surgeon", "Surgeon")]
