"""Columns that both databases sort alike."""

from django.db import models


class ByCodePoint:
    """Text compared by code point, as SQLite does by itself and PostgreSQL under its "C" collation."""

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


class SortKeyField(ByCodePoint, models.CharField):
    """Folded text to sort by."""


class SortSlugField(ByCodePoint, models.SlugField):
    """A slug to sort by."""
