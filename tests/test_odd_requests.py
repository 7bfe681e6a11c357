"""Every address of the site answers odd requests: no value of a parameter or of a part of an address is our failure."""

from itertools import product

import pytest
from django.urls import NoReverseMatch, reverse

from tests.canary import World
from tests.test_gate import PUBLIC

pytestmark = pytest.mark.django_db

# What pages, feeds and pictures are asked with; the API's own parameters are walked in its tests.
PARAMETERS = (
    "after", "articles", "at", "by", "format", "from", "in", "kind", "letter", "maxheight", "maxwidth", "page", "q",
    "quotes", "role", "section", "sort", "to", "url", "v", "written", "year",
)  # fmt: skip
VALUES = (
    "", "%00", "a%00b", "%FF%FE", "%ED%A0%80", "x" * 5000, "-1", "0", "%D9%A3", "%EF%BC%91%EF%BC%92", "%C2%B2",
    "9" * 400, "1e5", "nan", "[]", "{}", "%27%22%3E%3Cscript%3E", "..%2F..%2Fetc", "%0D%0ASet-Cookie:x=1", "%E2%80%AE",
    "*", "%22", "%22a", "a%20OR%20b%20NOT", "2026-13-45", "0000-00-00", "10000-01-01",
)  # fmt: skip
PARTS = ("\0", "a\0b", "\udce9", "x" * 3000, "-1", "0", "٣", "²", "9" * 400, "'\">", "..", "\r\nX: y", "\u202e", "*")


@pytest.fixture(autouse=True)
def unthrottled(settings):
    settings.API_THROTTLE = ""


@pytest.fixture
def world():
    return World()


def queries():
    """Each value as every parameter at once, and parameters that come twice, in brackets, without a name or value."""
    yield from ("&".join(f"{name}={value}" for name in PARAMETERS) for value in VALUES)
    yield "&".join(f"{name}[]=1&{name}[a]=2&{name}=1&{name}=2&{name}" for name in PARAMETERS)
    yield "%00=1&=2&&&=&;"


def test_no_query_is_our_failure(client, world):
    for name, parameters in PUBLIC.items():
        address = reverse(name, kwargs=next(iter(world.filled(parameters))))
        for query in queries():
            answer = client.get(address, QUERY_STRING=query)
            # How oEmbed answers a format it does not have.
            assert answer.status_code < 500 or answer.status_code == 501, (address, query)
            assert "Set-Cookie" not in answer.headers


def test_no_address_is_our_failure(client, world):
    for name, filled in ((name, next(iter(world.filled(parameters)))) for name, parameters in PUBLIC.items()):
        for parameter, part in product(filled, PARTS):
            try:
                address = reverse(name, kwargs=filled | {parameter: part})
            except (NoReverseMatch, UnicodeEncodeError):
                continue
            assert client.get(address).status_code < 500, address


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace", "head"])
def test_no_method_is_our_failure(client, world, method):
    for name, parameters in PUBLIC.items():
        address = reverse(name, kwargs=next(iter(world.filled(parameters))))
        assert getattr(client, method)(address).status_code < 500, address
