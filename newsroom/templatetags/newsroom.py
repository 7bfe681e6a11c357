"""What templates may do: moments with their zone, dates as known, names of authors, roles, and structured data."""

import datetime

from django import template
from django.forms.utils import flatatt
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from articles import citing
from newsroom.lib import jsonld
from people import wording

register = template.Library()
register.filter("authors", citing.authors)
register.filter("attributes", flatatt)
register.simple_tag(wording.role_words, name="role_words")

DAY, DAY_AND_TIME = "j F Y", "j F Y, H:i T"


@register.simple_tag
def moment(value, precision="time"):
    """A moment as `<time>`: to the minute with its zone, or to the "day"; both in the newsroom's zone.

    The first moment of a day is what a date without a time of day was stored as, and is shown as that date.
    """
    if value is None:
        return ""
    local = timezone.localtime(value)
    day_alone = precision == "day" or local.time() == datetime.time.min
    words = date_format(local, DAY if day_alone else DAY_AND_TIME)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), words)


@register.filter
def known(date):
    """A PartialDate as `<time>`, as far as it is known. Nothing for None."""
    return format_html('<time datetime="{}">{}</time>', date, date.words) if date else ""


@register.simple_tag
def json_ld(data):
    """The data as a block of structured data."""
    return jsonld.script(data)


@register.filter
def breadcrumb_list(trail):
    """The way to a page, as structured data."""
    return jsonld.breadcrumb_list(trail)
