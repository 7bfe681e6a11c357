"""What needs a look is told when it is saved in a form or taken in from a feed, and nothing is refused for it."""

import pytest

from newsroom.lib.report import NOTED, Report
from people.importing import take_in
from people.models import Role
from people.records import PersonRecord, Records, RoleRecord
from tests.desk import opened, saved
from tests.make import make_article, make_editor, make_organisation, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def told(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_a_form_warns_and_saves(desk):
    ann = make_person("Ann")
    make_role(ann, "Clerk", start="2012", end="2013")
    answer = saved(desk, ann, opened(desk, ann), death="2010")
    assert "Ann: “Clerk” (2012 – 2013) is dated after the death (2010)." in told(answer)
    ann.refresh_from_db()
    assert str(ann.death) == "2010"


def test_every_form_that_can_bring_it_about_warns(desk):
    council = make_organisation("Council")
    role = make_role(make_person("Ann"), "Clerk", council, start="2012")
    assert "is dated after the end of Council" in told(saved(desk, council, opened(desk, council), dissolved="2001"))
    assert "is dated after the end of Council" in told(saved(desk, role, opened(desk, role), start="2013"))
    quote = make_quote(make_article(), speaker=make_person("Bo", death="2001"))
    for record in (quote, quote.article):
        assert "is by Bo (died 2001)" in told(saved(desk, record, opened(desk, record)))


def test_a_form_does_not_complain_of_what_is_only_open(desk):
    ann = make_person("Ann")
    assert "no post is known" not in told(saved(desk, ann, opened(desk, ann)))


def test_an_import_notes_it_and_takes_it_in():
    records = Records(
        people=[PersonRecord("p1", "Ann", death="2010")], roles=[RoleRecord("p1", "Clerk", start="2012", end="2013")]
    )
    report = Report()
    take_in(records, "feed", report)
    noted = [outcome.reason for outcome in report.outcomes if outcome.what == NOTED]
    assert noted == ["Ann: “Clerk” (2012 – 2013) is dated after the death (2010)."]
    assert Role.objects.get().person.name == "Ann"
