import pytest

from articles.text.reading import read


def quoted(text: str) -> list[str]:
    return [text[start:end] for quote in read(text).quotes for start, end in quote.segments]


@pytest.mark.parametrize(
    "text",
    [
        "He read “The Long Way Home”.",
        "She wrote “Dust of the Road” in 1869.",
        "She wrote “Dust of the Road” on a rainy day.",
        "They sang “Quiet Rain”.",
        "They sang the famous “Quiet Rain” at noon.",
        "Jane Roe has directed “Roads of Dust” for the stage.",
        "The band played “Long Road,” and left.",
        "They performed “Long Night.”",
        "She recorded “Hallway” in 2015.",
        "They watched “Icebound” again.",
        "He wrote “Long Road,” “Old Rain” and “Dust Town” there.",
        "The Herald published “Ten Ways to Sleep” on Monday.",
        "She went home after reading “The Long Way Home” aloud.",
        "Her brother reads “The Long Way Home” every year.",
        "The plays “Old Town” and “Rain on Rain” came.",
    ],
)
def test_a_title_behind_a_verb_of_making_or_taking_in_works_is_no_quotation(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He read “we will go” from the letter.", "we will go"),
        ("They sang “we shall go home” at him.", "we shall go home"),
        ("She wrote, “I am going home.”", "I am going home."),
        ("She wrote, “I Am Going Home.”", "I Am Going Home."),
        ("“I Am Going Home,” she wrote.", "I Am Going Home,"),
        ("They sang “Go! Go Home!” at him.", "Go! Go Home!"),
        ("She wrote “Sorry” to him.", "Sorry"),
        ("She wrote “Long Live Rain” in chalk on the wall.", "Long Live Rain"),
        ("They held a sign that read “Make Roads”.", "Make Roads"),
        ("Banners read “Make Roads” in red.", "Make Roads"),
        ("Jane Roe held a sign reading “Make More Roads” there.", "Make More Roads"),
        ("Her T-shirt read “Make More Roads” that day.", "Make More Roads"),
        ("Mayor Jane Roe Read “We Will Go Home Soon” to Council", "We Will Go Home Soon"),
    ],
)
def test_what_is_said_or_stands_on_a_sign_is_a_quotation(text, words):
    assert quoted(text) == [words]


def test_a_title_leaves_the_quotation_beside_it_to_its_speaker():
    text = "Jane Roe, who wrote “Long Road,” said “we go” to all."

    (quote,) = read(text).quotes

    assert (quote.speaker.name, quote.rule) == ("Jane Roe", "the speaker and a verb of saying lead to the quotation")
