"""Words as search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.words import LONGEST_WORD, forms, sought, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("O’Neill’s co-operation", ["oneills", "co", "operation"]),
        ("U.S. 1.5% a_b", ["u", "s", "1", "5", "a", "b"]),
        ("Erdoğan, Łódź; ÅNGSTRÖM", ["erdogan", "lodz", "angstrom"]),
        ("हिन्दी Зеленський", ["हिन्दी", "зеленськии"]),
        ("习近平 spoke", ["习", "近", "平", "spoke"]),
        ("nul\0 l «!?» 🎉 %", ["nul", "l"]),
        ("", []),
    ],
)
def test_a_text_is_read_as_words(text, found):
    assert words(text) == found


@given(st.text())
def test_words_of_words_are_the_same_words(text):
    found = words(text)
    assert words(" ".join(found)) == found
    assert all(0 < len(word) <= LONGEST_WORD and " " not in word for word in found)


@pytest.mark.parametrize(
    ("asked", "also"),
    [
        ("elections", "election"),
        ("election", "elections"),
        ("policies", "policy"),
        ("country", "countries"),
        ("voting", "vote"),
        ("vote", "voted"),
        ("stopped", "stop"),
        ("taxes", "tax"),
        ("zelensky", "zelenskys"),
    ],
)
def test_a_word_stands_for_its_english_forms(asked, also):
    assert also in forms(asked)
    assert forms(asked)[0] == asked


@pytest.mark.parametrize(("asked", "other"), [("news", "new"), ("bring", "br"), ("king", "k"), ("paris", "pari")])
def test_what_only_looks_like_a_form_is_left_alone(asked, other):
    assert other not in forms(asked)


@pytest.mark.parametrize(
    ("q", "looked_for", "phrases"),
    [
        ("What did the Mayor say about ferries", ["mayor", "ferries"], []),
        ("“The Prime Minister” said", ["prime", "minister"], ["the prime minister"]),
        ('say "ferries" twice twice', ["ferries", "twice"], []),
        ("to be or not to be", ["to", "be", "or", "not"], []),
        ("a AND (b OR -c*)", ["b", "c"], []),
        ('an open " mark', ["open", "mark"], []),
    ],
)
def test_a_query_asks_for_telling_words_and_exact_phrases(q, looked_for, phrases):
    assert sought(q) == (looked_for, phrases)


def test_a_query_is_held_to_so_many_words():
    assert len(sought(" ".join(f"w{number}" for number in range(99))).words) == 12
