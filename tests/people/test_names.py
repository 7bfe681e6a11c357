"""Names as text: folded for comparing, turned round for sorting, varied for finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.names import fold, initial, mixed_scripts, sort_key, sort_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MARTA KOS", "marta kos"),
        ("Seán Ó Brádaigh", "sean o bradaigh"),
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("Søren Ægir Þór Davíð", "soren aegir thor david"),
        ("Großmann", "GROSSMANN"),
        ("Işıl İnan", "isil inan"),
        ("O’Neill", "O'Neill"),
        ("Oʼneill", "O´Neill"),
        ("Abd al‑Rahman", "abd al rahman"),
        ("Jean–Luc", "Jean-Luc"),
        ("Jo\u200bhn Smith", "John Smith"),
        ("\ufeffJohn\u00ad \u202aSmith\u202c", "John Smith"),
        ("می\u200cرزا", "میرزا"),
        ("ＮＨＫ決算", "nhk決算"),
        ("John \t\u00a0 Smith\n", "john smith"),
        ("e\u0301", "é"),
        ("Ёлкин", "елкин"),
        ("ΠΑΠΑΔΌΠΟΥΛΟΣ", "παπαδοπουλος"),
        ("A\x00B", "AB"),
    ],
)
def test_what_makes_no_difference(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Pаul", "Paul"), ("か", "が"), ("हिन्दी", "हन्दी"), ("John Smith", "Johnsmith"), ("Null", "")],
)
def test_what_does(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_text_has_single_spaces_and_no_capitals(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert not any("A" <= char <= "Z" for char in folded)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Volodymyr Zelensky", "Zelensky, Volodymyr"),
        ("  Volodymyr   Zelensky ", "Zelensky, Volodymyr"),
        ("George W. Bush", "Bush, George W."),
        ("Jan van der Berg", "van der Berg, Jan"),
        ("Juan de la Cruz", "de la Cruz, Juan"),
        ("Ruairí Ó Brádaigh", "Ó Brádaigh, Ruairí"),
        ("Abdel Fattah al-Sisi", "al-Sisi, Abdel Fattah"),
        ("Mohammed bin Salman", "bin Salman, Mohammed"),
        ("Giorgio Di Maio", "Di Maio, Giorgio"),
        ("Oliver St. John", "St. John, Oliver"),
        ("José Ortega y Gasset", "Ortega y Gasset, José"),
        ("María José de la Torre y Álvarez-Ortega", "de la Torre y Álvarez-Ortega, María José"),
        ("Lord Reed of Marlow", "Reed of Marlow, Lord"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Robert Kennedy, Jr.", "Kennedy, Robert, Jr."),
        ("Angela O. Smith", "Smith, Angela O."),
        ("Van Morrison", "Morrison, Van"),
        ("Kim Campbell", "Campbell, Kim"),
        ("Lee Anderson", "Anderson, Lee"),
    ],
)
def test_the_family_name_comes_first(name, expected):
    assert sort_name(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Pelé",
        "Kim Jong Un",
        "Moon Jae-in",
        "Xi Jinping",
        "Chiang Kai-shek",
        "Nguyen Phu Trong",
        "習近平",
        "Дмитро Кулеба",
        "بنیامین نتانیاهو",
        "King Charles III",
        "Pope Francis",
        "Catherine of Aragon",
        "bell hooks",
        "Zelensky, Volodymyr",
        "Mr Muhammad Nawaz Sharif, Prime Minister Islamic Republic of Pakistan",
        "",
    ],
)
def test_names_that_are_not_turned_round(name):
    assert sort_name(name) == name


@given(st.text())
def test_turning_a_name_round_loses_no_letter(name):
    assert sorted(c for c in sort_name(name) if c.isalnum()) == sorted(c for c in name if c.isalnum())


def test_lists_are_ordered_by_family_name_then_given_name():
    names = [
        "4 Non Blondes",
        "Ó Brádaigh, Ruairí",
        "Smith, Ann",
        "Smith, Zoë",
        "Smith Jones, Ann",
        "Smithers, Al",
        "Żak, A",
    ]
    shuffled = names[3:] + names[:3]
    assert sorted(shuffled, key=sort_key) == names


@given(st.text(), st.text())
def test_names_that_compare_equal_stand_together(name, other):
    assert sort_key(name) == sort_key(fold(name)) or "," in name
    assert (sort_key(name) == sort_key(other)) or fold(name) != fold(other)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ó Brádaigh", "O"),
        ("’t Hooft, Gerard", "T"),
        ("Łukasz", "L"),
        ("al-Sisi", "A"),
        ("50 Cent", "#"),
        ("", "#"),
        ("…", "#"),
        ("Йовович", "Й"),
        ("Ωmega", "Ω"),
        ("習近平", "習"),
        ("ნინო", "ნ"),
    ],
)
def test_the_letter_of_the_list(name, letter):
    assert initial(name) == letter


@pytest.mark.parametrize("name", ["Pаul", "Νick Smith", "Anna-Мaria"])
def test_a_word_of_two_scripts_is_noticed(name):
    assert mixed_scripts(name)


@pytest.mark.parametrize("name", ["Paul", "Пол Smith", "Paul-Пол", "ＮＨＫ決算", "Zoë", "", "4x4"])
def test_words_of_one_script_are_not(name):
    assert not mixed_scripts(name)
