"""Spellings of one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.spelling import alike, error_keys, name_words, one_error_apart
from people.words import words


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelensky Zelenskyy Zelenskiy Zelenskij Зеленський Зеленский",
        "Putin Путин",
        "Tsipras Τσίπρας",
        "Aleksei Alexey Aleksey Алексей",
        "Mohamed Mohammed",
        "Gorbachev Горбачёв",
    ],
)
def test_spellings_of_one_name_share_a_form(spellings):
    assert len({alike(word) for word in words(spellings)}) == 1


@pytest.mark.parametrize(
    ("right", "typed"),
    [("zelensky", "zelesky"), ("zelensky", "zelennsky"), ("macron", "marcon"), ("merkel", "merkal"), ("omar", "omer")],
)
def test_one_error_is_forgiven(right, typed):
    assert one_error_apart(right, typed)


@pytest.mark.parametrize(("right", "typed"), [("merkel", "markal"), ("may", "mai"), ("putin", "purim"), ("lee", "le")])
def test_two_errors_or_an_error_in_a_short_word_are_not(right, typed):
    assert not one_error_apart(right, typed)


LETTERS = st.text(alphabet="abcdeklmnorstuy", min_size=5, max_size=12)


@given(LETTERS, st.sampled_from(["less", "more", "other", "swapped"]), st.data())
def test_the_keys_lead_to_every_name_with_one_error(word, error, data):
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("abcdeklmnorstuy"))
    typed = {
        "less": word[:at] + word[at + 1 :],
        "more": word[:at] + letter + word[at:],
        "other": word[:at] + letter + word[at + 1 :],
        "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[error]
    if one_error_apart(word, typed):
        assert set(error_keys(typed)) & set(name_words(word).split())


def test_a_short_name_has_no_keys_of_errors():
    assert name_words("Li") == "li ≈li"
    assert error_keys("li") == []


def test_a_word_of_one_letter_over_and_over_has_no_empty_key():
    assert all(key.strip("≈¬") for key in error_keys("aaaa"))
