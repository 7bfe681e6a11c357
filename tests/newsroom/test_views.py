"""Health and error pages."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import DatabaseError, connection
from django.template.loader import get_template
from django.test import RequestFactory
from django.views import defaults

from newsroom import views

pytestmark = pytest.mark.django_db


def test_health_says_that_the_database_answers(client):
    response = client.get("/healthz")
    assert response.json() == {"status": "ok", "database": "ok"}
    assert "no-store" in response["Cache-Control"]


def test_health_fails_with_503_when_the_database_does(client, monkeypatch):
    def broken():
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", broken)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "failing", "database": "DatabaseError"}


def test_an_unknown_address_leads_on(client):
    response = client.get("/no/such/page/")
    page = response.content.decode()
    assert response.status_code == 404
    assert 'name="q"' in page
    assert 'href="/people/"' in page
    assert "noindex" in page


def test_a_bad_request_says_what_is_wrong_without_markup_of_the_asker(client):
    response = client.get("/people/", {"after": "<script>"})
    assert response.status_code == 400
    request = RequestFactory().get("/people/")
    request.user = None
    page = views.bad_request(request, BadRequest("“<b>” is not a year")).content.decode()
    assert "“&lt;b&gt;” is not a year" in page
    assert "secret" not in views.bad_request(request, ValueError("secret")).content.decode()


def test_who_may_not_is_told_how_to(rf):
    page = defaults.permission_denied(rf.get("/x/"), PermissionDenied()).content.decode()
    assert "/admin/login/" in page


def test_the_page_for_a_failure_of_ours_needs_nothing(rf):
    response = defaults.server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()
    assert "{%" not in get_template("500.html").template.source


@pytest.mark.parametrize(
    "address",
    ["/people/%ff/", "/people/..%2f..%2fetc/", "/organisations/%00/feed/", "/sections/%00/feed/", "/topics/%00/feed/"],
)
def test_a_broken_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_addresses_without_their_last_slash_lead_to_the_page(client):
    assert client.get("/people")["Location"] == "/people/"
