"""A column of words in which a database's own engine looks words up: `rows.filter(folded__words=query)`."""

import json

from django.db import NotSupportedError, connections, models, router
from django.db.models import Lookup

from newsroom.lib import worddays
from newsroom.lib.wordquery import fts5, tsquery

# Both engines index a word as it stands; PostgreSQL refuses one of more than 2 KB.
LONGEST_WORD = 60


class WordsField(models.TextField):
    """Folded words with one space between them, each of at most LONGEST_WORD characters.

    The database keeps the index itself (see `wordindexes`), so every way to write the column leaves it right. It also
    knows the day of a row by the column that `dated_by` names (see `worddays`).
    """

    non_db_attrs = (*models.TextField.non_db_attrs, "dated_by")

    def __init__(self, *args, dated_by=None, **kwargs):
        super().__init__(*args, **{"editable": False, "default": "", "blank": True, **kwargs})
        self.dated_by = dated_by

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"dated_by": self.dated_by} if self.dated_by else {})

    @property
    def day_field(self):
        """The field that dates a row, or None."""
        return self.dated_by and self.model._meta.get_field(self.dated_by)


def index_name(model, field):
    """What the index of a column is called, in both databases."""
    return f"{model._meta.db_table}_{field.column}_words"


def ids_answering(looks, column, most, order=""):
    """For each (query, model) any `most` keys whose words in `column` answer; "ASC" wants the first, "DESC" the last.

    The indexes are asked alone and all at once, without the cost of a queryset: for the many looks that find nothing.
    """
    connection = connections[router.db_for_read(looks[0][1])]
    looked_up, written = (_in_postgresql, tsquery) if connection.vendor == "postgresql" else (_in_sqlite, fts5)
    bound = f"{f'ORDER BY 1 {order} ' if order else ''}LIMIT {int(most)}"
    asked = [
        f"SELECT {place}, found.* FROM ({looked_up(model._meta.get_field(column))} {bound}) found"  # noqa: S608 - named by us
        for place, (_, model) in enumerate(looks)
    ]
    keys = [[] for _ in looks]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked), [written(query) for query, _ in looks])
        for place, key in cursor.fetchall():
            keys[place].append(key)
    return keys


def indexed_in_postgresql(field):
    """SQL for what the index of a column holds."""
    day = f", {worddays.in_postgresql(field.day_field)}" if field.dated_by else ""
    return f'newsroom_words("{field.column}"{day})'


def ids_answering_among(ids, query, column, model):
    """Which of these keys have words in `column` that answer a query, as a set.

    For words that many rows have: only the index is read of those, and no row that is not among the keys.
    """
    connection, field = connections[router.db_for_read(model)], model._meta.get_field(column)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"{_selected(field)} AND id = ANY(%s)", [tsquery(query), ids])
        else:
            among = "+rowid IN (SELECT value FROM json_each(%s))"  # the sign: a filter, not a look for each
            cursor.execute(f"{_in_sqlite(field)} AND {among}", [fts5(query), json.dumps(ids)])
        return {key for (key,) in cursor.fetchall()}


def _in_postgresql(field):
    # Materialized, so that the index is asked once: the planner neither reads the words of row after row in the order a
    # list is wanted in, nor asks anew for each row of a table it has no statistics of.
    return f"WITH found AS MATERIALIZED ({_selected(field)}) SELECT id FROM found"  # noqa: S608 - named by us


def _selected(field):
    table = field.model._meta.db_table
    return f'SELECT id FROM "{table}" WHERE {indexed_in_postgresql(field)} @@ %s::tsquery'  # noqa: S608 - named by us


def _in_sqlite(field):
    index = index_name(field.model, field)
    return f'SELECT rowid FROM "{index}" WHERE "{index}" MATCH %s'  # noqa: S608 - the index is named by us


@WordsField.register_lookup
class Words(Lookup):
    """Whether the words answer a query of `wordquery`."""

    lookup_name = "words"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        return "%s", [value]

    def as_sql(self, compiler, connection):
        raise NotSupportedError(f"{connection.vendor} has no index of words here")

    def as_postgresql(self, compiler, connection):
        return f"{self._key(compiler, connection)} IN ({_in_postgresql(self.lhs.target)})", [tsquery(self.rhs)]

    def as_sqlite(self, compiler, connection):
        return f"{self._key(compiler, connection)} IN ({_in_sqlite(self.lhs.target)})", [fts5(self.rhs)]

    def _key(self, compiler, connection):
        """The primary key of the row whose words are asked about."""
        key = self.lhs.target.model._meta.pk.column
        return f"{compiler.quote_name_unless_alias(self.lhs.alias)}.{connection.ops.quote_name(key)}"


@WordsField.register_lookup
class Phrase(Lookup):
    """Whether these words, folded, with one space between them, stand next to each other in this order."""

    lookup_name = "phrase"

    def as_sql(self, compiler, connection):
        column, parameters = self.process_lhs(compiler, connection)
        # Not LIKE: SQLite's knows no case and is slow.
        found = "strpos" if connection.vendor == "postgresql" else "instr"
        return f"{found}(' ' || {column} || ' ', %s) > 0", [*parameters, f" {self.rhs} "]
