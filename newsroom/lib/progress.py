"""A bar for long work: drawn on a terminal, silent when the output is piped."""

import sys

WIDTH = 30


def track(items, words, total=None, out=None):
    """Yield the items and draw on standard error how many of `total` are done (default: all of them)."""
    out = out or sys.stderr
    if not out.isatty():
        yield from items
        return
    total = len(items) if total is None else total
    shown = None
    for done, item in enumerate(items):
        bar = _bar(done, total, words)
        if bar != shown:
            out.write(f"\r{bar}")
            out.flush()
            shown = bar
        yield item
    out.write("\r" + " " * len(shown or "") + "\r")
    out.flush()


def _bar(done, total, words):
    share = done / total if total else 1
    return f"{words} [{'#' * int(share * WIDTH):<{WIDTH}}] {share:4.0%}"
