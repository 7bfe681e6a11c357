"""Measures how anchors survive edits: python benchmarks/anchors.py [FILE…] [--steps N] [--rounds N] [--seed N].

FILEs are plain texts, or CSV files with a column "text"; without any, a short story of our own is edited. In each text
quotations and stretches of one to twenty words are anchored, the text is edited N times in a row, and each anchor is
looked up again. Where the words went is known, because the edits carry the tracked stretch along. A line for each kind
of edit says how many anchors were found there (exact or moved), how many were given up (changed, ambiguous, orphaned),
and how many were found in a place that is not theirs: "wrong", which has to stay 0.
"""

import argparse
import csv
import random
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.text.anchors import SOUND, State, anchor, find, same_words
from tests.articles.text.edits import (
    STORY,
    Sentence,
    change_quotation_marks,
    decompose,
    delete,
    duplicate,
    insert,
    reorder,
    text_and_places,
)

QUOTATION = re.compile(r"“([^“”]{2,400})”|\"([^\"\n]{2,400})\"")
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])|\n+")
OTHER_WORDS = "Nothing of the kind was ever put like that"
WORDS = (1, 1, 2, 3, 5, 10, 20)
LINE = "{:<24} {:>7} {:>8} {:>8} {:>9} {:>10} {:>9} {:>6}"


def change_a_word(sentences, at, to):
    """Outside the tracked stretch, in the same sentence when it is long enough."""
    sentence = sentences[at]
    before, after = sentence.quoted or (len(sentence.text), len(sentence.text))
    words = [word for word in re.finditer(r"\w+", sentence.text) if word.end() < before or word.start() > after]
    if not words:
        return sentences
    word = words[to % len(words)]
    grown = len("Otherwise") - len(word[0]) if word.end() < before else 0
    quoted = (before + grown, after + grown) if sentence.quoted else None
    text = sentence.text[: word.start()] + "Otherwise" + sentence.text[word.end() :]
    return [*sentences[:at], Sentence(text, quoted), *sentences[at + 1 :]]


def change_near_it(sentences, _at, to):
    """A word of a sentence that holds the stretch."""
    return change_a_word(sentences, next((i for i, s in enumerate(sentences) if s.quoted), 0), to)


def change_its_words(sentences, _at, to):
    """A word of the tracked stretch itself; from then on it is nowhere."""
    return [
        Sentence(s.text[: s.quoted[0]] + OTHER_WORDS + s.text[s.quoted[1] :])
        if s.quoted and to % 2 == 0
        else _altered(s, to)
        for s in sentences
    ]


def _altered(sentence, to):
    if not sentence.quoted:
        return sentence
    start, end = sentence.quoted
    words = sentence.text[start:end].split(" ")
    words[to % len(words)] = "Otherwise"
    return Sentence(sentence.text[:start] + " ".join(words) + sentence.text[end:])


def delete_its_sentence(sentences, _at, _to):
    """Every copy of it, also one that stood in the text already."""
    gone = {sentence.text for sentence in sentences if sentence.quoted}
    return [sentence for sentence in sentences if sentence.text not in gone]


AROUND = [insert, delete, reorder, duplicate, change_a_word, change_near_it, change_quotation_marks, decompose]
AWAY = [change_its_words, delete_its_sentence]


