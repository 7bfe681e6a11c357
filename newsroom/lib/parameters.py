"""Parameters of the API's lists: filters that say what they take, and refuse what they do not in words that help."""

import datetime
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django_filters import Filter

from newsroom.lib.dates import PartialDate

LONGEST = 200
# The code of the error that a record asked for is not there.
UNKNOWN = "unknown"
# Ids that every database's 64-bit column can hold.
ID = re.compile(r"[1-9]\d{0,17}", re.ASCII)


class Text(Filter):
    """Free text of up to 200 characters."""

    field_class = forms.CharField
    schema = {"type": "string", "maxLength": LONGEST, "pattern": r"^[^\u0000]*[^\s\u0000][^\u0000]*$"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=LONGEST, **kwargs)


class OneOf(Filter):
    """One of a set of names."""

    field_class = forms.ChoiceField

    def __init__(self, names, *args, **kwargs):
        self.names = [str(name) for name in names]
        refusal = {"invalid_choice": f"“%(value)s” is none of: {', '.join(self.names)}."}
        choices = [(name, name) for name in self.names]
        super().__init__(*args, choices=choices, error_messages=refusal, **kwargs)

    @property
    def schema(self):
        return {"type": "string", "enum": self.names}


class DayField(forms.CharField):
    """A day written as 2019-05-10, read into a date."""

    def clean(self, value):
        text = super().clean(value)
        return day(text) if text else None


class MomentField(forms.CharField):
    """A day or a moment in ISO 8601, read into an aware datetime; a day stands for its beginning here."""

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            if len(text) <= len("2019-05-10"):
                moment = datetime.datetime.combine(day(text), datetime.time.min)
            else:
                moment = datetime.datetime.fromisoformat(text)
            return (moment if moment.tzinfo else timezone.make_aware(moment)).astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            raise ValidationError(f"“{text}” is no moment: write 2019-05-10 or 2019-05-10T18:30:00Z.") from None


def day(text):
    """The date written as 2019-05-10; ValidationError for anything else."""
    try:
        date = PartialDate.parse(text)
    except ValueError:
        date = None
    if not date or not date.day:
        raise ValidationError(f"“{text}” is no day: write it as 2019-05-10.")
    return date.earliest


class Day(Filter):
    """A day such as 2019-05-10."""

    field_class = DayField
    schema = {"type": "string", "format": "date"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=LONGEST, **kwargs)


class Moment(Filter):
    """A day or a moment."""

    field_class = MomentField
    schema = {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=LONGEST, **kwargs)


class NounField(forms.CharField):
    """An id or a slug, past ones too, read into the record of `rows()` it names or was merged into.

    Digits alone are an id.
    """

    def __init__(self, *, rows, **kwargs):
        super().__init__(**kwargs)
        self.rows = rows

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        rows = self.rows()
        record = rows.at_id(text) if ID.fullmatch(text) else rows.at_slug(text)
        if record is None:
            raise ValidationError(f"There is no {rows.model._meta.verbose_name} “{text}”.", code=UNKNOWN)
        return record


class Noun(Text):
    """A person, a section, …: its id or its slug, past ones too."""

    field_class = NounField

    def __init__(self, rows, *args, **kwargs):
        """`rows()` gives the records that readers may ask for."""
        super().__init__(*args, rows=rows, **kwargs)
