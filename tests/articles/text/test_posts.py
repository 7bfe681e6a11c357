"""One post in other words is the same, another post of the same person is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.posts import post

SAME = [
    ("President", "US President"),
    ("U.S. President", "President of the United States"),
    ("President of the United States", "sitting American president"),
    ("45th President of the United States", "President"),
    ("President of Ukraine", "Ukrainian president"),
    ("Ukraine’s President", "President of Ukraine"),
    ("British Prime Minister", "Prime Minister of the United Kingdom"),
    ("prime minister of New Zealand", "New Zealand Prime Minister"),
    ("Sen.", "Senator"),
    ("Republican Senator", "senator"),
    ("mayor of the Polish city of Gdańsk", "Mayor of Gdansk"),
    ("Mayor", "Mayor of Springfield"),
    ("Secretary", "Secretary of State"),
    ("U.S. Secretary of State", "Secretary of State"),
    ("current Texas governor", "Governor of Texas"),
]
OTHER = [
    ("President", "Vice President"),
    ("Prime Minister", "Foreign Minister"),
    ("Ukrainian President", "Russian President"),
    ("Nigerian president", "president of Niger"),
    ("Minister of Finance", "Minister of Defence"),
    ("Minister", "Prime Minister"),
    ("Mayor of Springfield", "Mayor of Shelbyville"),
    ("Deputy Mayor", "Mayor"),
    ("acting director", "director"),
    ("president-elect", "president"),
    ("Third Secretary", "Secretary"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_post_in_other_words(one, other):
    assert post(one).is_same(post(other))
    assert post(other).is_same(post(one))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_post(one, other):
    assert not post(one).is_same(post(other))


def test_the_organisation_may_stand_in_the_title_or_beside_it():
    beside = post("President", "European Council")
    assert beside.is_same(post("current President of the European Council", "European Council"))
    assert beside.is_same(post("president"))
    assert not beside.is_same(post("President", "European Commission"))
    assert not beside.is_same(post("President of Poland"))


@given(st.text(), st.text())
def test_every_post_is_the_same_as_itself_whatever_it_is_called(title, organisation):
    assert post(title, organisation).is_same(post(title, organisation))
