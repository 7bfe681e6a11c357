"""Settings for tests: the site's own, with a key, cheap passwords and no throttle."""

import os

os.environ.setdefault("SECRET_KEY", "for tests only, not a secret")

from newsroom.settings import *  # noqa: E402, F403

DEBUG = False
API_THROTTLE = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
