"""A text read by the rules and, where the newsroom has installed a language model, with that one's second opinion."""

from functools import cache
from importlib import import_module

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from articles.text.reading import read
from articles.text.second_opinion import with_second_opinion


def read_text(text, known=None, dated=None):
    """The Reading of a text; `SPACY_MODEL` names the model asked besides, none by default."""
    reading = read(text, known, dated)
    model = model_named(settings.SPACY_MODEL) if settings.SPACY_MODEL else None
    return with_second_opinion(reading, text, model) if model else reading


@cache
def model_named(name):
    """The model of that name or in that folder, loaded once; raises ImproperlyConfigured where there is none."""
    try:
        return import_module("spacy").load(name)
    except (ImportError, OSError) as error:
        raise ImproperlyConfigured(f"SPACY_MODEL is “{name}”, which cannot be loaded: {error}") from None
