import pytest

from articles.text.relatives import antecedent, described_by_relative, noun_of_relative
from tests.articles.text.phrasing import phrases_of, place_of


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("The mayor who came said no.", "who", "mayor"),
        ("The mayor, who came, said no.", "who", "mayor"),
        ("Jane Roe (D-Ohio), who came, said no.", "who", "roe"),
        ("Now who came?", "who", None),
    ],
)
def test_the_noun_that_a_relative_stands_for(text, word, noun):
    sentence = phrases_of(text)

    place = antecedent(sentence, place_of(sentence, word))

    assert (sentence[place].low if place is not None else None) == noun


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("An official who spoke about the plan said no.", "plan", "official"),
        ("An official, who spoke about the plan, said no.", "plan", "official"),
        ("An official who said the plan fell.", "plan", "official"),
        ("An official said the plan fell.", "plan", None),
        ("An official and the plan fell.", "plan", None),
    ],
)
def test_the_noun_that_the_clause_tells_about(text, word, noun):
    sentence = phrases_of(text)

    place = described_by_relative(sentence, place_of(sentence, word))

    assert (sentence[place].low if place is not None else None) == noun


def test_the_noun_that_two_clauses_tell_about():
    sentence = phrases_of("One man who came and who asked for calm said no.")
    second = [place for place, phrase in enumerate(sentence) if phrase.low == "who"][1]

    assert noun_of_relative(sentence, second) == place_of(sentence, "man")
    assert noun_of_relative(sentence, place_of(sentence, "said")) is None
