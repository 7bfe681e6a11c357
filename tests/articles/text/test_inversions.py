import pytest

from articles.text.inversions import subject_after
from tests.articles.text.phrasing import in_words, phrases_of, place_of


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“We go,” said Jane Roe.", "said", "Jane Roe"),
        ("“We go,” said on Monday the mayor.", "said", None),
        ("“We go,” said Monday the mayor of Springfield.", "said", "the mayor of Springfield"),
        ("“We go,” told Jane Roe.", "told", None),  # the listener
        ("“We go,” said him.", "said", None),
        ("“We go,” saying Jane Roe.", "saying", None),
        ("“We go,” can say Jane Roe.", "say", None),
    ],
)
def test_the_subject_behind_its_verb(text, verb, subject):
    sentence = phrases_of(text)

    assert in_words(text, subject_after(sentence, place_of(sentence, verb))) == subject
