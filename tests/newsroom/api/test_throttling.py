"""How many requests a client may make."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured

from newsroom.lib.environ import rate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgotten():
    cache.clear()


def test_past_the_limit_it_is_429_with_the_seconds_to_wait(client, settings, time_machine):
    settings.API_THROTTLE = "2/min"
    time_machine.move_to("2026-02-05T12:00:00Z", tick=False)
    assert [client.get("/api/v1/people/").status_code for _ in range(3)] == [200, 200, 429]
    answer = client.get("/api/v1/quotes/")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["detail"]
    assert client.get("/api/v1/people/", REMOTE_ADDR="10.0.0.2").status_code == 200
    time_machine.shift(61)
    assert client.get("/api/v1/people/").status_code == 200


def test_a_client_cannot_pass_for_another_by_a_header(client, settings):
    settings.API_THROTTLE = "1/min"
    assert client.get("/api/v1/people/", headers={"x-forwarded-for": "1.2.3.4"}).status_code == 200
    assert client.get("/api/v1/people/", headers={"x-forwarded-for": "5.6.7.8"}).status_code == 429


def test_what_a_browser_asks_first_is_not_counted(client, settings):
    settings.API_THROTTLE = "1/min"
    assert {client.options("/api/v1/people/").status_code for _ in range(3)} == {204}
    assert client.get("/api/v1/people/").status_code == 200
    assert client.get("/api/v1/people/").status_code == 429
    assert client.options("/api/v1/people/").status_code == 204


def test_empty_is_no_limit(client, settings):
    settings.API_THROTTLE = ""
    assert {client.get("/api/v1/people/").status_code for _ in range(5)} == {200}


@pytest.mark.parametrize("value", ["lots", "10", "10/fortnight", "/min", "-1/min", "0/min"])
def test_a_limit_that_is_none_is_refused_at_the_start(monkeypatch, value):
    monkeypatch.setenv("API_THROTTLE", value)
    with pytest.raises(ImproperlyConfigured, match="API_THROTTLE"):
        rate("API_THROTTLE", "600/min")


@pytest.mark.parametrize(("value", "read"), [("600/min", "600/min"), ("", ""), ("5/s", "5/s"), (" 9/hour ", "9/hour")])
def test_a_limit_is_kept_as_given(monkeypatch, value, read):
    monkeypatch.setenv("API_THROTTLE", value)
    assert rate("API_THROTTLE", "600/min") == read
