"""Small readers of the environment that fail loudly."""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def text(name, default=""):
    """The variable as it stands, stripped."""
    return os.environ.get(name, default).strip()


def flag(name, default):
    """A yes or no; raises ImproperlyConfigured for anything else."""
    value = text(name, "1" if default else "0").lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not “{value}”.")
    return value in TRUE


def words(name, default=""):
    """A list separated by commas or spaces."""
    return text(name, default).replace(",", " ").split()


def number(name, default):
    """A whole number; raises ImproperlyConfigured for anything else."""
    value = text(name) or str(default)
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.")
    return int(value)


def rate(name, default):
    """A number of requests in a second, minute, hour or day, such as 600/min, or empty for no limit.

    Raises ImproperlyConfigured for anything else.
    """
    value = text(name, default)
    if value and not re.fullmatch(r"[1-9]\d{0,8}/(s|sec|second|m|min|minute|h|hour|d|day)", value):
        raise ImproperlyConfigured(f"{name} must read 600/min (or /s, /hour, /day) or be empty, not “{value}”.")
    return value


def language_model(name):
    """The name of an installed spaCy model, or the folder of one; empty for none.

    Raises ImproperlyConfigured where spaCy or the model is missing. Nothing is loaded.
    """
    value = text(name)
    if not value:
        return ""
    is_there = Path(value).is_dir() or (value.isidentifier() and find_spec(value))
    if not (is_there and find_spec("spacy")):
        raise ImproperlyConfigured(f"{name} is “{value}”, but spaCy or that model is not installed (docs/reader.md).")
    return value


def database(name, default_path):
    """Django's settings for one database from a URL such as postgres://user:password@host:5432/name.

    Empty means SQLite in `default_path`; sqlite:///absolute/path or sqlite:///:memory: names another file.
    """
    url = text(name)
    if not url:
        return sqlite(default_path)
    parts = urlsplit(url)
    path = unquote(parts.path.removeprefix("/"))
    if parts.scheme == "sqlite":
        return sqlite(path if path == ":memory:" else f"/{path.removeprefix('/')}")
    if parts.scheme not in {"postgres", "postgresql"} or not path:
        raise ImproperlyConfigured(f"{name} must read postgres://user:password@host:port/name or sqlite:///path.")
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(f"{name} has a port that is no number.") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": path,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            # A page asks some twenty questions that differ in nothing but their values: the server reads each once.
            "server_side_binding": True,
            "prepare_threshold": 3 if flag("DATABASE_PREPARE", True) else None,
            # As many connections as a worker has threads, and a few for commands beside it.
            "pool": {"min_size": 1, "max_size": number("DATABASE_POOL", 8), "timeout": 10},
            # PostgreSQL would compile queries for seconds that it answers in milliseconds, or start others to help it;
            # asked again and again, it would settle on a plan for any values, which took minutes for some of them.
            "options": "-c jit=off -c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_custom_plan",
        },
    }


def sqlite(path):
    """SQLite made fit for several writers: write-ahead log, a patient lock taken at BEGIN, foreign keys on."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
