"""Queries with known answers: found, and the first three alike on both databases."""

import json

import pytest

from benchmarks import gold


@pytest.mark.django_db
def test_the_right_answer_is_among_the_first_three():
    gold.load()
    found = {wanted: gold.top(wanted) for wanted in gold.gold()}

    right = [wanted for wanted, lines in found.items() if gold.is_right(wanted, lines)]

    assert len(found) == 200
    assert len(right) / len(found) >= 0.95
    kept = json.loads((gold.FOLDER / "top.json").read_text(encoding="utf-8"))
    assert [[*wanted[:2], lines] for wanted, lines in found.items()] == kept


def test_every_right_answer_is_there_to_be_found():
    cast = json.loads((gold.FOLDER / "cast.json").read_text(encoding="utf-8"))
    stories = [json.loads(line) for line in (gold.FOLDER / "wikinews.jsonl").read_text(encoding="utf-8").splitlines()]
    lines = {
        "people": [row["name"] for row in cast["people"]],
        "organisations": [row["name"] for row in cast["organisations"]],
        "articles": [story["headline"] for story in stories],
        "quotes": [f"{said['speaker']}: {' … '.join(said['words'])}" for story in stories for said in story["quotes"]],
    }
    lost = [
        (wanted.q, answer)
        for wanted in gold.gold()
        for answer in wanted.answers
        if not any(line.startswith(answer) for line in lines[wanted.group])
    ]
    assert lost == []
    assert len({wanted[:2] for wanted in gold.gold()}) == len(gold.gold())
