"""The names with which an article is read: of all the newsroom knows, those that its text may name."""

import pytest

from articles.suggestions import known_names
from articles.text.reading import read
from tests.make import make_organisation, make_other_name, make_person

pytestmark = pytest.mark.django_db
TEXT = (
    "“We build,” said Ann B. Example, mayor of Rivermouth. Putin’s envoy Jon Smith met O’Brien at the "
    "Ministry of Works. Zelensky spoke. Anne Exampel was there, and so was Jean-Luc Muller."
)


def test_a_text_is_read_alike_with_all_names_and_with_those_it_may_name():
    for name in ("Ann Example", "Vladimir Putin", "John Smith", "Pat O'Brien", "Jean-Luc Müller", "Ann Exampler"):
        make_person(name)
    make_other_name(make_person("Volodymyr Zelenskyy"), "Zelensky")
    make_other_name(make_organisation("Public Works"), "Ministry of Works")
    every, few = known_names(), known_names(TEXT)
    assert read(TEXT, few) == read(TEXT, every)
    assert {person.key for person in read(TEXT, few).people} > {None}


def test_names_that_share_no_word_with_the_text_are_left_out():
    there, elsewhere = make_person("Ann Example"), make_person("Bo Other")
    few = known_names(TEXT)
    assert few.name(("person", there.pk)) == "Ann Example"
    assert few.name(("person", elsewhere.pk)) is None
