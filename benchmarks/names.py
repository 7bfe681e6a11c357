"""Measures which people the reader of text names: python benchmarks/names.py GOLD.jsonl [--mistakes].

GOLD holds one JSON object a line: doc_id, text, people [{name, mentions [[start, end]]}], not_people [[start, end]].
A person found is right when a place that names them touches one that names a person of the gold; each of the gold is
found once. Whoever is found on words of not_people (characters of fiction, accounts, bodies) does not count.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.text.findings import NamedPerson
from articles.text.reading import read
from benchmarks.quotes import overlap, rates


def measure(documents: list[dict]) -> tuple[Counter, list[str]]:
    """The counts, and a line for each mistake."""
    counts: Counter = Counter()
    mistakes = []
    for document in documents:
        left = list(document["people"])
        counts["gold"] += len(left)
        for person in read(document["text"]).people:
            named = next((each for each in left if touches(person, each["mentions"])), None)
            if named:
                left.remove(named)
            elif touches(person, document["not_people"]):
                continue
            else:
                mistakes.append(
                    f"{document['doc_id']}: nobody of the gold: {person.name} ({person.tier}, {person.rule})"
                )
            counts["found"] += 1
            counts["right"] += named is not None
            counts[f"tier {person.tier}"] += 1
            counts[f"tier {person.tier} right"] += named is not None
        mistakes += [f"{document['doc_id']}: missed: {each['name']}" for each in left]
    return counts, mistakes


def touches(person: NamedPerson, places: list[list[int]]) -> bool:
    return any(overlap(mention, tuple(place)) for mention in person.mentions for place in places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--mistakes", action="store_true", help="print each mistake instead of the summary")
    options = parser.parse_args()
    lines = options.gold.read_text(encoding="utf-8").splitlines()
    counts, mistakes = measure([json.loads(line) for line in lines if line.strip()])
    if options.mistakes:
        print("\n".join(mistakes))
        return
    print("people ", rates(counts["right"], counts["found"], counts["gold"]))
    for tier in "AB":
        print(f"tier {tier}: {counts[f'tier {tier} right']} right of {counts[f'tier {tier}']}")


if __name__ == "__main__":
    main()
