"""The application as a server loads it."""

import os
import subprocess
import sys

ASKED = """
import gc
from newsroom.wsgi import application
print(callable(application), gc.get_freeze_count() > 50_000)
"""


def test_every_view_is_loaded_before_the_first_request_and_never_walked_through_as_garbage():
    environment = os.environ | {"SECRET_KEY": "x" * 60, "SITE_URL": "https://news.example", "DEBUG": "0"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    told = subprocess.run([sys.executable, "-c", ASKED], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "True"]
