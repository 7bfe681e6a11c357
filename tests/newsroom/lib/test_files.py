"""Files as commands read them: their bytes, or a refusal that says what is wrong."""

import io
import sys
from types import SimpleNamespace

import pytest

from newsroom.lib import files


def test_the_bytes_of_a_file_of_the_greatest_size(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    assert files.read(str(path), most=3) == b"abc"


def test_a_larger_file_is_refused_without_reading_it_whole(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(files.Refused, match="larger than 2 MB"):
        files.read(str(path), most=2_000_000)


def test_a_missing_an_empty_and_a_blank_file_and_a_folder_are_refused(tmp_path):
    empty, blank = tmp_path / "empty", tmp_path / "blank"
    empty.touch()
    blank.write_text(" \n\t\n")
    for path, words in [(tmp_path / "none", "no such file"), (empty, "empty"), (blank, "empty"), (tmp_path, "folder")]:
        with pytest.raises(files.Refused, match=words):
            files.read(str(path), most=10)


def test_a_name_no_file_can_have_is_refused():
    with pytest.raises(files.Refused, match="cannot be read"):
        files.read("a" * 5000, most=10)


def test_a_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"piped")))
    assert files.read("-", most=10) == b"piped"
