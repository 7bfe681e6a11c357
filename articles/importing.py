"""Files from outside become articles: read by their format, saved once, and where asked accepted and published."""

import datetime
import hashlib
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles import revisions
from articles.accepting import ACCEPTED, accept
from articles.formats import html, text
from articles.formats.records import NotReadable
from articles.looks import found_in_article
from articles.models import Article, Byline, Section
from articles.publishing import publish
from articles.suggestions import suggest
from articles.workflow import Act, may
from newsroom.lib.acting import Way, acting
from newsroom.lib.moments import moment_of
from people.models import Person, Source
from people.names import fold
from people.takeover import bad_columns

FORMATS = {"text": text, "html": html}
ENDINGS = {"txt": "text", "text": "text", "html": "html", "htm": "html", "xhtml": "html"}
# The notes of revisions an import made; any other note means that somebody worked on the article.
IMPORTED, PUBLISHED = "Imported", "Published by the import"
IMPORT_NOTES = (IMPORTED, PUBLISHED, ACCEPTED)
# A novel is 1 MB of text; more in one file is not an article.
MOST_BYTES = 5_000_000


class Refused(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """The file, or what was asked of it, cannot be done; the message says what is wrong and what is wanted.

    `about` names what of Wanted it is about; empty when it is the text itself.
    """

    def __init__(self, words, about=""):
        super().__init__(words)
        self.about = about


@dataclass(frozen=True)
class Wanted:
    """What the person importing says of the files."""

    format: str = ""
    headline: str = ""
    date: datetime.datetime | None = None
    section: Section | None = None
    bylines: tuple[str, ...] = ()
    source: str = ""
    accept: bool = False
    publish: bool = False


@dataclass
class Imported:
    """What became of one file: `what` is created, changed or unchanged; `refused` says what of it was not done.

    `noted` says what needs a look in what was made of it.
    """

    article: Article
    what: str
    made: dict
    refused: str = ""
    noted: list = field(default_factory=list)


def read_date(words):
    """The moment meant by "2026-02-05" (its first, in the newsroom's zone) or by an ISO time; raises Refused."""
    zone = ZoneInfo(settings.TIME_ZONE)
    try:
        moment = datetime.datetime.fromisoformat(words.strip())
    except ValueError:
        raise Refused(f"“{words}” is not a date: write 2026-02-05, or 2026-02-05T18:30 for the hour") from None
    if not 1 < moment.year < 9999:
        raise Refused(f"“{words}” lies outside the calendar")
    try:
        return moment if moment.tzinfo else moment_of(moment, zone)
    except ValidationError as error:
        raise Refused(f"{' '.join(error.messages)} Write it with its offset, such as {words.strip()}+00:00") from None


def read_section(words):
    """The Section of this name or slug; raises Refused, which names the known ones."""
    for section in Section.objects.all():
        if words.casefold() in {section.name.casefold(), section.slug}:
            return section
    known = ", ".join(Section.objects.values_list("name", flat=True)) or "none yet"
    raise Refused(f"there is no section “{words}”; the known ones are: {known}")


def guess_format(name, data):
    """The format the file's name or its first bytes speak for."""
    ending = name.rpartition(".")[2].lower()
    looks_like_html = (
        data.lstrip()[:200].lower().startswith((b"<!doctype", b"<html", b"<article", b"<p", b"<h1", b"<div"))
    )
    return ENDINGS.get(ending) or ("html" if looks_like_html else "text")


def import_article(data, wanted, name="", by=None, known=None):
    """Make the article in these bytes, or find the one an earlier import made of them; returns Imported.

    The same bytes again change nothing of what editors have done since. A new text under the same `source` address
    takes the place of the old one unless somebody has edited that. Raises Refused when nothing came of the file, and
    keeps nothing of it then. `name` is the file's, for guessing the format; `known` spares building the known names.
    """
    try:
        record = FORMATS[wanted.format or guess_format(name, data)].read(data)
    except NotReadable as error:
        raise Refused(str(error)) from None
    try:
        with transaction.atomic(), acting(by, Way.IMPORT):
            imported = _saved(record, wanted, hashlib.sha256(data).hexdigest(), by)
            _accepted(imported, wanted, by, known)
            _published(imported, wanted, by)
            imported.noted = found_in_article(imported.article) if imported.what != "unchanged" else []
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from None
    except IntegrityError:
        raise Refused("somebody else saved the same at the same moment: try again") from None
    return imported


def _saved(record, wanted, digest, by):
    """The article of this record, made or found."""
    key = hashlib.sha256(wanted.source.encode()).hexdigest() if wanted.source else digest
    article = Article.objects.select_for_update().filter(import_key=key).first()
    if article and article.import_digest == digest:
        return Imported(article, "unchanged", {})
    if article and article.revisions.exclude(note__in=IMPORT_NOTES).exists():
        raise Refused(f"“{article}” came from this address and has been edited since: change it at the desk")
    if article and by and not may(by, Act.EDIT, article):
        raise Refused(f"“{article}” came from this address, and you may not change it")
    what = "changed" if article else "created"
    article = article or Article(
        import_key=key, source_url=wanted.source, publish_at=wanted.date, section=wanted.section, made_by=by
    )
    article.headline = record.headline or wanted.headline
    article.body, article.standfirst = record.body, record.standfirst
    article.language = record.language or article.language
    article.import_digest = digest
    article.clean_fields(exclude=["slug", "body_text", "folded"])
    article.save()
    _sign(article, wanted.bylines)
    revisions.record(article, by=by, note=IMPORTED)
    return Imported(article, what, {})


def _accepted(imported, wanted, by, known):
    """Take the reader's suggestions where that is wanted and nobody has taken any."""
    article = imported.article
    if not wanted.accept or article.quotes.exists() or article.mentions.exists():
        return
    suggestions = suggest(article, known)
    imported.made = accept(article, suggestions, suggestions.keys(), by=by, reviewed=False)
    if imported.made and imported.what == "unchanged":
        imported.what = "changed"


def _published(imported, wanted, by):
    """Publish where that is wanted and readers have never seen it; what may not be published stays a draft."""
    article = imported.article
    if not wanted.publish or article.state != Article.State.DRAFT:
        return
    if not article.headline:
        imported.refused = "kept as a draft, not published: it has no headline; give one with --headline"
        return
    try:
        publish(article, by=by, note=PUBLISHED)
    except ValidationError as error:
        article.refresh_from_db()
        imported.refused = f"kept as a draft, not published: {' '.join(error.messages)}"
        return
    if imported.what == "unchanged":
        imported.what = "changed"


def _sign(article, names):
    """Put the authors of these names above the article; somebody new is first learnt from it."""
    for order, name in enumerate(names):
        people = list(Person.objects.filter(folded=fold(name))[:2])
        if len(people) == 2:
            mend = "leave the name out, and pick the person in the article"
            raise Refused(f"more than one person is called “{name}”: {mend}", about="bylines")
        author = people[0] if people else _new_author(name)
        if not author.stands_alone:
            Source.objects.get_or_create(person=author, our_article=article.pk, defaults={"title": article.headline})
        Byline.objects.get_or_create(article=article, person=author, defaults={"order": order})


def _new_author(name):
    """A person of this name whom nobody has looked at yet; raises Refused."""
    author = Person(name=name, stands_alone=False, reviewed=False)
    if bad := bad_columns(author, ["name"]):
        raise Refused(f"“{name}” cannot stand in a byline: {bad['name']}", about="bylines")
    author.save()
    return author
