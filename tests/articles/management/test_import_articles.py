"""`import_articles`: a line for each file with what became of it, and 1 at the end when anything was refused."""

import io
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from articles.importing import MOST_BYTES
from articles.models import Article
from people.models import Person
from tests.make import make_person, make_section

pytestmark = pytest.mark.django_db
STORY = "Bridge opens in the north\n\nIt rained. “We built it in a year,” Mayor Jane Roe said. “It will stand.”\n"


def run(*arguments):
    """(what was printed, exit code)"""
    out = io.StringIO()
    try:
        call_command("import_articles", *map(str, arguments), stdout=out)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def write(path, text=STORY):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_story_is_accepted_and_published_and_the_same_again_changes_nothing(tmp_path):
    make_section("World")
    file = write(tmp_path / "bridge.txt")
    asked = [file, "--date", "2026-02-05", "--section", "world", "--byline", "Ann Example", "--accept", "--publish"]
    printed, code = run(*asked)
    assert (code, printed.splitlines()[-1]) == (0, "1 created, 0 changed, 0 unchanged, 0 refused")
    assert f"created   {file}: “Bridge opens in the north” (published)" in printed
    article = Article.objects.published().get()
    assert (str(article.section), article.bylines.get().name, str(article.day)) == (
        "World",
        "Ann Example",
        "2026-02-05",
    )
    assert [(str(quote.speaker), quote.anchor_state) for quote in article.quotes.all()] == [("Jane Roe", "exact")]
    kept = article.version, article.revisions.count(), Person.objects.count()
    printed, code = run(*asked)
    assert (code, printed.splitlines()[-1]) == (0, "0 created, 0 changed, 1 unchanged, 0 refused")
    article.refresh_from_db()
    assert (article.version, article.revisions.count(), Person.objects.count()) == kept


def test_bad_files_are_refused_by_name_and_the_good_ones_of_the_batch_load(tmp_path):
    bad = {
        "empty.txt": (b"", "empty"),
        "blank.txt": (b" \n\n", "empty"),
        "binary.txt": (b"PK\x03\x04\x00\x00", "binary"),
        "latin.txt": ("Jos\xe9 came.".encode("latin-1"), "UTF-8"),
        "markup.html": (b"<script>alert(1)</script><!-- nothing -->", "no text"),
    }
    for name, (data, _) in bad.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(10 * MOST_BYTES)
    bad |= {"huge.txt": (None, "larger than"), "missing.txt": (None, "no such file")}
    printed, code = run(*(tmp_path / name for name in bad), write(tmp_path / "bridge.txt"))
    assert (code, printed.splitlines()[-1]) == (1, f"1 created, 0 changed, 0 unchanged, {len(bad)} refused")
    for name, (_, reason) in bad.items():
        [line] = [line for line in printed.splitlines() if f"/{name}: " in line]
        assert line.startswith("refused"), line
        assert reason in line, line
    assert Article.objects.get().headline == "Bridge opens in the north"


def test_a_text_without_a_headline_is_kept_as_a_draft_and_says_what_is_wanted(tmp_path):
    file = write(tmp_path / "rain.txt", "It rained all day.\nThe mayor came.\n")
    printed, code = run(file, "--publish")
    assert code == 1
    assert "--headline" in printed
    assert Article.objects.get().state == "draft"
    printed, code = run(
        write(tmp_path / "snow.txt", "It snowed.\nThe mayor left.\n"), "--publish", "--headline", "Snow"
    )
    assert code == 0
    assert Article.objects.published().get().headline == "Snow"


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(STORY.encode())))
    printed, code = run("-")
    assert (code, printed.splitlines()[0]) == (0, "created   -: “Bridge opens in the north” (draft)")


def test_a_dry_run_reports_and_keeps_nothing(tmp_path):
    printed, code = run(write(tmp_path / "bridge.txt"), "--accept", "--publish", "--dry-run")
    assert (code, "1 created" in printed, "dry run" in printed) == (0, True, True)
    assert not Article.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(("option", "value"), [("--date", "5 February"), ("--section", "Wrold"), ("--format", "docx")])
def test_an_option_that_means_nothing_is_named(tmp_path, option, value):
    with pytest.raises(CommandError, match=value):
        run(write(tmp_path / "bridge.txt"), option, value)
    assert not Article.objects.exists()


def test_one_address_is_not_that_of_two_files(tmp_path):
    with pytest.raises(CommandError, match="--source"):
        run(write(tmp_path / "a.txt"), write(tmp_path / "b.txt"), "--source", "https://example.org/a")


def test_what_needs_a_look_in_a_story_is_told(tmp_path):
    make_person("Jane Roe", death="2001")
    printed, code = run(write(tmp_path / "bridge.txt"), "--date", "2026-02-05", "--accept")
    assert code == 0
    assert "noted" in printed
    assert "filed under 2026-02-05, is by Jane Roe (died 2001)" in printed
    assert "noted" not in run(write(tmp_path / "bridge.txt"), "--date", "2026-02-05", "--accept")[0]
