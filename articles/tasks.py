"""Tasks for editors: words corrected or disputed in one article that others quote from the same speaker."""

from articles.models import Quote, Task

IN_DOUBT = (Quote.Status.CORRECTED, Quote.Status.DISPUTED)


def raise_for_article(article, by=None):
    """Make the tasks for every quote of the article marked corrected or disputed; returns how many were new.

    What a correction touches made its tasks when that was published.
    """
    in_doubt = article.quotes.filter(status__in=IN_DOUBT, corrections=None)
    return sum(raise_for(quote, by=by) for quote in in_doubt)


def raise_for(quote, correction=None, by=None):
    """Make a task for each other article that quotes these words from the same speaker; returns how many were new.

    A task is made once for a pair of quotes and a correction, also where it was done meanwhile.
    """
    there = set(quote.tasks_made.filter(correction=correction).values_list("quote", flat=True))
    what = f"Look at {quote}: the same words are {_state(quote, correction)} in “{quote.article}”."
    told = {"what": what[:300], "because": quote, "correction": correction, "made_by": by}
    new = [other for other in same_words(quote) if other.pk not in there]
    Task.objects.bulk_create(Task(article_id=other.article_id, quote=other, **told) for other in new)
    return len(new)


def same_words(quote):
    """The quotes in other articles that give these words as the same speaker's, in a fixed order."""
    if not (quote.speaker_id or quote.organisation_id):
        return Quote.objects.none()
    same = Quote.objects.elsewhere(quote).filter(speaker=quote.speaker_id, organisation=quote.organisation_id)
    return same.only("article").order_by("pk")


def _state(quote, correction):
    if correction:
        return {"clarification": "clarified", "update": "updated", "retraction": "retracted"}.get(
            correction.kind, "corrected"
        )
    return quote.get_status_display()
