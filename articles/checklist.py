"""What is looked at before an article is published: each check a function, each problem a block or a warning."""

from copy import copy
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from articles.links import dead_links, tags
from articles.models import Quote
from articles.models.quote import AnchorState

UNSOUND = {AnchorState.CHANGED, AnchorState.AMBIGUOUS, AnchorState.ORPHANED}


@dataclass(frozen=True)
class Problem:
    """Something to see to: in words, the id of the field on the article's form, and whether it blocks publishing."""

    text: str
    field: str
    blocks: bool = False


def headline(article):
    """A headline is needed before readers see the article."""
    if not article.headline:
        yield Problem("A headline is needed before readers see the article.", "id_headline", blocks=True)


def standfirst(article):
    if not article.standfirst:
        yield Problem("It has no standfirst.", "id_standfirst")


def body(article):
    if not article.body_text.strip():
        yield Problem("It has no text.", "id_body")


def byline(article):
    if not article.bylines.all():
        yield Problem("It has no byline.", "bylines-group")


def section(article):
    if not article.section_id:
        yield Problem("It is in no section.", "id_section")


def verbatim(article):
    """A direct quote stands in the text word for word, or somebody says why not."""
    for field, quote in quotes(article):
        try:
            quote.check_verbatim()
        except ValidationError as error:
            yield Problem(" ".join(error.messages), field, blocks=True)


def anchors(article):
    """Where the words of other quotes stand is known; of a direct one that is `verbatim`."""
    for field, quote in quotes(article):
        if quote.kind != Quote.Kind.DIRECT and quote.anchor_state in UNSOUND:
            yield Problem(f"{quote} is {quote.get_anchor_state_display()} in the text.", field)


def attributed(article):
    """Everybody knows whose words a direct quote gives. What an import found and nobody looked at yet only warns."""
    for field, quote in quotes(article):
        nobody = quote.speaker_kind == Quote.SpeakerKind.UNKNOWN and not quote.attribution
        if quote.kind == Quote.Kind.DIRECT and nobody:
            looked_at = quote.status != Quote.Status.UNREVIEWED
            yield Problem(f"{quote} is attributed to nobody.", field, blocks=looked_at)


def links(article):
    """Links within the site lead to what readers can see when the article appears."""
    now = timezone.now()
    for address in dead_links(article.body, max(article.publish_at or now, now)):
        yield Problem(f"The link to {address} leads to nothing that readers can see.", "id_body")


def images(article):
    """An image says in words what it shows; an empty text is right for one that only decorates."""
    silent = [tag.get("src", "") for tag in tags(article.body, "img") if "alt" not in tag]
    for source in silent:
        yield Problem(f"The image {source} has no alternative text.", "id_body")


CHECKS = (headline, standfirst, body, byline, section, verbatim, anchors, attributed, links, images)


def problems(article):
    """All Problems of the saved article, those that block first; the number of queries does not grow with it.

    Of bylines and quotes that the article has at hand those count.
    """
    looked_at = copy(article)
    looked_at._prefetched_objects_cache = {**getattr(article, "_prefetched_objects_cache", {})}
    prefetch_related_objects([looked_at], "bylines", Prefetch("quotes", Quote.objects.in_text_order()))
    found = [problem for check in CHECKS for problem in check(looked_at)]
    return sorted(found, key=lambda problem: not problem.blocks)


def blocks(article):
    """What keeps it from readers, as texts."""
    return [problem.text for problem in problems(article) if problem.blocks]


def quotes(article):
    """(The id of its part of the form, the quote) for each, in the order of the form."""
    return [(f"quotes-{number}", quote) for number, quote in enumerate(article.quotes.all())]
