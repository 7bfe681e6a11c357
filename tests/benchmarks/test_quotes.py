"""The measure of the reader of text, and the floor it must not fall below."""

import json
from pathlib import Path

from benchmarks.quotes import covers_head, likeness, measure, paired, trimmed

SAMPLES = Path(__file__).parent.parent / "samples" / "quotes"


def gold(name: str) -> list[dict]:
    return [json.loads(line) for line in (SAMPLES / name).read_text(encoding="utf-8").splitlines()]


def test_on_news_stories_the_reader_stays_above_its_floor():
    resolved = json.loads((SAMPLES / "wikinews_resolved.json").read_text(encoding="utf-8"))

    counts, _, _ = measure(gold("wikinews.jsonl"), resolved)

    right, found, wanted = counts["speaker right"], counts["found"], counts["gold with speaker"]
    assert right / found >= 0.84
    assert 2 * right / (found + wanted) >= 0.87
    assert counts["right"] / counts["gold"] >= 0.98
    assert counts["name right"] / counts["name"] >= 0.82


def test_marks_space_and_a_last_comma_do_not_count():
    assert trimmed("x “We go,” y", 2, 10) == (3, 8)
    assert trimmed("“”", 0, 2) == (2, 2)


def test_a_stretch_is_found_when_most_of_both_is_shared():
    assert likeness((0, 10), (0, 10)) == 1
    assert likeness((0, 10), (5, 15)) == 5 / 15
    assert likeness((0, 10), (10, 20)) == 0
    assert paired([(0, 10), (20, 30)], [(21, 30), (0, 4)]) == {1: 0}


def test_a_speaker_is_right_on_the_head_of_the_phrase():
    class Found:
        start, end = 10, 20

    assert covers_head(Found, [[18, 25]])
    assert not covers_head(Found, [[20, 25]])
    assert not covers_head(None, [[0, 5]])


def test_a_gold_file_counts_what_was_missed_and_what_is_no_quotation():
    text = "“We go,” Jane Roe said. “Never,” said John Doe."
    quote = {
        "qid": 0, "type": "direct", "start": 1, "end": 7, "speaker_heads": [[14, 17]], "speaker_kind": "name",
        "speaker_text": "Jane Roe",
    }  # fmt: skip
    document = {"doc_id": "d", "text": text, "ignore": [], "quotes": [quote]}

    counts, _, mistakes = measure([document], None)

    assert (counts["found"], counts["right"], counts["speaker right"], counts["name right"]) == (2, 1, 1, 1)
    assert len(mistakes) == 1
