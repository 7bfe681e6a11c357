import time

import pytest

from articles.text.reading import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She left before the Geneva talks began.", ["Geneva talks"]),
        ("He spoke after the 2015 Paris attacks.", ["Paris attacks"]),
        ("It was decided on Super Tuesday.", ["Super Tuesday"]),
        ("Nothing like it was seen since World War II.", ["World War II"]),
        ("The Cold War ended, and the Cold War came back.", ["Cold War"]),
        ("Hurricane Ida hit the coast.", ["Hurricane Ida"]),
        ("They recalled the Battle of Britain.", ["Battle of Britain"]),
        ("They met at the Munich Security Conference.", ["Munich Security Conference"]),
        ("He read the Treaty of Rome, then left for the Brussels summit.", ["Treaty of Rome", "Brussels summit"]),
        # none of these is the name of an event
        ("The War was long.", []),
        ("She runs the Cold War Museum.", []),
        ("The plan attacks Paris talks.", []),
        ("A Jones primary was never held.", []),
        ("He wrote on Tuesday about the war.", []),
        ("How World War II Ended In Five Short Days", []),
    ],
)
def test_events_have_a_name_of_their_own(text, names):
    found = read(text).events

    assert [event.name for event in found] == names
    for event in found:
        assert [text[start:end] for start, end in event.mentions] == [event.name] * text.count(event.name)


@pytest.mark.parametrize("piece", ["A.", "A", "the A B ", "Battle of the ", "World War "])
def test_the_work_stays_in_proportion_on_endless_repetition(piece):
    began = time.process_time()

    read(piece * 20_000)

    assert time.process_time() - began < 10
