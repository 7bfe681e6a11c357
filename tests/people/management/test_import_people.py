"""`import_people`: files in, a line for each with what became of it, and 1 at the end when anything was refused."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from people.models import Identifier, Organisation, Person, Role

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parent.parent.parent / "samples" / "people"


def run(*arguments):
    """(what was printed, exit code)"""
    out = io.StringIO()
    try:
        call_command("import_people", *map(str, arguments), stdout=out)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def write(path, *people, **more):
    path.write_text(json.dumps({"persons": list(people), **more}))
    return path


def test_both_formats_load_and_a_second_run_changes_nothing():
    files = [SAMPLES / "marlow.popolo.json", SAMPLES / "marlow.csv"]
    run(*files)
    before = Person.objects.count(), Organisation.objects.count(), Role.objects.count()
    printed, _ = run(*files)
    assert "In all: 0 created, 0 changed" in printed
    assert (Person.objects.count(), Organisation.objects.count(), Role.objects.count()) == before


def test_what_is_bad_is_told_by_id_and_field_and_the_exit_code_is_1():
    printed, code = run(SAMPLES / "marlow.popolo.json")
    assert code == 1
    assert "refused   p/nameless, name: is missing" in printed
    assert "“p/ghost” is nobody in this file" in printed
    assert Person.objects.filter(name="Inês Øverland").exists()


def test_bad_files_are_refused_by_name_and_the_good_ones_of_the_batch_load(tmp_path):
    bad = {
        "empty.json": b"",
        "latin.csv": "name\nJosé\n".encode("latin-1"),
        "binary.csv": b"PK\x03\x04\x00\x00",
        "broken.json": b'{"persons": [',
        "other.json": b'{"shoes": 3}',
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(50_000_000)
    good = write(tmp_path / "good.json", {"id": "1", "name": "Kate Farrell"})
    names = [tmp_path / name for name in (*bad, "huge.json", "missing.json")]
    printed, code = run(*names, tmp_path, good)
    assert code == 1
    for name in names:
        [line] = [line for line in printed.splitlines() if line.startswith(f"  refused   {name}: ")]
        assert len(line) < 300
    assert f"{good}: 1 created, 0 changed, 0 unchanged, 0 refused" in printed
    assert "In all: 1 created, 0 changed, 0 unchanged, 8 refused" in printed
    assert Person.objects.get().name == "Kate Farrell"


def test_the_ids_belong_to_the_feed_the_file_is_called_by(tmp_path):
    run(write(tmp_path / "marlow.2026.json", {"id": "1", "name": "Kate Farrell"}))
    run(write(tmp_path / "harbour.json", {"id": "1", "name": "Tom Quill"}))
    assert {str(one) for one in Identifier.objects.all()} == {"marlow: 1", "harbour: 1"}


def test_one_feed_under_changing_names_is_given_its_scheme(tmp_path):
    run("--scheme", "council", write(tmp_path / "october.json", {"id": "1", "name": "Kate Farrell"}))
    run("--scheme", "council", write(tmp_path / "november.json", {"id": "1", "name": "Kate Bell-Farrell"}))
    assert Person.objects.get().name == "Kate Bell-Farrell"
    with pytest.raises(CommandError, match="scheme"):
        run("--scheme", "s" * 61, tmp_path / "november.json")


def test_a_dry_run_reports_and_keeps_nothing():
    printed, _ = run("--dry-run", SAMPLES / "marlow.csv")
    assert "created" in printed
    assert "dry run" in printed
    assert not Person.objects.exists()
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("name", "options"), [("marlow.csv", ()), ("marlow.popolo.json", ()), ("marlow.csv", ("--format", "csv"))]
)
def test_standard_input_is_told_apart_by_what_is_in_it(monkeypatch, name, options):
    data = (SAMPLES / name).read_bytes()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    printed, _ = run("-", *options)
    assert Person.objects.filter(name="Inês Øverland").count() == 1, printed


def test_the_wrong_format_is_refused():
    printed, code = run("--format", "popolo", SAMPLES / "marlow.csv")
    assert "is not JSON" in printed
    assert code == 1


def test_each_row_is_told_when_more_is_asked_for():
    assert "created   Mayor of Inês Øverland (ines)" in run("--verbosity", "2", SAMPLES / "marlow.csv")[0]
    assert "unchanged" in run("--verbosity", "2", SAMPLES / "marlow.csv")[0]
