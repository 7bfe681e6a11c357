"""Measures search on the database in use: python benchmarks/search.py [--articles N] [--runs N].

Each kind of query is asked with words and names drawn from the rows there are, through the whole page. Printed are the
milliseconds that half of them and 95 in a hundred stay under, the worst, the milliseconds of computing in this process
that 95 in a hundred stay under, which a busy machine stretches less, and the queries to the database. The client works
in this process, so the times are without any server's; the work of PostgreSQL is no computing of this process.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "for measuring only")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

import newsroom.wsgi  # noqa: E402, F401 - as a server loads it
from articles.models import Article, Section  # noqa: E402
from people.models import Organisation, Person  # noqa: E402
from people.words import COMMON  # noqa: E402

RUNS, SAMPLE = 20, 400
PLAIN_FILES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@override_settings(STORAGES=PLAIN_FILES)
def main():
    options = arguments()
    missing = options.articles - Article.objects.count()
    if missing > 0:
        call_command("make_corpus", articles=missing)
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    print(f"{connection.vendor}: {Article.objects.count():,} articles, {Person.objects.count():,} people")
    print(f"{'kind of query':<34} {'p50':>8} {'p95':>8} {'worst':>8} {'cpu p95':>8} {'queries':>8}")
    every = []
    for kind, addresses in kinds(random.Random(1), options.runs).items():
        times, queries = measure(client, addresses)
        every += times
        show(kind, times, queries)
    show("all of them", every, "")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=0, metavar="N", help="first make synthetic ones up to so many")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"queries of each kind (default {RUNS})")
    return parser.parse_args()


def kinds(rng, runs):
    """{kind of query: addresses}, drawn from the texts and names there are."""
    texts = [text.split() for text in _sample(Article.objects.published(), "folded")]
    people, bodies = _sample(Person.objects.listed(), "name"), _sample(Organisation.objects.listed(), "name")
    counts = Counter(word for text in texts for word in {*text} - COMMON)
    common = [word for word, count in counts.most_common(40)]
    rare = [word for word, count in counts.items() if count == 1 and word.isalpha()]
    section = Section.objects.values_list("slug", flat=True).first()
    draw = {
        "a common word": lambda: rng.choice(common),
        "two common words": lambda: " ".join(rng.sample(common, 2)),
        "a rare word": lambda: rng.choice(rare),
        "a common and a rare word": lambda: f"{rng.choice(common)} {rng.choice(rare)}",
        "a phrase that stands somewhere": lambda: _phrase(rng, texts),
        "a phrase of common words": lambda: f'"{" ".join(rng.sample(common, 2))}"',
        "a name": lambda: rng.choice(people),
        "a family name and a word": lambda: f"{rng.choice(people).split()[-1]} {rng.choice(common)}",
        "a name with an error": lambda: _misspelt(rng, rng.choice(people)),
        "the beginning of a name": lambda: rng.choice(people).split()[-1][:3],
        "an organisation": lambda: rng.choice(bodies),
        "words that are not there": lambda: "qqxxzzy vvwwqq",
        "nothing but common words": lambda: "the of and",
        "one letter": lambda: rng.choice("abcdefghij"),
    }
    asked = {kind: [f"/search/?q={quote(make())}" for _ in range(runs)] for kind, make in draw.items()}
    word, name = draw["a common word"], draw["a name"]
    asked["a common word in a section"] = [f"/search/?q={word()}&section={section}" for _ in range(runs)]
    asked["a common word by somebody"] = [f"/search/?q={word()}&by={quote(name())}" for _ in range(runs)]
    asked["articles, newest first"] = [f"/search/?q={word()}&in=articles&sort=newest" for _ in range(runs)]
    asked["suggestions"] = [f"/search/suggest/?q={quote(name()[:5])}" for _ in range(runs)]
    return asked


def _sample(rows, column):
    return list(rows.order_by("-pk").values_list(column, flat=True)[:SAMPLE])


def _phrase(rng, texts):
    text = rng.choice(texts)
    at = rng.randrange(len(text) - 3)
    return f'"{" ".join(text[at : at + 3])}"'


def _misspelt(rng, name):
    at = rng.randrange(len(name) // 2, len(name))
    return name[:at] + name[at + 1 :]


def measure(client, addresses):
    """([(milliseconds, those of computing)], most queries that one took); the first is asked twice, to warm up."""
    client.get(addresses[0])
    times, queries = [], []
    for address in addresses:
        asked = []
        start, computed = time.perf_counter(), time.process_time()
        with connection.execute_wrapper(partial(_noted, asked)):
            answer = client.get(address)
        times.append(((time.perf_counter() - start) * 1000, (time.process_time() - computed) * 1000))
        queries.append(len(asked))
        assert answer.status_code == 200, address
    return times, max(queries)


def _noted(asked, execute, sql, *args):
    asked.append(sql)
    return execute(sql, *args)


def show(kind, times, queries):
    waited, computed = zip(*times, strict=True)
    figures = [statistics.median(waited), _p95(waited), max(waited), _p95(computed)]
    print(f"{kind:<34} {' '.join(f'{figure:>8.1f}' for figure in figures)} {queries:>8}", flush=True)


def _p95(times):
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    main()
