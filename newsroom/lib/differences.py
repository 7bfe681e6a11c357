"""A field that two people changed at once: what is stored, what was sent, both put together, and what is proposed."""

from dataclasses import dataclass, field

from django import forms
from django.db import models

from newsroom.lib import merging
from newsroom.lib.prose import ProseField, without_breaks

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass
class Difference:
    """A field that differs between the stored record and the form sent; a row's own coming or going has no `name`.

    `name` is its input's; `values` are the values a browser would send to take mine, theirs or both; `proposed` says
    which of them stands in the form that comes back.
    """

    label: str
    theirs: str
    mine: str
    name: str = ""
    both: str = ""
    proposed: str = MINE
    values: dict = field(default_factory=dict)

    @property
    def choices(self):
        """(choice, values) of what can be taken instead of what stands in the form."""
        return list(self.values.items())


def difference(bound, label, base):
    """The Difference of a bound field, None where there is nothing to decide.

    `base` are the values the form was opened with, None when that is not known. What only one side changed is theirs
    or mine; where both did, texts and lists are put together, and proposed so when the changes do not touch.
    """
    shape = bound.field
    theirs = as_sent(shape, bound.form.get_initial_for_field(shape, bound.name))
    mine = bound.form.data.getlist(bound.html_name)
    if bound.name not in bound.form.changed_data or same(shape, mine, theirs) or same(shape, base, theirs):
        return None
    found = Difference(label, shown(shape, theirs), shown(shape, mine), bound.html_name)
    found.values = {THEIRS: theirs, MINE: mine}
    if base is None:
        return found
    if same(shape, base, mine):
        found.proposed = THEIRS
    elif merged := _merged(shape, base, mine, theirs):
        found.values[BOTH], found.both = merged.value, shown(shape, merged.value)
        found.proposed = BOTH if merged.is_clean else MINE
    return found


def as_sent(shape, value):
    """A stored value of the form field `shape` as a browser sends it: a list of texts."""
    value = shape.prepare_value(value)
    if isinstance(value, bool):
        return ["on"] if value else []
    widget = getattr(shape.widget, "widget", shape.widget)
    values = value if isinstance(value, list | tuple | models.QuerySet) else [value]
    texts = [widget.format_value(each) for each in values if each is not None]
    texts = [each[0] if isinstance(each, list) else each for each in texts if each]
    return [str(each) for each in texts if each not in (None, "")]


def shown(shape, values):
    """Values as a browser sends them, as an editor reads them."""
    if isinstance(shape, forms.BooleanField):
        return "yes" if values else "no"
    values = [each for each in values if each != ""]
    if hasattr(shape, "rows"):
        values = [shape.label_from_instance(row) for row in shape.rows(values)]
    elif hasattr(shape, "choices"):
        labels = {str(key): label for key, label in shape.choices}
        values = [labels.get(each, each) for each in values]
    else:
        values = [getattr(shape, "shown", str)(each) for each in values]
    return ", ".join(map(str, values))


def same(shape, values, others):
    """Whether two lists of values as a browser sends them are known and say the same."""
    return values is not None and others is not None and _bare(shape, values) == _bare(shape, others)


def _bare(shape, values):
    """The values without what browsers add or leave out."""
    texts = [each.replace("\r\n", "\n").strip() for each in values]
    texts = [without_breaks(each) for each in texts] if isinstance(shape, ProseField) else texts
    texts = [each for each in texts if each]
    return sorted(texts) if _is_several(shape) else texts


def _is_several(shape):
    return getattr(getattr(shape.widget, "widget", shape.widget), "allow_multiple_selected", False)


def _merged(shape, *three):
    """Both changes put together as Merged, None for a value that is one thing or another."""
    if _is_several(shape):
        return merging.sets(*three)
    if not (type(shape) is forms.CharField or isinstance(shape.widget, forms.Textarea)):
        return None
    texts = [_bare(shape, values) for values in three]
    base, mine, theirs = ("".join(values) for values in texts)
    merged = (merging.formatted if isinstance(shape, ProseField) else merging.texts)(base, mine, theirs)
    return merging.Merged([merged.value], merged.is_clean)
