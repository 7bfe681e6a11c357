"""`read`: places and events come with their mentions; the table keeps within its width."""

from articles.management.commands.read import as_data, as_table
from articles.text.reading import read

STORY = "She left Paris before the Geneva talks. In Paris it rained."


def test_places_and_events_are_told_with_their_mentions():
    told = as_data(read(STORY))

    named = {key: [(one["name"], len(one["mentions"])) for one in told[key]] for key in ("places", "events")}
    assert named == {"places": [("Paris", 2), ("Geneva", 1)], "events": [("Geneva talks", 1)]}
    [event] = told["events"]
    assert [STORY[place["start"] : place["end"]] for place in event["mentions"]] == ["Geneva talks"]


def test_the_table_lists_them_too():
    lines = [line.strip() for line in as_table(read(STORY), STORY)]

    assert lines[lines.index("Places") :][:5] == ["Places", "Paris", "Geneva", "Events", "Geneva talks"]


def test_the_table_keeps_within_its_width_and_loses_no_words():
    text = (
        "Former Mayor Jane Roe, chair, Springfield Water Board, called the road “a very long and empty and winding "
        "way to go home in the rain on a Sunday.” She said the council would meet again on Monday."
    )

    lines = as_table(read(text), text, width=40)

    told = " ".join(line.strip() for line in lines)
    assert max(map(len, lines)) <= 40
    assert "Jane Roe: former Mayor; chair, Springfield Water Board" in told
    assert "“a very long and empty and winding way to go home in the rain on a Sunday.” (the speaker" in told
    assert "Without marks Jane Roe: the council would meet again on Monday" in told


def test_a_post_that_names_its_body_is_told_once():
    text = "Then Secretary of the Navy Jane Roe spoke."

    assert "Jane Roe: Secretary of the Navy" in " ".join(as_table(read(text), text))
    assert "Navy, Navy" not in " ".join(as_table(read(text), text))


def test_a_text_that_names_nobody_says_so():
    assert as_table(read("It rained."), "It rained.") == ["  Nobody and nothing is named."]
