"""How the API writes a record, a reference to one, a moment and a date as known."""

import datetime
from functools import cache

from django.conf import settings
from django.urls import reverse
from rest_framework import serializers

from newsroom.lib.dates import AS_KNOWN


@cache
def _list_path(noun):
    return reverse(f"api-{noun}-list")


def list_url(model):
    """The absolute address of the list of a model's records in the API."""
    return settings.SITE_URL + _list_path(model._meta.model_name)


def api_url(record):
    """The absolute address of a record in the API."""
    return f"{list_url(record)}{record.pk}/"


def web_url(record):
    """The absolute address of a record's page."""
    return settings.SITE_URL + record.get_absolute_url()


class Address(serializers.URLField):
    """The absolute address of the record itself, or of the one in `source`."""

    def __init__(self, address_of, source="*", **kwargs):
        super().__init__(source=source, **kwargs)
        self.address_of = address_of

    def to_representation(self, record):
        return self.address_of(record)


class Moment(serializers.DateTimeField):
    """A moment in UTC."""

    def __init__(self, **kwargs):
        super().__init__(default_timezone=datetime.UTC, **kwargs)


class AsKnown(serializers.RegexField):
    """A date as known: "2019", "2019-05" or "2019-05-10"; null where nothing is known."""

    def __init__(self, **kwargs):
        super().__init__(f"^{AS_KNOWN.pattern}$", **{"allow_null": True} | kwargs)


class RowSerializer(serializers.ModelSerializer):
    """Writes a row of a model. What the model says to those who fill it in (help texts, limits) stays at the desk."""

    def build_standard_field(self, field_name, model_field):
        kind, options = super().build_standard_field(field_name, model_field)
        kept = {name: options[name] for name in ("allow_null", "choices") if name in options}
        plain = kind in {serializers.SlugField, serializers.URLField}  # other scripts; an address that may be empty
        return serializers.CharField if plain else kind, {"read_only": True, **kept}


class RecordSerializer(RowSerializer):
    """What every object has; `Meta.fields` of a subclass begins with RECORD or WITH_PAGE."""

    url = Address(api_url, help_text="This object in the API.")
    web_url = Address(web_url, help_text="Its page.")
    updated_at = Moment()


RECORD = ("id", "url", "updated_at")
WITH_PAGE = ("id", "url", "web_url", "updated_at")


class Named(serializers.Serializer):
    """A person, an organisation, …: its id, its name, and where to find it."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    url = Address(api_url)
    web_url = Address(web_url)


class Labelled(Named):
    """A section or a topic."""

    slug = serializers.CharField()
