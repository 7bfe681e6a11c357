"""Sources as a page prints them: the chief ones of each fact, numbered in the order in which the page meets them."""

from django.db.models import Prefetch, prefetch_related_objects

from .models import Source

# So many of each fact; a post told of by thousands of articles has thousands.
MOST = 5


class Footnotes:
    """The sources of a page, first to last in `sources`; facts get `notes`, the numbers of theirs, counted from 1, and

    `has_more_notes` where there are more than MOST.
    """

    def __init__(self, *facts):
        """Reads the sources of all `facts` that readers may know of, with one query for each kind of fact."""
        chief = Source.objects.chief(MOST + 1)
        self.sources, self._numbers = [], {}
        for kind in {type(fact) for fact in facts}:
            alike = [fact for fact in facts if type(fact) is kind]
            prefetch_related_objects(alike, Prefetch("sources", chief, to_attr="shown_sources"))
        for fact in facts:
            fact.notes = sorted({self._number(source) for source in fact.shown_sources[:MOST]})
            fact.has_more_notes = len(fact.shown_sources) > MOST

    def _number(self, source):
        """The number of a source; the same page told twice has one."""
        told = source.url, source.title, source.publisher, source.date
        if told not in self._numbers:
            self.sources.append(source)
            self._numbers[told] = len(self.sources)
        return self._numbers[told]
