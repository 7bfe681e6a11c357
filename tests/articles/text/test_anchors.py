"""Anchors: found again after every edit, and never silently at a lookalike."""

import random
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.anchors import SOUND, Anchor, State, anchor, find, normalise, places, same_words
from tests.articles.text.edits import OUTSIDE, QUOTED, delete, story, text_and_places

numbers = st.integers(0, len(QUOTED) - 1)
steps = st.lists(st.tuples(st.sampled_from(OUTSIDE), st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4)


def edited(sentences, steps):
    for edit, at, to in steps:
        sentences = edit(sentences, at % len(sentences), to % len(sentences))
    return sentences


def anchored(number):
    sentences, words = story(number)
    text, [place] = text_and_places(sentences)
    return sentences, words, anchor(text, *place), place


def is_true(text, found, places, words):
    return any(
        (found.start, found.end) == place
        or (same_words(text[found.start : found.end], words) and overlaps(found, place))
        for place in places
    )


def overlaps(found, place):
    return found.start < place[1] and place[0] < found.end


@settings(max_examples=300, deadline=None)
@given(number=numbers, steps=steps)
def test_no_edit_around_the_quote_anchors_it_silently_elsewhere(number, steps):
    sentences, words, anchor_of_it, place = anchored(number)
    text, places = text_and_places(edited(sentences, steps))
    found = find(text, anchor_of_it, hint=place[0])
    if found.state in SOUND:
        assert is_true(text, found, places, words)


@settings(max_examples=200, deadline=None)
@given(number=numbers, steps=steps)
def test_when_the_quote_is_gone_nothing_else_is_taken_for_it(number, steps):
    sentences, _, anchor_of_it, place = anchored(number)
    without = [sentence for sentence in edited(sentences, steps) if not sentence.quoted]
    text, _ = text_and_places(without)
    assert find(text, anchor_of_it, hint=place[0]).state not in SOUND


@settings(max_examples=200, deadline=None)
@given(number=numbers, at=st.integers(0, 30), word=st.sampled_from(["never", "shall", "Xylophones", "not"]))
def test_other_words_in_the_quote_are_never_sound(number, at, word):
    sentences, words, anchor_of_it, place = anchored(number)
    text, _ = text_and_places(sentences)
    parts = words.split(" ")
    parts[at % len(parts)] = word
    changed = text[: place[0]] + " ".join(parts) + text[place[1] :]
    if changed == text:
        return
    found = find(changed, anchor_of_it, hint=place[0])
    assert found.state in {State.CHANGED, State.ORPHANED}
    if found.state == State.CHANGED:
        assert word in changed[found.start : found.end]


def test_at_least_99_of_100_single_edits_around_a_quote_leave_it_sound():
    draw = random.Random(20260205)
    sound = total = 0
    for _ in range(3000):
        sentences, words, anchor_of_it, place = anchored(draw.randrange(len(QUOTED)))
        edit, at, to = draw.choice(OUTSIDE), draw.randrange(len(sentences)), draw.randrange(len(sentences))
        text, places = text_and_places(edit(sentences, at, to))
        found = find(text, anchor_of_it, hint=place[0])
        total += 1
        sound += found.state in SOUND and is_true(text, found, places, words)
    assert sound / total >= 0.99


TEXT = "It rained. “We will build the bridge,” said Ann Example. “It will stand.” Nobody asked. It was late, very late."


def anchor_to(words, text=TEXT):
    start = text.index(words)
    return anchor(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        (TEXT, State.EXACT, "We will build the bridge,"),
        ("A new beginning. " + TEXT, State.EXACT, "We will build the bridge,"),
        (TEXT.replace("We will build", "We shall build"), State.CHANGED, "We shall build the bridge,"),
        (TEXT.replace("“We will build the bridge,” said Ann Example. ", ""), State.ORPHANED, None),
        ("", State.ORPHANED, None),
        ("Bob Sample shouted: “We will build the bridge,” and went home.", State.ORPHANED, None),
        ("[We] “We will … build the [new] bridge,” said Ann Example. “It will stand.” Nobody.", State.MOVED, None),
    ],
)
def test_each_state_means_what_it_says(text, state, words):
    found = find(text, anchor_to("We will build the bridge,"))
    assert found.state == state
    if words:
        assert text[found.start : found.end] == words


def test_two_equal_places_are_ambiguous_until_one_is_where_it_stood():
    often = " ".join([TEXT] * 20)
    words = "It will stand."
    middle = often.index(words, len(TEXT) * 10)
    wanted = anchor(often, middle, middle + len(words))
    assert find(often, wanted).state == State.AMBIGUOUS
    assert find(often, wanted, hint=middle) == (State.EXACT, middle, middle + len(words))


def test_words_that_stood_twice_are_not_proof_by_themselves():
    long_words = "Without a bridge across the river there will be no future for this town"
    text = (
        f"Ann Example opened the meeting. “{long_words},” she said. "
        f"Then others spoke. “{long_words},” Bob Sample said at last."
    )
    first = anchor_to(long_words, text)
    only_bobs = text[text.index("Then others") :]
    assert find(only_bobs, first).state not in SOUND


def test_a_deletion_that_brings_the_surroundings_beside_a_lookalike_does_not_deceive():
    tail = " Nobody in the hall had anything to add to that, and so the long meeting ended before ten."
    lost = "The minister, asked about it in the evening, said the other plan was also ready."
    text = f"The mayor told the council that her plan was ready. {lost}{tail}"
    start = text.index("ready", text.index("The minister"))
    assert find(text.replace(lost, ""), anchor(text, start, start + 5)).state not in SOUND


