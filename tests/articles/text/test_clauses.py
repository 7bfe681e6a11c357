import pytest

from articles.text.clauses import subject_of
from tests.articles.text.phrasing import in_words, phrases_of, place_of


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Jane Roe said no.", "said", "Jane Roe"),
        ("The mayor of Springfield on Monday said no.", "said", "The mayor of Springfield"),
        ("Jane Roe, a builder (from Flint), said no.", "said", "Jane Roe"),
        ("Jane Roe opened the road and in a statement called it fine.", "called", "Jane Roe"),
        ("Jane Roe went there to say no.", "say", "Jane Roe"),
        ("Jane Roe was quoted as saying no.", "saying", "Jane Roe"),
        ("Jane Roe praised the road, calling it fine.", "calling", "Jane Roe"),
        ("Calling it fine, Jane Roe opened the road.", "Calling", "Jane Roe"),
        ("They slammed the gap called “open” then.", "called", "They"),
        ("Jane Roe released a video that said no.", "said", "Jane Roe"),
        ("Said no at all.", "Said", None),
    ],
)
def test_the_subject_of_a_verb(text, verb, subject):
    sentence = phrases_of(text)

    assert in_words(text, subject_of(sentence, place_of(sentence, verb))) == subject
