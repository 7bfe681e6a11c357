"""Model and form fields for dates as known; the database itself keeps their earliest and latest day."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from newsroom.lib.dates import PartialDate


class _AsKnown(DeferredAttribute):
    """Turns what is assigned into a PartialDate at once, so that a row reads the same before and after saving."""

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = self.field.to_python(value)


class PartialDateField(models.CharField):
    """A PartialDate or None, stored as text ("2019-05"); compare it through EarliestDay and LatestDay.

    Text and dates may be assigned too; what is no date raises ValidationError.
    """

    descriptor_class = _AsKnown

    def __init__(self, *args, **kwargs):
        kwargs = {"max_length": 10, "null": True, "blank": True} | kwargs
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return PartialDate.of(value)

    def to_python(self, value):
        try:
            return PartialDate.of(value)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from None

    def get_prep_value(self, value):
        value = self.to_python(value)
        return None if value is None else str(value)

    def value_to_string(self, obj):
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs):
        return models.Field.formfield(self, **{"form_class": PartialDateFormField, **kwargs})

    def validate(self, value, model_instance):
        models.Field.validate(self, value, model_instance)

    def run_validators(self, value):
        """None beyond the parsing: a PartialDate is never too long."""


class PartialDateFormField(forms.CharField):
    """A text input for a date as known, in figures or as it is printed; gives a PartialDate or None."""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", "As known: 2019, 2019-05 or 2019-05-10.")
        super().__init__(**{"max_length": 40, "empty_value": None, **kwargs})
        self.widget.attrs.setdefault("size", 17)

    def to_python(self, value):
        value = super().to_python(value) if isinstance(value, str) else value
        try:
            return PartialDate.typed(value) if isinstance(value, str) else PartialDate.of(value)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from None

    def prepare_value(self, value):
        return str(value) if isinstance(value, PartialDate) else value

    def run_validators(self, value):
        """None beyond the parsing."""

    def has_changed(self, initial, data):
        return str(initial or "") != str(data or "").strip()


class _Earliest(models.Func):
    """SQL for the first day a stored date as known can mean."""

    arity = 1
    output_field = models.DateField()

    def as_sqlite(self, compiler, connection, **extra):
        return super().as_sql(compiler, connection, template="substr(%(expressions)s || '-01-01', 1, 10)", **extra)

    def as_postgresql(self, compiler, connection, **extra):
        sql, params = compiler.compile(self.source_expressions[0])
        year, month, day = (
            f"substr({sql} || '-01-01', {start}, {size})::int" for start, size in ((1, 4), (6, 2), (9, 2))
        )
        return f"make_date({year}, {month}, {day})", params * 3


class _Latest(models.Func):
    """SQL for the last day a stored date as known can mean."""

    arity = 1
    output_field = models.DateField()

    def as_sqlite(self, compiler, connection, **extra):
        sql, params = compiler.compile(self.source_expressions[0])
        return (
            f"CASE length({sql}) WHEN 4 THEN {sql} || '-12-31' "
            f"WHEN 7 THEN date({sql} || '-01', '+1 month', '-1 day') ELSE {sql} END",
            params * 4,
        )

    def as_postgresql(self, compiler, connection, **extra):
        sql, params = compiler.compile(self.source_expressions[0])
        year, month = f"substr({sql}, 1, 4)::int", f"substr({sql}, 6, 2)::int"
        return (
            f"CASE length({sql}) WHEN 4 THEN make_date({year}, 12, 31) "
            f"WHEN 7 THEN (make_date({year}, {month}, 1) + interval '1 month' - interval '1 day')::date "
            f"ELSE make_date({year}, {month}, substr({sql}, 9, 2)::int) END",
            params * 7,
        )


class _DayField(models.GeneratedField):
    """A DATE column the database derives from a PartialDateField of the same row; read it in queries only.

    The value in Python comes from the PartialDate itself (`role.start.earliest`).
    """

    function = None

    def __init__(self, source):
        self.source = source
        super().__init__(expression=self.function(source), output_field=models.DateField(null=True), db_persist=True)

    def deconstruct(self):
        name, path, _, _ = super().deconstruct()
        return name, path, [self.source], {}


class EarliestDay(_DayField):
    """The first day the date as known in field `source` can mean."""

    function = _Earliest


class LatestDay(_DayField):
    """The last day the date as known in field `source` can mean."""

    function = _Latest
