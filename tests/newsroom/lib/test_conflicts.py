"""Saves of one record at the same moment, and the rows of a form that somebody deleted meanwhile."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.forms.models import inlineformset_factory
from django.http import QueryDict
from django.test import Client

from newsroom.lib.conflicts import token_of
from newsroom.lib.guarded_forms import GuardedForm, GuardedFormSet
from people.models import OtherName, Person
from tests.desk import address, opened
from tests.make import make_editor, make_other_name, make_person

WRITERS = 4
NAMES = inlineformset_factory(
    Person, OtherName, form=GuardedForm, formset=GuardedFormSet, fk_name="person", fields=["text", "kind"], extra=0
)


@pytest.mark.django_db(transaction=True)
def test_of_simultaneous_savers_exactly_one_wins_and_the_others_are_told():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory knows no waiting; PostgreSQL and a SQLite file do")
    make_editor("edda")
    person = make_person("Ann Example")
    clients = [Client() for _ in range(WRITERS)]
    forms = []
    for client in clients:
        client.login(username="edda", password="pass")
        forms.append(opened(client, person))
    start, answers = Barrier(WRITERS), [None] * WRITERS

    def save(number):
        start.wait()
        answers[number] = clients[number].post(address(person), forms[number] | {"summary": f"Words {number}"})
        connection.close()

    threads = [Thread(target=save, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    won = [number for number, answer in enumerate(answers) if answer.status_code == 302]
    assert len(won) == 1
    assert Person.objects.get().summary == f"Words {won[0]}"
    assert all("Somebody else saved this" in answer.content.decode() for answer in answers if answer.status_code == 200)


@pytest.mark.django_db
def test_the_token_changes_with_the_record_and_with_every_row_and_only_then():
    person, name = make_person(), None
    tokens = []

    def take():
        tokens.append(token_of(Person.objects.get(), [OtherName.objects.filter(person=person)]))

    take()
    name = make_other_name(person, "Ann")
    take()
    OtherName.objects.update(text="Anne")
    take()
    name.delete()
    take()
    person.save()
    take()
    assert tokens[0] == tokens[3]
    assert len(set(tokens)) == 4
    make_person()
    assert token_of(Person.objects.get(pk=person.pk), [OtherName.objects.filter(person=person)]) == tokens[4]


def posted(rows, initial):
    """What a browser sends for these rows, of which the first `initial` were stored when the page was opened."""
    data = QueryDict(mutable=True)
    data["other_names-TOTAL_FORMS"], data["other_names-INITIAL_FORMS"] = str(len(rows)), str(initial)
    for index, row in enumerate(rows):
        for name, value in row.items():
            data[f"other_names-{index}-{name}"] = str(value)
    return data


@pytest.mark.django_db
def test_words_in_a_row_that_is_gone_come_back_as_a_new_row():
    person = make_person()
    gone, kept = make_other_name(person, "Gone"), make_other_name(person, "Kept")
    rows = [
        {"id": gone.pk, "text": "Mine", "kind": "nickname"},
        {"id": kept.pk, "text": "Kept, mine", "kind": "birth"},
        {"id": "", "text": "New", "kind": "legal"},
    ]
    gone.delete()
    formset = NAMES(posted(rows, initial=2), instance=person)
    assert formset.is_valid(), formset.errors
    formset.save()
    assert {(name.text, name.kind) for name in person.other_names.all()} == {
        ("Mine", "nickname"),
        ("Kept, mine", "birth"),
        ("New", "legal"),
    }
    assert kept in person.other_names.all()


@pytest.mark.django_db
def test_a_row_that_both_deleted_is_gone():
    person = make_person()
    gone, kept = make_other_name(person, "Gone"), make_other_name(person, "Kept")
    rows = [
        {"id": gone.pk, "text": "Gone", "kind": "birth", "DELETE": "on"},
        {"id": kept.pk, "text": "Kept", "kind": "birth"},
    ]
    gone.delete()
    formset = NAMES(posted(rows, initial=2), instance=person)
    assert formset.is_valid(), formset.errors
    formset.save()
    assert [name.text for name in person.other_names.all()] == ["Kept"]
