"""What the API says of itself: its resources, its OpenAPI document, and the same to read."""

import json
from functools import cache

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from newsroom.api.reference import chapters

RESOURCES = ["article", "person", "organisation", "role", "quote", "section", "topic", "correction"]


@cache
def document():
    """The committed OpenAPI document as text."""
    return (settings.BASE_DIR / "docs" / "openapi.json").read_text(encoding="utf-8")


@csrf_exempt  # there is no form here: what is refused is the method
@require_safe
def api_root(request):
    """Where everything is, as a JSON object of addresses."""
    addresses = [reverse(f"api-{noun}-list") for noun in RESOURCES] + [reverse("api_schema"), reverse("api_docs")]
    return JsonResponse({address.strip("/").split("/")[-1]: settings.SITE_URL + address for address in addresses})


@csrf_exempt
@require_safe
def api_schema(request):
    """The OpenAPI document."""
    return HttpResponse(document(), content_type="application/json")


@csrf_exempt
@require_safe
def api_docs(request):
    """The OpenAPI document as a page."""
    context = {"chapters": chapters(json.loads(document())), "trail": [("Home", "/"), ("API", request.path)]}
    return render(request, "newsroom/api_docs.html", context)
