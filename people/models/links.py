"""Foreign keys to people and organisations as readers may follow them."""

from people.standing import shows


def with_shown(queryset, *names, at=None):
    """`queryset` with each named foreign key joined, and `<name>_shown` telling whether readers may see its target."""
    targets = {name: queryset.model._meta.get_field(name).related_model._meta.model_name for name in names}
    flags = {f"{name}_shown": shows(target, at, f"{name}__") for name, target in targets.items()}
    return queryset.select_related(*names).annotate(**flags)


def show(links, model, at=None):
    """The same for rows at hand: `links` are (row, name of its foreign key to `model`)."""
    ids = {getattr(row, f"{name}_id") for row, name in links} - {None}
    is_shown = shows(model._meta.model_name, at)
    targets = model._base_manager.annotate(is_shown=is_shown).in_bulk(ids) if ids else {}
    for row, name in links:
        target = targets.get(getattr(row, f"{name}_id"))
        setattr(row, name, target)
        setattr(row, f"{name}_shown", bool(target and target.is_shown))


class Shown:
    """Reads a foreign key only where `with_shown` found that readers may see it."""

    def __init__(self, name):
        self.name = name

    def __get__(self, row, owner=None):
        """The target or None; AttributeError when the row came neither through `with_shown` nor `show`."""
        if row is None:
            return self
        return getattr(row, self.name) if getattr(row, f"{self.name}_shown") else None
