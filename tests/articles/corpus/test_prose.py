"""Stories by rule: all who speak and are named stand in them, and what is said stands between its marks."""

import random

import pytest

from articles.corpus.prose import tell
from articles.corpus.words import body_name, person_name


@pytest.mark.parametrize("seed", range(20))
def test_whoever_speaks_or_is_named_stands_in_the_story(seed):
    rng = random.Random(seed)
    speakers, named = (
        [("Ana Kos", "Mayor of Marlow"), ("an official", ""), ("Ana Kos", "")],
        ["Tom Quill", "Marlow Ferries"],
    )
    story = tell(rng, "Marlow Council", speakers, named)
    text = "\n".join(story.paragraphs)
    assert all(name in text for name in [*named, "Ana Kos", "n official", "Mayor of Marlow"])
    assert "{" not in text + story.headline + story.standfirst
    assert all(paragraph.endswith((".", "”")) for paragraph in story.paragraphs)
    assert sorted(said.speaker for said in story.said) == [0, 1, 2]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_said_comes_in_the_order_of_the_text(seed):
    rng = random.Random(seed)
    story = tell(rng, "Marlow Council", [("Ana Kos", "")] * 4, [])
    text, end = "\n".join(story.paragraphs), 0
    for said in story.said:
        for stretch in said.stretches:
            start = text.index(stretch, end)
            end = start + len(stretch)
            assert (text[start - 1] == "“") == (said.kind != "indirect")


def test_names_are_many_and_of_several_shapes():
    rng = random.Random(3)
    names = [person_name(rng) for _ in range(3000)]
    assert len(set(names)) > 2900
    assert {len(name.split()) for name in names} >= {1, 2, 3}
    bodies = [body_name(rng) for _ in range(300)]
    assert len(set(bodies)) > 280
    assert len({kind for _, kind in bodies}) == 8
