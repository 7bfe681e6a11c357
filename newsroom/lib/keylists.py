"""A list of keys as one value: `rows.filter(pk__among=ids)`.

`pk__in` has a placeholder for each key; of some hundred, Django and the database take longer to read the question than
to answer it, and PostgreSQL keeps no plan of a question that comes with another number of them each time.
"""

import json

from django.core.exceptions import EmptyResultSet
from django.db.models import BigAutoField, ForeignKey, Lookup


@BigAutoField.register_lookup
@ForeignKey.register_lookup
class Among(Lookup):
    """Whether a key is one of these whole numbers; with none of them the database is not asked."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        if not self.rhs:
            raise EmptyResultSet
        key, parameters = self.process_lhs(compiler, connection)
        if connection.vendor == "postgresql":
            return f"{key} = ANY(%s)", [*parameters, list(self.rhs)]
        among = "(SELECT value FROM json_each(%s))"
        return f"{key} IN {among}", [*parameters, json.dumps(list(self.rhs))]
