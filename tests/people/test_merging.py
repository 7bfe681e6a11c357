"""Duplicates are folded into the record we keep, and back, and nothing that points at either is lost."""

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db.models import UniqueConstraint

from articles import revisions
from articles.models import Byline, Mention, Quote
from newsroom.lib.folding import as_plain, is_told_apart, pointing_at
from newsroom.lib.report import Report
from people import merging
from people.importing import take_in
from people.models import (
    Change,
    FeedEntry,
    Identifier,
    Link,
    Merge,
    Organisation,
    OtherName,
    Person,
    Relationship,
    Role,
    Source,
)
from people.records import OrganisationRecord, PersonRecord, Records, RoleRecord
from tests.make import (
    make_article,
    make_editor,
    make_mention,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_relationship,
    make_role,
    make_source,
)

pytestmark = pytest.mark.django_db

# How a row comes to point at a person or an organisation: one for each foreign key there is.
PEOPLE = {
    "people.OtherName.person": lambda person: make_other_name(person, "Nan"),
    "people.Identifier.person": lambda person: Identifier.objects.create(person=person, scheme="isni", value="1"),
    "people.Link.person": lambda person: Link.objects.create(person=person, url="https://example.org/"),
    "people.Source.person": lambda person: make_source(person),
    "people.FeedEntry.person": lambda person: FeedEntry.objects.create(person=person, feed="f", key="1", last_read={}),
    "people.Role.person": lambda person: make_role(person),
    "people.Relationship.person": lambda person: make_relationship(person, "spouse", make_person()),
    "people.Relationship.other": lambda person: make_relationship(make_person(), "spouse", person),
    "people.PersonPastSlug.owner": lambda person: person.past_slugs.create(slug="once"),
    "people.Merge.person": lambda person: merging.merge(person, make_person()),
    "articles.Mention.person": lambda person: make_mention(make_article(), person),
    "articles.Quote.speaker": lambda person: make_quote(speaker=person),
    "articles.Byline.person": lambda person: Byline.objects.create(article=make_article(), person=person),
}
ORGANISATIONS = {
    "people.OtherName.organisation": lambda body: make_other_name(body, "Nan"),
    "people.Identifier.organisation": lambda body: Identifier.objects.create(organisation=body, scheme="i", value="1"),
    "people.Link.organisation": lambda body: Link.objects.create(organisation=body, url="https://example.org/"),
    "people.Source.organisation": lambda body: make_source(body),
    "people.FeedEntry.organisation": lambda body: FeedEntry.objects.create(
        organisation=body, feed="f", key="1", last_read={}
    ),
    "people.Role.organisation": lambda body: make_role(organisation=body),
    "people.Role.on_behalf_of": lambda body: make_role(on_behalf_of=body),
    "people.Organisation.parent": lambda body: make_organisation(parent=body),
    "people.OrganisationPastSlug.owner": lambda body: body.past_slugs.create(slug="once"),
    "people.Merge.organisation": lambda body: merging.merge(body, make_organisation()),
    "articles.Mention.organisation": lambda body: make_mention(make_article(), body),
    "articles.Quote.organisation": lambda body: make_quote(speaker_kind="organisation", organisation=body),
}
MADE = [(Person, make_person, name, make) for name, make in PEOPLE.items()]
MADE += [(Organisation, make_organisation, name, make) for name, make in ORGANISATIONS.items()]


def named(key):
    return f"{key.model._meta.label}.{key.name}"


@pytest.mark.parametrize(("model", "known"), [(Person, PEOPLE), (Organisation, ORGANISATIONS)])
def test_every_foreign_key_is_tried(model, known):
    """A new one needs a line above, and a `sameness` in its model where the database refuses two of one owner."""
    assert {named(key) for key in pointing_at(model)} == set(known)


