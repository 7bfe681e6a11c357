"""The desk's help says what the code does."""

import pytest

from articles.models.quote import AnchorState
from articles.workflow import MOVES
from newsroom import handbook
from tests.make import make_member

pytestmark = pytest.mark.django_db


def test_it_tells_every_step_with_the_groups_who_may():
    told = {label: groups for label, _, _, groups in handbook.steps()}
    assert list(told) == [move.label for move in MOVES]
    assert told["Send for review"] == ["reporter", "editor", "chief editor"]
    assert told["Publish"] == ["editor", "chief editor"]
    assert told["Withdraw"] == ["chief editor"]


@pytest.mark.parametrize("group", ["reporter", "editor", "chief editor"])
def test_each_group_is_led_only_where_it_may_go(client, group):
    client.force_login(make_member(group))
    page = client.get("/admin/help/").content.decode()
    assert all(state.meaning in page for state in AnchorState)
    body = page.partition('class="help-page"')[2].partition("<footer")[0]
    links = {link.partition('"')[0] for link in body.split('href="/')[1:]}
    assert links
    assert {client.get(f"/{link}").status_code for link in links} == {200}


def test_every_page_of_the_desk_leads_to_it_and_only_there_it_is_read(client):
    assert client.get("/admin/help/").status_code == 302
    client.force_login(make_member("reporter"))
    assert 'href="/admin/help/"' in client.get("/admin/").content.decode()