@pytest.mark.parametrize("words", ["We will build the bridge,", "very late"])
def test_a_long_text_is_searched_in_time_linear_in_its_length(words):
    text = TEXT + " A line that fills the page." * 10_000
    wanted = anchor_to(words, text)
    started = time.process_time()
    for _ in range(100):
        assert find("Now. " + text, wanted).state in SOUND
        assert find(text.replace(words, "other words"), wanted).state not in SOUND
    assert time.process_time() - started < 10


def test_a_word_inside_another_is_no_place():
    text = "He said “he” and then there was the other one."
    found = find(text.replace("“he”", "“she”"), anchor_to("he”", text))
    assert found.state not in SOUND


@pytest.mark.parametrize(
    "text", ["😀 Ann said “é vero” 😀.", "قالت آن «نعم بالتأكيد» ثم غادرت.", "他说：“是的，我们会建桥。”然后离开了。"]
)
def test_offsets_count_characters_in_every_script(text):
    start = text.index(next(mark for mark in "“«" if mark in text)) + 1
    end = text.index(next(mark for mark in "”»" if mark in text))
    for form in ("NFC", "NFD"):
        again = unicodedata.normalize(form, "🙂🙂 " + text)
        found = find(again, anchor(text, start, end))
        assert found.state in SOUND
        assert unicodedata.normalize("NFC", again[found.start : found.end]) == unicodedata.normalize(
            "NFC", text[start:end]
        )


def test_verbatim_but_for_the_documented_normalisation():
    assert same_words("“We’ll build – it”", '"We\'ll  build - it"')
    assert same_words("We will … build the [new] bridge", "We will build the bridge")
    assert same_words("q\u0323\u0307", "q\u0307\u0323")
    assert not same_words("We will build", "We'll build")
    assert not same_words("We will build", "we will build")


@given(st.text(max_size=80))
def test_normalising_keeps_the_way_back(text):
    normalised, back = normalise(text)
    assert len(normalised) == len(back.starts) == len(back.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(back.starts, back.ends, strict=True))


@settings(max_examples=200, deadline=None)
@given(
    st.text("ab “”.…[]é\u0301\n-–", max_size=60), st.integers(0, 60), st.integers(0, 60), st.text("ab “.", max_size=30)
)
def test_any_text_gives_offsets_inside_it_or_none(text, one, other, later):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="no words to anchor"):
            anchor(text, start, end)
        return
    for again in (text, later, later + text):
        found = find(again, anchor(text, start, end), hint=start)
        assert (found.start is None) == (found.state in {State.AMBIGUOUS, State.ORPHANED})
        assert found.start is None or 0 <= found.start < found.end <= len(again)


@pytest.mark.parametrize(
    "empty", [Anchor("", "It", "rained"), Anchor("", "", ""), Anchor(" ", "", ""), Anchor("[…]", "", "")]
)
def test_an_empty_anchor_is_found_nowhere(empty):
    assert find(f"{TEXT} […]", empty).state == State.ORPHANED


def test_an_insertion_without_other_words_is_found_by_its_surroundings():
    text = TEXT.replace("the bridge", "[sic] the bridge")
    assert find(text, anchor_to("[sic]", text)).state == State.EXACT


def test_a_text_that_is_all_quote_is_found_unchanged():
    assert find("Yes.", anchor("Yes.", 0, 4)) == (State.EXACT, 0, 4)
    assert find("She said no. Yes. Others too.", anchor("Yes.", 0, 4)).state == State.ORPHANED


def test_words_without_any_surroundings_known_are_no_proof_when_short():
    assert find(TEXT, Anchor("late", "", "")).state == State.ORPHANED


def test_copies_in_changed_surroundings_are_ambiguous():
    wanted = anchor_to("We will build the bridge,")
    twice = "\n".join([TEXT.replace("“", "«").replace("”", "»")] * 2)
    assert find(twice, wanted).state == State.AMBIGUOUS
    second = twice.index("We will", 50)
    assert find(twice, wanted, hint=second) == (State.MOVED, second, second + len(wanted.exact))


def test_surroundings_far_apart_hold_no_place():
    other = "What followed was a long evening of reports. " * 20
    words = "We will build the bridge,"
    assert find(TEXT.replace(words, other), anchor_to(words)).state == State.ORPHANED


def test_other_words_in_half_the_surroundings_are_not_what_it_became():
    text = "It was said in the hall that night that yes was the answer of them all, and so on it went for long."
    wanted = anchor_to("yes", text)
    elsewhere = "Nobody heard in the hall that night that no word was the answer of them all in the end."
    assert find(elsewhere, wanted).state == State.CHANGED
    assert find("He thought that night that no word was the answer of a man.", wanted).state == State.ORPHANED


def test_places_are_whole_words_wherever_they_stand():
    assert places("our hour, “our” ours", "our") == [(0, 3), (11, 14)]
    assert places("cafe cafe\u0301", "cafe") == [(0, 4)]
    assert places("A “we will — go”, we will - go", "we will–go") == [(3, 15), (18, 30)]
    assert places("text", "") == []


def test_deleting_a_neighbour_keeps_it_sound():
    sentences, _, anchor_of_it, place = anchored(3)
    text, [now] = text_and_places(delete(sentences, 5, 0))
    assert find(text, anchor_of_it, hint=place[0]) == (State.MOVED, *now)