def main():
    options = arguments()
    draw = random.Random(options.seed)
    texts = [text for path in options.files for text in texts_of(path)] or [" ".join(STORY)]
    counts, started, wrong = defaultdict(Counter), time.perf_counter(), []
    looked_up = 0.0
    for _ in range(options.rounds):
        for text in texts:
            for sentences in tracked(text, draw, options.words):
                before, places = text_and_places(sentences)
                made = anchor(before, *places[0])
                kind, after = edited(sentences, draw, options.steps)
                now, places = text_and_places(after)
                since = time.perf_counter()
                found = find(now, made, hint=before.index(made.exact))
                looked_up += time.perf_counter() - since
                outcome = judged(now, found, places, made.exact)
                counts[kind][outcome] += 1
                if outcome == "wrong":
                    wrong.append((kind, made, now[max(0, found.start - 60) : found.end + 60]))
                elif options.lost and places and found.state not in SOUND:
                    where = now[max(0, places[0][0] - 60) : places[0][1] + 60]
                    print(
                        f"{outcome} after {kind}: {made.prefix!r} [{made.exact}] {made.suffix!r}\n  stood in: {where!r}"
                    )
    report(counts)
    total = sum(sum(each.values()) for each in counts.values())
    print(f"{total} anchors, {looked_up / total * 1000:.2f} ms each to find, {time.perf_counter() - started:.0f} s")
    for kind, made, where in wrong[: options.show]:
        print(f"\nWRONG after {kind}: {made.prefix!r} [{made.exact}] {made.suffix!r}\n  found in: {where!r}")
    return 1 if wrong else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--steps", type=int, default=1, help="edits between anchoring and finding (1)")
    parser.add_argument("--rounds", type=int, default=1, help="how often each text is gone through (1)")
    parser.add_argument("--words", type=float, default=0.4, help="share of sentences with any words anchored (0.4)")
    parser.add_argument("--seed", type=int, default=20260205)
    parser.add_argument("--show", type=int, default=5, help="wrong ones to print (5)")
    parser.add_argument("--lost", action="store_true", help="print those given up although their words still stand")
    return parser.parse_args()


def texts_of(path):
    if path.suffix != ".csv":
        return [path.read_text()]
    with path.open(newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def tracked(text, draw, share_of_words):
    """The text as sentences, again and again, each time with another stretch of it tracked."""
    sentences = [Sentence(part) for part in SENTENCE_END.split(text) if part and part.strip()]
    for at, sentence in enumerate(sentences):
        for span in spans_in(sentence.text, draw, share_of_words):
            yield [*sentences[:at], Sentence(sentence.text, span), *sentences[at + 1 :]]


def spans_in(text, draw, share_of_words):
    """The quotations of a sentence, and now and then any stretch of its words."""
    for match in QUOTATION.finditer(text):
        words = (match[1] or match[2]).strip()
        start = text.index(words, match.start())
        yield start, start + len(words)
    words = [] if "[" in text else list(re.finditer(r"\S+", text))
    if words and draw.random() < share_of_words:
        first = draw.randrange(len(words))
        last = min(first + draw.choice(WORDS), len(words)) - 1
        yield words[first].start(), words[last].end()


def edited(sentences, draw, steps):
    """One kind of edit when it is one step, else any; (its name, the sentences afterwards)."""
    names = []
    for step in range(steps):
        edit = draw.choice(AROUND + AWAY if step == steps - 1 else AROUND)
        names.append(edit.__name__)
        at, to = draw.randrange(max(1, len(sentences))), draw.randrange(max(1, len(sentences)))
        sentences = edit(sentences, at, to) if sentences else sentences
    gone = names[-1] in {edit.__name__ for edit in AWAY}
    return names[0] if steps == 1 else ("several, words gone" if gone else "several, around"), sentences


def judged(text, found, places, exact):
    if found.state not in SOUND:
        return str(found.state)
    words = unicodedata.normalize("NFC", text[found.start : found.end])
    here = any(found.start < end and start < found.end for start, end in places)
    return str(found.state) if here and same_words(words, exact) else "wrong"


def report(counts):
    columns = [*map(str, State), "wrong"]
    print(LINE.format("edit", "sound %", *columns))
    for kind in sorted(counts):
        each = counts[kind]
        sound = 100 * (each["exact"] + each["moved"]) / sum(each.values())
        print(LINE.format(kind, f"{sound:.2f}", *(each[column] for column in columns)))


if __name__ == "__main__":
    sys.exit(main())
