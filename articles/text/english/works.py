"""Verbs with works behind them, as books, songs, plays and films: those of making one and of taking one in."""

from articles.text.english.lists import listed
from articles.text.english.verbs import forms

READ = frozenset(forms("read"))  # signs read too
WRITE = frozenset(forms("write")) | {"rewrote", "rewritten", "co-wrote", "co-written"}
_VERBS = listed(
    """
    sing watch play direct publish record perform produce release compose pen author stage film screen create
    illustrate translate adapt choreograph conduct hum premiere stream cover review host re-record re-release
    co-author co-direct co-produce
    """
)
_IRREGULAR = listed("see saw seen seeing reread rereading")
MADE_OR_TAKEN_IN = READ | WRITE | _IRREGULAR | {form for verb in _VERBS for form in forms(verb)}
