from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from articles import reading
from articles.text.reading import read

TEXT = "Critics of Xola Mbe met."


def test_without_a_model_the_rules_alone_read(settings):
    settings.SPACY_MODEL = ""

    assert reading.read_text(TEXT) == read(TEXT)


def test_a_model_named_in_the_settings_is_asked_besides(settings, monkeypatch):
    settings.SPACY_MODEL = "some_model"
    entity = SimpleNamespace(start_char=11, end_char=19, label_="PERSON")
    model = SimpleNamespace(ents=[entity])
    monkeypatch.setattr(reading, "model_named", {"some_model": lambda text: model}.get)

    assert [person.name for person in reading.read_text(TEXT).people] == ["Xola Mbe"]


def test_a_model_that_is_not_there_is_named(settings):
    settings.SPACY_MODEL = "no_such_model"

    with pytest.raises(ImproperlyConfigured, match="no_such_model"):
        reading.read_text(TEXT)
