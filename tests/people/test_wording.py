import pytest

from people.models import Role
from people.wording import post, role_words
from tests.make import make_organisation, make_role

pytestmark = pytest.mark.django_db


def worded(title, organisation, **options):
    make_role(title=title, organisation=organisation and make_organisation(organisation))
    return role_words(Role.objects.with_links().get(), **options)


@pytest.mark.parametrize(
    ("title", "organisation", "words"),
    [
        ("Chair", None, "Chair"),
        ("Chair", "Globex", 'Chair, <a href="/organisations/globex/">Globex</a>'),
        ("Secretary of the Army", "Army", 'Secretary of the <a href="/organisations/army/">Army</a>'),
        ("Party chair", "Art", 'Party chair, <a href="/organisations/art/">Art</a>'),
        ("R&D > chief", "R&D", '<a href="/organisations/r-d/">R&amp;D</a> &gt; chief'),
    ],
)
def test_the_organisation_is_linked_where_the_title_names_it_else_added(title, organisation, words):
    assert worded(title, organisation) == words


@pytest.mark.parametrize(
    ("title", "where", "words"),
    [
        ("Chair", "", "Chair"),
        ("Chair", "Globex", "Chair, Globex"),
        ("Secretary of the Army", "Army", "Secretary of the Army"),
        ("Party chair", "Art", "Party chair, Art"),
    ],
)
def test_a_post_names_its_organisation_once(title, where, words):
    assert post(title, where) == words


def test_without_links_it_is_the_words_alone():
    assert worded("Chair", "Globex", linked=False) == "Chair, Globex"
    Role.objects.all().delete()
    assert worded("Secretary of the Army", "Army", linked=False) == "Secretary of the Army"


def test_an_organisation_readers_may_not_see_is_left_out():
    make_role(title="Chair", organisation=make_organisation("Canary", visibility="hidden"))
    assert role_words(Role.objects.with_links().get()) == "Chair"