@pytest.mark.parametrize(("model", "make_owner", "name", "make"), MADE, ids=[name for _, _, name, _ in MADE])
def test_what_points_at_the_duplicate_moves_and_comes_back(model, make_owner, name, make):
    kept, gone = make_owner(), make_owner()
    row = make(gone)
    field, number = name.rpartition(".")[2], gone.pk
    gone.refresh_from_db()
    merge = merging.merge(kept, gone)
    row.refresh_from_db()
    assert getattr(row, f"{field}_id") == kept.pk
    assert not model.objects.filter(pk=number).exists()
    merging.undo(merge)
    row.refresh_from_db()
    assert getattr(row, f"{field}_id") == number
    assert model.objects.filter(pk__in=[kept.pk, number]).count() == 2


def keys_that_move(models):
    """The foreign keys that point at these models, and at the models whose rows are then folded in turn."""
    keys, more = set(), set(models)
    while more:
        new = {key for model in more for key in pointing_at(model)} - keys
        keys |= new
        more = {key.model for key in new if is_told_apart(key.model)} - set(models)
    return keys


@pytest.mark.parametrize("key", sorted(keys_that_move([Person, Organisation]), key=named), ids=named)
def test_what_must_be_unique_says_when_two_rows_are_the_same(key):
    unique = [c for c in key.model._meta.constraints if isinstance(c, UniqueConstraint)]
    names = [{*c.fields, *(str(e) for e in c.expressions)} for c in unique] + list(key.model._meta.unique_together)
    touched = key.unique or any(key.name in each or any(key.name in part for part in each) for each in names)
    assert not touched or is_told_apart(key.model)


def test_nothing_points_at_records_in_another_way():
    generic = [m for m in apps.get_models() if any(f.name in {"object_id", "object_pk"} for f in m._meta.get_fields())]
    # Django's own list of what was done at the desk speaks of the number a record had.
    assert generic == [LogEntry]


def everything():
    """All rows of people and articles but for the marks of each save, and the memory of merges and changes."""
    marks = {"version", "updated_at"}
    return {
        model._meta.label: {
            row.pk: {name: value for name, value in as_plain(row).items() if name not in marks}
            for row in model._base_manager.all()
        }
        for model in [*apps.get_app_config("people").get_models(), *apps.get_app_config("articles").get_models()]
        if model not in (Merge, Change)
    }


def two_entangled_people():
    """Two records of one person with all that can clash between them, and a third person related to both."""
    ann, nan = make_person("Ann Example", birth="1961"), make_person("Nan Example", birth="1961-04", summary="Mayor.")
    bo, council = make_person("Bo Other"), make_organisation("Rivermouth Council")
    make_relationship(ann, "spouse", bo)
    make_relationship(bo, "spouse", nan, start="1990")
    make_relationship(nan, "sibling", ann, start="1961")
    make_source(Relationship.objects.get(kind="sibling"))
    for person in (ann, nan):
        make_other_name(person, "A. Example")
        Identifier.objects.create(person=person, scheme="wikidata", value="Q1")
        Link.objects.create(person=person, url="https://example.org/ann")
        make_source(person, title="A page")
        make_source(make_role(person, "Mayor", council, start="2019"), title=f"On {person}")
    make_other_name(nan, "Ann Example")
    article = make_article(text="“One,” said Ann. “Two,” said Nan.")
    make_mention(article, ann, ["Ann"], role=ann.roles.get())
    make_mention(article, nan, ["Nan"], relation="quoted")
    make_quote(article, "One", ann, role=ann.roles.get())
    make_quote(article, "Two", nan, role=nan.roles.get())
    for order, person in enumerate((nan, ann)):
        Byline.objects.create(article=article, person=person, order=order)
    return ann, nan


def test_what_would_be_there_twice_is_folded():
    ann, nan = two_entangled_people()
    merging.merge(ann, nan)
    role = ann.roles.get()
    assert {source.title for source in role.sources.all()} == {"On Ann Example", "On Nan Example"}
    assert [quote.role for quote in ann.quotes.order_by("pk")] == [role, role]
    mention = ann.mentions.get()
    assert (mention.names, mention.relation, mention.role) == (["Ann", "Nan"], "quoted", role)
    relationship = Relationship.objects.get()
    assert (relationship.person, relationship.kind, str(relationship.start)) == (ann, "spouse", "1990")
    assert ann.bylines.get().order == 0
    assert sorted(name.text for name in ann.other_names.all()) == ["A. Example", "Nan Example"]
    assert (ann.identifiers.count(), ann.links.count(), ann.sources.count()) == (1, 1, 1)


