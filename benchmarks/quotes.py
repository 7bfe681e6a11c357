"""Measures the reader of text against gold quotations: python benchmarks/quotes.py GOLD.jsonl [--resolved R --docs D].

GOLD holds one JSON object a line: doc_id, text, ignore [[start, end]], quotes [{qid, type, start, end, speaker_spans,
speaker_heads, speaker_kind}]. A found stretch is a quotation found when it and a gold one overlap for at least 80 % of
what they cover together; its speaker is right when the found phrase covers the head of the gold one.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.text.reading import read

ENOUGH = 0.8
LONGEST_SPEAKER = 120
_EDGES = ' \t\r\n\u00a0“”"„«»'


def found_in(text: str) -> list[dict]:
    """Every stretch the reader takes for a quotation, flat: its place, its speaker's place and name, its tier."""
    found = []
    for quote in read(text).quotes:
        for segment in quote.segments:
            found.append({"span": trimmed(text, *segment), "speaker": quote.speaker, "tier": quote.tier})
    return [each for each in found if each["span"][0] < each["span"][1]]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks and white space at its edges and without a last comma."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return (start, end - 1) if start < end and text[end - 1] == "," else (start, end)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def likeness(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = overlap(one, other)
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared else 0.0


def is_ignored(span: tuple[int, int], ignored: list[list[int]]) -> bool:
    """Whether a prediction lies on words the gold takes no stand on."""
    return any(overlap(span, tuple(gap)) * 2 >= min(span[1] - span[0], gap[1] - gap[0]) > 0 for gap in ignored)


def paired(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> dict[int, int]:
    """Gold number -> found number, each used once, the likest first."""
    likenesses = [
        (likeness(one, other), -abs(one[0] - other[0]), g, f)
        for g, one in enumerate(gold)
        for f, other in enumerate(found)
        if overlap(one, other)
    ]
    pairs: dict[int, int] = {}
    taken = set()
    for score, _, g, f in sorted(likenesses, reverse=True):
        if score >= ENOUGH and g not in pairs and f not in taken:
            pairs[g] = f
            taken.add(f)
    return pairs


def covers_head(speaker, heads: list[list[int]]) -> bool:
    return (
        speaker is not None
        and speaker.end - speaker.start <= LONGEST_SPEAKER
        and any(speaker.start < end and start < speaker.end for start, end in heads)
    )


def words_of(name: str | None) -> list[str]:
    """A name's words in lower case, without possessive endings and full stops."""
    found = re.findall(r"[^\W\d_][\w'’.-]*", name or "")
    return [re.sub(r"['’]s?$", "", word).casefold().strip(".'’-") for word in found]


def names_wanted(document: dict, quote: dict, resolved: dict | None) -> list[str]:
    """The family names that count as right; none when the gold does not say."""
    if resolved is not None and document["doc_id"] not in resolved["_docs"]:
        return []
    by_hand = (resolved or {}).get(document["doc_id"], {}).get(str(quote["qid"]))
    if by_hand == "-":
        return []
    if by_hand:
        return [name.casefold() for name in by_hand.split("|")]
    if quote["speaker_kind"] != "name":
        return []
    heads = [document["text"][start:end] for start, end in quote["speaker_heads"]]
    return [words_of(head)[-1] for head in heads if words_of(head) and head[:1].isupper()]


def measure(documents: list[dict], resolved: dict | None) -> tuple[Counter, list[float], list[str]]:
    """The counts, the seconds each text took, and a line for each mistake."""
    counts: Counter = Counter()
    seconds, mistakes = [], []
    for document in documents:
        began = time.process_time()
        found = found_in(document["text"])
        seconds.append(time.process_time() - began)
        found = [each for each in found if not is_ignored(each["span"], document["ignore"])]
        gold = [trimmed(document["text"], quote["start"], quote["end"]) for quote in document["quotes"]]
        pairs = paired(gold, [each["span"] for each in found])
        counts["found"] += len(found)
        counts["gold"] += len(gold)
        counts["right"] += len(pairs)
        counts["gold with speaker"] += sum(bool(quote["speaker_heads"]) for quote in document["quotes"])
        matched = {f: document["quotes"][g] for g, f in pairs.items()}
        for number, each in enumerate(found):
            _count(document, each, matched.get(number), resolved, counts, mistakes)
        mistakes += [_line(document, gold[g], "missed") for g in range(len(gold)) if g not in pairs]
    return counts, seconds, mistakes


def _count(document: dict, each: dict, quote: dict | None, resolved, counts: Counter, mistakes: list[str]) -> None:
    """One found stretch, with the gold quotation it was paired with, if any."""
    counts["tier " + each["tier"]] += 1
    speaker = each["speaker"]
    if quote is None:
        mistakes.append(_line(document, each["span"], f"not a quotation ({each['tier']})"))
        return
    if quote["speaker_heads"]:
        right = covers_head(speaker, quote["speaker_heads"])
        for part in ("speaker", f"speaker {quote['type']}", f"speaker {quote['speaker_kind']}"):
            counts[part] += 1
            counts[part + " right"] += right
        counts["speaker found"] += speaker is not None
        counts["tier right " + each["tier"]] += right
        if not right:
            told = speaker.text if speaker else "nobody"
            wanted = f"not {told!r} ({each['tier']}, {quote['type']}) but {quote['speaker_text']!r}"
            mistakes.append(_line(document, each["span"], wanted))
    else:
        counts["tier right " + each["tier"]] += speaker is None
    wanted = names_wanted(document, quote, resolved)
    if wanted:
        right = bool(speaker) and bool(set(wanted) & set(words_of(speaker.name or speaker.text)))
        for part in ("name", f"name behind a {quote['speaker_kind']}"):
            counts[part] += 1
            counts[part + " right"] += right
        if not right and quote["speaker_kind"] == "pronoun":
            mistakes.append(_line(document, each["span"], f"name {speaker and speaker.name!r}, not {wanted}"))


def _line(document: dict, span: tuple[int, int], what: str) -> str:
    text = document["text"]
    around = (
        text[max(0, span[0] - 150) : span[0]]
        + "[["
        + text[span[0] : span[1]][:60]
        + "]]"
        + text[span[1] : span[1] + 120]
    )
    return f"{document['doc_id']} {span[0]}: {what}: " + around.replace("\n", " | ")


def rates(right: int, found: int, gold: int) -> str:
    """Precision, recall and F1 in per cent."""
    precision, recall = (100 * right / n if n else 0.0 for n in (found, gold))
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}   ({right} right of {found} found, {gold} in the gold)"


