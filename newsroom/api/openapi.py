"""Makes the OpenAPI document from the API's code. Needs drf-spectacular, which only development installs.

The site serves the document as committed; nothing it runs imports this module.
"""

import inspect
import json

from django.conf import settings
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

PATH = settings.BASE_DIR / "docs" / "openapi.json"
ABOUT = """Who said what, when, and in which role: read only, in JSON, open to every origin, without a key.

Lists come in pages: follow `next` until it is null. Every answer has an `ETag`; send it back in `If-None-Match` and an
unchanged answer comes as 304 without a body. To keep in step, read the articles in the order of `updated_at` and keep
the address of the last page: asked again, it and those after it hold what has changed since. An article changes with
its quotes and corrections; one that was withdrawn is in no list and answers 410, a merged person or organisation 301
to the one kept.

Dates that are known in part are written as known: "2019", "2019-05",
"2019-05-10". A parameter that is unknown, empty, given twice or wrong is refused, and the answer names it and lists the
known ones. Too many requests are answered with 429; `Retry-After` says how many seconds to wait."""
ERROR = {
    "type": "object",
    "required": ["detail"],
    "properties": {
        "detail": {"type": "string", "description": "What is wrong, in words."},
        "errors": {
            "type": "object",
            "description": "What is wrong with each parameter.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
        "known": {"type": "array", "description": "The parameters there are here.", "items": {"type": "string"}},
    },
}
# Parameters in the order in which a reader wants to know of them.
PLACES = {name: place for place, name in enumerate(["id", "its own", "ordering", "fields", "page_size", "cursor"])}
ERROR_REF = {"$ref": "#/components/schemas/Error"}
FIXED = {
    "APPEND_COMPONENTS": {"schemas": {"Error": ERROR}},
    "DESCRIPTION": ABOUT,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "OAS_VERSION": "3.1.1",
    "POSTPROCESSING_HOOKS": [],
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": lambda parameter: PLACES.get(parameter["name"], PLACES["its own"]),
    "TITLE": "Newsroom",
    "VERSION": "1",
}


class Schema(AutoSchema):
    """Reads a Resource: its parameters from its filters, its refusals from what every resource answers."""

    def get_summary(self):
        noun = self.view.get_queryset().model._meta
        return f"One {noun.verbose_name}" if self.view.detail else f"List of {noun.verbose_name_plural}"

    def get_description(self):
        return inspect.getdoc(self.view.get_serializer_class() if self.view.detail else type(self.view))

    def get_operation_id(self):
        noun = self.view.get_queryset().model._meta
        return f"get_{noun.model_name}" if self.view.detail else f"list_{noun.verbose_name_plural}".replace(" ", "_")

    def get_tags(self):
        return [str(self.view.get_queryset().model._meta.verbose_name_plural)]

    def get_filter_backends(self):
        return []

    def get_override_parameters(self):
        view = self.view
        filters = (view.parameters_of_one if view.detail else view.parameters_of_list).base_filters
        asked = [
            OpenApiParameter(name, type=kept.schema, description=kept.extra["help_text"])
            for name, kept in filters.items()
        ]
        return [*([ID] if view.detail else []), *asked, self.fields_parameter(), *HEADERS]

    def fields_parameter(self):
        names = {"type": "array", "minItems": 1, "items": {"type": "string", "enum": self.names_of_fields()}}
        return OpenApiParameter(
            "fields", type=names, style="form", explode=False, description="Only these fields of each object."
        )

    def names_of_fields(self):
        return list(self.view.get_serializer_class()().fields)

    def get_response_serializers(self):
        answers = {
            200: super().get_response_serializers(),
            304: OpenApiResponse(None, "Not changed since the answer with the ETag in If-None-Match."),
            400: OpenApiResponse(ERROR_REF, "A parameter is unknown or wrong."),
            404: OpenApiResponse(
                ERROR_REF,
                "No such object." if self.view.detail else "A parameter names an object or a page that is not there.",
            ),
            429: OpenApiResponse(ERROR_REF, "Too many requests."),
        }
        if self.view.detail and hasattr(self.view.get_queryset().model, "merges"):
            answers[301] = OpenApiResponse(None, "It was merged into another one: `Location` is that one's address.")
        if self.view.detail and self.view.get_queryset().model._meta.model_name == "article":
            answers[410] = OpenApiResponse(ERROR_REF, "The article was withdrawn; `detail` is its public notice.")
        return answers


ID = OpenApiParameter(
    "id", {"type": "integer", "minimum": 1}, OpenApiParameter.PATH, description="Its number, which never changes."
)
HEADERS = [
    OpenApiParameter("ETag", OpenApiTypes.STR, OpenApiParameter.HEADER, response=[200], description="Of this answer."),
    OpenApiParameter(
        "Retry-After", OpenApiTypes.INT, OpenApiParameter.HEADER, response=[429], description="Seconds to wait."
    ),
]


class Generator(SchemaGenerator):
    """Describes every view by Schema, without a setting."""

    def create_view(self, callback, method, request=None):
        view = super().create_view(callback, method, request)
        view.schema = Schema()
        return view


def document():
    """The OpenAPI document as it should stand in PATH, as text."""
    with patched_settings(FIXED):
        made = Generator().get_schema(public=True)
    made["security"] = []  # none is needed
    for schema in made["components"]["schemas"].values():
        tidy(schema)
    return json.dumps(made, indent=1, ensure_ascii=False, default=str) + "\n"


def tidy(schema):
    """Drop what only matters to those who write, and that an object has every field: `fields` may leave some out."""
    for described in schema["properties"].values():
        for idle in ("readOnly", "title", "x-spec-enum-id"):
            described.pop(idle, None)
    if {"url", "updated_at"} <= set(schema["properties"]):
        schema.pop("required", None)
