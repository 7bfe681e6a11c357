"""What a merge did, told from its log in lines for editors."""

from collections import Counter

from django.apps import apps

from newsroom.lib import folding


def account(merge):
    """Lines on what moved, what was joined with something that was there, and which fields changed."""
    moved, joined, changed = Counter(), Counter(), []
    for label, _, _, _, numbers in folding.steps(merge.log, folding.MOVED):
        moved[label] += len(numbers)
    for label, columns, _ in folding.steps(merge.log, folding.REMOVED):
        if (label, columns["id"]) != (_label(merge), merge.gone):
            joined[label] += 1
    for label, number, values in folding.steps(merge.log, folding.CHANGED):
        if (label, number) == (_label(merge), merge.into):
            changed += [_changed(label, name, *pair) for name, pair in values.items() if _is_editable(label, name)]
    return [
        *(f"{_counted(label, number)} moved" for label, number in sorted(moved.items()) if number),
        *(f"{_counted(label, number)} joined with what was there" for label, number in sorted(joined.items())),
        *changed,
    ]


def _label(merge):
    return f"people.{merge.noun.title()}"


def _counted(label, number):
    meta = apps.get_model(label)._meta
    return f"{number} {meta.verbose_name if number == 1 else meta.verbose_name_plural}"


def _field(label, name):
    return next(field for field in apps.get_model(label)._meta.concrete_fields if field.attname == name)


def _is_editable(label, name):
    return _field(label, name).editable


def _changed(label, name, before, after):
    shown = [str(value)[:100] if value not in (None, "") else "nothing" for value in (before, after)]
    return f"{_field(label, name).verbose_name}: “{shown[0]}” became “{shown[1]}”"
