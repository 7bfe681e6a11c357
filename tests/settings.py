"""Settings for tests: the site's own, with a key, cheap passwords and no throttle."""

import os

# Tests say what they need themselves; of the environment only the database counts.
for name in (
    "ALLOWED_HOSTS",
    "API_THROTTLE",
    "BEHIND_PROXY",
    "DEBUG",
    "MEDIA_ROOT",
    "REDIS_URL",
    "SITE_NAME",
    "SITE_URL",
    "SPACY_MODEL",
    "TIME_ZONE",
):
    os.environ.pop(name, None)
os.environ["SECRET_KEY"] = "for tests only, not a secret"

from newsroom.settings import *  # noqa: E402, F403

DEBUG = False
API_THROTTLE = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if "postgresql" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    # What a test writes need not outlive a crash of the machine.
    DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"  # noqa: F405
