"""Measures every kind of page and API list on the database in use.

python benchmarks/pages.py [--articles N] [--said N]

For each address: queries, milliseconds (the median of several runs), those of them spent in the database, kilobytes.
Most kinds are asked for twice, for the record with most hanging on it and for one with one such; two numbers of queries
that differ are marked with "!". The client works in this process, so the times are without any server's.
"""

import argparse
import os
import statistics
import sys
import time
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ["DEBUG"] = "0"
os.environ.setdefault("SECRET_KEY", "for measuring only")
os.environ["API_THROTTLE"] = ""

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402

import newsroom.wsgi  # noqa: E402, F401 - as a server loads it
from articles.models import Article, Correction, Mention, Quote, Section, Topic  # noqa: E402
from people.models import Organisation, Person, Role  # noqa: E402

RUNS = 5
# Static files need not have been collected.
PLAIN_FILES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WORD, RARE_WORD = "harbour", "hydrology"


@override_settings(STORAGES=PLAIN_FILES)
def main():
    options = arguments()
    missing = options.articles - Article.objects.count()
    if missing > 0:
        call_command("make_corpus", articles=missing)
    if options.said:
        let_one_say(options.said)
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0], headers={"accept": "text/html,application/json"})
    print(f"{connection.vendor}: {counts()}")
    print(f"{'address':<46} {'status':>6} {'queries':>8} {'ms':>15} {'in SQL':>15} {'kB':>13}")
    slow = {}
    for words, *paths in addresses():
        seen = [measure(client, path, options.runs) for path in paths]
        show(words, seen)
        slow |= {query["sql"]: query["time"] for one in seen for query in one["sql"]}
    if options.explain is not None:
        explain(
            {sql: float(seconds) * 1000 for sql, seconds in slow.items() if float(seconds) * 1000 >= options.explain}
        )


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--articles", type=int, default=0, metavar="N", help="first make synthetic ones up to this many"
    )
    parser.add_argument("--said", type=int, default=0, metavar="N", help="first let one person have said this much")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"of which the median counts (default {RUNS})")
    parser.add_argument("--explain", type=float, metavar="MS", help="show how the database goes about slower queries")
    return parser.parse_args()


def let_one_say(number):
    """Give one person so many quotes in one post, spread over the published articles, which then all name them."""
    person, made = Person.objects.get_or_create(name="Prolific Speaker")
    role, _ = Role.objects.get_or_create(person=person, title="Spokesperson", start="1990", end_state="ongoing")
    articles = Article.objects.published().newest_first().only("publish_at", "created_at")[:number]
    missing = [
        Quote(article=article, speaker=person, role=role, text=f"This is sentence {count} of {number} on the {WORD}.")
        for count, article in zip(range(person.quotes.count(), number), cycle(articles), strict=False)
    ]
    for quote in missing:
        quote.derive()
    Quote.objects.bulk_create(missing, batch_size=1000)
    if made:
        naming = [Mention(article=one, person=person, published_at=one.publish_at) for one in articles]
        Mention.objects.bulk_create(naming, batch_size=1000)


def counts():
    return ", ".join(f"{model.objects.count():,} {model._meta.verbose_name_plural}" for model in MODELS)


MODELS = (Article, Person, Organisation, Role, Quote)


