import pytest

from articles.text.reading import read


def last_speaker(text: str) -> tuple[str | None, str]:
    speaker = read(text).quotes[-1].speaker
    return (speaker.name, speaker.kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Jane Roe came. “Go,” she said.", "Jane Roe"),
        ("Mayor Jane Roe met Senator John Doe. “Go,” he said.", "John Doe"),
        ("Senator Zorb Doe met Mayor Quill Roe. “Go,” he said.", "Zorb Doe"),
        ("“Go,” Mayor Jane Roe said.\nThe road was wet.\n“Stay,” she added.", "Jane Roe"),
        ("Mayor Jane Roe spoke. Senator Ann Doe answered. “Go,” she said.", "Ann Doe"),
        ("Asked about Senator John Doe, Mayor Jim Roe laughed. “Go,” he said.", "Jim Roe"),
        ("Mayor Jane Roe came late. “Go,” the mayor said.", "Jane Roe"),
        ("Mayor Jane Roe came late. “Go,” Roe said.", "Jane Roe"),
        ("Mayor Jane Roe came late. “Go,” Mayor Roe said.", "Jane Roe"),
        ("Mayor Jane Roe met Governor John Roe. “Go,” Mayor Roe said.", "Jane Roe"),
        ("Mayor Jane Roe met Governor John Roe. “Go,” Gov. Roe said.", "John Roe"),
        ("French President Ann Poe met Polish President Jane Roe. “Go,” the French president said.", "Ann Poe"),
        ("Kim Jong Un came late. “Go,” Kim said.", "Kim Jong Un"),
        ("In what he called a “rant,” Mayor Jim Roe attacked it.", "Jim Roe"),
        ("“Go,” said Zorb Al-Doe. “It is late,” he added.", "Zorb Al-Doe"),
        ("Sen. Zorb Doe came late. “Go,” the senator said.", "Zorb Doe"),
        ("Mayor Jane Roe fell over her claim that “roads sing” there.", "Jane Roe"),
        ("Mr. Quill Roe came with Ms. Zorb Doe. “Go,” she said.", "Zorb Doe"),
    ],
)
def test_who_is_behind_a_pronoun_a_surname_or_an_office(text, name):
    assert last_speaker(text) == (name, "person")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Go,” a senior official said.", "anonymous"),
        ("“Go,” a spokesman for the ministry said.", "anonymous"),
        ("“Go,” officials said.", "anonymous"),
        ("“Go,” two officials familiar with the matter said.", "anonymous"),
        ("Ann Poe, president of Norland, came. “Go,” the former U.S. president said.", "anonymous"),
        ("“Go,” the U.N. said.", "organisation"),
        ("“Go,” the Springfield Water Board said in a statement.", "organisation"),
        ("“Go,” the ministry said.", "organisation"),
        ("“Go,” the city said.", "organisation"),
        ("“Go,” said the county.", "organisation"),
        ("“Go,” the town told reporters.", "organisation"),
        ("“Go,” the County said.", "organisation"),
        ("“Go,” Rivermouth County said.", "organisation"),
        ("“Go,” the City of Rivermouth said.", "organisation"),
        ("“Go,” the cities said.", "several"),
        ("“Go,” a city official said.", "anonymous"),
        ("“Go,” Burundi said.", "organisation"),
        ("“Go,” said Comoros.", "organisation"),
        ("Kyiv said “go” at noon.", "organisation"),
        ("“Go,” Mr. London said.", "person"),
        ("“Go,” Tarn said.", "person"),
        ("“Go,” Tarn said. Rain fell in Tarn.", "unknown"),
        ("“Go,” Jane Roe and John Doe said.", "several"),
        ("“Go,” they said.", "several"),
        ("“Go,” he said.", "unknown"),
    ],
)
def test_kinds_of_speakers(text, kind):
    assert last_speaker(text)[1] == kind


def test_a_body_is_named():
    assert last_speaker("“Go,” the Springfield Water Board said.") == ("Springfield Water Board", "organisation")


def test_who_bears_the_name_of_a_place_as_a_given_name_is_no_place():
    assert last_speaker("Chad Roe came. “Go,” Chad said.") == ("Chad Roe", "person")
    assert last_speaker("Jane Roe came. “Go,” Chad said.") == ("Chad", "organisation")
