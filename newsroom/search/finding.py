"""One search over articles, people, organisations and quotes: groups of answers, ranked, each read through the gate."""

from dataclasses import dataclass

from articles.models import Article, Quote
from articles.role_then import tell
from newsroom.lib import keyset
from people.models import Organisation, Person

from . import names, texts
from .asked import KINDS
from .terms import Terms

FEW, MANY, MOST_NEWEST = 5, 20, 1000

# What is shown of a text: an article's body is long.
OF_ARTICLE = ("slug", "headline", "body_text", "language", "publish_at", "created_at", "section__name")
OF_QUOTE = (
    *(
        "text",
        "said_on",
        "venue",
        "day",
        "attribution",
        "speaker_kind",
        "role",
        "article__publish_at",
        "article__created_at",
    ),
    *("speaker__name", "speaker__slug", "organisation__name", "organisation__slug"),
)
# Group -> those of these rows that readers may find, with what a list shows of each.
ROWS = {
    "people": lambda ids: Person.objects.listed().filter(pk__among=ids),
    "organisations": lambda ids: Organisation.objects.listed().with_parents().filter(pk__among=ids),
    "quotes": lambda ids: (
        Quote.objects.published().with_names().select_related("article").only(*OF_QUOTE).filter(pk__among=ids)
    ),
    "articles": lambda ids: (
        Article.objects.published_ones().filter(pk__among=ids).select_related("section").only(*OF_ARTICLE)
    ),
}
NAMES = {"people": Person, "organisations": Organisation}
TEXTS = {"quotes": texts.quotes, "articles": texts.articles}
ORDERS = {"quotes": ("-day", "-pk"), "articles": ("-publish_at", "-pk")}


@dataclass
class Found:
    """What one group has: a page of rows, the terms to mark in them, the points of the best row, whether a row may lack

    a word, and whether typing errors were forgiven.
    """

    name: str
    page: keyset.Page
    terms: Terms
    points: float = 0
    loosely: bool = False
    forgiving: bool = False

    @property
    def heading(self):
        return KINDS[self.name]


def search(asked):
    """The best few of every group that has some, those first whose name was asked for."""
    found = [_found(group, asked, FEW, None) for group in groups(asked)] if not asked.is_empty else []
    found = [group for group in found if group.page.rows]
    _tell_roles(found)
    return sorted(found, key=lambda group: group.name in NAMES and group.points < names.BY_NAME)


def groups(asked):
    """The groups that what was asked can be looked for in: names have no section and no day."""
    return list(KINDS) if asked.words and not asked.filters else list(TEXTS)


def search_in(group, asked, size=MANY, cursor=None):
    """A page of one group as Found; raises keyset.BadCursor."""
    found = _found(group, asked, size, cursor)
    _tell_roles([found])
    return found


def _found(group, asked, size, cursor):
    if group in NAMES:
        ranked = asked.called.ranked(NAMES[group]) if group in groups(asked) else names.NOBODY
        page = _page(group, ranked.rows, size, cursor)
        names.tell_other_names(page.rows, asked.words, ranked.names)
        spellings = asked.called.misspellings if ranked.forgiving else asked.called.spellings
        terms = Terms(asked.words, spellings=spellings, begun=True)
        return Found(group, page, terms, ranked.points, forgiving=ranked.forgiving)
    if asked.sort == "newest":
        reading, page = _newest(group, asked, size, cursor)
        return Found(group, page, reading.terms, loosely=bool(reading.least), forgiving=reading.forgiving)
    reading, ranked = _read(group, asked)
    page = _page(group, ranked, size, cursor)
    return Found(group, page, reading.terms, _points(ranked), bool(reading.least), reading.forgiving)


def _points(ranked):
    return ranked[0][0] if ranked else 0


def _read(group, asked):
    """(Reading, [(points, id)]) of the strictest reading that finds something, the last one where none does."""
    for reading in texts.readings(asked):
        ranked = TEXTS[group](asked, reading)
        if ranked:
            break
    return reading, ranked


def _newest(group, asked, size, cursor):
    """(Reading, keyset.Page) of the newest MOST_NEWEST of the strictest reading that finds something."""
    for reading in texts.readings(asked):
        found = reading.terms.newest(texts.ROWS[group](asked), MOST_NEWEST, least=reading.least, **asked.bounds)
        if found:
            break
    rows = ROWS[group]([pk for (pk,) in found])
    return reading, keyset.page(rows, ORDERS[group], size, cursor)


def _page(group, ranked, size, cursor):
    """The keyset.Page of a ranked list that the cursor leads to, its rows read through the gate."""
    page = keyset.page_of_ranked(ranked, f"best {group}", size, cursor)
    ids = [pk for _, pk in page.rows]
    if not ids:
        return page
    rows = {row.pk: row for row in ROWS[group](ids).order_by()}
    return page._replace(rows=[rows[pk] for pk in ids if pk in rows])


def _tell_roles(found):
    """Give the people of these groups the roles to tell them by, and each quote the role its speaker had then."""
    rows = {group.name: group.page.rows for group in found}
    tell(rows.get("quotes", ()), people=rows.get("people", ()))
