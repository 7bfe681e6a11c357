"""Times the reader of text with many known names, and on texts 1, 10 and 100 times as long.

python benchmarks/reading.py [--names 100000]. The texts are the stories of the test samples; the names are made up.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.text.names import KnownName, KnownNames
from articles.text.reading import read

STORIES = Path(__file__).resolve().parent.parent / "tests" / "samples" / "quotes" / "wikinews.jsonl"
HARD = {
    "only opening marks": "“",
    "straight marks": '"',
    "marks before words": ' "a',
    "marks of all kinds": "„a“ «b» “c ”",
    "single marks": "‘a’ 'b ",
    "capitals": "Jane Roe ",
    "brackets": "(",
    "verbs of saying": "and said ",
    "no spaces": "a",
    "accents": "e\u0301\u0308 ",
    "emoji": "“👩‍🚒 we go,” ",
    "right to left": "«אנחנו» ",
    "entities": "&quot;we go&quot; ",
}
LETTERS = "abcdefghijklmnoprstuvz"


def made_up(number: int, chance: random.Random) -> KnownNames:
    """That many names: three of four of people, the others of organisations."""
    words = ["".join(chance.choices(LETTERS, k=chance.randint(4, 9))).title() for _ in range(20_000)]
    names = (f"{chance.choice(words)} {chance.choice(words)}" for _ in range(number))
    return KnownNames(
        KnownName(name if key % 4 else f"{name} Council", key, "person" if key % 4 else "organisation")
        for key, name in enumerate(names)
    )


def milliseconds(text: str, known: KnownNames, times: int = 5) -> float:
    """The shortest of several readings, which other work on the machine disturbs least."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        read(text, known)
        taken.append(time.process_time() - began)
    return 1000 * min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--names", type=int, default=100_000)
    options = parser.parse_args()
    stories = [json.loads(line)["text"] for line in STORIES.read_text(encoding="utf-8").splitlines()]
    began = time.process_time()
    known = made_up(options.names, random.Random(1))
    print(f"{options.names:,} known names taken in in {time.process_time() - began:.1f} s")
    times = sorted(milliseconds(story, known) for story in stories)
    print(f"a story: {sum(times) / len(times):.1f} ms, 95th percentile {times[int(len(times) * 0.95)]:.1f} ms")
    for factor in (1, 10, 100):
        lines = milliseconds("\n".join([stories[0]] * factor), known, 2)
        paragraph = milliseconds(" ".join([stories[0].replace("\n", " ")] * factor), known, 2)
        length = len(stories[0]) * factor
        print(f"{length:>9,} characters: {lines:8.1f} ms in paragraphs, {paragraph:8.1f} ms in one")
    print("one paragraph of              3,000      30,000     300,000 characters")
    for name, piece in HARD.items():
        taken = [milliseconds(piece * (length // len(piece)), known, 1) for length in (3_000, 30_000, 300_000)]
        print(f"{name:20s}" + "".join(f"{each:9.1f} ms" for each in taken))


if __name__ == "__main__":
    main()