def test_undo_gives_everything_back():
    ann, nan = two_entangled_people()
    before = everything()
    merge = merging.merge(ann, nan, taken=["name", "birth", "summary"])
    ann.refresh_from_db()
    assert (ann.name, ann.sort_name, str(ann.birth), ann.summary) == (
        "Nan Example",
        "Example, Nan",
        "1961-04",
        "Mayor.",
    )
    assert everything() != before
    assert merging.undo(merge) == []
    assert everything() == before


def test_what_was_added_since_stays_with_the_one_kept():
    ann, nan = two_entangled_people()
    merge = merging.merge(ann, nan, taken=["summary"])
    ann.refresh_from_db()
    ann.summary = "An editor's later words."
    ann.save()
    later = make_quote(speaker=ann, attribution="Ann")
    merging.undo(merge)
    ann.refresh_from_db()
    later.refresh_from_db()
    assert (ann.summary, later.speaker) == ("An editor's later words.", ann)


def test_a_later_quote_in_a_post_that_goes_back_loses_the_post_and_the_editor_is_told():
    ann, nan = make_person(), make_person()
    role = make_role(nan)
    merge = merging.merge(ann, nan)
    role.refresh_from_db()
    quote = make_quote(speaker=ann, role=role)
    assert merging.undo(merge) == ["1 quote changed since named a post of the other one: look at the post."]
    quote.refresh_from_db()
    assert (quote.speaker, quote.role) == (ann, None)


def test_the_other_name_is_kept_and_attributions_stay_as_published():
    ann, nan = make_person("Ann Example"), make_person("Nan Example")
    quote = make_quote(speaker=nan)
    merging.merge(ann, nan)
    quote.refresh_from_db()
    assert [name.text for name in ann.other_names.all()] == ["Nan Example"]
    assert (quote.speaker, quote.attribution) == (ann, "Nan Example")


def test_a_name_need_not_be_kept():
    ann = make_person("Ann Example")
    merging.merge(ann, make_person("Typo Example"), keep_name=False)
    assert not ann.other_names.exists()


def test_only_what_differs_is_asked_and_what_says_more_is_proposed():
    ann = make_person("Ann", birth="1961", visibility="public", summary="Mayor.")
    nan = make_person("Ann", birth="1961-04", visibility="hidden", summary="Clerk.", death="2020")
    asked = {choice.field.name: choice.gone_first for choice in merging.choices(ann, nan)}
    assert asked == {"birth": True, "visibility": True, "summary": False, "death": True}


def test_pages_and_api_lead_on_in_one_hop_after_merges_of_merges(client):
    first, second, third = make_person("First"), make_person("Second"), make_person("Third")
    merging.merge(second, first)
    second.refresh_from_db()
    merging.merge(third, second)
    for gone in (first, second):
        page = client.get(gone.get_absolute_url())
        assert (page.status_code, page["Location"]) == (301, third.get_absolute_url())
        answer = client.get(f"/api/v1/people/{gone.pk}/?fields=id")
        assert (answer.status_code, answer["Location"]) == (
            301,
            f"http://testserver/api/v1/people/{third.pk}/?fields=id",
        )
        assert client.get(answer["Location"]).json() == {"id": third.pk}
        # A browser must ask again: the merge may be undone.
        assert (page["Cache-Control"], answer["Cache-Control"]) == ("no-cache", "no-cache")
        assert [one["id"] for one in client.get(f"/api/v1/roles/?person={gone.pk}").json()["results"]] == []


