import pytest

from articles.text.names import KnownName, KnownNames
from articles.text.reading import read


def people(text: str, known: KnownNames | None = None) -> dict[str, list[str]]:
    return {p.name: [text[start:end] for start, end in p.mentions] for p in read(text, known).people}


def bodies(text: str) -> list[str]:
    return [body.name for body in read(text).organisations]


def test_a_family_name_alone_is_the_person_so_called():
    text = "Mayor Jane Roe opened the road. Roe’s deputy waited. “Go,” Roe said."

    assert people(text) == {"Jane Roe": ["Jane Roe", "Roe", "Roe"]}


def test_of_two_with_one_family_name_the_last_named_is_meant():
    text = "Mayor Jane Roe came. Roe sat. Then Senator John Roe came. Roe stood."

    assert people(text) == {"Jane Roe": ["Jane Roe", "Roe"], "John Roe": ["John Roe", "Roe"]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Kim Jong Un there.", ["Kim Jong Un"]),  # the family name first
        ("They met Zorb Tarn, Lena Holt’s husband, there.", ["Zorb Tarn", "Lena Holt"]),  # a family tie
        ("They met Michael Tarn there.", ["Michael Tarn"]),  # a common given name
        ("They met Zorb Tarn there. Tarn said no more.", ["Zorb Tarn"]),  # called by the family name
        ("“Go,” said Zorb Tarn.", ["Zorb Tarn"]),  # speaks
        ("They met Zorb van der Tarn, a farmer, there.", ["Zorb van der Tarn"]),
        ("They met actor Zorb Tarn Jr. there.", ["Zorb Tarn Jr."]),
        ("They met Zorb Tarn, who was there.", ["Zorb Tarn"]),
        ("They met Zorb Tarn, 34, there.", ["Zorb Tarn"]),
        ("They met Tarn Zor-bi there.", ["Tarn Zor-bi"]),
        ("They met Park Zor-Bi there.", ["Park Zor-Bi"]),
        ("The crew of Space Tarn slept in space. Tarn flew on.", []),  # a word of the text is no given name
        ("Mayor Lena Holt came. They saw Holt Tarn there. Tarn sold well.", ["Lena Holt"]),
        ("They flew from Michael Tarn Airport to the Jane Roe Prize.", []),
        ("They flew from Tarn Executive Airport. Airport is a word.", []),
        ("They watched Typhoon Tarn, and then the Jane Roe Show.", []),
        ("They met Mme Tarn and MP Zorb Holt there.", ["Tarn", "Zorb Holt"]),
        ("They met UNC Tarn there. Tarn said no more.", []),
        ("They met Senator Tarn there.", ["Tarn"]),
        ("They met Zorb Tarn there.", []),  # might be anything
        ("They flew to Abu Dhabi and New Zealand.", []),
        ("The Michael Tarn Foundation gave it.", []),
        ("MAYOR MICHAEL TARN SAYS NO TO ROADS", []),
        ("They read Michael.com daily.", []),
        ("Mayor Michael Tarn Says Never More About Roads", []),
        ("They met Rep. Michael Tarn, D-Ohio, there.", ["Michael Tarn"]),
        ("“Go,” Mr. London said.", ["London"]),
        ("“Go,” London said.", []),
        ("“Go,” Bujumbura said.", []),  # a capital
        ("“Go,” Scott County said.", []),
        ("“Go,” the City of Tarn said.", []),
    ],
)
def test_what_makes_a_name_that_of_a_person(text, names):
    assert list(people(text)) == names


def test_two_known_people_of_one_name_are_both_offered():
    known = KnownNames([KnownName("Jane Roe", 1, "person"), KnownName("Jane Roe", 2, "person")])

    (person,) = read("They met Jane Roe there.", known).people

    assert (person.key, person.candidates, person.tier) == (None, (1, 2), "B")


def test_another_spelling_of_a_known_name_is_proposed():
    known = KnownNames([KnownName("Volodymyr Hrynko", 1, "person")])

    (person,) = read("They met Mayor Volodymyr Hrinko there.", known).people

    assert (person.name, person.key, person.candidates, person.tier) == ("Volodymyr Hrinko", None, (1,), "B")


