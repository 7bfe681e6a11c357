"""What the desk is asked to mend: a stretch of a quote that no longer stands as it did."""

from articles import mending
from articles.marking import passage
from articles.models import Quote
from articles.settling import NotSettled

CHANGED = "This quote has been changed since this page was loaded. Load it again."


def take_words(quote, number, given, by):
    """Take the words that now stand where the old ones stood."""
    part = quote.segments[number]
    if part["start"] is None:
        raise NotSettled("Nothing stands in its place: mark its words in the text.")
    return mending.take_place(quote, number, (part["start"], part["end"]), by)


def mark_anew(quote, number, given, by):
    """Take the words selected in the text."""
    try:
        first, last = int(given.get("first", "")), int(given.get("last", ""))
    except ValueError:
        raise NotSettled("Select its words in the text first, or type them as printed.") from None
    span = passage(quote.article, first, last)
    return mending.take_place(quote, number, (span.start, span.end), by)


def drop_words(quote, number, given, by):
    """Leave the stretch out."""
    return mending.drop(quote, number, by)


def keep_words(quote, number, given, by):
    """Keep the quote with a reason."""
    return mending.keep(quote, given.get("reason", ""), by)


MENDS = {act.__name__: act for act in (take_words, mark_anew, drop_words, keep_words)}


def mend(article, given, by):
    """Do what was asked to the stretch of the article's quote that `given`, a POST, names; returns the Step."""
    pk, number = given.get("quote", ""), given.get("number", "")
    quote = Quote.objects.filter(article=article, pk=pk).first() if pk.isdecimal() and len(pk) < 19 else None
    numbers = map(str, range(len(quote.segments))) if quote else ()
    if number not in numbers or quote.version != given.get("version"):
        raise NotSettled(CHANGED)
    quote.article = article
    return MENDS[given["act"]](quote, int(number), given, by)
