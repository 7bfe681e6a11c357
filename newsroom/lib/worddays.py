"""The day of a row as words of its index, so that the newest of many rows are found without reading the others.

A row of 25 November 2026 has §2026, §202611 and §2026112, the year, the month and the ten days it is of; no text has
words that begin so.
"""

import datetime

from django.db.models import DateTimeField

from newsroom.lib.wordquery import Word, any_of

SIGN = "§"
YEAR, MONTH, TEN_DAYS = 4, 6, 7  # digits of 20261125
# What stands for ever longer times up to a day: each so many steps of so many days back, of one kind of word. No step
# is longer than what such a word stands for; the last one of a month is for a day or two.
LATELY = ((TEN_DAYS, 20, 1), (MONTH, 2, 28), (MONTH, 8, 28), (YEAR, 1, 365), (YEAR, 3, 365))

WORDS = " || ' ' || ".join(f"'{SIGN}' || substr({{digits}}, 1, {length})" for length in (YEAR, MONTH, TEN_DAYS))
DIGITS = "replace(substr({day}, 1, 10), '-', '')"

# It calls nothing of ours: a backup is restored without our schema in the search path.
FUNCTION = f"""
CREATE OR REPLACE FUNCTION newsroom_words(words text, day date) RETURNS tsvector LANGUAGE plpgsql
IMMUTABLE PARALLEL SAFE COST 4000
AS $$
DECLARE digits text := to_char(day, 'YYYYMMDD');
BEGIN
    IF day IS NOT NULL THEN words := words || ' ' || {WORDS.format(digits="digits")}; END IF;
    RETURN array_to_tsvector(array_remove(string_to_array(words, ' '), ''));
END $$
"""


def lately(day):
    """What rows of the times up to `day` answer: of the last weeks, of some months and more, of some years and more."""
    # Rows may be dated by a zone in which it is tomorrow already.
    newest = day.toordinal() + 1
    return [
        any_of(_word(max(1, newest - step * days), digits) for step in range(steps + 1))
        for digits, steps, days in LATELY
    ]


def in_sqlite(words, day):
    """SQL for words with those of their day, both given as SQL."""
    return f"{words} || coalesce(' ' || {WORDS.format(digits=DIGITS.format(day=day))}, '')"


def in_postgresql(field):
    """SQL for the day of a row by a field of its own, in UTC for a moment, as SQLite keeps it."""
    return f"(\"{field.column}\" AT TIME ZONE 'UTC')::date" if isinstance(field, DateTimeField) else f'"{field.column}"'


def _word(ordinal, digits):
    return Word(SIGN + datetime.date.fromordinal(max(1, ordinal)).isoformat().replace("-", "")[:digits])
