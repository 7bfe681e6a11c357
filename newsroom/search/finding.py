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

# Group -> the rows readers may find, with what a list shows of each.
ROWS = {
    "people": lambda: Person.objects.listed().with_roles(),
    "organisations": lambda: Organisation.objects.listed().with_parents(),
    "quotes": lambda: Quote.objects.published().for_list(),
    "articles": lambda: Article.objects.published().select_related("section").defer("body", "folded"),
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
    found = [search_in(group, asked, size=FEW) for group in groups(asked)] if not asked.is_empty else []
    found = [group for group in found if group.page.rows]
    return sorted(found, key=lambda group: group.name in NAMES and group.points < names.BY_NAME)


def groups(asked):
    """The groups that what was asked can be looked for in: names have no section and no day."""
    return list(KINDS) if asked.words and not asked.filters else list(TEXTS)


def search_in(group, asked, size=MANY, cursor=None):
    """A page of one group as Found; raises keyset.BadCursor."""
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
    rows = ROWS[group]()
    rows = asked.narrow_articles(rows) if group == "articles" else asked.narrow_quotes(rows)
    for reading in texts.readings(asked):
        found = reading.terms.newest(rows.newest_first(), MOST_NEWEST, least=reading.least, **asked.bounds)
        if found:
            break
    return reading, _told(group, keyset.page(rows.filter(pk__in=[pk for (pk,) in found]), ORDERS[group], size, cursor))


def _page(group, ranked, size, cursor):
    """The keyset.Page of a ranked list that the cursor leads to, its rows read through the gate."""
    page = keyset.page_of_ranked(ranked, f"best {group}", size, cursor)
    ids = [pk for _, pk in page.rows]
    if not ids:
        return page
    rows = ROWS[group]().in_bulk(ids)
    return _told(group, page._replace(rows=[rows[pk] for pk in ids if pk in rows]))


def _told(group, page):
    if group == "quotes":
        tell(page.rows)
    return page
