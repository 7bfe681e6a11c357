"""Which articles stand where on the front page."""

from dataclasses import dataclass, field
from itertools import islice

from articles.models import Article

# As many of the newest articles as are looked through for those of each section.
LOOKED_THROUGH = 200
LATEST, A_SECTION, MOST_SECTIONS = 4, 4, 8
# Without sections the latest stand alone.
LATEST_ALONE = 12


@dataclass
class Front:
    """The newest article or None, the next ones, and the newest others of each section as (section, articles)."""

    lead: Article | None
    latest: list
    sections: list = field(default_factory=list)


def front(sections, at=None):
    """The front page of a newsroom with these sections, in their order; no article stands on it twice."""
    newest = list(Article.objects.published(at).newest_first().values_list("pk", "section")[:LOOKED_THROUGH])
    count = 1 + (LATEST if any(section for _, section in newest) else LATEST_ALONE)
    first, others = [pk for pk, _ in newest[:count]], newest[count:]
    chosen = {section: of_section(others, section) for section in sections[:MOST_SECTIONS]}
    rows = Article.objects.for_list(at).in_bulk([*first, *(pk for pks in chosen.values() for pk in pks)])
    return Front(
        rows[first[0]] if first else None,
        [rows[pk] for pk in first[1:]],
        [(section, [rows[pk] for pk in pks]) for section, pks in chosen.items() if pks],
    )


def of_section(newest, section):
    """The first few ids of a section among these (id, section id)."""
    return list(islice((pk for pk, its in newest if its == section.pk), A_SECTION))
