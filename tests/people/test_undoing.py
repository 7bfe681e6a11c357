"""One change undone: back to what it was, unless that would undo somebody else's work or point at nothing."""

import pytest

from newsroom.lib.acting import Way, acting
from people.models import Change, OtherName, Person, Role
from people.undoing import NotUndone, undo
from tests.make import (
    make_article,
    make_editor,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_relationship,
    make_role,
)

pytestmark = pytest.mark.django_db


def changed(row, **fields):
    """The Change that setting these fields leaves."""
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return Change.objects.of(row).newest_first().first()


def test_a_change_is_undone_as_a_change_of_its_own():
    editor, person = make_editor("edda"), make_person("Ann Example", birth="1961")
    change = changed(person, name="Anne Example", birth="1962")
    with acting(editor):
        undo(change)
    person.refresh_from_db()
    assert (person.name, str(person.birth)) == ("Ann Example", "1961")
    undoing = Change.objects.of(person).newest_first().first()
    assert undoing.fields == {"name": ["Anne Example", "Ann Example"], "birth": ["1962", "1961"]}
    assert (undoing.by, undoing.way) == (editor, Way.UNDO)
    undo(undoing)
    assert Person.objects.get().name == "Anne Example"


def test_one_field_of_a_change_is_undone():
    person = make_person("Ann", summary="before")
    undo(changed(person, name="Anne", summary="after"), ["summary"])
    person.refresh_from_db()
    assert (person.name, person.summary) == ("Anne", "before")


def test_what_was_changed_again_since_is_left_alone():
    person = make_person(summary="one")
    first = changed(person, summary="two")
    changed(person, summary="three")
    with pytest.raises(NotUndone, match="Summary was not set back: it is changed again since"):
        undo(first)
    assert Person.objects.get().summary == "three"


def test_an_undo_sent_twice_is_refused_with_a_word():
    change = changed(make_person(summary="one"), summary="two")
    undo(change)
    with pytest.raises(NotUndone, match="as before by now"):
        undo(change)
    assert Change.objects.of(Person.objects.get()).count() == 3


def test_what_pointed_at_something_that_is_gone_is_not_undone():
    first = make_organisation()
    role = make_role(organisation=first)
    change = changed(role, organisation=make_organisation())
    first.delete()
    with pytest.raises(NotUndone, match="Organisation was not set back: what it pointed at is gone"):
        undo(change)


def test_a_row_that_is_gone_is_not_undone():
    role = make_role()
    change = changed(role, title="Other")
    role.delete()
    with pytest.raises(NotUndone, match="deleted since"):
        undo(change)


def test_an_undo_that_a_form_would_refuse_is_refused():
    role = make_role(start="2019", end="2020")
    change = changed(role, start="2018")
    changed(role, end="2018")
    with pytest.raises(NotUndone, match="before it begins"):
        undo(change)
    ann, bo = make_person(), make_person()
    related = make_relationship(ann, "spouse", bo)
    change = changed(related, kind="partner")
    make_relationship(ann, "spouse", bo)
    with pytest.raises(NotUndone, match="already there"):
        undo(change)


def test_a_slug_is_taken_back_with_its_redirect():
    person = make_person("Ann")
    undo(changed(person, slug="anne"))
    person.refresh_from_db()
    assert person.slug == "ann"
    assert list(person.past_slugs.values_list("slug", flat=True)) == ["anne"]


def test_what_belongs_to_a_record_comes_back_from_deletion():
    person = make_person()
    name, role = make_other_name(person, "Nan", language="en"), make_role(person, "Mayor", start="2019-05")
    numbers = name.pk, role.pk
    name.delete()
    role.delete()
    for change in Change.objects.filter(what="deleted"):
        undo(change)
        with pytest.raises(NotUndone, match="there again already"):
            undo(change)
    assert (OtherName.objects.get().pk, Role.objects.get().pk) == numbers
    assert (OtherName.objects.get().language, str(Role.objects.get().start)) == ("en", "2019-05")


def test_what_was_made_or_does_not_come_back_whole_is_said_so():
    person = make_person("Ann")
    with pytest.raises(NotUndone, match="made is not undone but deleted"):
        undo(Change.objects.get())
    person.delete()
    with pytest.raises(NotUndone, match="“Ann” does not come back whole"):
        undo(Change.objects.get(what="deleted"))


def test_the_role_of_a_person_deleted_since_does_not_come_back():
    role = make_role()
    role.person.delete()
    with pytest.raises(NotUndone, match="Person was not set back: what it pointed at is gone"):
        undo(Change.objects.get(model="people.role", what="deleted"))


def test_the_words_of_a_quote_are_anchored_again():
    article = make_article(text="It rained. “We build it,” she said. “It will stand.”")
    quote = make_quote(article, ["We build it,", "It will stand."])
    quote.anchor_to([(article.body_text.index("It will stand."), len(article.body_text) - 1)])
    change = changed(quote, venue="on a walk")
    assert change.fields["text"] == [["We build it,", "It will stand."], ["It will stand."]]
    undo(change)
    quote.refresh_from_db()
    assert quote.text == "We build it. It will stand."
    assert [part["state"] for part in quote.segments] == ["exact", "exact"]
