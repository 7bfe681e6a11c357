"""In languages it does not know the reader finds less, and what it is sure of is right."""

from itertools import chain

import pytest

from articles.text.names import KnownName, KnownNames
from articles.text.reading import read

# Each text, somebody it names whom the newsroom knows, and everybody it names.
TEXTS = {
    "German": (
        "„Wir haben den Hafen zu lange vergessen“, sagte Bürgermeisterin Anna Vogel am Dienstag im Rathaus. Der "
        "Stadtrat Jens Brandt nannte den Plan »eine teure Wette«. „Erst rechnen, dann bauen“, so Said Amini, Chef "
        "der Hafenbehörde. Am Montag kam auch Minister Karl Braun in die Stadt; in den Notes der Behörde stand "
        "davon nichts.",
        "Anna Vogel",
        {"Anna Vogel", "Jens Brandt", "Said Amini", "Karl Braun"},
    ),
    "French": (
        "« Nous ne fermerons pas l’école », a déclaré la maire Claire Dubois lundi devant les parents. Selon le "
        "préfet Marc Lenoir, la décision est « provisoire ». « On nous a menti, a répondu Sophie Martin, "
        "présidente de l’association, et nous irons au tribunal. » « Trop tard ! », note Said Benali, son "
        "adjoint.",
        "Claire Dubois",
        {"Claire Dubois", "Marc Lenoir", "Sophie Martin", "Said Benali"},
    ),
    "Spanish": (
        "«El puente se abrirá en mayo», dijo la alcaldesa Lucía Romero en rueda de prensa. Según el ingeniero "
        "Pablo Ortega, la obra es “segura y barata”. “Nadie nos preguntó”, lamentó Carmen Vidal, portavoz de los "
        "vecinos, que acudió al Ayuntamiento el jueves.",
        "Lucía Romero",
        {"Lucía Romero", "Pablo Ortega", "Carmen Vidal"},
    ),
    "Ukrainian": (
        "«Ми відкриємо лікарню навесні», — сказала міська голова Олена Коваль у вівторок. За словами депутата "
        "Івана Бондаренка, кошти «вже виділено». “Люди чекали десять років”, — додав лікар Петро Мельник в ефірі "
        "радіо.",
        "Олена Коваль",
        {"Олена Коваль", "Петро Мельник"},
    ),
    "Russian": (
        "«Мост откроют в мае», — заявила мэр Анна Соколова на встрече с жителями. По словам инженера Павла "
        "Орлова, работы идут «по плану». „Нас никто не спросил“, — сказал Игорь Лебедев, житель набережной.",
        "Игорь Лебедев",
        {"Анна Соколова", "Игорь Лебедев"},
    ),
    "Arabic": (
        "قالت رئيسة البلدية ليلى حداد يوم الثلاثاء: «سنفتح المستشفى في الربيع». ووصف النائب سامي خوري الخطة بأنها "
        "«مكلفة». وأضاف المهندس كريم ناصر: “العمل يسير كما خططنا”.",
        None,  # without capitals a name is not told from other words
        {"ليلى حداد", "سامي خوري", "كريم ناصر"},
    ),
    "Polish": (
        "„Otworzymy szkołę we wrześniu”, powiedziała burmistrz Anna Zielińska we wtorek. Radny Piotr Mazur nazwał "
        "plan „drogim żartem”. – Nikt nas nie pytał – dodał Marek Wilk. „Najpierw policzmy”, mówi minister Jan "
        "Kot.",
        "Piotr Mazur",
        {"Anna Zielińska", "Piotr Mazur", "Marek Wilk", "Jan Kot"},
    ),
    "Italian": (
        "«Il ponte aprirà a maggio», ha detto la sindaca Laura Ferri martedì in municipio. Secondo l’ingegner "
        "Paolo Conti i lavori sono “in orario”. “Nessuno ci ha chiesto niente”, ha replicato Marco Bruni, "
        "portavoce dei residenti.",
        "Laura Ferri",
        {"Laura Ferri", "Paolo Conti", "Marco Bruni"},
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_what_it_is_sure_of_is_right_in_other_languages(language):
    text, known, named = TEXTS[language]

    found = read(text, KnownNames([KnownName(known, 1, "person")] if known else []))

    sure = {person.name: person.key for person in found.people if person.tier == "A"}
    assert not known or sure[known] == 1
    assert set(sure) <= named
    # No verb of saying is English here, so that no speaker can be sure; and no body is named.
    assert [quote for quote in found.quotes if quote.tier == "A"] == []
    assert not found.organisations
    assert not found.relationships
    assert not found.indirect


@pytest.mark.parametrize("language", TEXTS)
def test_the_words_between_marks_are_found_in_other_languages(language):
    text, _, _ = TEXTS[language]

    found = read(text)

    segments = list(chain.from_iterable(quote.segments for quote in found.quotes))
    assert len(segments) >= 2
    assert all(text[start - 1] in "„»«“" and text[end] in "“«»”" for start, end in segments if text[start - 1] != " ")
