"""Search of the desk by one box."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.make import make_article, make_draft, make_member, make_organisation, make_person, make_quote

pytestmark = pytest.mark.django_db
BOX = "/admin/search/"


def found(client, q):
    return {
        group["heading"]: [row["label"] for row in group["rows"]]
        for group in client.get(BOX, {"q": q, "as": "json"}).json()["groups"]
    }


def make_world():
    draft = make_draft("Harbour draft", text="It rained in the harbour.")
    make_quote(draft, "It rained in the harbour.")
    make_person("Harbour Hidden", visibility="hidden")
    make_organisation("Harbour Office")


def test_all_four_nouns_are_found_in_all_states(client):
    client.force_login(make_member("reporter"))
    make_world()
    groups = found(client, "harbour")
    assert list(groups) == ["Articles", "People", "Organisations", "Quotes"]
    assert "Harbour draft" in groups["Articles"][0]
    page = client.get(BOX, {"q": "harbour"}).content.decode()
    assert "Harbour draft" in page
    assert "/admin/articles/article/?q=harbour" in page


def test_only_what_who_asks_may_see_is_found(client):
    make_world()
    looker = User.objects.create_user("vic", is_staff=True)
    looker.user_permissions.add(Permission.objects.get(codename="view_organisation"))
    client.force_login(looker)
    assert list(found(client, "harbour")) == ["Organisations"]


def test_those_who_are_not_signed_in_find_nothing(client):
    make_world()
    response = client.get(BOX, {"q": "harbour", "as": "json"})
    assert response.status_code == 302
    assert "Harbour" not in client.get(BOX, {"q": "harbour"}, follow=True).content.decode()


@pytest.mark.parametrize("q", ["", "  ", "\x00", "a " * 5000, "%_\\'\"", "<script>"])
def test_whatever_is_typed_is_answered(client, q):
    client.force_login(make_member("editor"))
    make_world()
    assert client.get(BOX, {"q": q, "as": "json"}).status_code == 200
    page = client.get(BOX, {"q": q})
    assert page.status_code == 200
    assert "<script>&" not in page.content.decode()


def test_searching_makes_as_many_queries_for_much_as_for_little(client):
    client.force_login(make_member("editor"))
    made = []
    for number in (1, 30):
        for _ in range(number):
            make_world()
            make_article("Harbour")
        client.get(BOX, {"q": "harbour"})
        with CaptureQueriesContext(connection) as queries:
            client.get(BOX, {"q": "harbour"})
        made.append(len(queries))
    assert made[0] == made[1]
