"""Times of day as an editor gives them: in the newsroom's zone, whose clock skips some and strikes others twice."""

import datetime
import re

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.utils import pretty_name
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join

UTC, MINUTE = datetime.UTC, datetime.timedelta(minutes=1)
OFFSET = re.compile(r"[+-]\d\d:\d\d$")
SECONDS = re.compile(r"(?<=T\d\d:\d\d):\d\d$")


def readings(naive, zone):
    """The moments, in UTC and in order, at which the clocks of `zone` show `naive`: none, one or two."""
    meant = {naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(at for at in meant if at.astimezone(zone).replace(tzinfo=None, fold=0) == naive.replace(fold=0))


def around_gap(naive, zone):
    """The last minute before the time around `naive` that the clocks of `zone` skip, and the first after it."""
    late, early = (naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    before = early.astimezone(zone).utcoffset()
    while late - early > datetime.timedelta(seconds=1):
        middle = early + (late - early) / 2
        early, late = (middle, late) if middle.astimezone(zone).utcoffset() == before else (early, middle)
    after = late.replace(microsecond=0).astimezone(zone).replace(tzinfo=None, second=0)
    return (late.replace(microsecond=0) + before - MINUTE).replace(tzinfo=None, second=0), after


def moment_of(naive, zone=None):
    """The moment, in UTC, that a time of day without an offset means in `zone` (default the newsroom's).

    Raises ValidationError: naming the two nearest times for one that the clocks skip, both meanings for one that they
    strike twice. Nothing is picked silently.
    """
    zone = zone or timezone.get_current_timezone()
    meant = readings(naive, zone)
    if len(meant) == 1:
        return meant[0]
    day, time = date_format(naive, "j F Y"), naive.strftime("%H:%M")
    if meant:
        both = " or ".join(f"the {which} ({name})" for which, name in _both(meant, zone))
        raise ValidationError(f"The clocks strike {time} twice on {day} in {zone}: choose {both}.", code="twice")
    before, after = (f"{each:%H:%M}" for each in around_gap(naive, zone))
    raise ValidationError(
        f"The clocks skip {time} on {day} in {zone}: the nearest times are {before} and {after}.", code="skipped"
    )


def told(at, zone=None):
    """A moment in words with its zone: "5 February 2026, 09:30 (UTC)"; and which, where the clocks strike it twice."""
    zone = zone or timezone.get_default_timezone()
    local = at.astimezone(zone)
    twice = len(readings(local.replace(tzinfo=None), zone)) > 1
    return f"{date_format(local, 'j F Y, H:i')}{f' {_name(local)}' if twice else ''} ({zone})"


def as_told(db_field):
    """A field of the desk that shows the moment in a model's field, in words with its zone."""

    @admin.display(description=db_field.verbose_name)
    def tell(record):
        moment = getattr(record, db_field.name)
        return moment and told(moment)

    return tell


def _both(meant, zone):
    return zip(("first", "second"), (_name(at.astimezone(zone)) for at in meant), strict=True)


def _name(local):
    """A local time as told from its twin: "GMT, UTC+00:00"; the offset alone where the zone names it by no letters."""
    offset = f"UTC{_offset(local)}"
    return f"{local.tzname()}, {offset}" if local.tzname().isalpha() else offset


def _offset(local):
    text = local.strftime("%z")
    return f"{text[:3]}:{text[3:5]}"


class MomentInput(forms.DateTimeInput):
    """The browser's own input of a time; beside one that the clocks strike twice, a choice of first or second.

    It asks for seconds only where the time it shows has some.
    """

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M:%S")

    def format_value(self, value):
        text = OFFSET.sub("", value) if isinstance(value, str) else super().format_value(value)
        return text.removesuffix(":00") if text and SECONDS.search(text) else text

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if SECONDS.search(context["widget"]["value"] or ""):
            context["widget"]["attrs"]["step"] = 1
        return context

    def value_from_datadict(self, data, files, name):
        """What was typed; with the offset chosen beside it where that decides which of two moments is meant."""
        value, offset, zone = data.get(name), data.get(f"{name}_offset"), timezone.get_current_timezone()
        naive = _naive(value)
        meant = readings(naive, zone) if naive else []
        decides = len(meant) > 1 and offset in [_offset(at.astimezone(zone)) for at in meant]
        return f"{value}{offset}" if decides else value

    def render(self, name, value, attrs=None, renderer=None):
        shown, zone = super().render(name, value, attrs, renderer), timezone.get_current_timezone()
        naive = value if isinstance(value, datetime.datetime) else _naive(OFFSET.sub("", value or ""))
        meant = readings(naive.replace(tzinfo=None), zone) if naive else []
        if len(meant) < 2:
            return shown
        chosen = OFFSET.search(value)[0] if isinstance(value, str) and OFFSET.search(value) else ""
        if isinstance(value, datetime.datetime):
            chosen = _offset(meant[value.fold].astimezone(zone))
        offsets = [_offset(at.astimezone(zone)) for at in meant]
        rows = [
            (offset, " selected" if offset == chosen else "", f"the {which}: {words}")
            for offset, (which, words) in zip(offsets, _both(meant, zone), strict=True)
        ]
        options = format_html_join("", '<option value="{}"{}>{}</option>', rows)
        label = f"{pretty_name(name)}: the first or the second"
        return format_html(
            '{} <select name="{}_offset" aria-label="{}"><option value="">Choose which</option>{}</select>',
            shown, name, label, options,
        )  # fmt: skip


class MomentField(forms.DateTimeField):
    """A moment given as a time of day in the newsroom's zone; its value is in UTC."""

    widget = MomentInput

    def to_python(self, value):
        naive = _naive(value)
        moment = moment_of(naive) if naive else super().to_python(value)
        return moment and moment.astimezone(UTC)


def _naive(value):
    """The time of day in ISO form that carries no offset, or None."""
    try:
        at = parse_datetime(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None
    return at if at and not at.tzinfo else None
