"""The databases' own indexes behind every WordsField: made after each migration, kept by the database itself.

SQLite: an FTS5 table that reads the column, and triggers. PostgreSQL: a GIN index. In both a word is what stands
between two spaces, so that the two find the same rows.
"""

from django.apps import apps as present
from django.db import connections, transaction

from newsroom.lib.wordfields import WordsField, index_name

# The cost keeps the planner from reading words row by row where the index would tell.
FUNCTION = """
CREATE OR REPLACE FUNCTION newsroom_words(words text) RETURNS tsvector LANGUAGE plpgsql
IMMUTABLE STRICT PARALLEL SAFE COST 4000
AS $$ BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END $$
"""
GIN = 'CREATE INDEX IF NOT EXISTS "{index}" ON "{table}" USING gin (newsroom_words("{column}")) WITH (fastupdate = off)'

# The ascii tokenizer parts words at spaces and leaves what is not ASCII whole. Positions are not kept: see `Phrase`.
FTS5 = """
CREATE VIRTUAL TABLE IF NOT EXISTS "{index}"
USING fts5("{column}", content="{table}", content_rowid="{key}", tokenize="ascii", detail="none")
"""
TRIGGERS = {
    "added": 'AFTER INSERT ON "{table}" BEGIN {add} END',
    "deleted": 'AFTER DELETE ON "{table}" BEGIN {drop} END',
    "changed": """
        AFTER UPDATE OF "{column}" ON "{table}" WHEN old."{column}" <> new."{column}" BEGIN {drop} {add} END
    """,
}
REBUILD = """INSERT INTO "{index}"("{index}") VALUES ('rebuild')"""
ADD = 'INSERT INTO "{index}"(rowid, "{column}") VALUES (new."{key}", new."{column}");'
DROP = """INSERT INTO "{index}"("{index}", rowid, "{column}") VALUES ('delete', old."{key}", old."{column}");"""


def install(app_config, using, apps=present, **kwargs):
    """Make the indexes an app's models lack; Django calls it after each migration (`post_migrate`).

    SQLite loses triggers whenever a migration makes a table anew; the index is then read again from the table.
    """
    connection = connections[using]
    for model, field in columns(apps.get_app_config(app_config.label).get_models()):
        with transaction.atomic(using), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(FUNCTION)
                cursor.execute(_filled(GIN, model, field))
            elif _missing(cursor, model, field):
                _make_fts5(cursor, model, field)


def rebuild(model, field, using="default"):
    """Make the index of one column anew from the rows there are."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f'REINDEX INDEX "{index_name(model, field)}"')
        else:
            cursor.execute(_filled(REBUILD, model, field))


def columns(models):
    """Every (model, field) that has words among these models."""
    return [(model, field) for model in models for field in model._meta.local_fields if isinstance(field, WordsField)]


def _make_fts5(cursor, model, field):
    cursor.execute(_filled(FTS5, model, field))
    for act, words in TRIGGERS.items():
        name = _trigger(model, field, act)
        cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
        cursor.execute(f'CREATE TRIGGER "{name}" {_filled(words, model, field)}')
    cursor.execute(_filled(REBUILD, model, field))


def _missing(cursor, model, field):
    """Whether SQLite lacks one of the triggers."""
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return not {_trigger(model, field, act) for act in TRIGGERS} <= {name for (name,) in cursor.fetchall()}


def _trigger(model, field, act):
    return f"{index_name(model, field)}_{act}"


def _filled(sql, model, field):
    names = {
        "table": model._meta.db_table,
        "index": index_name(model, field),
        "column": field.column,
        "key": model._meta.pk.column,
    }
    return sql.format(**names, add=ADD.format(**names), drop=DROP.format(**names))
