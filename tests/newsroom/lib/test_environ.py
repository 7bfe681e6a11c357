"""The environment is read loudly: what means nothing stops the start; the databases come as this site needs them."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from newsroom.lib import environ


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("Yes", True), ("off", False), ("0", False), ("", False)])
def test_a_flag_is_yes_or_no(monkeypatch, value, meant):
    monkeypatch.setenv("FLAG", value)
    assert environ.flag("FLAG", default=True) is meant


def test_a_flag_that_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("FLAG", raising=False)
    assert environ.flag("FLAG", default=True)
    assert not environ.flag("FLAG", default=False)


def test_a_language_model_is_installed_or_a_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(environ, "find_spec", {"spacy": True, "some_model": True}.get)
    for value in ("", "some_model", str(tmp_path)):
        monkeypatch.setenv("MODEL", value)
        assert environ.language_model("MODEL") == value


def test_words_are_separated_by_commas_or_spaces(monkeypatch):
    monkeypatch.setenv("WORDS", " a.example, b.example c.example ")
    assert environ.words("WORDS") == ["a.example", "b.example", "c.example"]


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda name: environ.flag(name, default=False), "perhaps"),
        (lambda name: environ.number(name, 8), "eight"),
        (environ.language_model, "no_such_model"),
        (environ.language_model, "../no/such/folder"),
        (lambda name: environ.database(name, "db.sqlite3"), "mysql://host/name"),
        (lambda name: environ.database(name, "db.sqlite3"), "postgres://host/"),
        (lambda name: environ.database(name, "db.sqlite3"), "postgres://host:port/name"),
    ],
)
def test_what_means_nothing_is_refused_naming_the_variable(monkeypatch, read, value):
    monkeypatch.setenv("THE_VARIABLE", value)
    with pytest.raises(ImproperlyConfigured, match="THE_VARIABLE"):
        read("THE_VARIABLE")


def test_a_postgres_address_is_read_whole_with_its_pool(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://ann%40desk:s%2Fe@db.example:5433/news")
    database = environ.database("DATABASE_URL", "db.sqlite3")
    told = [database[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")]
    assert told == ["news", "ann@desk", "s/e", "db.example", "5433"]
    assert database["OPTIONS"]["pool"]["max_size"] == 8


@pytest.mark.parametrize(("value", "times"), [("1", 3), ("0", None)])
def test_postgres_reads_a_question_asked_often_once_unless_a_pooler_forbids(monkeypatch, value, times):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/news")
    monkeypatch.setenv("DATABASE_PREPARE", value)
    options = environ.database("DATABASE_URL", "db.sqlite3")["OPTIONS"]
    assert (options["server_side_binding"], options["prepare_threshold"]) == (True, times)


def test_postgres_plans_each_question_for_its_values(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/news")
    options = environ.database("DATABASE_URL", "db.sqlite3")["OPTIONS"]["options"]
    assert "plan_cache_mode=force_custom_plan" in options


@pytest.mark.parametrize(
    ("url", "name"),
    [("", "db.sqlite3"), ("sqlite:////srv/news.db", "/srv/news.db"), ("sqlite:///:memory:", ":memory:")],
)
def test_sqlite_is_the_default_and_may_stand_elsewhere(monkeypatch, url, name):
    monkeypatch.setenv("DATABASE_URL", url)
    assert environ.database("DATABASE_URL", "db.sqlite3")["NAME"] == name


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="pragmas of SQLite")
def test_sqlite_keeps_foreign_keys_and_waits_for_other_writers():
    with connection.cursor() as cursor:
        told = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "busy_timeout")]
    assert told == [1, 20_000]
    assert "journal_mode=WAL" in connection.settings_dict["OPTIONS"]["init_command"]
