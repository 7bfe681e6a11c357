"""How to name an article or a quote as a source, in one line to copy."""

from django.conf import settings

from newsroom.lib.dates import PartialDate
from newsroom.lib.jsonld import absolute


def cite_article(article):
    """“By, “Headline”, Newspaper, day, address” with the names as printed."""
    authors = " and ".join(byline.name for byline in article.bylines.all() if byline.credit == byline.Credit.BY)
    return _line(
        authors, f"“{article.headline}”", settings.SITE_NAME, _day(article), absolute(article.get_absolute_url())
    )


def cite_quote(quote):
    """“Speaker, quoted in “Headline”, Newspaper, day, address”."""
    source = f"quoted in “{quote.article.headline}”"
    return _line(
        speaker_name(quote), source, settings.SITE_NAME, _day(quote.article), absolute(quote.get_absolute_url())
    )


def speaker_name(quote):
    """The speaker's name where readers may see who it is, else the attribution as published."""
    shown = quote.shown_speaker or quote.shown_organisation
    return shown.name if shown else quote.attribution or quote.get_speaker_kind_display()


def _day(article):
    return PartialDate.of(article.day).words


def _line(*parts):
    line = ", ".join(part for part in parts if part)
    return line[0].upper() + line[1:]