def test_organisations_lead_on_too(client):
    kept, gone = make_organisation(), make_organisation()
    number = gone.pk
    merging.merge(kept, gone)
    assert client.get(gone.get_absolute_url())["Location"] == kept.get_absolute_url()
    answer = client.get(f"/api/v1/organisations/{number}/")
    assert (answer.status_code, answer["Location"]) == (301, f"http://testserver/api/v1/organisations/{kept.pk}/")


def test_nothing_leads_to_a_record_readers_may_not_see(client):
    hidden, gone = make_person("Hidden", visibility="hidden"), make_person("Open")
    merging.merge(hidden, gone)
    assert client.get(gone.get_absolute_url()).status_code == 404
    assert client.get(f"/api/v1/people/{gone.pk}/").status_code == 404


def test_the_address_is_not_given_to_somebody_else():
    kept, gone = make_person(), make_person("Ann Example")
    merging.merge(kept, gone)
    assert make_person("Ann Example").slug == "ann-example-2"


def test_a_ring_of_merges_ends_where_it_began(client):
    ann, nan = make_person(), make_person()
    for _ in range(2):
        merging.undo(merging.merge(ann, nan))
        ann.refresh_from_db()
        nan.refresh_from_db()
        merging.undo(merging.merge(nan, ann))
        ann.refresh_from_db()
        nan.refresh_from_db()
    for person in (ann, nan):
        assert client.get(person.get_absolute_url()).status_code == 200
        assert client.get(f"/api/v1/people/{person.pk}/").status_code == 200


def refused(act, *args):
    before = everything()
    with pytest.raises(merging.Refused) as refusal:
        act(*args)
    assert everything() == before
    return str(refusal.value)


def test_a_record_is_not_merged_with_itself():
    ann = make_person("Ann")
    assert refused(merging.merge, ann, Person.objects.get(pk=ann.pk)) == (
        "“Ann” cannot be merged with itself: these are not two records."
    )


def test_a_record_merged_meanwhile_is_not_merged_again():
    ann, nan, bo = make_person("Ann"), make_person("Nan"), make_person("Bo")
    stale = Person.objects.get(pk=nan.pk)
    merging.merge(ann, nan)
    assert refused(merging.merge, bo, stale) == "“Nan” was merged into “Ann” meanwhile."
    assert refused(merging.merge, stale, bo) == "“Nan” was merged into “Ann” meanwhile."


def test_a_record_deleted_meanwhile_is_not_merged():
    ann, nan = make_person("Ann"), make_person("Nan")
    stale = Person.objects.get(pk=nan.pk)
    nan.delete()
    assert "It may have been deleted." in refused(merging.merge, ann, stale)


def test_a_record_changed_meanwhile_is_looked_at_again():
    ann, nan = make_person("Ann"), make_person("Nan")
    stale = Person.objects.get(pk=nan.pk)
    nan.save()
    assert "was changed since you looked" in refused(merging.merge, ann, stale)


def test_a_merge_is_undone_once():
    merge = merging.merge(make_person("Ann"), make_person("Nan"))
    merging.undo(merge)
    assert refused(merging.undo, merge) == "The merge of “Nan” into “Ann” was undone before."


def test_merges_on_top_are_undone_first():
    first, second, third = make_person("First"), make_person("Second"), make_person("Third")
    below = merging.merge(second, first)
    second.refresh_from_db()
    above = merging.merge(third, second)
    assert refused(merging.undo, below) == (
        "“Second” was itself merged since. First undo the merge of “Second” into “Third”."
    )
    merging.undo(above)
    merging.undo(below)
    assert Person.objects.count() == 3


def test_what_a_merge_brought_and_another_added_to_is_undone_from_the_top():
    article, ann = make_article(), make_person("Ann")
    nan, bo = make_person("Nan"), make_person("Bo")
    make_mention(article, nan)
    make_mention(article, bo)
    below = merging.merge(ann, nan)
    ann.refresh_from_db()
    above = merging.merge(ann, bo)
    assert "First undo the merge of “Bo” into “Ann”." in refused(merging.undo, below)
    merging.undo(above)
    merging.undo(below)
    assert [mention.person.name for mention in article.mentions.order_by("pk")] == ["Nan", "Bo"]