def test_a_known_family_name_with_a_title_is_proposed():
    known = KnownNames([KnownName("Jane Tarn", 1, "person"), KnownName("John Tarn", 2, "person")])

    (person,) = read("They met Senator Tarn there.", known).people

    assert (person.key, person.candidates) == (None, (1, 2))


@pytest.mark.parametrize("written", ["The Guardian", "the Guardian"])
def test_a_known_body_may_have_an_article_in_its_name(written):
    known = KnownNames([KnownName("The Guardian", 1, "organisation")])

    (body,) = read(f"On Monday {written} said “no” to it.", known).organisations

    assert (body.name, body.key) == (written, 1)


def test_a_known_body_is_found_by_any_of_its_names():
    known = KnownNames([KnownName("Tarn Valley", "o", "organisation"), KnownName("TVX", "o", "organisation")])

    found = read("The mill at Tarn Valley closed. TVX gave no reason.", known).organisations

    assert [(body.name, body.key) for body in found] == [("Tarn Valley", "o"), ("TVX", "o")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Springfield Water Board met.", ["Springfield Water Board"]),
        ("The National Grain and Water Council met.", ["National Grain and Water Council"]),
        ("The Ministry of Public Works met.", ["Ministry of Public Works"]),
        ("Talks with Hamas and NATO went on.", ["Hamas", "NATO"]),
        ("They watched TV in the US.", []),
        ("They met in North Korea.", []),
    ],
)
def test_bodies_are_known_by_their_words(text, names):
    assert bodies(text) == names


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("They met Ann Roe, Mayor Jim Doe’s daughter-in-law, there.", ("Ann Roe", "Jim Doe", "daughter-in-law")),
        ("They met Ann Roe, the wife of Jim Roe, there.", ("Ann Roe", "Jim Roe", "wife")),
        ("They met Jim Doe’s eldest daughter, Ann Roe, there.", ("Ann Roe", "Jim Doe", "daughter")),
    ],
)
def test_kin_are_relationships(text, tie):
    (found,) = read(text).relationships

    assert (found.person, found.other, found.kind) == tie
    assert found.kind in text[found.start : found.end]


def test_kin_of_one_in_a_list_is_not_kin_of_the_next():
    text = "With them came Ann Roe, Mayor Jim Doe’s daughter, Secretary of the Navy John Poe, and others."

    assert [(tie.person, tie.other) for tie in read(text).relationships] == [("Ann Roe", "Jim Doe")]


def test_people_named_inside_quotations_are_mentions_too():
    text = "Mayor Jane Roe came. “I asked Roe and Michael Tarn,” John Doe said."

    assert people(text) == {"Jane Roe": ["Jane Roe", "Roe"], "Michael Tarn": ["Michael Tarn"], "John Doe": ["John Doe"]}


def test_a_town_is_known_by_the_place_it_lies_in():
    text = "They met in Rivermouth, Ohio, and near Old Ferry, France. It rained in April, Ohio said."
    assert [place.name for place in read(text).places] == ["Rivermouth", "Ohio", "Old Ferry", "France"]


def test_places_are_named_and_adjectives_of_them_are_not():
    text = "French ministers flew from Paris to South Australia and back to Paris."

    assert [(place.name, len(place.mentions)) for place in read(text).places] == [("Paris", 2), ("South Australia", 1)]


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("“Go,” Tarn said. Rain fell in Tarn.", "C"),
        ("Near Tarn the road was wet. “Go,” said Tarn.", "C"),
        ("“Go,” Tarn said. Rain fell in Tarn’s garden.", "B"),
        ("“Go,” Tarn said. “It is late,” she added. Trust in Tarn grew.", "B"),
        ("“Go,” Mayor Tarn said. Rain fell in Tarn.", "B"),
        ("“Go,” Tarn said. Trust in Mayor Tarn grew.", "B"),
        ("“Go,” Jane Tarn said. Rain fell in Tarn.", "A"),
    ],
)
def test_a_single_name_that_stands_like_a_place_is_a_doubtful_person(text, tier):
    assert [person.tier for person in read(text).people] == [tier]


def test_places_say_which_kind_they_are():
    text = "Rain fell in Rivermouth County and on the City of Tarn, near Old Ferry Township and Mason City."

    places = [place.name for place in read(text).places]

    assert places == ["Rivermouth County", "City of Tarn", "Old Ferry Township", "Mason City"]
