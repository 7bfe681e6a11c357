"""The description of the API is what the code does, and can be read."""

import json
import re

from drf_spectacular.validation import validate_schema

from newsroom.api.openapi import PATH, document
from tests.newsroom.api.world import resources

DOCUMENT = json.loads(PATH.read_text(encoding="utf-8"))


def test_the_committed_document_is_what_the_code_gives():
    assert PATH.read_text(encoding="utf-8") == document(), "Stale: run `manage.py write_openapi`."


def test_what_the_site_runs_needs_nothing_that_only_development_installs(settings):
    code = [path for app in ("articles", "newsroom", "people") for path in (settings.BASE_DIR / app).rglob("*.py")]
    users = {path.name for path in code if "drf_spectacular" in path.read_text(encoding="utf-8")}
    callers = {path.name for path in code if "newsroom.api.openapi" in path.read_text(encoding="utf-8")}
    assert (users, callers) == ({"openapi.py"}, {"write_openapi.py"})


def test_it_is_valid_openapi():
    validate_schema(DOCUMENT)


def test_every_resource_is_described_with_its_parameters(client, db):
    assert DOCUMENT["openapi"].startswith("3.1")
    for resource in resources():
        for path in (f"/api/v1/{resource}/", f"/api/v1/{resource}/{{id}}/"):
            operation = DOCUMENT["paths"][path]["get"]
            described = {parameter["name"] for parameter in operation["parameters"]} - {"id"}
            known = client.get(path.format(id=1), {"nonsense": "x"}).json()["known"]
            assert described == set(known)
            assert operation["description"]
            assert all(parameter["description"] for parameter in operation["parameters"])


def test_the_document_is_served_as_committed(client, db):
    answer = client.get("/api/v1/schema/")
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == DOCUMENT


def test_the_page_names_every_parameter_and_field_and_needs_nobody_else(client, db):
    answer = client.get("/api/v1/docs/")
    assert answer["Content-Type"].startswith("text/html")
    page = answer.content.decode()
    for path in DOCUMENT["paths"]:
        assert f"GET {path}" in page
    for operation in (methods["get"] for methods in DOCUMENT["paths"].values()):
        assert all(f"<code>{parameter['name']}</code>" in page for parameter in operation["parameters"])
    assert all(source.startswith("/static/") for source in re.findall(r'<script src="([^"]*)"', page))
    assert not re.search(r"""src=["'](https?:)?//""", page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(set(ids)) == len(ids)


def test_the_root_leads_everywhere(client, db, settings):
    addresses = client.get("/api/v1/").json()
    assert set(addresses) == {*resources(), "schema", "docs"}
    for address in addresses.values():
        assert client.get(address.removeprefix(settings.SITE_URL)).status_code == 200
