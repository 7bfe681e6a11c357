"""Every change of a kept row is written down, by whatever way it comes, with who did it."""

import pytest
from django.db.models import ProtectedError

from newsroom.lib.acting import Way, acting, actor
from people import merging
from people.models import Change, Kept, OtherName, Person, Role, Source, unkept
from tests.make import (
    make_article,
    make_editor,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_role,
    make_source,
)

pytestmark = pytest.mark.django_db


def last(row):
    return Change.objects.of(row).newest_first().first()


def test_a_save_keeps_what_changed_and_who_did_it():
    editor, person = make_editor("edda"), make_person("Ann Example", birth="1961-04")
    with acting(editor, Way.FORM):
        person.name, person.birth, person.visibility = "Ann E. Example", "1961-04-02", "hidden"
        person.save()
    change = last(person)
    assert change.fields == {
        "name": ["Ann Example", "Ann E. Example"],
        "birth": ["1961-04", "1961-04-02"],
        "visibility": ["public", "hidden"],
    }
    assert (change.what, change.by, change.by_name, change.way) == ("changed", editor, "edda", "form")


def test_a_save_that_changes_nothing_leaves_no_trace():
    person = make_person()
    Person.objects.get().save()
    assert Change.objects.of(person).count() == 1


def test_what_is_made_is_kept_without_what_is_usual():
    change = last(make_person("Ann Example", birth="1961"))
    assert change.what == "created"
    assert change.fields == {
        "name": [None, "Ann Example"],
        "sort_name": [None, "Example, Ann"],
        "slug": [None, "ann-example"],
        "birth": [None, "1961"],
    }
    assert (change.by, change.by_name, change.way) == (None, "", "")


def test_only_the_fields_that_are_saved_count():
    person = make_person("Ann", summary="before")
    person.name, person.summary = "Not saved", "after"
    person.save(update_fields=["summary"])
    assert last(person).fields == {"summary": ["before", "after"]}


def test_what_was_stored_counts_not_what_was_loaded():
    person = make_person(summary="one")
    stale = Person.objects.get()
    person.summary = "two"
    person.save()
    stale.summary = "three"
    stale.save()
    assert last(person).fields == {"summary": ["two", "three"]}


def test_rows_made_updated_and_deleted_many_at_once_are_kept():
    ann, bo = make_person("Ann"), make_person("Bo")
    names = [OtherName(person=ann, text=text, folded=text) for text in ("Nan", "Annie")]
    OtherName.objects.bulk_create(names)
    ann.other_names.update(kind="nickname", folded="x")
    names[0].language = "en"
    OtherName.objects.bulk_update(names, ["language"])
    ann.other_names.filter(pk=names[1].pk).update(person=bo)
    bo.other_names.all().delete()
    kept = Change.objects.of(*names).order_by("pk").values_list("row", "what", "owner_row", "fields", "label")
    assert list(kept) == [
        (names[0].pk, "created", ann.pk, {"person": [None, ann.pk], "text": [None, "Nan"]}, ""),
        (names[1].pk, "created", ann.pk, {"person": [None, ann.pk], "text": [None, "Annie"]}, ""),
        (names[0].pk, "changed", ann.pk, {"kind": ["also known as", "nickname"]}, ""),
        (names[1].pk, "changed", ann.pk, {"kind": ["also known as", "nickname"]}, ""),
        (names[0].pk, "changed", ann.pk, {"language": ["", "en"]}, ""),
        (names[1].pk, "changed", ann.pk, {"person": [ann.pk, bo.pk]}, ""),
        (
            names[1].pk, "deleted", bo.pk,
            {"person": [bo.pk, None], "text": ["Annie", None], "kind": ["nickname", None]}, "Annie",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("delete", [lambda row: row.delete(), lambda row: type(row).objects.filter(pk=row.pk).delete()])
def test_what_goes_with_a_deleted_row_is_kept_too(delete):
    person = make_person("Ann")
    role = make_role(person, "Mayor", make_organisation("Rivermouth"))
    name, source = make_other_name(person, "Nan"), make_source(role)
    delete(Person.objects.get())
    gone = Change.objects.filter(what="deleted").values_list("model", "row", "label")
    assert set(gone) == {
        ("people.person", person.pk, "Ann"),
        ("people.role", role.pk, "Mayor, Rivermouth"),
        ("people.othername", name.pk, "Nan"),
        ("people.source", source.pk, "A page"),
    }


def test_a_deletion_that_is_refused_leaves_no_trace():
    quote = make_quote()
    with pytest.raises(ProtectedError):
        quote.speaker.delete()
    assert not Change.objects.filter(what="deleted").exists()


def test_the_lines_our_articles_keep_themselves_are_no_history():
    role, article = make_role(), make_article()
    source = make_source(role, article)
    article.headline = "Other"
    article.save()
    source.delete()
    assert not Change.objects.filter(model="people.source").exists()
    assert not Source.objects.exists()


def test_made_up_rows_can_be_left_out():
    with unkept(Kept):
        role = make_role()
        Role.objects.update(title="Other")
        role.delete()
    assert not Change.objects.exists()
    with unkept(Role):
        role = make_role()
    assert set(Change.objects.values_list("model", flat=True)) == {"people.person"}


def test_who_acts_is_said_from_outside_in():
    editor = make_editor()
    with acting(editor, Way.FORM):
        with acting(way=Way.INLINE):
            assert (actor().by, actor().way) == (editor, Way.INLINE)
        assert actor().way == Way.FORM
    assert (actor().by, actor().way) == (None, Way.PROGRAM)


def test_the_name_stays_when_the_account_is_gone():
    editor = make_editor("edda")
    with acting(editor):
        person = make_person()
    editor.delete()
    assert (last(person).by, last(person).by_name) == (None, "edda")


def test_a_change_is_never_changed():
    make_person()
    with pytest.raises(TypeError):
        Change.objects.get().save()


def test_a_merge_and_its_undoing_are_kept():
    editor, ann, nan = make_editor("edda"), make_person("Ann"), make_person("Nan", summary="Mayor")
    role = make_role(nan)
    with acting(editor):
        merge = merging.merge(ann, nan, taken=["summary"])
    assert last(role).fields == {"person": [nan.pk, ann.pk]}
    assert (last(role).by, last(role).way) == (editor, Way.MERGE)
    assert last(ann).fields["summary"] == ["", "Mayor"]
    assert (last(nan).what, last(nan).label) == ("deleted", "Nan")
    merging.undo(merge)
    assert last(nan).what == "created"
    assert last(role).fields == {"person": [ann.pk, nan.pk]}
    assert last(role).way == Way.UNDO
