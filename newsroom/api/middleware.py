"""What holds for every answer under /api/: an ETag, any origin, and JSON also for errors no view answered."""

import hashlib
import json
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response

PREFIX = "/api/"
EVERY_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}
METHODS = "GET, HEAD, OPTIONS"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def for_api(get_response):
    """The middleware; it stands before sessions and everything that answers in HTML."""

    def answer(request):
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        if request.method == "OPTIONS":
            # A browser asks this first and shows no script a refusal, so it is never one and never counted.
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=EVERY_ORIGIN | PREFLIGHT)
        request.COOKIES = {}  # nobody is signed in here, and no session is begun or ended
        response = get_response(request)
        if response.status_code >= HTTPStatus.BAD_REQUEST and "json" not in response.get("Content-Type", ""):
            put_in_json(response)
        if request.method in {"GET", "HEAD"}:
            response = told_apart(request, response)
        for name, value in EVERY_ORIGIN.items():
            response.headers[name] = value
        return response

    return answer


def put_in_json(response):
    """Write an error that was answered in HTML as JSON; the page for developers stays."""
    if settings.DEBUG and response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
        return
    detail = HTTPStatus(response.status_code).phrase
    response.content = json.dumps({"detail": f"{detail}. What there is: {settings.SITE_URL}{PREFIX}v1/"})
    response.headers["Content-Type"] = "application/json"
    response.headers["Content-Length"] = str(len(response.content))


def told_apart(request, response):
    """The response with the ETag of its body, or 304 where the client already has that one."""
    etag = f'"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
    response.headers["ETag"] = etag
    response.headers.setdefault("Cache-Control", "no-cache")
    if response.status_code != HTTPStatus.OK:
        return response
    return get_conditional_response(request, etag=etag, response=response)
