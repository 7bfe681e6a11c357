"""What every template may say of the site."""

from django.conf import settings
from django.utils.encoding import iri_to_uri

# The menu, as (URL name, label).
SITE_NAV = [
    ("articles", "Articles"),
    ("people", "People"),
    ("organisations", "Organisations"),
    ("corrections", "Corrections"),
]


def site(request):
    """SITE_NAME, SITE_URL, the menu, the site's own description, and the canonical address of the page asked for."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "site_nav": SITE_NAV,
        "site_description": f"{settings.SITE_NAME}: who said what, when, and in which role.",
        "canonical_url": settings.SITE_URL + iri_to_uri(request.path),
    }
