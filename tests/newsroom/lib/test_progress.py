"""A bar on a terminal, nothing elsewhere, and every item either way."""

import io

from newsroom.lib.progress import track


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_nothing_is_drawn_when_piped():
    out = io.StringIO()
    assert list(track(range(3), "people", out=out)) == [0, 1, 2]
    assert out.getvalue() == ""


def test_a_terminal_sees_the_share_that_is_done_and_a_clean_line_at_the_end():
    out = Terminal()
    assert list(track(iter("abcd"), "people", total=4, out=out)) == list("abcd")
    assert "people [               " in out.getvalue()
    assert " 50%" in out.getvalue()
    assert out.getvalue().endswith(" \r")


def test_no_items_draw_no_bar():
    out = Terminal()
    assert list(track([], "people", out=out)) == []
    assert "%" not in out.getvalue()


def test_the_bar_is_drawn_anew_only_when_it_looks_different():
    out = Terminal()
    list(track(range(100_000), "people", out=out))
    assert out.getvalue().count("people") < 200
