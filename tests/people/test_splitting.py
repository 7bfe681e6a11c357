"""One record made two: what an editor picks moves, what cannot is said, and nothing is lost."""

import pytest

from articles.models import Article
from people import merging, splitting
from people.models import Organisation, Person
from tests.make import (
    make_article,
    make_editor,
    make_mention,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_role,
)
from tests.people.test_merging import everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def two_in_one():
    """A person with the posts and words of two."""
    ann = make_person("Ann Example")
    mayor, clerk = make_role(ann, "Mayor"), make_role(ann, "Clerk")
    article = make_article()
    make_quote(article, speaker=ann, role=mayor)
    make_quote(article, speaker=ann, role=clerk)
    make_quote(article, speaker=ann)
    make_mention(article, ann, role=clerk)
    make_other_name(ann, "Nan")
    return ann, mayor, clerk


def refused(*args):
    before = everything()
    with pytest.raises(merging.Refused) as refusal:
        splitting.split(*args)
    assert everything() == before
    return str(refusal.value)


def test_a_post_takes_along_what_was_said_in_it():
    ann, mayor, clerk = two_in_one()
    new = Person(name="Ann Example")
    assert splitting.split(ann, new, {"roles": [clerk.pk], "other_names": [ann.other_names.get().pk]}) == 4
    assert (ann.roles.get(), new.roles.get()) == (mayor, clerk)
    assert (ann.quotes.count(), new.quotes.get().role) == (2, clerk)
    assert (ann.mentions.count(), new.mentions.get().role, new.other_names.get().text) == (0, clerk, "Nan")
    assert new.slug == "ann-example-2"


def test_splitting_and_merging_again_gives_all_back():
    ann, _, clerk = two_in_one()
    before = everything()
    new = Person(name="Ann Example")
    splitting.split(ann, new, {"roles": [clerk.pk]})
    ann.refresh_from_db()
    new.refresh_from_db()
    merging.merge(ann, new)
    after = everything()
    after["people.PersonPastSlug"].clear()
    assert after == before


def test_who_keeps_in_step_with_articles_learns_who_said_it_instead(time_machine):
    time_machine.move_to("2026-02-05T10:00:00Z", tick=False)
    ann, _, clerk = two_in_one()
    make_quote(speaker=ann)
    time_machine.move_to("2026-02-05T11:00:00Z", tick=False)
    new = Person(name="Ann Example")
    splitting.split(ann, new, {"roles": [clerk.pk]})
    changed = Article.objects.filter(updated_at__hour=11)
    assert changed.get() == new.quotes.get().article
    time_machine.move_to("2026-02-05T12:00:00Z", tick=False)
    ann.refresh_from_db()
    new.refresh_from_db()
    merge = merging.merge(ann, new)
    assert Article.objects.filter(updated_at__hour=12).count() == 1
    time_machine.move_to("2026-02-05T13:00:00Z", tick=False)
    merging.undo(merge)
    assert Article.objects.filter(updated_at__hour=13).count() == 1


def test_it_moves_to_a_record_that_is_there_and_joins_what_both_have():
    ann, bo, article = make_person("Ann"), make_person("Bo"), make_article()
    mention = make_mention(article, ann, ["Ann"])
    make_mention(article, bo, ["Bo"])
    make_role(ann)
    splitting.split(ann, bo, {"mentions": [mention.pk]})
    assert bo.mentions.get().names == ["Bo", "Ann"]


def test_nothing_and_everything_are_refused():
    ann, _, _ = two_in_one()
    assert refused(ann, Person(name="Bo"), {}) == "Nothing was picked: tick what belongs to the other one."
    everything_of_hers = {name: rows.values_list("pk", flat=True) for name, rows in splitting.pickable(ann).items()}
    assert refused(ann, Person(name="Bo"), everything_of_hers).startswith("That is everything “Ann Example” has.")