def addresses():
    """(what it is, address of the record with most, address of one with little or another such)."""
    articles = both(Article.objects.published(), "quotes")
    people, bodies = both(Person.objects.listed(), "quotes"), both(Organisation.objects.listed(), "roles")
    sections, topics = both(Section.objects, "articles"), both(Topic.objects, "articles")
    quotes, role = Quote.objects.published().order_by("-day", "-pk"), Role.objects.listed().first()
    quotes = [quotes.first(), quotes.last()]
    yield "front page", "/"
    newest = articles[0].publish_at
    yield "archive", "/articles/"
    yield "archive: a year, a month", f"/articles/{newest:%Y}/", f"/articles/{newest:%Y/%m}/"
    yield "article", *(article.get_absolute_url() for article in articles)
    for name, rows in (("section", sections), ("topic", topics)):
        yield name, *(row.get_absolute_url() for row in rows)
    yield "people, a letter", "/people/", "/people/?letter=T"
    yield "person", *(person.get_absolute_url() for person in people)
    yield "quotes of a person", *(f"{person.get_absolute_url()}quotes/" for person in people)
    yield "quotes of a person, searched", *(f"{person.get_absolute_url()}quotes/?q={WORD}" for person in people)
    yield "quotes of a person, nothing found", *(f"{person.get_absolute_url()}quotes/?q=absent" for person in people)
    yield "organisations", "/organisations/"
    yield "organisation", *(body.get_absolute_url() for body in bodies)
    yield "quote", *(quote.get_absolute_url() for quote in quotes)
    yield "search: common and rare word", f"/search/?q={WORD}", f"/search/?q={RARE_WORD}"
    yield "corrections", "/corrections/"
    yield "feed", "/feed/"
    for name, rows in (("section", sections), ("person", people), ("organisation", bodies)):
        yield f"feed of one {name}", *(f"{row.get_absolute_url()}feed/" for row in rows)
    yield "sitemap", "/sitemap.xml"
    yield "sitemap of the news", "/sitemap-news.xml"
    yield "health", "/healthz"
    yield from api(articles, people, bodies, quotes, role)


def api(articles, people, bodies, quotes, role):
    """The same for the API."""
    shown = {"articles": articles, "people": people, "organisations": bodies, "quotes": quotes, "roles": [role]}
    corrections = Correction.objects.published()[:1]
    shown |= {"sections": Section.objects.all()[:1], "topics": Topic.objects.all()[:1], "corrections": corrections}
    for name, rows in shown.items():
        yield f"api {name}: 2 and 100", f"/api/v1/{name}/?page_size=2", f"/api/v1/{name}/?page_size=100"
        yield f"api {name}: one", *(f"/api/v1/{name}/{row.pk}/" for row in rows)
    person, body = people[0].pk, bodies[0].pk
    for kind in ("articles", "quotes", "roles"):
        key = "speaker" if kind == "quotes" else "person"
        yield (
            f"api {kind} of a {key}, an organisation",
            *(f"/api/v1/{kind}/?{query}" for query in (f"{key}={person}", f"organisation={body}")),
        )
    yield "api articles, quotes: q", f"/api/v1/articles/?q={WORD}", f"/api/v1/quotes/?q={WORD}"
    yield (
        "api roles as of a day: all, certain",
        *(f"/api/v1/roles/?as_of=2015-06-01{more}" for more in ("", "&certainty=yes")),
    )


def both(rows, hanging):
    """The row with most of something and one with one of it."""
    ranked = rows.annotate(hanging=Count(hanging)).order_by("-hanging", "pk")
    return [ranked.first(), ranked.filter(hanging=1).first() or ranked.last()]


def measure(client, path, runs):
    """What a page costs: {"path", "status", "sql", "ms", "bytes"}; the first of the runs only warms up."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
        body = answer.getvalue()
    sql = list(captured.captured_queries)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        client.get(path).getvalue()
        times.append((time.perf_counter() - start) * 1000)
    return {
        "path": path,
        "status": answer.status_code,
        "sql": sql,
        "ms": statistics.median(times),
        "bytes": len(body),
    }


def show(words, seen):
    def column(values, mark=""):
        return " / ".join(values) + mark

    queries = [str(len(one["sql"])) for one in seen]
    differ = "!" if len(set(queries)) > 1 else ""
    status = ",".join(sorted({str(one["status"]) for one in seen}))
    times, sizes = [f"{one['ms']:.1f}" for one in seen], [f"{one['bytes'] / 1000:.1f}" for one in seen]
    within = [f"{sum(float(query['time']) for query in one['sql']) * 1000:.0f}" for one in seen]
    first = f"{words:<46} {status:>6} {column(queries, differ):>8}"
    print(f"{first} {column(times):>15} {column(within):>15} {column(sizes):>13}")


def explain(slow):
    """Print slow queries, the slowest first, each with the database's plan for it."""
    how = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, BUFFERS)"
    for sql, milliseconds in sorted(slow.items(), key=lambda item: -item[1]):
        print(f"\n{milliseconds:.0f} ms: {sql[:1500]}")
        with connection.cursor() as cursor:
            cursor.execute(f"{how} {sql}".replace("%", "%%"), [])
            for line in cursor.fetchall():
                print("   ", *line[-1:])


if __name__ == "__main__":
    main()
