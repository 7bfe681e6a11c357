"""Search: one query over articles, people, organisations and quotes, and its words marked in what is found."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join

from articles.models import Article, Quote
from articles.role_then import tell
from newsroom.lib import keyset
from people.models import Organisation, Person
from people.names import fold

# What a query may hold; nobody types more, and a database refuses a condition on thousands of words.
LONGEST, MOST_WORDS = 200, 12
FEW, MANY = 5, 20

# Group -> its heading, the rows readers may find, and their unique order.
GROUPS = {
    "people": ("People", lambda: Person.objects.listed().with_roles(), ("sort_key", "pk")),
    "organisations": ("Organisations", lambda: Organisation.objects.listed().with_parents(), ("folded", "pk")),
    "quotes": ("Quotes", lambda: Quote.objects.published().for_list(), ("-day", "-pk")),
    "articles": (
        "Articles",
        lambda: Article.objects.published().with_bylines().defer("body", "folded"),
        ("-publish_at", "-pk"),
    ),
}


@dataclass
class Found:
    """What one group has for a query: a page of rows, and where there is more of it."""

    name: str
    heading: str
    page: keyset.Page


def asked(text):
    """The query as it will be looked up: letters, digits and signs on one line, at most LONGEST characters."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())[:LONGEST].strip()


def words(q):
    """What to look for: the folded words of `q`, without punctuation and operators, at most MOST_WORDS of them."""
    letters = "".join(" " if unicodedata.category(char)[0] in "PS" else char for char in fold(q))
    return list(dict.fromkeys(letters.split()))[:MOST_WORDS]


def search(q):
    """The first rows of every group that has some, as a list of Found."""
    found = [search_in(group, q, size=FEW) for group in GROUPS]
    return [group for group in found if group.page.rows]


def search_in(group, q, size=MANY, cursor=None):
    """A page of one of GROUPS as Found; raises keyset.BadCursor. A query without words finds nothing."""
    heading, rows, order = GROUPS[group]
    sought = words(q)
    page = keyset.page(rows().search(" ".join(sought)), order, size, cursor) if sought else keyset.Page([], None, None)
    if group == "quotes":
        tell(page.rows)
    return Found(group, heading, page)


def mark(text, q):
    """The text as HTML with every place that search would find for `q` in `<mark>`, accents and case aside."""
    pieces, end = [], 0
    for start, stop in places(text, words(q)):
        pieces += [(text[end:start],), (format_html("<mark>{}</mark>", text[start:stop]),)]
        end = stop
    return format_html_join("", "{}", [*pieces, (text[end:],)])


def passage(text, q, length=220):
    """About `length` characters of `text` around the first place that search would find for `q`, cut between words."""
    found = places(text, words(q))
    start = max(0, found[0][0] - length // 3) if found else 0
    end = min(len(text), start + length)
    if start:
        start = text.find(" ", start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), found[0][1] if found else 0)
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def places(text, sought):
    """Where the folded words stand in `text`: (start, end) pairs in order, without overlap."""
    folded, origins = _folded_with_origins(text)
    found = sorted(place for word in sought for place in _occurrences(text, folded, origins, word))
    merged = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _occurrences(text, folded, origins, word):
    """Each occurrence of `word` in the folded text as (start, end) in the text itself, accents included."""
    at = folded.find(word)
    while at >= 0:
        end = origins[at + len(word) - 1] + 1
        while end < len(text) and unicodedata.category(text[end])[0] == "M":
            end += 1
        yield origins[at], end
        at = folded.find(word, at + len(word))


def _folded_with_origins(text):
    """The text folded letter by letter, and for each letter of that the index in `text` it came from."""
    letters, origins = [], []
    for index, char in enumerate(text):
        for letter in _folded(char):
            letters.append(letter)
            origins.append(index)
    return "".join(letters), origins


@lru_cache(maxsize=4096)
def _folded(char):
    """One character folded; every kind of space and hyphen gives one space."""
    return fold(char) or (" " if char.isspace() or unicodedata.category(char) == "Pd" else "")
