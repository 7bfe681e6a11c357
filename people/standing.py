"""What readers may know of, as conditions that the database answers; written as SQL that both databases read alike.

They stand in nearly every query of the site, up to ten in one. Built of subqueries they took longer to write down than
to answer.
"""

from django.db.models import BooleanField, DateField, DateTimeField, F, Func, Value
from django.utils import timezone

# Of a source: it is from outside, or an article of ours that is visible now.
OPEN = "({article} IS NULL OR ({since} <= {now} AND ({until} IS NULL OR {until} > {now})))"
OPEN_TOLD = OPEN.format(article="told.our_article", since="told.visible_from", until="told.visible_until", now="{}")


class Written(Func):
    """An expression written as SQL: each `{}` in it stands for the next of the other expressions."""

    def __init__(self, sql, *expressions, output_field):
        super().__init__(*expressions, output_field=output_field)
        self.sql = sql

    def as_sql(self, compiler, connection):
        parts = [compiler.compile(expression) for expression in self.source_expressions]
        parameters = [parameter for _, some in parts for parameter in some]
        return self.sql.format(*(sql for sql, _ in parts)), parameters


def is_open(at=None):
    """Whether a source is one readers can see at the moment `at` (default now)."""
    article, since, until = F("our_article"), F("visible_from"), F("visible_until")
    sql = OPEN.format(article="{}", since="{}", until="{}", now="{}")
    return _condition(sql, article, since, _moment(at), until, until, _moment(at))


def stands(fact, at=None, path=""):
    """Whether a fact stands by itself or has a source readers can see.

    `fact` is "person", "organisation", "role" or "relationship"; `path` leads to it, as "speaker__".
    """
    alone, key = F(f"{path}stands_alone"), F(f"{path}pk")
    # SQLite would ask for both sides of an OR; without OFFSET PostgreSQL would gather the sources of everything first.
    told = f"EXISTS(SELECT 1 {_told(fact)} LIMIT 1 OFFSET 0)"
    sql = f"CASE WHEN {{}} THEN TRUE WHEN {{}} IS NULL THEN FALSE ELSE {told} END"
    return _condition(sql, alone, key, key, _moment(at), _moment(at))


def shows(fact, at=None, path=""):
    """Whether a person or an organisation stands and is not hidden; takes what `stands` takes."""
    return _condition("({} <> {} AND {})", F(f"{path}visibility"), Value("hidden"), stands(fact, at, path))


def seen(what, shown, at=None):
    """The day that is `what`, such as "MIN(told.date_latest)", of the sources of a role that show `shown` of it."""
    sql = f"(SELECT {what} {_told('role')} AND told.shows = {{}})"
    return Written(sql, F("pk"), _moment(at), _moment(at), Value(shown), output_field=DateField())


def _told(fact):
    """The sources of a fact that are open; takes the key of its row and twice the moment."""
    return f"FROM people_source told WHERE told.{fact}_id = {{}} AND {OPEN_TOLD}"


def _condition(sql, *expressions):
    return Written(sql, *expressions, output_field=BooleanField())


def _moment(at):
    return Value(at or timezone.now(), output_field=DateTimeField())
