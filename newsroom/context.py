"""What every template may say of the site."""

from django.conf import settings


def site(request):
    """SITE_NAME and SITE_URL, and the canonical address of the page asked for."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path,
    }
