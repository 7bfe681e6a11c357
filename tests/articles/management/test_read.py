"""`read`: offsets into the file as it is, one JSON object a line, and nothing stored."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article
from people.models import Person
from tests.make import make_organisation

pytestmark = pytest.mark.django_db
STORY = "Bridge opens\n\nIt rained. “We built it in a year,” Mayor Jane Roe said in Geneva. “It will stand.”\n"


def run(*arguments):
    """(what was printed, exit code)"""
    out = io.StringIO()
    try:
        call_command("read", *map(str, arguments), stdout=out, stderr=out)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_a_segment_is_the_words_inside_the_marks_of_the_file_as_it_is(tmp_path, mark):
    text = mark + STORY
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file in files:
        file.write_text(text, encoding="utf-8")
    printed, code = run(*files, "--json")
    assert code == 0
    told = [json.loads(line) for line in printed.splitlines()]
    assert [one["file"] for one in told] == list(map(str, files))
    [quote] = told[0]["quotes"]
    words = [text[segment["start"] : segment["end"]] for segment in quote["segments"]]
    assert words == ["We built it in a year,", "It will stand."]
    speaker = quote["speaker"]
    assert text[speaker["start"] : speaker["end"]] == speaker["text"]
    assert (speaker["name"], text[quote["cue"]["start"] : quote["cue"]["end"]]) == ("Jane Roe", "said")
    [person] = told[0]["people"]
    [role] = person["roles"]
    assert (person["name"], role["title"]) == ("Jane Roe", "Mayor")
    assert {"organisations", "indirect"} <= set(told[0])
    assert not Article.objects.exists()
    assert not Person.objects.exists()


def test_what_the_newsroom_knows_is_used(tmp_path):
    file = tmp_path / "one.txt"
    file.write_text("It rained in Rivermouth.", encoding="utf-8")
    assert json.loads(run(file, "--json")[0])["organisations"] == []
    make_organisation("Rivermouth")
    [body] = json.loads(run(file, "--json")[0])["organisations"]
    assert body["name"] == "Rivermouth"


def test_a_bad_file_is_named_and_the_others_are_read(tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(STORY, encoding="utf-8")
    bad.write_bytes(b"\xff\xfe")
    printed, code = run(bad, good)
    assert code == 1
    assert f"{bad}: " in printed
    assert "Jane Roe" in printed


def test_a_weekday_is_told_from_the_date_given(tmp_path):
    file = tmp_path / "one.txt"
    file.write_text("“It will stand,” Mayor Jane Roe said on Tuesday.", encoding="utf-8")
    said = {
        date: json.loads(run(file, "--json", *date)[0])["quotes"][0]["said_on"]
        for date in [(), ("--date", "2026-02-05"), ("--date", "2026-02-12T18:30")]
    }
    assert list(said.values()) == [None, "2026-02-03", "2026-02-10"]


def test_a_date_that_is_none_is_refused(tmp_path):
    file = tmp_path / "one.txt"
    file.write_text(STORY, encoding="utf-8")
    with pytest.raises(CommandError, match="“last week” is not a date"):
        run(file, "--date", "last week")
