import pytest

from articles.text.passives import agent, is_reduced_passive, verb_of_described_object
from tests.articles.text.phrasing import in_words, phrases_of, place_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The road was called “wet” by the mayor of Springfield.", "the mayor of Springfield"),
        ("It was called so.", None),
    ],
)
def test_who_did_it(text, who):
    sentence = phrases_of(text)

    assert in_words(text, agent(sentence, place_of(sentence, "called"))) == who


@pytest.mark.parametrize(
    ("text", "reduced"),
    [
        ("The road labeled “wet” by the mayor fell.", True),
        ("The road labeled a “wet” by the mayor fell.", True),
        ("The mayor labeled the road “wet” by noon.", False),
        ("The mayor labeled “wet” whatever fell.", False),
    ],
)
def test_a_passive_without_its_auxiliary(text, reduced):
    sentence = phrases_of(text)

    assert is_reduced_passive(sentence, place_of(sentence, "labeled")) is reduced


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("They slammed the gap called “open” then.", "slammed"),
        ("They know the mayor called it “open” then.", None),
        ("They said the mayor called it “open” then.", None),
    ],
)
def test_the_verb_whose_object_is_described(text, verb):
    sentence = phrases_of(text)

    place = verb_of_described_object(sentence, place_of(sentence, "called"))

    assert (sentence[place].low if place is not None else None) == verb
