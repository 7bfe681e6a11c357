"""The databases' own indexes behind every WordsField: made after each migration, kept by the database itself.

SQLite: an FTS5 table that reads the column, and triggers. PostgreSQL: a GIN index. In both a word is what stands
between two spaces, so that the two find the same rows.
"""

from django.apps import apps as present
from django.db import connections, transaction
from psycopg import sql

from newsroom.lib import worddays
from newsroom.lib.wordfields import WordsField, index_name, indexed_in_postgresql

# The cost keeps the planner from reading words row by row where the index would tell.
FUNCTION = """
CREATE OR REPLACE FUNCTION newsroom_words(words text) RETURNS tsvector LANGUAGE plpgsql
IMMUTABLE STRICT PARALLEL SAFE COST 4000
AS $$ BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END $$
"""
GIN = 'CREATE INDEX "{index}" ON "{table}" USING gin ({indexed}) WITH (fastupdate = off)'

# The ascii tokenizer parts words at spaces and leaves what is not ASCII whole. Positions are not kept: see `Phrase`.
FTS5 = """
CREATE VIRTUAL TABLE IF NOT EXISTS "{index}"
USING fts5("{column}", content="{table}", content_rowid="{key}", tokenize="ascii", detail="none")
"""
TRIGGERS = {
    "added": 'AFTER INSERT ON "{table}" BEGIN {add} END',
    "deleted": 'AFTER DELETE ON "{table}" BEGIN {drop} END',
    "changed": 'AFTER UPDATE OF {written} ON "{table}" WHEN {old} <> {new} BEGIN {drop} {add} END',
}
# Not FTS5's own "rebuild": that knows no days.
EMPTY = """INSERT INTO "{index}"("{index}") VALUES ('delete-all')"""
FILL = 'INSERT INTO "{index}"(rowid, "{column}") SELECT "{key}", {own} FROM "{table}"'
ADD = 'INSERT INTO "{index}"(rowid, "{column}") VALUES (new."{key}", {new});'
DROP = """INSERT INTO "{index}"("{index}", rowid, "{column}") VALUES ('delete', old."{key}", {old});"""


def install(app_config, using, apps=present, **kwargs):
    """Make the indexes an app's models lack; Django calls it after each migration (`post_migrate`).

    SQLite loses triggers whenever a migration makes a table anew; the index is then read again from the table.
    """
    connection = connections[using]
    make = _make_gin if connection.vendor == "postgresql" else _make_fts5
    for model, field in columns(apps.get_app_config(app_config.label).get_models()):
        with transaction.atomic(using), connection.cursor() as cursor:
            make(cursor, model, field)


def rebuild(model, field, using="default"):
    """Make the index of one column anew from the rows there are."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f'REINDEX INDEX "{index_name(model, field)}"')
        else:
            _fill_fts5(cursor, model, field)


def columns(models):
    """Every (model, field) that has words among these models."""
    return [(model, field) for model in models for field in model._meta.local_fields if isinstance(field, WordsField)]


def _make_gin(cursor, model, field):
    """The index, unless there is one that was made by just this statement: its comment tells."""
    for function in (FUNCTION, worddays.FUNCTION):
        cursor.execute(function)
    index, statement = index_name(model, field), _filled(GIN, model, field)
    cursor.execute("SELECT obj_description(to_regclass(%s))", [f'"{index}"'])
    if cursor.fetchone() != (statement,):
        cursor.execute(f'DROP INDEX IF EXISTS "{index}"')
        cursor.execute(statement)
        cursor.execute(sql.SQL("COMMENT ON INDEX {} IS {}").format(sql.Identifier(index), sql.Literal(statement)))


def _make_fts5(cursor, model, field):
    """The table and its triggers, unless there are these very ones."""
    statements = {
        _trigger(model, field, act): f'CREATE TRIGGER "{_trigger(model, field, act)}" {_filled(words, model, field)}'
        for act, words in TRIGGERS.items()
    }
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    if statements.items() <= dict(cursor.fetchall()).items():
        return
    cursor.execute(_filled(FTS5, model, field))
    for name, statement in statements.items():
        cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
        cursor.execute(statement)
    _fill_fts5(cursor, model, field)


def _fill_fts5(cursor, model, field):
    for statement in (EMPTY, FILL):
        cursor.execute(_filled(statement, model, field))


def _trigger(model, field, act):
    return f"{index_name(model, field)}_{act}"


def _filled(statement, model, field):
    names = {
        "table": model._meta.db_table,
        "index": index_name(model, field),
        "column": field.column,
        "key": model._meta.pk.column,
        "indexed": indexed_in_postgresql(field),
        "written": ", ".join(f'"{name}"' for name in _columns_read(field)),
        "own": _indexed(field, ""),
        "old": _indexed(field, "old."),
        "new": _indexed(field, "new."),
    }
    return statement.format(**names, add=ADD.format(**names), drop=DROP.format(**names))


def _columns_read(field):
    return [field.column, *([field.day_field.column] if field.dated_by else [])]


def _indexed(field, row):
    """What SQLite's index holds of a row, as SQL."""
    column, *day = (f'{row}"{name}"' for name in _columns_read(field))
    return worddays.in_sqlite(column, *day) if day else column