def test_after_the_deletion_of_the_one_kept_there_is_no_way_back():
    ann = make_person("Ann")
    merge = merging.merge(ann, make_person("Nan"))
    ann.refresh_from_db()
    ann.delete()
    assert refused(merging.undo, merge) == "“Ann” was deleted since, so the merge can no longer be undone."


def test_an_address_taken_over_meanwhile_is_asked_for():
    ann = make_person("Ann")
    merge = merging.merge(ann, make_person("Nan"))
    ann.refresh_from_db()
    ann.slug = "nan"
    ann.save()
    assert refused(merging.undo, merge) == "The address “nan” is now that of “Ann”. Give that another one first."
    ann.slug = "ann"
    ann.save()
    merging.undo(merge)
    assert sorted(Person.objects.values_list("slug", flat=True)) == ["ann", "nan"]


def test_a_body_is_merged_with_what_it_is_part_of(client):
    top = make_organisation("Top")
    middle = make_organisation("Middle", parent=top)
    below = make_organisation("Below", parent=middle)
    before = everything()
    merge = merging.merge(below, middle)
    below.refresh_from_db()
    assert below.parent == top
    merging.undo(merge)
    assert everything() == before
    middle.refresh_from_db()
    below.refresh_from_db()
    merge = merging.merge(top, below, taken=["parent"])
    top.refresh_from_db()
    assert (top.parent, Organisation.objects.get(name="Middle").parent) == (None, top)
    merging.undo(merge)
    assert everything() == before


def feed(name="Nan Example", post="Mayor"):
    bodies = [OrganisationRecord("o1", "Rivermouth Council"), OrganisationRecord("o2", "Office", parent_id="o1")]
    roles = [RoleRecord("p1", post, "o1", "2019")]
    return Records(people=[PersonRecord("p1", name)], organisations=bodies, roles=roles)


def imported(records):
    report = Report()
    take_in(records, "feed", report)
    return report


def test_the_feed_that_brought_the_duplicate_goes_on_with_the_one_kept():
    imported(feed())
    ann, council = make_person("Ann Example"), make_organisation("Council of Rivermouth")
    make_role(ann, "Mayor", council, start="2019")
    merging.merge(council, Organisation.objects.get(name="Rivermouth Council"))
    merging.merge(ann, Person.objects.get(name="Nan Example"))
    before = everything()
    assert imported(feed()).closing == "0 created, 0 changed, 4 unchanged, 0 refused"
    assert everything() == before
    imported(feed(post="Lord Mayor"))
    assert [role.title for role in Role.objects.filter(person=ann)] == ["Mayor", "Lord Mayor"] or (
        Role.objects.get(person=ann).title == "Lord Mayor"
    )


def test_an_older_revision_names_the_one_kept():
    ann, nan = make_person("Ann"), make_person("Nan")
    article = make_article(bylines=[nan])
    quote = make_quote(article, speaker=nan)
    make_mention(article, nan)
    kept = revisions.record(article)
    merging.merge(ann, nan)
    assert revisions.restore(article, kept.content) == []
    quote.refresh_from_db()
    assert (quote.speaker, article.mentions.get().person, article.bylines.get().person) == (ann, ann, ann)


def test_a_merge_of_many_quotes_makes_as_many_queries_as_one_of_few(django_assert_max_num_queries):
    ann, nan, article = make_person(), make_person(), make_article()
    for _ in range(30):
        make_quote(article, speaker=nan)
    with django_assert_max_num_queries(100):
        merge = merging.merge(ann, nan, by=make_editor())
    assert Quote.objects.filter(speaker=ann).count() == 30
    with django_assert_max_num_queries(60):
        merging.undo(merge)
    assert not Mention.objects.filter(person=ann).exists()
    assert not OtherName.objects.filter(person=ann).exists()
    assert not Source.objects.filter(person=ann).exists()
