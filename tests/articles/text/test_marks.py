import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.marks import stretches


def paragraphs(text: str) -> list[tuple[int, int]]:
    places, start = [], 0
    for line in text.split("\n"):
        places.append((start, start + len(line)))
        start += len(line) + 1
    return [place for place in places if place[0] < place[1]]


def inside(text: str) -> list[str]:
    return [text[found.start : found.end] for found in stretches(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we go” and left.", ["we go"]),
        ('He said "we go" and left.', ["we go"]),
        ("Er sagte „wir gehen“ und ging.", ["wir gehen"]),
        ("Er sagte „wir gehen” und ging.", ["wir gehen"]),
        ("Il a dit « nous partons » et partit.", [" nous partons "]),
        ("Sie sagte »wir gehen« und ging.", ["wir gehen"]),
        ("She said “he told me ‘no’ twice” today.", ["he told me ‘no’ twice"]),
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ('"They called it “dead wrong” in May," she said.', ["They called it “dead wrong” in May,"]),
        ('“They called it "dead wrong" in May,” she said.', ['They called it "dead wrong" in May,']),
        ('"They shout "Now!" at night." Nobody slept.', ['They shout "Now!" at night.']),
        ('"The mayor called it “dead wrong” and left.', ["dead wrong"]),
        ("She said: ““We go now.”", ["We go now."]),
        ('They all fear it."We are leaving." He went.', ["We are leaving."]),
        ("“Yes”—and “no”—are answers.", ["Yes", "no"]),
        ("(“Perhaps”)", ["Perhaps"]),
    ],
)
def test_each_style_of_marks_is_read(text, expected):
    assert inside(text) == expected


def test_single_marks_count_only_in_a_text_without_double_ones():
    assert inside("‘We are leaving,’ she said. ‘It’s late.’") == ["We are leaving,", "It’s late."]
    assert inside("'We are leaving,' she said. 'It's late.'") == ["We are leaving,", "It's late."]
    assert inside("“Yes,” she said of the ‘new’ plan.") == ["Yes,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We go,’ she said. ‘He told us “no way” twice,’ she added.", ["We go,", "He told us “no way” twice,"]),
        ("'We go,' she said. 'He told us \"no\" twice,' she added.", ["We go,", 'He told us "no" twice,']),
        ("It’s the workers’ road, she said. He called it “a mess.”", ["a mess."]),
        ("The mayor wouldn't 'go now,' she said. He called it \"a mess.\"", ["a mess."]),
    ],
)
def test_single_marks_count_where_all_double_ones_stand_inside_them(text, expected):
    assert inside(text) == expected


def test_apostrophes_and_inches_open_nothing():
    assert inside("The workers’ hall and rock 'n' roll in the '90s.") == []
    assert inside("He is 6'2\" tall and she is 5'9\" tall.") == []


def test_a_paragraph_opened_again_stays_open_to_its_end():
    text = "“We began early.\n“We ended late,” she said."

    first, second = stretches(text, paragraphs(text))

    assert (text[first.start : first.end], first.closed, first.reopened) == ("We began early.", False, True)
    assert (text[second.start : second.end], second.closed) == ("We ended late,", True)


def test_a_missing_closing_mark_runs_to_the_end_of_the_paragraph():
    text = "She said: “We began early.\nNobody answered."

    (only,) = stretches(text, paragraphs(text))

    assert (text[only.start : only.end], only.closed, only.reopened) == ("We began early.", False, False)


def test_an_opening_mark_before_the_first_is_closed_starts_afresh():
    assert inside("A lone “mark here, then he said “we go” and left.") == ["we go"]


def test_a_straight_mark_with_its_space_on_the_wrong_side_still_opens():
    assert inside('Roe said," We walked home". They did.') == [" We walked home"]


def test_a_mark_left_over_is_no_stretch():
    assert inside("It ended” there.") == []
    assert inside("””” “”") == []


@given(st.text(alphabet="“”„«»\"'‘’ a.,\n", max_size=80))
def test_stretches_lie_in_order_inside_their_paragraphs(text):
    places = paragraphs(text)
    end = 0
    for found in stretches(text, places):
        assert end <= found.outer_start < found.start < found.end <= found.outer_end
        assert any(start <= found.outer_start and found.outer_end <= stop for start, stop in places)
        end = found.outer_end


def test_closing_marks_on_both_sides_are_read_as_marks():
    assert inside("She told them ”we go” and left.") == ["we go"]
    assert inside("It ended” there, he said ” or so.") == []
