"""The sample newsroom a newcomer starts with: our own short articles, read and accepted like any other."""

import json
from pathlib import Path

from django.db import transaction

from articles import revisions, sample_pictures
from articles.accepting import accept
from articles.importing import Wanted, import_article, read_date
from articles.models import Article, Correction, Section, Topic
from articles.picturing import make_image
from articles.suggestions import suggest
from people.models import OtherName, Person

FOLDER = Path(__file__).parent / "samples"


def load():
    """Make the sample newsroom; returns the number of articles made.

    Does nothing where there is an article or a person already, so that it can never touch a newsroom's own work.
    """
    if Article.objects.exists() or Person.objects.exists():
        return 0
    manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    with transaction.atomic():
        sections = {row["name"]: Section.objects.create(**row) for row in manifest["sections"]}
        topics = {row["name"]: Topic.objects.create(**row) for row in manifest["topics"]}
        for name, summary in manifest["authors"].items():
            Person.objects.create(name=name, summary=summary)
        articles = [_article(row, sections, topics) for row in manifest["articles"]]
        for name, facts in manifest["people"].items():
            _person(name, facts)
        for article in articles:
            article.related.set([other for other in articles if other != article][:3])
            revisions.record(article, note="Sample newsroom")
    return len(articles)


def _article(row, sections, topics):
    """One sample article, its suggestions accepted, published."""
    wanted = Wanted(date=read_date(row["date"]), section=sections[row["section"]], bylines=tuple(row["byline"]))
    article = import_article((FOLDER / row["file"]).read_bytes(), wanted, row["file"]).article
    suggestions = suggest(article)
    accept(article, suggestions, suggestions.keys())
    article.kicker, article.standfirst = row["kicker"], row["standfirst"]
    if "picture" in row:
        said = {**row["picture"]}
        article.image = make_image(sample_pictures.draw(said.pop("name")), **said)
    article.state = Article.State.PUBLISHED
    article.save()
    article.topics.set(topics[name] for name in row["topics"])
    if "correction" in row:
        correction = row["correction"]
        Correction.objects.create(article=article, **{**correction, "made_at": read_date(correction["made_at"])})
    return article


def _person(name, facts):
    """What the articles do not say of a person."""
    person = Person.objects.get(name=name)
    person.summary = facts["summary"]
    person.save()
    for text, kind, language in facts.get("other_names", ()):
        OtherName.objects.create(person=person, text=text, kind=kind, language=language)
