"""Measures search against 200 queries with known answers: python benchmarks/gold.py [--write].

The stories and the people and bodies in them are loaded into the database in use, searched, and taken out again.
Printed is each query whose answer is not among the first three of its group, then the share of those that are. With
--write the first three of every query are kept in tests/samples/search/top.json, to which both databases are held.
"""

import argparse
import datetime
import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ.setdefault("SECRET_KEY", "for measuring only")

import django  # noqa: E402

django.setup()

from django.db import connection, transaction  # noqa: E402

from articles.models import Article, Mention, Quote  # noqa: E402
from newsroom.lib.html import paragraphs  # noqa: E402
from newsroom.lib.slugbatches import give_slugs  # noqa: E402
from newsroom.search.asked import Asked  # noqa: E402
from newsroom.search.finding import search_in  # noqa: E402
from people.models import Organisation, OtherName, Person  # noqa: E402

FOLDER = ROOT / "tests" / "samples" / "search"
TOP = 3


class Wanted(NamedTuple):
    """A query as typed, the group its answer is in, and how every right answer's line begins."""

    group: str
    q: str
    answers: tuple[str, ...]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="keep the first three of every query")
    options = parser.parse_args()
    with transaction.atomic():
        load()
        found = {wanted: top(wanted) for wanted in gold()}
        transaction.set_rollback(True)
    missed = [wanted for wanted, lines in found.items() if not is_right(wanted, lines)]
    for wanted in missed:
        print(f"{wanted.group}: {wanted.q}\n    wanted {wanted.answers}\n    found  {found[wanted]}")
    print(f"{connection.vendor}: {len(found) - len(missed)} of {len(found)}, {1 - len(missed) / len(found):.1%}")
    if options.write:
        (FOLDER / "top.json").write_text(written(found), encoding="utf-8")


def gold():
    """Every Wanted."""
    lines = (FOLDER / "gold.tsv").read_text(encoding="utf-8").splitlines()
    return [Wanted(group, q, tuple(answers.split(" | "))) for group, q, answers in (line.split("\t") for line in lines)]


def top(wanted):
    """The first three answers of the group, each as one line."""
    page = search_in(wanted.group, Asked({"q": wanted.q}), size=TOP).page
    return [line(row) for row in page.rows]


def line(row):
    if isinstance(row, Quote):
        return f"{row.speaker or row.organisation}: {row.text[:60]}"
    return str(row)


def is_right(wanted, lines):
    """Whether one of the right answers is among the lines."""
    return any(found.startswith(answer) for found in lines for answer in wanted.answers)


def written(found):
    """What is found for every query, as JSON with a query on each line."""
    lines = (json.dumps([wanted.group, wanted.q, lines], ensure_ascii=False) for wanted, lines in found.items())
    return "[\n" + ",\n".join(lines) + "\n]\n"


def load():
    """Insert the stories with their people, organisations, quotes and mentions, the same way on both databases."""
    cast = json.loads((FOLDER / "cast.json").read_text(encoding="utf-8"))
    nouns = {noun.name: noun for model, key in ((Person, "people"), (Organisation, "organisations"))
             for noun in _nouns(model, cast[key])}  # fmt: skip
    stories = [json.loads(text) for text in (FOLDER / "wikinews.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [_article(story) for story in stories]
    give_slugs(articles)
    Article.objects.bulk_create(articles)
    Mention.objects.bulk_create(mention for article in articles for mention in _mentions(article, nouns.values()))
    Quote.objects.bulk_create(
        _quote(article, said, nouns[said["speaker"]])
        for article, story in zip(articles, stories, strict=True)
        for said in story["quotes"]
    )


def _nouns(model, rows):
    nouns = [model(name=row["name"]) for row in rows]
    for noun in nouns:
        noun.derive()
    give_slugs(nouns)
    model.objects.bulk_create(nouns)
    owner = model._meta.model_name
    others = [
        OtherName(**{owner: noun}, text=text) for noun, row in zip(nouns, rows, strict=True) for text in row["others"]
    ]
    for other in others:
        other.derive()
    OtherName.objects.bulk_create(others)
    return nouns


def _article(story):
    article = Article(
        headline=story["headline"],
        body=paragraphs(story["text"]),
        source_url=story["url"],
        state=Article.State.PUBLISHED,
        publish_at=datetime.datetime.combine(
            datetime.date.fromisoformat(story["date"]), datetime.time(12), datetime.UTC
        ),
    )
    article.derive()
    return article


def _mentions(article, nouns):
    for noun in nouns:
        if noun.name in article.body_text:
            owner = {noun._meta.model_name: noun}
            yield Mention(article=article, **owner, names=[noun.name], published_at=article.publish_at)


def _quote(article, said, speaker):
    is_person = isinstance(speaker, Person)
    quote = Quote(
        article=article,
        speaker_kind="person" if is_person else "organisation",
        speaker=speaker if is_person else None,
        organisation=None if is_person else speaker,
    )
    start, spans = 0, []
    for words in said["words"]:
        start = article.body_text.index(words, start)
        spans.append((start, start + len(words)))
    quote.anchor_to(spans)
    quote.derive()
    return quote


if __name__ == "__main__":
    main()
