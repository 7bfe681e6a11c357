"""Sources as a page prints them: numbered once each, in the order in which the page meets them."""

from django.db.models import Prefetch, prefetch_related_objects

from .models import Source


class Footnotes:
    """The sources of a page, first to last in `sources`; facts get `notes`, the numbers of theirs, counted from 1."""

    def __init__(self, *facts):
        """Reads the sources of all `facts` that readers may know of, with one query for each kind of fact."""
        self.sources, self._numbers = [], {}
        for kind in {type(fact) for fact in facts}:
            alike = [fact for fact in facts if type(fact) is kind]
            prefetch_related_objects(alike, Prefetch("sources", Source.objects.visible(), to_attr="shown_sources"))
        for fact in facts:
            fact.notes = sorted({self._number(source) for source in fact.shown_sources})

    def _number(self, source):
        """The number of a source; the same page told twice has one."""
        told = source.url, source.title, source.publisher, source.date
        if told not in self._numbers:
            self.sources.append(source)
            self._numbers[told] = len(self.sources)
        return self._numbers[told]
