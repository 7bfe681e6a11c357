"""Every route of the API: what all objects have, how many queries they cost, what they refuse."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.newsroom.api.world import get, make_world, resources

pytestmark = pytest.mark.django_db
WITHOUT_PAGE = {"roles", "corrections"}
BAD_VALUES = ["\x00", "x" * 5000, "9" * 40, "٣", "0001-01-01T00:00+14:00", "9999-12-31"]


def queries(client, path, **asked):
    with CaptureQueriesContext(connection) as captured:
        answer = get(client, path, **asked)
    assert answer.status_code == 200, answer.content
    return [query["sql"] for query in captured.captured_queries], answer.json()


def counts(client, made):
    """How many queries each list and each object costs, and how many objects each list has."""
    costs, sizes = {}, {}
    for resource in resources():
        listed, page = queries(client, f"{resource}/", page_size=100)
        one, _ = queries(client, f"{resource}/{made[resource].pk}/")
        costs[resource], sizes[resource] = (len(listed), len(one)), len(page["results"])
    return costs, sizes


def test_one_and_thirty_objects_cost_the_same_queries(client):
    costs, few = counts(client, make_world(1))
    costs_then, many = counts(client, make_world(30))
    assert all(many[resource] >= few[resource] + 30 for resource in resources())
    assert costs_then == costs


def test_lists_load_no_bodies(client):
    make_world(2)
    for resource in resources():
        for sql in queries(client, f"{resource}/")[0]:
            assert '"body"' not in sql
            assert '"body_text"' not in sql


def test_every_object_has_what_all_have_and_its_addresses_answer(client, settings):
    settings.SITE_URL = "https://news.example"
    for resource, made in make_world(1).items():
        check_object(client, resource, made)


def check_object(client, resource, made):
    [found] = [row for row in get(client, f"{resource}/").json()["results"] if row["id"] == made.pk]
    assert found["url"] == f"https://news.example/api/v1/{resource}/{made.pk}/"
    assert found["updated_at"].endswith("Z")
    assert ("web_url" in found) == (resource not in WITHOUT_PAGE)
    if "web_url" in found:
        assert found["web_url"] == f"https://news.example{made.get_absolute_url()}"
    detail = client.get(found["url"].removeprefix("https://news.example")).json()
    assert detail | found == detail


@pytest.mark.parametrize("resource", resources())
def test_an_id_that_is_not_there_is_404_in_json_and_named(client, resource):
    for pk in ["987654321", "9" * 30, "abc", "0", "-1", "1e3", "%00", "%ff", "'"]:
        answer = get(client, f"{resource}/{pk}/")
        assert answer.status_code == 404, pk
        assert list(answer.json()["errors"]) == ["id"]
        assert "fields" in answer.json()["known"]


def paths(made):
    """The addresses of every list and of one object of each, below /api/v1/."""
    return [path for resource, one in made.items() for path in (f"{resource}/", f"{resource}/{one.pk}/")]


def test_an_unknown_parameter_is_refused_and_the_known_ones_listed(client):
    for path in paths(make_world(1)):
        answer = get(client, path, speeker="x")
        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == ["speeker"]
        assert "speeker" in answer.json()["detail"]
        assert "fields" in answer.json()["known"]
        assert all(get(client, path, **{name: ""}).status_code == 400 for name in answer.json()["known"])


def test_of_several_faults_each_is_told_in_a_sentence(client):
    answer = get(client, "people/", speeker="x", page_size="x", q="")
    assert answer.json()["detail"] == ("speeker: There is no such parameter here. q: Given without a value.")


def test_no_value_of_a_parameter_is_a_server_error(client):
    for path in paths(make_world(1)):
        for name in get(client, path, nonsense="x").json()["known"]:
            for value in BAD_VALUES:
                answer = get(client, path, **{name: value})
                assert answer.status_code in {200, 400, 404}, (path, name, value)
                if answer.status_code != 200:
                    assert list(answer.json()["errors"]) == [name]


def test_bytes_that_are_no_utf8_are_no_server_error(client):
    answer = client.get("/api/v1/people/", QUERY_STRING="q=%ff%fe&page_size=%ff")
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["page_size"]


def test_fields_keeps_only_those(client):
    for resource, made in make_world(1).items():
        assert list(get(client, f"{resource}/{made.pk}/", fields="id, url").json()) == ["id", "url"]
        page = get(client, f"{resource}/", fields="updated_at").json()
        assert {tuple(row) for row in page["results"]} == {("updated_at",)}
        answer = get(client, f"{resource}/", fields="id,colour")
        assert answer.status_code == 400
        assert "colour" in answer.json()["detail"]
        assert "updated_at" in answer.json()["detail"]


@pytest.mark.parametrize("resource", resources())
def test_it_is_read_only_in_json(client, resource):
    for path in [f"/api/v1/{resource}/", f"/api/v1/{resource}/1/"]:
        for method in (client.post, client.put, client.patch, client.delete):
            answer = method(path, "{", content_type="application/json")
            assert answer.status_code == 405
            assert answer["Content-Type"] == "application/json"
            assert answer.json()["detail"]
            assert "GET" in answer["Allow"]
