"""How many requests a client may make: API_THROTTLE, such as 600/min."""

from django.conf import settings
from rest_framework.throttling import SimpleRateThrottle


class ClientThrottle(SimpleRateThrottle):
    """Counts requests by the client's address."""

    scope = "api"

    def get_rate(self):
        return settings.API_THROTTLE or None

    def get_cache_key(self, request, view):
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}