def test_what_is_not_hers_or_no_longer_there_is_refused():
    ann, _, _ = two_in_one()
    assert "no longer there" in refused(ann, Person(name="Bo"), {"roles": [make_role().pk]})
    assert "no longer there" in refused(ann, Person(name="Bo"), {"quotes": [999_999]})


def test_words_do_not_go_without_the_post_they_were_said_in():
    ann, mayor, _ = two_in_one()
    quote = ann.quotes.get(role=mayor)
    assert refused(ann, Person(name="Bo"), {"quotes": [quote.pk]}) == (
        "A quote that was picked names the post “Mayor”, which was not. Pick the post as well, or leave the quote."
    )


def test_nobody_is_split_into_themselves():
    ann, mayor, _ = two_in_one()
    assert "into itself" in refused(ann, Person.objects.get(pk=ann.pk), {"roles": [mayor.pk]})


def test_the_desk_splits_and_leads_to_the_new_one(desk):
    ann, _, clerk = two_in_one()
    page = f"/admin/people/person/{ann.pk}/split/"
    assert "Clerk" in desk.get(page).content.decode()
    answer = desk.post(page, {"name": "Ann Other", "roles": clerk.pk}, follow=True)
    new = Person.objects.get(name="Ann Other")
    assert answer.redirect_chain[0][0] == f"/admin/people/person/{new.pk}/change/"
    assert "3 lines moved" in str(next(iter(answer.context["messages"])))


def test_the_desk_says_what_is_missing_and_keeps_the_ticks(desk):
    ann, _, clerk = two_in_one()
    page = f"/admin/people/person/{ann.pk}/split/"
    for sent, words in [
        ({"roles": clerk.pk}, "one of the two"),
        ({"name": "Bo", "into": make_person().pk, "roles": clerk.pk}, "one of the two"),
        ({"name": "Bo"}, "Nothing was picked"),
        ({"name": "Bo", "roles": "x"}, "Nothing was picked"),
        ({"into": "999999", "roles": clerk.pk}, "valid choice"),
    ]:
        answer = desk.post(page, sent)
        assert words in answer.content.decode()
        assert not Person.objects.filter(name="Bo").exists()
    assert f'value="{clerk.pk}" checked' in answer.content.decode()


def test_an_organisation_is_split(desk):
    council = make_organisation("Council")
    role = make_role(organisation=council)
    make_role(organisation=council)
    desk.post(f"/admin/people/organisation/{council.pk}/split/", {"name": "Harbour Board", "roles": role.pk})
    assert Organisation.objects.get(name="Harbour Board").roles.get() == role


def test_the_page_is_as_quick_for_much_as_for_little(desk, django_assert_max_num_queries):
    ann = make_person()
    for _ in range(12):
        make_quote(speaker=ann, role=make_role(ann, organisation=make_organisation()))
    with django_assert_max_num_queries(20):
        desk.get(f"/admin/people/person/{ann.pk}/split/")


def test_where_it_is_used_is_counted_with_links(desk, django_assert_max_num_queries):
    ann, article = make_person("Ann"), make_article("The harbour")
    for _ in range(12):
        make_quote(article, speaker=ann)
    make_role(ann, "Mayor", make_organisation("Rivermouth"))
    make_mention(article, ann)
    with django_assert_max_num_queries(20):
        page = desk.get(f"/admin/people/person/{ann.pk}/uses/").content.decode()
    for words in ("Quotes (speaker): 12", "The harbour", "Mayor, Rivermouth", "Mentions (person): 1"):
        assert words in page
    all_of_them = f"/admin/articles/quote/?speaker__id__exact={ann.pk}"
    assert all_of_them in page
    assert desk.get(all_of_them).status_code == 200
    council = make_organisation()
    make_role(organisation=council)
    assert "Roles (organisation): 1" in desk.get(f"/admin/people/organisation/{council.pk}/uses/").content.decode()
    assert "Nothing points at it" in desk.get(f"/admin/people/person/{make_person().pk}/uses/").content.decode()
    assert desk.get("/admin/people/person/999999/uses/").status_code == 302