def share(counts: Counter, part: str) -> str:
    right, total = counts[part + " right"], counts[part]
    return f"{100 * right / total if total else 0.0:5.1f} %  ({right} of {total})"


def report(counts: Counter, seconds: list[float]) -> None:
    print("quotations  ", rates(counts["right"], counts["found"], counts["gold"]))
    print("speakers    ", rates(counts["speaker right"], counts["speaker found"], counts["speaker"]))
    print("end to end  ", rates(counts["speaker right"], counts["found"], counts["gold with speaker"]))
    for part in ("speaker direct", "speaker partial", "speaker name", "speaker nominal", "speaker pronoun"):
        print(f"{part:24s}", share(counts, part))
    for part in ("name", "name behind a name", "name behind a pronoun"):
        print(f"{part:24s}", share(counts, part))
    for tier in "ABC":
        total, right = counts["tier " + tier], counts["tier right " + tier]
        of_all = 100 * total / max(1, counts["found"])
        print(f"tier {tier}: {100 * right / max(1, total):5.1f} % right of {total}, {of_all:.0f} % of all")
    ordered = sorted(1000 * each for each in seconds)
    print(f"{sum(ordered) / len(ordered):.1f} ms a text, 95th percentile {ordered[int(len(ordered) * 0.95)]:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--resolved", type=Path, help="JSON: who the pronouns are")
    parser.add_argument("--docs", type=Path, help="JSON list of the only doc_ids to measure")
    parser.add_argument("--mistakes", action="store_true", help="print each mistake instead of the summary")
    options = parser.parse_args()
    documents = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    if options.docs:
        wanted = set(json.loads(options.docs.read_text(encoding="utf-8")))
        documents = [document for document in documents if document["doc_id"] in wanted]
    resolved = json.loads(options.resolved.read_text(encoding="utf-8")) if options.resolved else None
    counts, seconds, mistakes = measure(documents, resolved)
    if options.mistakes:
        print("\n".join(mistakes))
    else:
        report(counts, seconds)


if __name__ == "__main__":
    main()
