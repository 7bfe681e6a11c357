import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.names import KnownName, KnownNames
from articles.text.reading import Reading, read

STORY = """Mayor Lena Holt opened the new bridge over the Tarn on Monday.
“We built it in two years,” Holt told the Tarn Valley Herald. “It will stand for a hundred.”
SHOPS IN TARN VALLEY TO CLOSE ON SUNDAYS, SAYS “MINISTER”
Her deputy, Omar Reyes, called the bridge “a promise kept.”
“Nobody believed us,” he said in a post on X."""

TALKS = """\
Delegates from Norland and Sudria met for a third day in Port Elsa to settle the quarrel over the Amber Strait. \
The talks are led by Norland's representatives, including special envoy Tomas Lind, Arne Falk, President Greta \
Holm’s son-in-law, Secretary of the Navy Peter Strand, and Gen. Ulla K. Brandt, Commander, N.L. Northern Command \
and NATO Deputy Allied Commander North.
Lind and Falk had brought about the 2021 harbour treaty.
The talks follow a storm of fire on Sudria's ports this week. Holm reportedly asked Sudrian President Marek \
Dusan to hold the ships back for a month in March.
“Closing a strait in winter is more useful to them than opening a door,” Norlandic President Ivana Petrova \
posted on X this week after the talks. “And this shows what is needed from our friends. Ships in time are our \
first wish. Without them, there will be no end to this.”
Oleg Marchuk, Sudria’s Secretary of the National Coast and Harbour Council, was among the delegates, and has \
told of the day each night. After the first day, Marchuk called it “sober and useful,” with the words turning \
about the strait.
On Thursday, Marchuk’s report was short, saying little more than that the day had begun.
PETROVA CALLS FOR ‘PLAIN ANSWER’ FROM FRIENDS AFTER SUDRIA’S USE OF LONG-RANGE GUNS IN STRAIT
“We sit in the same rooms as yesterday: three sides, small groups, and one long table,” he said in a post on X. \
“The rest will follow.”
Among the hindrances are regional claims and Petrova’s term, according to reports. Neither side has moved.
“Despite the kind words from the capital, there is little sign that either side will move,” reported the Port \
Elsa Herald’s Rosa Quill. “Norland is unwilling to give up an island without a promise, and Sudria refuses to \
see a foreign flag in the strait.”
"""


def words(text: str, spans) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_story_is_read_as_people_bodies_and_quotations():
    found = read(STORY, dated=datetime.date(2026, 2, 5))

    assert [person.name for person in found.people] == ["Lena Holt", "Omar Reyes"]
    assert [body.name for body in found.organisations] == ["Tarn Valley Herald"]
    assert [(words(STORY, quote.segments), quote.speaker.name) for quote in found.quotes] == [
        (["We built it in two years,", "It will stand for a hundred."], "Lena Holt"),
        (["a promise kept."], "Omar Reyes"),
        (["Nobody believed us,"], "Omar Reyes"),
    ]


def test_talks_between_two_countries_with_many_posts():
    found = read(TALKS, dated=datetime.date(2026, 2, 5))

    assert {person.name: [(role.title, role.organisation) for role in person.roles] for person in found.people} == {
        "Tomas Lind": [("special envoy", None)],
        "Arne Falk": [],
        "Greta Holm": [("President", None)],
        "Peter Strand": [("Secretary of the Navy", "Navy")],
        "Ulla K. Brandt": [
            ("Gen.", None),
            ("Commander", "N.L. Northern Command"),
            ("Deputy Allied Commander North", "NATO"),
        ],
        "Marek Dusan": [("Sudrian President", None)],
        "Ivana Petrova": [("Norlandic President", None)],
        "Oleg Marchuk": [
            ("Sudria’s Secretary of the National Coast and Harbour Council", "National Coast and Harbour Council")
        ],
        "Rosa Quill": [("reporter", "Port Elsa Herald")],
    }
    assert [(one.person, one.kind, one.other) for one in found.relationships] == [
        ("Arne Falk", "son-in-law", "Greta Holm")
    ]
    assert [
        (len(quote.segments), quote.tier, quote.speaker.name, quote.venue and TALKS[slice(*quote.venue)], quote.said_on)
        for quote in found.quotes
    ] == [
        (2, "A", "Ivana Petrova", "on X", "2026-02"),
        (1, "B", "Oleg Marchuk", None, None),
        (2, "A", "Oleg Marchuk", "in a post on X", None),
        (2, "A", "Rosa Quill", None, None),
    ]
    assert "PETROVA" not in str(found)
    assert "PLAIN ANSWER" not in str(found)


def test_known_names_carry_their_keys():
    known = KnownNames([KnownName("Lena Holt", "p1", "person"), KnownName("Tarn Valley Herald", "o1", "organisation")])

    found = read(STORY, known)

    assert (found.people[0].name, found.people[0].key, found.people[0].tier) == ("Lena Holt", "p1", "A")
    assert found.organisations[0].key == "o1"
    assert found.quotes[0].speaker.key == "p1"


def test_an_empty_text_holds_nothing():
    assert read("") == Reading()


def sound(text: str, found: Reading) -> None:
    """Every span lies in the text, in order, and holds words."""
    spans = [
        mention
        for named in (*found.people, *found.organisations, *found.places, *found.events)
        for mention in named.mentions
    ]
    for quote in found.quotes:
        spans += quote.segments
        spans += [part for part in (quote.cue, quote.venue) if part]
        if quote.speaker:
            assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.text
        starts = [segment.start for segment in quote.segments]
        assert starts == sorted(set(starts))
    spans += [(role.start, role.end) for person in found.people for role in person.roles]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


PIECES = """
    “ ” " ‘ ’ „ « » ' , . ? : — ( ) ’s … & - said says told he she they who and of the according to calling it post on
    X in Mayor Jane Roe John Doe Jr. Gen. mayor son-in-law Council Monday 4 1999 😀 שלום مرحبا 中文 ß İ @jane #tag NATO
""".split()
PIECES += ["e\u0301", "\u200d", "\n", "\r\n", "\u2028", "\u00a0", "\t"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_text_is_read_without_an_exception_and_with_sound_places(text):
    sound(text, read(text, dated=datetime.date(2026, 2, 5)))


@pytest.mark.parametrize(
    "text",
    [
        "„Wir gehen jetzt“, sagte Bürgermeisterin Lena Holt am Montag. „Es ist spät.“ Der Rat nannte das „unfair“.",
        "« Nous partons », a déclaré la maire Lena Holt lundi. « Il est tard. » Le conseil y voit « une erreur ».",
        "«Nos vamos», dijo la alcaldesa Lena Holt el lunes. El consejo lo llamó «un error».",
        "«Мы уходим», — сказала мэр Лена Хольт. Совет назвал это «ошибкой».",
        "「行きましょう」と市長は述べた。“我们走吧。”市长说。",
        "قالت العمدة: «سنذهب الآن».",
    ],
)
def test_in_other_languages_nothing_is_held_for_certain(text):
    found = read(text)

    sound(text, found)
    assert [quote for quote in found.quotes if quote.tier == "A"] == []
