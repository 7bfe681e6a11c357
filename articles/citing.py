"""How to name an article or a quote as a source, in one line to copy."""

from django.conf import settings
from django.utils.encoding import uri_to_iri

from newsroom.lib.dates import PartialDate
from newsroom.lib.jsonld import absolute


def cite_article(article):
    """“By, “Headline”, Newspaper, day, address” with the names as printed."""
    return _line(authors(article), f"“{article.headline}”", article, article)


def cite_quote(quote):
    """“Speaker, quoted in “Headline”, Newspaper, day, address”."""
    return _line(speaker_name(quote), f"quoted in “{quote.article.headline}”", quote.article, quote)


def authors(article):
    """Who wrote it, as printed: "A, B and C"; empty where nobody is named."""
    names = [byline.name for byline in article.bylines.all() if byline.credit == byline.Credit.BY]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def speaker_name(quote):
    """The speaker's name where readers may see who it is, else the attribution as published."""
    shown = quote.shown_speaker or quote.shown_organisation
    return shown.name if shown else quote.attribution or quote.get_speaker_kind_display()


def _line(who, what, article, cited):
    """One line that names the day of the article and the address of what is cited."""
    day = PartialDate.of(article.day).words
    address = uri_to_iri(absolute(cited.get_absolute_url()))
    line = ", ".join(filter(None, [who, what, settings.SITE_NAME, day, address]))
    return line[0].upper() + line[1:]
