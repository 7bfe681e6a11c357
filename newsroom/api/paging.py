"""Pages of the API's lists, by key: `next` and `previous` lead on, nothing is counted."""

from django.conf import settings
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response

from newsroom.lib import keyset

DEFAULT_SIZE, LARGEST = 20, 100


class KeysetPagination(BasePagination):
    """Pages in the order the view names; describes its parameters for the documentation."""

    def paginate_queryset(self, queryset, request, view=None):
        asked = request.query_params
        self.request, size, order = request, read_size(asked.get("page_size")), read_order(asked.get("ordering"), view)
        try:
            self.page = keyset.page(queryset, order, size, asked.get("cursor"))
        except keyset.BadCursor as error:
            # Not 400: any text looks like a cursor, it names a page that is not there.
            raise NotFound({"cursor": [str(error)]}) from None
        return self.page.rows

    def get_paginated_response(self, data):
        return Response({"next": self.link(self.page.next), "previous": self.link(self.page.previous), "results": data})

    def link(self, cursor):
        """The absolute address of the page that `cursor` leads to, with the other parameters as they are."""
        if not cursor:
            return None
        asked = self.request.query_params.copy()
        asked["cursor"] = cursor
        return f"{settings.SITE_URL}{self.request.path}?{asked.urlencode()}"

    def parameters(self, view):
        """The names of the parameters it reads from a list of `view`."""
        return [parameter["name"] for parameter in self.get_schema_operation_parameters(view)]

    def get_schema_operation_parameters(self, view):
        parameters = [
            ("cursor", "The page to read, from `next` or `previous`.", {"type": "string", "pattern": r"\S"}),
            (
                "page_size",
                "The most objects of a page.",
                {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": DEFAULT_SIZE},
            ),
        ]
        if view.orders:
            orders = {"type": "string", "enum": list(view.orders), "default": next(iter(view.orders))}
            parameters.append(("ordering", "Which come first; “-” for the latest.", orders))
        return [
            {"name": name, "in": "query", "description": description, "schema": schema}
            for name, description, schema in parameters
        ]

    def get_paginated_response_schema(self, schema):
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }


def read_size(text):
    """The size of a page, from the parameter or by default; raises ValidationError."""
    if text is None:
        return DEFAULT_SIZE
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= LARGEST):
        raise ValidationError({"page_size": [f"“{text}” is not a whole number from 1 to {LARGEST}."]})
    return int(text)


def read_order(text, view):
    """The columns of the order asked for, or of the view's own; raises ValidationError."""
    if text is None or not view.orders:
        return view.order
    if text not in view.orders:
        raise ValidationError({"ordering": [f"“{text}” is none of: {', '.join(view.orders)}."]})
    return view.orders[text]
