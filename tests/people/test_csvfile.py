"""A spreadsheet of people: columns by name, one row a role, clear words about what is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import csvfile
from people.records import NotReadable, OrganisationRecord, OtherNameRecord, PersonRecord, RoleRecord, SourceRecord

SAMPLE = Path(__file__).parent.parent / "samples" / "people" / "marlow.csv"


def read(text):
    return csvfile.read(text.encode())


def test_the_sample_is_read_whole():
    records = csvfile.read(SAMPLE.read_bytes())
    assert records.people == [
        PersonRecord(
            id="ines",
            name="Inês Øverland",
            birth="1971-03",
            other_names=(OtherNameRecord("Inês Tavares"), OtherNameRecord("Nes Øverland")),
            identifiers=(("wikidata", "Q99900001"),),
        ),
        PersonRecord(id="name:tom quill 1950", name="Tom Quill", birth="1950"),
        PersonRecord(id="name:tom quill 1984", name="Tom Quill", birth="1984"),
    ]
    council, harbour = "name:marlow sands council", "name:harbour committee"
    assert records.organisations == [
        OrganisationRecord(council, "Marlow Sands Council"),
        OrganisationRecord(harbour, "Harbour Committee"),
    ]
    register = SourceRecord("https://marlow.example/register")
    minutes = SourceRecord("", "Council minutes of 1999")
    assert records.roles == [
        RoleRecord("ines", "Mayor", council, "2021-05-10", None, "ongoing", (register,)),
        RoleRecord("ines", "Councillor", council, "2015-05", "2021", "ended"),
        RoleRecord("name:tom quill 1950", "Chair, harbour committee", harbour, None, "1999", "ended", (minutes,)),
    ]
    assert records.problems == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_delimiters_line_ends_and_byte_order_mark(delimiter, line_end, mark):
    lines = [["Name", "Title", "Organization"], ["Kos, Ana; Dr", "Mayor", "Marlow"], [], ["Tom Quill", "", ""]]
    text = line_end.join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    records = read(mark + text)
    assert [person.name for person in records.people] == ["Kos, Ana; Dr", "Tom Quill"]
    assert [role.title for role in records.roles] == ["Mayor"]
    assert records.problems == []


def test_headings_may_be_written_in_several_ways():
    records = read("NAME,Birth-Date,Start date,POST\nAna Kos,1950,2019,Mayor\n")
    assert records.people[0].birth == "1950"
    assert records.roles[0].start == "2019"


def test_a_surname_null_is_a_name():
    assert [person.name for person in read("name\nNull\nNaN\n").people] == ["Null", "NaN"]


def test_without_an_id_wikidata_identifies():
    records = read("name,wikidata,role\nAna Kos,Q1,Mayor\nAna Kos,Q1,Clerk\nAna Kos,Q2,Clerk\n")
    assert [person.id for person in records.people] == ["Q1", "Q2"]
    assert len(records.roles) == 3


def test_the_same_row_twice_is_one_role():
    records = read("name,role,organisation\n" + "Ana Kos,Mayor,Marlow\n" * 2)
    assert (len(records.people), len(records.organisations), len(records.roles)) == (1, 1, 1)


def test_a_person_on_two_rows_who_differs_is_reported_and_gaps_are_filled():
    records = read("id,name,birth_date,summary\n1,Ana Kos,1950,\n1,Ana Kos,1951,Pilot\n")
    [person] = records.people
    assert (person.birth, person.summary) == ("1950", "Pilot")
    assert [(problem.id, problem.field) for problem in records.problems] == [("line 3", "birth_date")]


def test_bad_cells_are_reported_by_line_and_column_and_the_rest_loads():
    records = read(
        'name,role,start_date,source\n"Ana\nKos",Mayor,2014-02-30,\n,Clerk,2019,\n'
        "Tom Quill,,2019,\nIda Bell,Pilot,2019,https://\n"
    )
    assert [person.name for person in records.people] == ["Ana Kos", "Tom Quill", "Ida Bell"]
    assert [(role.title, role.start) for role in records.roles] == [("Mayor", None), ("Pilot", "2019")]
    assert [(problem.id, problem.field) for problem in records.problems] == [
        ("line 2", "start_date"),
        ("line 4", "name"),
        ("line 5", "role"),
        ("line 6", "source"),
    ]


def test_columns_not_known_or_double_are_reported_and_the_rest_loads():
    records = read("name,shoe size,role,title\nAna Kos,38,Mayor,Clerk\n")
    assert [role.title for role in records.roles] == ["Mayor"]
    assert [(problem.id, problem.field) for problem in records.problems] == [
        ("line 1", "shoe size"),
        ("line 1", "title"),
    ]


def test_a_row_of_too_many_cells_is_reported_and_left_out():
    records = read("name,role\nKos, Ana,Mayor\nTom Quill,Clerk,,\n")
    assert [person.name for person in records.people] == ["Tom Quill"]
    assert [problem.id for problem in records.problems] == ["line 2"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"name\nAna\nJos\xe9\n", "line 3"),
        (b"PK\x03\x04\x00\x00", "binary"),
        (b"person_name,job\nAna,Mayor\n", "line 1: no column is called “name”"),
        (b"Ana Kos,Mayor\n", "line 1"),
        (b'name\nTom\n"Ana Kos\nIda\n', "line 3: .* quotation mark"),
        (b"name\n" + b"a" * 200_000, "line 2: .* field"),
    ],
    ids=["empty", "latin-1", "binary", "no name", "no heading", "open quote", "huge cell"],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason_and_line(data, words):
    with pytest.raises(NotReadable, match=words):
        csvfile.read(data)


@given(st.text())
def test_content_of_any_kind_is_read_or_reported(text):
    try:
        records = csvfile.read(f"id,name,role,start_date,end_date,source\n{text}".encode("utf-8", "replace"))
    except NotReadable:
        return
    assert all(person.name for person in records.people)
    known = {person.id for person in records.people}
    assert all(role.person_id in known for role in records.roles)
