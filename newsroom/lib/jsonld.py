"""Structured data for search engines (JSON-LD): how it is written into a page, and the parts every page kind shares."""

import json

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse
from django.utils.safestring import mark_safe

# A browser would read these in a script's text; JSON may write any character by its number.
ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def script(data):
    """The data, a dict of schema.org, as a `<script>` block that no browser executes."""
    text = json.dumps({"@context": "https://schema.org", **data}, cls=DjangoJSONEncoder, ensure_ascii=False)
    return mark_safe(f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>')  # noqa: S308, escaped


def absolute(path):
    """The address as other sites may use it; one with a host stays as it is."""
    return settings.SITE_URL + path if path.startswith("/") else path


def compact(data):
    """The data without what is empty."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def publisher():
    """The newsroom itself."""
    return {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": absolute("/")}


def website():
    """The site and its search."""
    return {
        "@type": "WebSite",
        "name": settings.SITE_NAME,
        "url": absolute("/"),
        "publisher": publisher(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": absolute(reverse("search")) + "?q={q}"},
        },
    }


def breadcrumb_list(trail):
    """The way to a page as (name, address) pairs, from the front page down to the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": str(name), "item": absolute(address)}
            for position, (name, address) in enumerate(trail, start=1)
        ],
    }
