import itertools
import random

from articles.text.names import KnownName, KnownNames
from articles.text.story import Story


def matched(text: str, known: KnownNames) -> list[tuple[str, tuple[object, ...]]]:
    found = []
    for paragraph in Story(text).paragraphs:
        for sentence in paragraph.sentences:
            tokens = sentence.tokens
            for match in known.matches(tokens):
                found.append((text[tokens[match.first].start : tokens[match.last - 1].end], match.keys))
    return found


def person(text: str, key: object) -> KnownName:
    return KnownName(text, key, "person")


def body(text: str, key: object) -> KnownName:
    return KnownName(text, key, "organisation")


def test_a_known_name_is_found_in_any_writing():
    known = KnownNames([person("Zoë O’Hara-Núñez", 1)])

    assert matched("Yesterday Zoe O'Hara Nunez spoke.", known) == [("Zoe O'Hara Nunez", (1,))]


def test_every_name_of_a_person_leads_to_the_same_key():
    known = KnownNames([person("Олена Гнатюк", 7), person("Olena Hnatiuk", 7), person("Olena Gnatyuk", 7)])

    assert [keys for _, keys in matched("Olena Gnatyuk met Olena Hnatiuk and Олена Гнатюк.", known)] == [(7,)] * 3


def test_the_longest_of_several_names_wins():
    known = KnownNames([body("Springfield", 1), body("Springfield Water Board", 2)])

    assert matched("The Springfield Water Board sat in Springfield.", known) == [
        ("Springfield Water Board", (2,)),
        ("Springfield", (1,)),
    ]


def test_a_middle_name_may_be_missing_in_the_text():
    assert matched("Yesterday Jane Roe spoke.", KnownNames([person("Jane Q. Roe", 1)])) == [("Jane Roe", (1,))]


def test_an_initial_matches_with_its_full_stop():
    known = KnownNames([person("Jane Q. Roe", 1), person("Jane Roe", 1)])

    assert matched("Yesterday Jane Q. Roe spoke.", known) == [("Jane Q. Roe", (1,))]
    assert known.exact("Jane Q. Roe", "person") == (1,)


def test_namesakes_are_all_offered():
    known = KnownNames([person("Jane Roe", 1), person("Jane Roe", 2), person("John Roe", 3)])

    assert matched("Jane Roe spoke.", known) == [("Jane Roe", (1, 2))]
    assert known.of_family("Roe") == (1, 2, 3)


def test_words_in_small_letters_are_no_names():
    assert matched("They will hope and may rose.", KnownNames([body("May Rose", 1), body("Hope", 2)])) == []


def test_another_spelling_is_proposed_and_never_found():
    known = KnownNames([person("Volodymyr Hrynko", 1), person("Volodymyr Bondar", 2)])

    assert known.similar("Volodymyr Hrinko") == (1,)
    assert known.exact("Volodymyr Hrinko", "person") == ()
    assert matched("Volodymyr Hrinko spoke.", known) == []


def test_the_kind_is_kept_apart():
    known = KnownNames([person("Lincoln", 1), body("Lincoln", 2)])

    assert known.exact("lincoln", "person") == (1,)
    assert known.exact("Lincoln", "organisation") == (2,)


def test_looking_up_costs_no_more_with_many_names():
    """A word is looked up once in a dictionary, so that the work does not grow with the number of names."""
    letters = random.Random(1)
    names = ["".join(letters.choices("abcdefghij", k=6)).title() for _ in range(2000)]
    known = KnownNames(person(f"{first} {last}", key) for key, (first, last) in enumerate(itertools.pairwise(names)))
    looked_up = []

    class Counting(dict):
        def get(self, key, default=None):
            looked_up.append(key)
            return super().get(key, default)

    known._longest = Counting(known._longest)
    matched("The Mayor and the Council of Springfield met on Monday with Jane Roe.", known)

    assert len(looked_up) <= 13
