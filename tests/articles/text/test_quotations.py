import datetime

import pytest

from articles.text.reading import read
from articles.text.sentences import LONGEST_SENTENCE
from articles.text.story import Story


def segments(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in quote.segments] for quote in read(text).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” Jane Roe said. “It is late.”", [["We go,", "It is late."]]),
        ("“If we go,” Jane Roe said, “we go now.”", [["If we go,", "we go now."]]),
        ("“We go.\n“It is late,” Jane Roe said.", [["We go.", "It is late,"]]),
        ("« We go now », Jane Roe said.", [["We go now"]]),
        ("“We go,” Jane Roe said. “Never,” said John Doe.", [["We go,"], ["Never,"]]),
        ("“We go,” Jane Roe said.\n“It is late,” she added.", [["We go,"], ["It is late,"]]),
        ("“We go,” Jane Roe said as John Doe yelled: “Never!”", [["We go,"], ["Never!"]]),
        ("Jane Roe called it “late” and “wet and cold”.", [["late"], ["wet and cold"]]),
        ("“We go,” Jane Roe said. She called it “late”.", [["We go,"], ["late"]]),
    ],
)
def test_stretches_are_joined_only_where_the_attribution_interrupts(text, expected):
    assert segments(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We go at once,” Jane Roe said.", "direct"),
        ("Jane Roe said: “We go at once.”", "direct"),
        ("Jane Roe called it “wet and cold” on Monday.", "partial"),
        ("Jane Roe said it was “wet and cold,” with more to come.", "partial"),
    ],
)
def test_direct_and_partial(text, kind):
    assert [quote.kind for quote in read(text).quotes] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "She sang in the film “Morning Town” last year.",
        "They named the boat “Morning Star” in May.",
        "It was a so-called “closed” primary for many.",
        "“Road closed in Springfield” — Springfield Herald, August 15, 2008",
        "“Top secret” is the highest of the four levels.",
        "She acts in the hit play, “Roads,” this year.",
        "Guests watched “Morning Town” ads all night.",
        "New today: “Road closed in Springfield,” by Jane Roe",
        "“Stop the rain, save the road” (2008) won a prize.",
        "“A road runs through it and nobody minds” https://example.org/road",
        "The Herald ran the headline “Mayor Quits After Vote” on Monday.",
        "The “Morning Star” ferry left the harbour.",
        "MAYOR CALLS ROAD “A MESS” AFTER RAIN",
    ],
)
def test_names_scare_quotes_and_headlines_are_no_quotations(text):
    assert segments(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fans rose to chants of “Road Town Forever” on Monday.", "Road Town Forever"),
        ("Jane Roe laughed at his “grumpy” remark on Monday.", "grumpy"),
        ("Jane Roe wrote of the “Great Flood” that took her home.", "Great Flood"),
    ],
)
def test_chants_and_what_people_call_things_are_quotations(text, words):
    assert segments(text) == [[words]]


def test_a_sure_rule_makes_tier_a_and_a_guess_tier_c():
    text = "“We go,” Jane Roe said.\nJane Roe was after “a great many fine old roads” there."

    assert [quote.tier for quote in read(text).quotes] == ["A", "C"]


def test_what_goes_on_with_a_guessed_speaker_is_a_guess():
    guessed = "The mayor opened her “long and empty road” on Monday. “It is long,” the sign beside it had it."
    followed = "The mayor opened her “long and empty road” on Monday. “It is long. It is empty.”"

    assert [quote.tier for quote in read(followed).quotes] == ["C", "C"]
    assert read(guessed).quotes[0].tier == "C"


def test_of_two_paragraphs_left_open_the_one_that_names_a_speaker_tells():
    text = "“We go,” Jane Roe said.\n\n“We have waited long.\n\n“Now we leave,” she said."

    quote = read(text).quotes[1]

    assert (quote.tier, len(quote.segments), text[quote.cue.start : quote.cue.end]) == ("A", 2, "said")


def test_the_cue_and_the_day_are_told():
    text = "“We go,” Jane Roe said on Monday."

    (quote,) = read(text, dated=datetime.date(2026, 2, 5)).quotes

    assert text[quote.cue.start : quote.cue.end] == "said"
    assert quote.said_on == "2026-02-02"


def test_a_long_paragraph_full_of_marks_is_read():
    text = "“We go,” Jane Roe said, and John Doe called it “late”. " * 6000

    found = read(text)

    assert len(text) > 300_000
    assert len(found.people) == 2
    assert len(found.quotes) == 12_000


def test_no_sentence_grows_with_the_text():
    (paragraph,) = Story("“We go” and “stay” or " * 5000).paragraphs

    assert max(len(sentence.tokens) for sentence in paragraph.sentences) <= LONGEST_SENTENCE + 1


@pytest.mark.parametrize(
    "junk", ["“" * 3000, "”" * 3000, "“”" * 3000, "“a ” b " * 3000, "A " * 30000, "(" * 30000, ", " * 30000]
)
def test_broken_text_is_read(junk):
    read(junk)


def test_a_family_name_that_two_people_bear_leaves_who_speaks_to_be_checked():
    text = "Ann Roe and Max Roe came. {}\n\n“We are glad,” {} said. “It is late.”"
    alone, full = read(text.format("It rained.", "Roe")), read(text.format("It rained.", "Ann Roe"))
    assert [quote.tier for quote in alone.quotes + full.quotes] == ["B", "A"]
    assert read("Ann Roe came.\n\n“We are glad,” Roe said.").quotes[0].tier == "A"
