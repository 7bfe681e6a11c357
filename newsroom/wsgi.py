"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
application = get_wsgi_application()
# Every view is loaded now, and what is loaded stays: the garbage collector, which would walk through all of it within
# somebody's page for 60 ms, leaves it alone.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
