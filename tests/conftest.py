"""What holds for every test."""

import pytest
from django.core.cache import cache
from hypothesis import settings

# The same examples each time, so that a change is judged by itself; `--hypothesis-profile=default` looks for new ones.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _empty_cache():
    """No test reads what another one left in the cache."""
    cache.clear()
