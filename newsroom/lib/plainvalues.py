"""A row's values as plain JSON data, and back."""


def plain(row, field):
    """The row's value of a concrete model field as JSON keeps it; a foreign key as the other's id."""
    value = getattr(row, field.attname)
    return value if value is None or isinstance(value, bool | int | list | dict) else field.value_to_string(row)


def lay(row, field, value):
    """Set the field to a value as `plain` gave it; raises ValidationError for one it cannot have."""
    setattr(row, field.attname, field.to_python(value))
