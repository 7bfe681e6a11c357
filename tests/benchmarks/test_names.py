"""The measure of the people named in a text, and the floor the reader must not fall below."""

import json
from pathlib import Path

from benchmarks.names import measure

STORIES = Path(__file__).parent.parent / "samples" / "quotes" / "wikinews.jsonl"


def test_on_news_stories_the_people_named_stay_above_their_floor():
    counts, _ = measure([json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()])

    assert counts["right"] / counts["found"] >= 0.96
    assert counts["right"] / counts["gold"] >= 0.70


def test_people_are_told_from_the_missed_the_invented_and_those_of_fiction():
    text = "Mayor Jane Roe met Count Omar Reyes. Mayor John Doe, the actor Ann Lee and nobody else came."
    place = {name: [text.index(name), text.index(name) + len(name)] for name in ("Jane Roe", "Omar Reyes", "Ann Lee")}
    document = {
        "doc_id": "d",
        "text": text,
        "people": [{"name": name, "mentions": [place[name]]} for name in ("Jane Roe", "Ann Lee")]
        + [{"name": "nobody", "mentions": [[text.index("nobody"), text.index("nobody") + 6]]}],
        "not_people": [place["Omar Reyes"]],
    }

    counts, mistakes = measure([document])

    assert (counts["right"], counts["found"], counts["gold"]) == (2, 3, 3)
    assert [line.rpartition(": ")[2] for line in mistakes if "missed" in line] == ["nobody"]
    assert any("John Doe" in line for line in mistakes)
