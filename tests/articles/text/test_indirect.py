import pytest

from articles.text.reading import read


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Jane Roe said that the road was closed.", "the road was closed", "Jane Roe"),
        ("Jane Roe said the road was closed on Monday.", "the road was closed on Monday", "Jane Roe"),
        ("Jane Roe told the council the road was closed.", "the road was closed", "Jane Roe"),
        ("The road was closed, Jane Roe said.", "The road was closed", "Jane Roe"),
        ("The road was closed, said Jane Roe.", "The road was closed", "Jane Roe"),
        ("The road is closed, according to Jane Roe.", "The road is closed", "Jane Roe"),
        ("According to Jane Roe, the road is closed.", "the road is closed", "Jane Roe"),
    ],
)
def test_speech_without_marks(text, said, speaker):
    (found,) = read(text).indirect

    assert text[found.start : found.end] == said
    assert found.speaker.name == speaker


@pytest.mark.parametrize(
    "text",
    ["Jane Roe walked home.", "“We go,” Jane Roe said.", "Jane Roe said no.", "The road, she was told, is closed."],
)
def test_what_is_no_indirect_speech(text):
    assert read(text).indirect == ()
