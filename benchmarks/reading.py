"""Times the reader of text with many known names, and on texts 1, 10 and 100 times as long.

python benchmarks/reading.py [ARTICLES.jsonl] [--names 100000]. ARTICLES holds one JSON object with a text a line; where
it is given these articles alone are timed, else the stories of the test samples. The names are made up.
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


def in_short(times: list[float], lengths: list[int]) -> str:
    """Mean and percentiles of the times, and how long the texts are."""
    times, lengths = sorted(times), sorted(lengths)
    mean, half, most = sum(times) / len(times), len(times) // 2, int(len(times) * 0.95)
    return (
        f"mean {mean:.1f} ms, median {times[half]:.1f} ms, 95th percentile {times[most]:.1f} ms"
        f" (characters: median {lengths[half]:,}, 95th percentile {lengths[most]:,})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path, nargs="?")
    parser.add_argument("--names", type=int, default=100_000)
    options = parser.parse_args()
    lines = (options.articles or STORIES).read_text(encoding="utf-8").splitlines()
    stories = [json.loads(line)["text"] for line in lines if line.strip()]
    began = time.process_time()
    known = made_up(options.names, random.Random(1))
    print(f"{options.names:,} known names taken in in {time.process_time() - began:.1f} s")
    print("an article:", in_short([milliseconds(story, known) for story in stories], [len(story) for story in stories]))
    if not options.articles:
        _long_texts(stories[0], known)


def _long_texts(story: str, known: KnownNames) -> None:
    """The same story over and over, and paragraphs of what is hard to read."""
    for factor in (1, 10, 100):
        lines = milliseconds("\n".join([story] * factor), known, 2)
        paragraph = milliseconds(" ".join([story.replace("\n", " ")] * factor), known, 2)
        length = len(story) * factor
        print(f"{length:>9,} characters: {lines:8.1f} ms in paragraphs, {paragraph:8.1f} ms in one")
    print("one paragraph of              3,000      30,000     300,000 characters")
    for name, piece in HARD.items():
        taken = [milliseconds(piece * (length // len(piece)), known, 1) for length in (3_000, 30_000, 300_000)]
        print(f"{name:20s}" + "".join(f"{each:9.1f} ms" for each in taken))


if __name__ == "__main__":
    main()
