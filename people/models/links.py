"""Foreign keys to people and organisations as readers may follow them."""

from django.db.models import Exists, OuterRef


def with_shown(queryset, **visible):
    """`queryset` with each named foreign key joined, and `<name>_shown` telling whether readers may see its target.

    `visible` maps the name of a foreign key to the queryset of rows readers may see.
    """
    flags = {f"{name}_shown": Exists(rows.filter(pk=OuterRef(f"{name}_id"))) for name, rows in visible.items()}
    return queryset.select_related(*visible).annotate(**flags)


class Shown:
    """Reads a foreign key only where `with_shown` found that readers may see it."""

    def __init__(self, name):
        self.name = name

    def __get__(self, row, owner=None):
        """The target or None; AttributeError when the row did not come through `with_shown`."""
        if row is None:
            return self
        return getattr(row, self.name) if getattr(row, f"{self.name}_shown") else None
