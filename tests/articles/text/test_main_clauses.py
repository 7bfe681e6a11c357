import pytest

from articles.text.main_clauses import main_subject, nearest_subject
from tests.articles.text.phrasing import in_words, phrases_of, place_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Jane Roe walked for “rain” there.", "Jane Roe"),
        ("As night fell, Jane Roe walked for “rain” there.", "Jane Roe"),
        ("Asking who is “wet”, Jane Roe went home.", "Jane Roe"),
        ("The mayor, who came, gave Jane Roe the “rain” there.", "The mayor"),
        ("A road of “rain” there.", "A road"),
        ("In “rain” there.", None),
    ],
)
def test_the_subject_of_the_main_clause(text, subject):
    sentence = phrases_of(text)

    assert in_words(text, main_subject(sentence, place_of(sentence, "“”"))) == subject


def test_the_subject_of_the_last_clause():
    text = "John Doe went, but Jane Roe was blunt: “rain” there."
    sentence = phrases_of(text)
    place = place_of(sentence, "“”")

    assert in_words(text, nearest_subject(sentence, place)) == "Jane Roe"
    assert in_words(text, main_subject(sentence, place)) == "John Doe"
