import pytest

from articles.text.reading import read


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("“Go,” Jane Roe said in a post on X.", "in a post on X"),
        ("“Go,” Jane Roe said in a post on X. John Doe left.", "in a post on X"),
        ("“Go,” Jane Roe posted on X this week.", "on X"),
        ("“Go,” Jane Roe told Francis X. Doe.", "told Francis X. Doe"),
        ("“Go,” Jane Roe said at a rally in the U.S.", "at a rally in the U.S."),
        ("“Go,” Jane Roe told the Springfield Herald.", "told the Springfield Herald"),
        ("“Go,” Jane Roe told reporters on Monday.", "told reporters"),
        ("“Go,” Jane Roe said in a statement.", "in a statement"),
        ("“Go,” Jane Roe said at a rally in Springfield on Monday.", "at a rally in Springfield"),
        (
            "“Go,” Jane Roe said in an interview with the Springfield Herald.",
            "in an interview with the Springfield Herald",
        ),
        ("In a statement on Monday, Jane Roe said: “Go.”", "In a statement"),
        ("“Go,” Jane Roe said on Monday.", None),
        ("“Go,” Jane Roe said in anger.", None),
    ],
)
def test_where_words_were_spoken(text, venue):
    (quote,) = read(text).quotes

    assert (text[quote.venue.start : quote.venue.end] if quote.venue else None) == venue


def test_the_venue_holds_for_every_segment():
    text = "“Go,” Jane Roe said in a post on X. “It is late.”"

    (quote,) = read(text).quotes

    assert len(quote.segments) == 2
    assert text[quote.venue.start : quote.venue.end] == "in a post on X"
