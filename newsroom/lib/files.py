"""Reading the files a command is given, with refusals in words for the person who gave them."""

import sys
from pathlib import Path

STANDARD_INPUT = "-"


class Refused(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """The file cannot be taken; the message says why and does not name it."""


def read(name, most):
    """The bytes of the file called `name`, or of standard input for "-"; at most `most` of them.

    Raises Refused for a file that is missing, a folder, not allowed, empty or larger.
    """
    try:
        data = _bytes(name, most + 1)
    except FileNotFoundError:
        raise Refused("there is no such file") from None
    except IsADirectoryError:
        raise Refused("this is a folder: name the files in it") from None
    except OSError as error:
        raise Refused(f"it cannot be read: {error.strerror or error}") from None
    if len(data) > most:
        raise Refused(f"it is larger than {most // 1_000_000} MB: split it")
    if not data.strip():
        raise Refused("the file is empty")
    return data


def _bytes(name, most):
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    with Path(name).open("rb") as file:
        return file.read(most)
