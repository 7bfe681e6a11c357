"""The desk merges two records field by field, refuses what cannot be merged, and takes a merge back."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from people.models import Identifier, Merge, Organisation, Person
from tests.make import make_editor, make_organisation, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def page_of(record):
    return f"/admin/people/{record._meta.model_name}/{record.pk}/merge/"


def told(response):
    return " ".join(str(message) for message in response.context["messages"])


def merged(client, kept, gone, **sent):
    data = {"with": gone.pk, "seen_kept": kept.version, "seen_gone": gone.version} | sent
    return client.post(page_of(kept), data, follow=True)


def test_the_page_shows_what_tells_them_apart_and_what_speaks_against_it(desk):
    ann, nan = make_person("Ann Example", birth="1961"), make_person("Nan Example", birth="1970")
    make_role(ann, "Mayor", make_organisation("Rivermouth Council"), start="2019")
    make_quote(speaker=nan)
    for person, value in ((ann, "Q1"), (nan, "Q2")):
        Identifier.objects.create(person=person, scheme="wikidata", value=value)
    page = desk.get(page_of(ann), {"with": nan.pk}).content.decode()
    assert "Mayor, Rivermouth Council, from 2019" in page
    assert "1 quote" in page
    assert "born 1961 and 1970; wikidata Q1 and Q2" in page


def test_a_merge_takes_the_values_chosen(desk):
    ann, nan = make_person("Ann Example", summary="Mayor."), make_person("Nan Example", summary="Clerk.")
    answer = merged(desk, ann, nan, name="kept", summary="gone", keep_name="on")
    assert "Merged “Nan Example” into “Ann Example”." in told(answer)
    ann.refresh_from_db()
    assert (ann.name, ann.summary) == ("Ann Example", "Clerk.")
    assert [name.text for name in ann.other_names.all()] == ["Nan Example"]
    assert Merge.objects.get().by.username == "edda"


@pytest.mark.parametrize("make", [make_person, make_organisation])
def test_a_merge_is_undone_from_its_page_and_only_once(desk, make):
    kept, gone = make("Ann"), make("Nan")
    merged(desk, kept, gone)
    merge = Merge.objects.get()
    page = f"/admin/people/merge/{merge.pk}/"
    assert "Undo the merge" in desk.get(f"{page}change/").content.decode()
    assert "Nan" in desk.get("/admin/people/merge/").content.decode()
    answer = desk.post(f"{page}undo/", follow=True)
    assert "two records again" in told(answer)
    assert "Undo the merge" not in answer.content.decode()
    assert type(kept).objects.filter(pk__in=[kept.pk, gone.pk]).count() == 2
    assert "was undone before" in told(desk.post(f"{page}undo/", follow=True))


def test_merges_that_stand_and_those_undone_are_listed_apart(desk):
    for name in ("Nan", "Hans"):
        merged(desk, make_person("Ann"), make_person(name))
    desk.post(f"/admin/people/merge/{Merge.objects.get(name='Hans').pk}/undo/")
    listed = {state: desk.get("/admin/people/merge/", {"state": state}) for state in ("stands", "undone")}
    names = {state: [merge.name for merge in page.context["cl"].result_list] for state, page in listed.items()}
    assert names == {"stands": ["Nan"], "undone": ["Hans"]}


def test_looking_changes_nothing(desk):
    ann, nan = make_person(), make_person()
    desk.get(page_of(ann), {"with": nan.pk})
    assert not Merge.objects.exists()
    merged(desk, ann, nan)
    desk.get(f"/admin/people/merge/{Merge.objects.get().pk}/undo/")
    assert not Person.objects.filter(pk=nan.pk).exists()


@pytest.mark.parametrize("other", ["", "0", "-1", "x", "99999", "9" * 30, "\x00", "１"])
def test_numbers_that_never_were_are_answered_in_words(desk, other):
    ann = make_person("Ann")
    for answer in (
        desk.get(page_of(ann), {"with": other}, follow=True),
        desk.post(page_of(ann), {"with": other}, follow=True),
    ):
        assert answer.status_code == 200
        assert "Merge with" in answer.content.decode()
    assert Person.objects.count() == 1


def test_a_page_of_a_record_that_is_gone_says_where_it_went(desk):
    ann, nan = make_person("Ann"), make_person("Nan")
    merged(desk, ann, nan)
    assert "“Nan” was merged into “Ann” meanwhile." in told(desk.get(page_of(nan), follow=True))
    stale = merged(desk, ann, nan)
    assert "“Nan” was merged into “Ann” meanwhile." in told(stale)
    assert Merge.objects.count() == 1


def test_a_record_is_not_merged_with_itself(desk):
    ann = make_person("Ann")
    for answer in (desk.get(page_of(ann), {"with": ann.pk}), merged(desk, ann, ann)):
        assert "cannot be merged with itself" in told(answer)
    assert Person.objects.get() == ann


def test_a_chain_of_merges_leads_to_the_last_and_makes_no_ring(desk):
    ann, nan, bo = make_person("Ann"), make_person("Nan"), make_person("Bo")
    addresses = [person.get_absolute_url() for person in (ann, nan)]
    merged(desk, nan, ann)
    merged(desk, bo, Person.objects.get(pk=nan.pk))
    assert "“Ann” was merged into “Bo” meanwhile." in told(merged(desk, ann, bo))
    assert "“Nan” was merged into “Bo” meanwhile." in told(merged(desk, Person.objects.get(pk=bo.pk), nan))
    assert Person.objects.get() == bo
    assert {desk.get(address).headers["Location"] for address in addresses} == {bo.get_absolute_url()}


def test_a_comparison_that_is_no_longer_true_is_shown_anew(desk):
    ann, nan = make_person("Ann"), make_person("Nan")
    seen = Person.objects.get(pk=nan.pk)
    nan.save()
    assert "was changed since you looked" in told(merged(desk, ann, seen))
    assert not Merge.objects.exists()


def test_who_may_not_merge_sees_no_button_and_no_page(client):
    reporter = get_user_model().objects.create_user("rita", password="pass", is_staff=True)
    reporter.user_permissions.set(Permission.objects.filter(codename__in=["change_person", "view_person"]))
    client.force_login(reporter)
    ann, nan = make_person(), make_person()
    assert page_of(ann) not in client.get(f"/admin/people/person/{ann.pk}/change/").content.decode()
    assert client.get(page_of(ann)).status_code == 403
    assert client.post(page_of(ann), {"with": nan.pk}).status_code == 403
    merge = Merge.objects.create(noun="person", person=ann, name="a", into_name="b", gone=99, into=ann.pk, log=[])
    assert client.post(f"/admin/people/merge/{merge.pk}/undo/").status_code == 403
    assert client.get(f"/admin/people/merge/{merge.pk}/change/").status_code == 403
    merge.refresh_from_db()
    assert merge.undone_at is None


def test_organisations_choose_what_they_are_part_of(desk):
    top = make_organisation("Top")
    kept, gone = make_organisation("Kept"), make_organisation("Gone", parent=top)
    page = desk.get(page_of(kept), {"with": gone.pk}).content.decode()
    assert "Part of" in page
    merged(desk, kept, gone, parent="gone")
    assert Organisation.objects.get(pk=kept.pk).parent == top


def test_the_comparison_makes_as_many_queries_for_much_as_for_little(desk, django_assert_max_num_queries):
    ann, nan = make_person(), make_person()
    for person in (ann, nan):
        for _ in range(8):
            make_role(person, organisation=make_organisation())
    with django_assert_max_num_queries(20):
        desk.get(page_of(ann), {"with": nan.pk})
    merged(desk, ann, nan)
    with django_assert_max_num_queries(10):
        desk.get(f"/admin/people/merge/{Merge.objects.get().pk}/change/")
