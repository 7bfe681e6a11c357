"""Failures of ours are logged with their traceback, odd requests on a line."""

import logging
import sys

import pytest

from newsroom.lib.logs import on_one_line


def record(level):
    try:
        raise ValueError("odd")
    except ValueError:
        return logging.LogRecord("site", level, __file__, 1, "It was odd.", (), sys.exc_info())


@pytest.mark.parametrize(("level", "lines"), [(logging.WARNING, 1), (logging.ERROR, 2)])
def test_only_errors_keep_their_traceback(level, lines):
    entry = record(level)
    assert on_one_line(entry)
    assert min(len(logging.Formatter().format(entry).splitlines()), 2) == lines


def test_the_site_logs_so(settings):
    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["on_one_line"]
    assert settings.LOGGING["filters"]["on_one_line"]["callback"] is on_one_line
