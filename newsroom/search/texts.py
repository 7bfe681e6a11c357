"""Articles and quotes by their words: a bounded number of candidates from the engine, ranked here."""

from typing import NamedTuple

from django.utils import timezone

from articles.models import Article, Quote

from . import ranking
from .newest import one_by_one
from .terms import Terms

# The newest so many are ranked, and of articles the newest that have the words in the headline.
MOST, MOST_HEADLINES = 150, 75


class Reading(NamedTuple):
    """One way to read a query: its terms, how many of its words are enough where that is not all, and whether typing

    errors are forgiven.
    """

    terms: Terms
    least: int | None = None
    forgiving: bool = False

    @property
    def is_strict(self):
        """Whether it asks for the words as they stand; what is left to the others is rare."""
        return self.least is None and not self.terms.begun


def readings(asked):
    """The ways to read what was asked, the strictest first. What stands in quotation marks has but one."""
    yield Reading(Terms(asked.words, asked.phrases, asked.called.spellings))
    if asked.phrases or not asked.words:
        return
    yield Reading(Terms(asked.words, (), asked.called.spellings, begun=True))
    if asked.corrected:
        yield Reading(Terms(asked.words, (), asked.called.misspellings, begun=True), forgiving=True)
    if len(asked.words) > 1:
        yield Reading(Terms(asked.words, (), asked.called.misspellings), len(asked.words) - 1, bool(asked.corrected))


def asked_articles(asked, at=None):
    """The articles readers see that the filters leave, newest first."""
    rows = asked.narrow_articles(Article.objects.published(at)).newest_first()
    return one_by_one(rows) if asked.words and not asked.bounds["few"] else rows


def asked_quotes(asked, at=None):
    """The quotes readers see that the filters leave, newest first."""
    return asked.narrow_quotes(Quote.objects.published(at)).newest_first()


ROWS = {"articles": asked_articles, "quotes": asked_quotes}


def articles(asked, reading, at=None):
    """[(points, id)] of the best articles for a reading, the best first."""
    rows, terms = asked_articles(asked, at), reading.terms
    show = ("pk", "folded_headline", "folded", "publish_at")
    bounds = asked.bounds | {"rare": not reading.is_strict}
    found = terms.newest(rows, MOST, least=reading.least, show=show, **bounds)
    if terms.words and len(found) == MOST:
        found += terms.newest(rows, MOST_HEADLINES, "folded_headline", reading.least, show, **bounds)
    ranked = {
        (ranking.of_article(terms, headline, text, timezone.localdate(moment)), pk)
        for pk, headline, text, moment in dict.fromkeys(found)
    }
    return sorted(ranked, reverse=True)


def quotes(asked, reading, at=None):
    """[(points, id)] of the best quotes for a reading, the best first."""
    show = ("pk", "folded", "attribution", "day")
    bounds = asked.bounds | {"rare": not reading.is_strict}
    found = reading.terms.newest(asked_quotes(asked, at), MOST, least=reading.least, show=show, **bounds)
    ranked = ((ranking.of_quote(reading.terms, text, said_by, day), pk) for pk, text, said_by, day in found)
    return sorted(ranked, reverse=True)
