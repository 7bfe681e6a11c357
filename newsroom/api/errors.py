"""What the API answers when it cannot give what was asked."""

from rest_framework.exceptions import APIException
from rest_framework.views import exception_handler

from newsroom.lib.permalinks import FOR_NOW
from newsroom.lib.resources import Moved


def answer(exception, context):
    """The answer to an exception of a view: `detail` in words, `errors` by parameter, `known` parameters; or None."""
    response = exception_handler(exception, context)
    if response is None:
        return None
    if isinstance(exception, Moved):
        response.headers["Location"] = exception.address
        response.headers["Cache-Control"] = FOR_NOW
    if isinstance(exception, APIException) and isinstance(exception.detail, dict):
        response.data = parameters_refused(response.data, context["view"])
    return response


def parameters_refused(errors, view):
    """The body for errors by name of parameter."""
    first = " ".join(f"{name}: {' '.join(messages)}" for name, messages in errors.items())
    return {"detail": first, "errors": errors, "known": view.known_parameters}
