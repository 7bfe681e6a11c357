#!/usr/bin/env python
"""Django's command line for Newsroom."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV_PYTHON = HERE / ".venv" / "bin" / "python"


def read_env_file():
    """Take from .env what the environment does not say; `make run` writes it for a newcomer's checkout."""
    path = HERE / ".env"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        name, sign, value = line.partition("=")
        if sign and not name.lstrip().startswith("#"):
            os.environ.setdefault(name.strip(), value.strip())


def main():
    read_env_file()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        from django.core.management import execute_from_command_line
    except ModuleNotFoundError:
        # Somebody's `python`, not the one `make run` installed into: hand over to that one.
        if VENV_PYTHON.exists() and Path(sys.prefix) != VENV_PYTHON.parent.parent:
            os.execv(VENV_PYTHON, [str(VENV_PYTHON), *sys.argv])  # noqa: S606 - the same command, no shell wanted
        sys.exit("Django is not installed for this Python. Run `make run` once, or `pip install -r requirements.txt`.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
