"""An article is put back to what one of its revisions says."""

from django.core.exceptions import ValidationError
from django.db import transaction

from articles import publishing, revisions
from articles.models import Article


def go_back(article, revision, by=None, unshown=False):
    """Restore the article to the Revision, as a new one; returns (the new Revision, lines on what could not be kept).

    With `unshown` readers of a live article see no change, it waits to be published; a change that waited before stays
    among the revisions. Else what readers see changes at once. Raises ValidationError, and changes nothing, where it
    cannot be shown.
    """
    if article.state == Article.State.PUBLISHED and not revision.content["headline"]:
        raise ValidationError(f"Revision {revision.number} has no headline, without which nothing is published.")
    note = f"revision {revision.number} restored"
    with transaction.atomic():
        if unshown:
            with revisions.unshown(article, by=by, note=note) as made:
                gone = revisions.restore(article, revision.content)
            return made[0], gone
        gone = revisions.restore(article, revision.content)
        if article.state == Article.State.PUBLISHED:
            return publishing.publish(article, by=by, note=note), gone
        return revisions.record(article, by=by, note=note), gone
