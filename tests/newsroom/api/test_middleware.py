"""What holds for every answer under /api/, of a view or not."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.make import make_person
from tests.newsroom.api.world import get, make_world, resources

pytestmark = pytest.mark.django_db
SELF_DESCRIPTION = ["", "schema/", "docs/"]


def test_an_unchanged_answer_is_304(client):
    make_world(1)
    for path in [*(f"{name}/" for name in resources()), *SELF_DESCRIPTION]:
        answer = get(client, path)
        assert answer.status_code == 200
        again = client.get(f"/api/v1/{path}", headers={"if-none-match": answer["ETag"]})
        assert again.status_code == 304
        assert again.content == b""
        assert again["ETag"] == answer["ETag"]
        assert again["Access-Control-Allow-Origin"] == "*"
        assert client.head(f"/api/v1/{path}")["ETag"] == answer["ETag"]
        assert client.get(f"/api/v1/{path}", headers={"if-none-match": '"other"'}).status_code == 200


def test_a_changed_answer_has_another_etag(client):
    person = make_person("Ann")
    before = get(client, f"people/{person.pk}/")["ETag"]
    person.summary = "A minister."
    person.save()
    answer = client.get(f"/api/v1/people/{person.pk}/", headers={"if-none-match": before})
    assert answer.status_code == 200
    assert answer["ETag"] != before


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/people/", 200),
        ("/api/v1/people/?nonsense=1", 400),
        ("/api/v1/people/987654321/", 404),
        ("/api/v1/people", 301),
        ("/api/v1/nothing/", 404),
        ("/api/v1/nothing", 404),
        ("/api/v1/people/1/nothing/", 404),
        ("/api/v2/people/", 404),
        ("/api/", 404),
    ],
)
def test_every_answer_is_open_to_every_origin_without_cookies(client, path, status):
    client.cookies["sessionid"] = client.cookies["csrftoken"] = "abc"
    answer = client.get(path, headers={"accept": "text/html", "origin": "https://else.example"})
    assert answer.status_code == status
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "Origin" not in answer.get("Vary", "")
    assert answer["ETag"]
    if status != 301:
        assert answer["Content-Type"] == "application/json"
        assert answer.json()
        assert int(answer["Content-Length"]) == len(answer.content)


@pytest.mark.parametrize("path", ["people/", "people/1/", "people/987654321/", *SELF_DESCRIPTION])
def test_a_browser_may_ask_first(client, path):
    answer = client.options(
        f"/api/v1/{path}",
        headers={
            "origin": "https://else.example",
            "access-control-request-method": "GET",
            "access-control-request-headers": "if-none-match",
        },
    )
    assert answer.status_code == 204
    assert answer.content == b""
    assert answer["Allow"] == answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "if-none-match" in answer["Access-Control-Allow-Headers"].lower()


@pytest.mark.parametrize("path", ["people/", *SELF_DESCRIPTION])
def test_who_writes_is_told_that_nobody_can(path):
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(Client(enforce_csrf_checks=True), method)(f"/api/v1/{path}")
        assert answer.status_code == 405
        assert "GET" in answer["Allow"]
        assert answer.json()["detail"]


def test_an_error_of_ours_is_json_too(client, monkeypatch):
    def fail(*args):
        raise RuntimeError("secret")

    monkeypatch.setattr("people.api.People.list_queryset", fail)
    client.raise_request_exception = False
    answer = client.get("/api/v1/people/")
    assert answer.status_code == 500
    assert answer.json()["detail"]
    assert b"secret" not in answer.content


def test_pages_are_left_alone(client):
    answer = client.get(reverse("healthz"))
    assert "Access-Control-Allow-Origin" not in answer
    assert client.get("/nothing/")["Content-Type"].startswith("text/html")
