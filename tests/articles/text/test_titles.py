import pytest

from articles.text.reading import read


def roles(text: str) -> list[tuple[str, str, str | None, bool]]:
    found = read(text)
    return [(p.name, r.title, r.organisation, r.former) for p in found.people for r in p.roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then President Jane Roe spoke.", [("Jane Roe", "President", None, False)]),
        ("The French President Jane Roe spoke.", [("Jane Roe", "French President", None, False)]),
        ("They sent special envoy Jane Roe home.", [("Jane Roe", "special envoy", None, False)]),
        ("They met Gen. Jane Q. Roe there.", [("Jane Q. Roe", "Gen.", None, False)]),
        ("They met former mayor Jane Roe there.", [("Jane Roe", "mayor", None, True)]),
        ("They met Chief Executive Jane Roe there.", [("Jane Roe", "Chief Executive", None, False)]),
        ("So did MP Jane Roe today.", [("Jane Roe", "MP", None, False)]),
        ("Ex-Prime Minister Jane Roe spoke.", [("Jane Roe", "Prime Minister", None, True)]),
        ("They met ex-mayor Jane Roe there.", [("Jane Roe", "mayor", None, True)]),
        ("The sitting President Jane Roe spoke.", [("Jane Roe", "President", None, False)]),
        ("Jane Roe, the current mayor of Springfield, spoke.", [("Jane Roe", "mayor of Springfield", None, False)]),
        ("So did Secretary of the Navy Jane Roe today.", [("Jane Roe", "Secretary of the Navy", "Navy", False)]),
        ("So did Secretary of State Jane Roe today.", [("Jane Roe", "Secretary of State", None, False)]),
        ("So did NATO Secretary General Jane Roe today.", [("Jane Roe", "Secretary General", "NATO", False)]),
        (
            "So did Ambassador to the United States Jane Roe.",
            [("Jane Roe", "Ambassador to the United States", None, False)],
        ),
        ("Jane Roe, the mayor of Springfield, spoke.", [("Jane Roe", "mayor of Springfield", None, False)]),
        (
            "Jane Roe, Commander, Northern Fleet Command, spoke.",
            [("Jane Roe", "Commander", "Northern Fleet Command", False)],
        ),
        (
            "Jane Roe, commander, Northern Fleet Command, spoke.",
            [("Jane Roe", "commander", "Northern Fleet Command", False)],
        ),
        (
            "Jane Roe, Chief Executive, Springfield Water Board, spoke.",
            [("Jane Roe", "Chief Executive", "Springfield Water Board", False)],
        ),
        (
            "Gen. Jane Roe, Commander, Northern Fleet Command and NATO Deputy Commander North, spoke.",
            [
                ("Jane Roe", "Gen.", None, False),
                ("Jane Roe", "Commander", "Northern Fleet Command", False),
                ("Jane Roe", "Deputy Commander North", "NATO", False),
            ],
        ),
        ("President Ann Poe’s son-in-law, John Doe, spoke.", [("Ann Poe", "President", None, False)]),
        (
            "Jane Roe, chair of the Water Board and professor of law at Ohio State University, spoke.",
            [
                ("Jane Roe", "chair of the Water Board", "Water Board", False),
                ("Jane Roe", "professor of law at Ohio State University", "Ohio State University", False),
            ],
        ),
        (
            "Jane Roe, Ruritania’s Secretary of the Grain and Water Council, spoke.",
            [("Jane Roe", "Ruritania’s Secretary of the Grain and Water Council", "Grain and Water Council", False)],
        ),
        ("Ruritania’s prime minister, Jane Roe, spoke.", [("Jane Roe", "Ruritania’s prime minister", None, False)]),
        ("They met Jane Roe, Ohio governor John Doe and others.", [("John Doe", "Ohio governor", None, False)]),
        (
            "“We go,” reported the Springfield Herald’s Jane Roe.",
            [("Jane Roe", "reporter", "Springfield Herald", False)],
        ),
        ("“We go,” said the Springfield Herald’s Jane Roe.", []),
        (
            "With them came Mayor Jane Roe, Secretary of the Navy John Doe, and Dr. Ann Poe.",
            [("Jane Roe", "Mayor", None, False), ("John Doe", "Secretary of the Navy", "Navy", False)],
        ),
    ],
)
def test_a_post_is_read_as_it_is_worded(text, expected):
    assert roles(text) == expected


def test_a_role_says_where_it_stands():
    text = "They met Jane Roe, the mayor of Springfield, there."

    (role,) = read(text).people[0].roles

    assert text[role.start : role.end] == "mayor of Springfield"


@pytest.mark.parametrize(
    "text",
    ["Mr. Jane Roe left.", "Jane Roe, 34, left.", "Jane Roe, tired and wet, left.", "Jane Roe, John Roe’s son, left."],
)
def test_courtesy_age_and_kin_are_no_posts(text):
    assert roles(text) == []


def test_a_titled_name_before_another_in_a_list_is_no_post_of_the_other():
    text = "Others lead the talks: special envoy Jane Roe, John Doe, Secretary of the Navy Bob Sample, and some more."

    assert roles(text) == [
        ("Jane Roe", "special envoy", None, False),
        ("Bob Sample", "Secretary of the Navy", "Navy", False),
    ]
