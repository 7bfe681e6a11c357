"""`read --json`: places and events come with their mentions."""

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
