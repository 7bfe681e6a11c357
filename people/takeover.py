"""What a feed says of a row, against what it said before and what stands here now."""

from django.core.exceptions import ValidationError

# What says nothing: text left out, and an end that is not known.
NOTHING = ("", "unknown")


def plain(value):
    """A column's value as it is compared and kept in JSON: a number as it is, all else as text, None as ""."""
    if value is None:
        return ""
    return value if isinstance(value, int) else str(value)


def said_of(row, columns):
    """What the row says in these columns."""
    return {column: plain(getattr(row, column)) for column in columns}


def take_over(row, said, before):
    """Set on `row` what is `said` now and was not said `before`, where nobody else has set it since.

    Returns the names of the columns set, and for each that is kept against the feed its name and a note on it.
    """
    changed, kept = [], {}
    for column, value in said.items():
        present = plain(getattr(row, column))
        if value in NOTHING or value in (present, before.get(column)):
            continue
        if present in NOTHING or present == before.get(column):
            setattr(row, column, value)
            changed.append(column)
        else:
            kept[column] = f"“{present}” is kept; the file says “{value}”"
    return changed, kept


def bad_columns(row, columns):
    """The columns of these whose value the database would not take, each with the reason."""
    others = {field.name for field in row._meta.fields} - set(columns)
    try:
        row.clean_fields(exclude=others)
    except ValidationError as error:
        return {column: " ".join(messages) for column, messages in error.message_dict.items()}
    return {}
