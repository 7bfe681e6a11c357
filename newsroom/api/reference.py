"""The OpenAPI document put in order for reading: chapters of operations with their parameters and fields."""

from django.utils.html import format_html, format_html_join


def chapters(document):
    """One chapter for each kind of object, as a list of dicts: `name` and its `operations`.

    An operation has `path`, `summary`, `description`, `parameters` and `fields`; these have `name`, `type` and
    `description`.
    """
    found = {}
    for path, methods in document["paths"].items():
        operation = methods["get"]
        found.setdefault(operation["tags"][0], []).append(
            {
                "id": operation["operationId"],
                "path": path,
                "summary": operation["summary"],
                "description": coded(operation["description"]),
                "parameters": [row(document, each["name"], each, each["schema"]) for each in operation["parameters"]],
                "fields": fields(document, operation["responses"]["200"]["content"]["application/json"]["schema"]),
            }
        )
    return [{"name": name, "operations": operations} for name, operations in found.items()]


def coded(text):
    """The text as HTML, with what stands between grave accents as code."""
    parts = enumerate(text.split("`"))
    return format_html_join("", "{}", ([format_html("<code>{}</code>", part) if n % 2 else part] for n, part in parts))


def fields(document, schema):
    """The fields of the object an operation gives, or of the objects in its list."""
    properties = followed(document, schema)["properties"]
    if "results" in properties:
        properties = followed(document, properties["results"]["items"])["properties"]
    return [row(document, name, its, its) for name, its in properties.items()]


def row(document, name, described, schema):
    """A parameter or field as the page shows it."""
    meant = followed(document, schema)
    return {
        "name": name,
        "type": type_words(document, schema),
        "description": coded(described.get("description", "")),
        "parts": list(followed(document, meant.get("items", meant)).get("properties", {})),
    }


def type_words(document, schema):
    """What a value is, in a few words: "text", "list, each number", "one of: yes, maybe", "day or moment"."""
    if {"type": "null"} in schema.get("oneOf", []):
        return f"{type_words(document, followed(document, schema))} or null"
    schema = followed(document, schema)
    if "enum" in schema:
        return "one of: " + ", ".join(str(value) for value in schema["enum"] if value != "")
    if "anyOf" in schema:
        return " or ".join(type_words(document, {"type": schema["type"], **choice}) for choice in schema["anyOf"])
    if "items" in schema:
        return f"list, each {type_words(document, schema['items'])}"
    kinds = schema.get("type", "object")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    words = {"string": "text", "integer": "number", "null": "null"}
    formats = {"uri": "address", "date-time": "moment", "date": "day"}
    return " or ".join(
        formats.get(schema.get("format"), words.get(kind, kind)) if kind != "null" else "null" for kind in kinds
    )


def followed(document, schema):
    """The schema itself, or the one it refers to."""
    for choice in schema.get("oneOf", schema.get("allOf", [])):
        if "$ref" in choice:
            schema = choice
    if "$ref" not in schema:
        return schema
    return document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
