"""What readers find on the pages of people and organisations."""

import datetime
import html
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Quote
from people.models import Identifier, Link
from tests.make import (
    make_article,
    make_draft,
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


def body(client, address, status=200, **query):
    """The page as text, without what only screens of markup see: runs of space."""
    response = client.get(address, query)
    assert response.status_code == status
    return re.sub(r"\s+", " ", response.content.decode())


def text(client, address, status=200, **query):
    """The words of the page's content."""
    content = body(client, address, status, **query).partition("<main")[2].partition("</main>")[0]
    parted = re.sub(r"</(?:dt|dd|li|p|h\d)>", " ", "<main" + content)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", parted))


def structured(page):
    """The structured data of a page, one dict for each block."""
    return [json.loads(data) for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]


# --- People from A to Z -----------------------------------------------------------------------------------------------


def test_people_stand_in_order_under_their_letters(client):
    for name in ("Zoë Ängström", "Ada Øster", "Bo Abbott"):
        make_person(name)
    page = text(client, "/people/")
    assert re.search(r"A Bo Abbott .*Zoë Ängström .*O Ada Øster", page)


def test_namesakes_are_told_apart(client):
    council = make_organisation("River Council")
    mayor, writer = make_person("Ann Smith", birth="1961-05"), make_person("Ann Smith", summary="Writes novels")
    make_role(mayor, "Mayor", council, start="2019", end_state="ongoing")
    page = text(client, "/people/")
    assert "Mayor, River Council · born May 1961" in page
    assert "Writes novels" in page
    assert mayor.slug != writer.slug


def test_a_post_perhaps_held_says_so_in_the_list(client):
    make_role(make_person("Ann Smith"), "Chair", start="2019", end_state="unknown")
    make_role(make_person("Bo Berg"), "Clerk", start="2009", end="2011")
    page = text(client, "/people/")
    assert "Chair (perhaps)" in page
    assert "Clerk, 2009 – 2011" in page


def test_a_letter_shows_its_people_only(client):
    make_person("Bo Abbott")
    make_person("Cem Castro")
    page = text(client, "/people/", letter="c")
    assert "Cem Castro" in page
    assert "Bo Abbott" not in page


@pytest.mark.parametrize("letter", ["Q", "AB", "\0", "<b>", "%"])
def test_a_letter_without_people_leads_on(client, letter):
    make_person("Bo Abbott")
    page = body(client, "/people/", letter=letter)
    assert "Nobody stands under" in page
    assert "<b>" not in page


def test_the_list_is_read_page_by_page(client):
    names = [f"Person {number:03}" for number in range(130)]
    for name in names:
        make_person(name)
    address, seen = "/people/", []
    while address:
        page = body(client, address)
        seen += re.findall(r"Person \d{3}", page.partition("<main")[2])
        link = re.search(r'rel="next" href="([^"]+)"', page)
        address = link and "/people/" + link[1].replace("&amp;", "&")
    assert seen == names


@pytest.mark.parametrize("address", ["/people/", "/organisations/", "/search/?q=Ann&in=people"])
def test_a_tampered_cursor_is_refused_with_its_reason(client, address):
    make_person("Ann Smith")
    cursor = f"{address}{'&' if '?' in address else '?'}after=made-up"
    assert "The cursor was changed or was not made here." in body(client, cursor, status=400)


# --- One person -------------------------------------------------------------------------------------------------------


def test_a_past_address_leads_to_the_present_one_in_one_hop(client):
    person = make_person("Ann Smith")
    for slug in ("ann-jones", "ann-brown"):
        person.slug = slug
        person.save()
    response = client.get("/people/ann-smith/quotes/?year=2020")
    assert response.status_code == 301
    assert response["Location"] == "/people/ann-brown/quotes/?year=2020"
    assert client.get("/people/ann-jones/")["Location"] == "/people/ann-brown/"


@pytest.mark.parametrize("slug", ["nobody", "%00", "%F0%9F%92%A9", "a" * 300, "hidden"])
@pytest.mark.parametrize("page", ["person", "person_quotes", "organisation"])
def test_who_is_not_there_or_hidden_has_no_page(client, slug, page):
    make_person("Hidden", slug="hidden", visibility="hidden")
    make_organisation("Hidden", slug="hidden", visibility="hidden")
    address = reverse(page, args=["x"]).replace("x", slug)
    assert "Nothing at this address" in body(client, address, status=404)


def test_a_delisted_person_has_a_page_that_search_engines_leave_out(client):
    person = make_person("Ann Smith", visibility="delisted")
    page = body(client, person.get_absolute_url())
    assert '<meta name="robots" content="noindex">' in page
    assert reverse("person_feed", args=[person.slug]) not in page
    assert client.get(reverse("person_feed", args=[person.slug])).status_code == 404
    assert "Ann Smith" not in body(client, "/people/")
    assert "noindex" not in body(client, make_person("Bo Berg").get_absolute_url())


def test_posts_are_a_timeline_with_present_ones_first(client, time_machine):
    time_machine.move_to(datetime.datetime(2026, 2, 5, tzinfo=datetime.UTC))
    person = make_person("Ann Smith")
    make_role(person, "Engineer", end_state="ended")
    make_role(person, "Minister", start="2012", end="2016-11")
    make_role(person, "Deputy", start="2009", end_state="ended")
    make_role(person, "Chair", start="2020", end_state="unknown")
    make_role(person, "Mayor", start="2019-05-10", end_state="ongoing")
    page = text(client, person.get_absolute_url())
    assert re.search(
        "Mayor since 10 May 2019 now .*Chair from 2020 perhaps now .*Minister 2012 – November 2016 .*"
        "Deputy from 2009, ended, date not known .*Engineer ended, date not known",
        page,
    )


def test_roles_are_drawn_solid_where_certain_and_hatched_where_not(client, time_machine):
    time_machine.move_to(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    person = make_person("Ann Smith")
    make_role(person, "Mayor", start="2016-01-01", end="2020")
    make_role(person, "Engineer")
    bars = re.findall(r'<svg class="bar".*?</svg>', body(client, person.get_absolute_url()))
    assert ['fill="url(#perhaps)"' in bar for bar in bars] == [False, True]
    assert ['class="held"' in bar for bar in bars] == [False, True]


def test_roles_without_any_date_are_a_list_alone(client):
    person = make_person("Ann Smith")
    make_role(person, "Engineer")
    page = body(client, person.get_absolute_url())
    assert "<svg" not in page
    assert "dates not known" in page


def test_a_person_stands_beside_those_named_in_the_same_articles_the_most_frequent_first(client):
    person, friend, rival = make_person("Ann Smith"), make_person("Bo Berg"), make_person("Cem Castro")
    for named in ([person, friend], [person, friend, rival], [rival]):
        article = make_article()
        for one in named:
            make_mention(article, one)
    for hidden in (make_draft(), make_article(state="withdrawn")):
        make_mention(hidden, person)
        make_mention(hidden, make_person("Dora Draft"))
    make_mention(article, make_person("Eve Delisted", visibility="delisted"))
    page = text(client, person.get_absolute_url())
    assert "Named together with Bo Berg 2 articles Cem Castro 1 article " in page
    assert "Dora" not in page
    assert "Eve" not in page


def test_namesakes_have_titles_of_their_own(client):
    mayor, writer, nobody = make_person("Ann Smith"), make_person("Ann Smith", birth="1961"), make_person("Ann Smith")
    make_role(mayor, "Mayor", start="2019", end_state="ongoing")
    make_role(writer, "Clerk", start="1999", end="2001")
    titles = [
        re.search("<title>(.*?)</title>", body(client, one.get_absolute_url()))[1] for one in (mayor, writer, nobody)
    ]
    assert titles == ["Ann Smith, Mayor · Newsroom", "Ann Smith, born 1961 · Newsroom", "Ann Smith · Newsroom"]


def test_namesakes_without_a_certain_post_are_titled_by_another_one_and_where(client):
    springfield, shelbyville = make_organisation("Springfield"), make_organisation("Shelbyville")
    perhaps, once = make_person("Ann Smith"), make_person("Ann Smith")
    make_role(perhaps, "Mayor", springfield)
    make_role(once, "Mayor", shelbyville, end="2012")
    assert "<title>Ann Smith, Mayor, Springfield · Newsroom</title>" in body(client, perhaps.get_absolute_url())
    page = body(client, once.get_absolute_url())
    assert "<title>Ann Smith, formerly Mayor, Shelbyville · Newsroom</title>" in page
    assert 'content="What Ann Smith, formerly Mayor, Shelbyville said, and the posts they hold and held."' in page


def test_search_engines_leave_out_the_quotes_of_whom_nobody_quoted(client):
    silent, quoted = make_person("Silent"), make_person("Quoted")
    make_quote(speaker=quoted)
    assert "noindex" in body(client, reverse("person_quotes", args=[silent.slug]))
    assert "noindex" not in body(client, reverse("person_quotes", args=[quoted.slug]))


def test_a_long_list_of_holders_is_folded_and_whole(client):
    council = make_organisation("River Council")
    for number in range(30):
        make_role(make_person(f"Member {number:02}"), "Member", council, start="2019", end_state="ongoing")
    page = body(client, council.get_absolute_url())
    assert "<summary>18 more</summary>" in page
    assert len(re.findall(r">Member \d\d</a>", page)) == 30


def test_a_post_at_a_hidden_organisation_does_not_name_it(client):
    person = make_person("Ann Smith")
    make_role(person, "Trustee", make_organisation("Secret Club", visibility="hidden"))
    page = text(client, person.get_absolute_url())
    assert "Trustee" in page
    assert "Secret Club" not in page


def test_quotes_stand_newest_first_with_role_then_and_article(client):
    person, council = make_person("Ann Smith"), make_organisation("River Council")
    make_role(person, "Mayor", council, start="2019", end="2021")
    make_role(person, "Minister", start="2022", end_state="ongoing")
    older = make_article("The older story", text="“We wait.”")
    make_quote(older, "We wait.", person, said_on="2020-03", venue="in a post on X")
    make_quote(make_article("The newer story", text="“We go.”"), "We go.", person, said_on="2023-01-01")
    page = text(client, person.get_absolute_url())
    assert re.search(
        "“We go.” As Minister 1 January 2023 · The newer story "
        ".*“We wait.” As Mayor, River Council, in a post on X March 2020 · The older story",
        page,
    )


def test_only_what_is_published_stands_on_the_page(client):
    person = make_person("Ann Smith")
    open_one, draft = make_article("Open story", text="Open words."), make_draft("Draft story", text="Draft words.")
    for article, words in ((open_one, "Open words."), (draft, "Draft words.")):
        make_quote(article, words, person)
        make_mention(article, person)
    page = text(client, person.get_absolute_url())
    assert "Open words." in page
    assert "Open story" in page
    assert "Draft" not in page


def test_articles_that_name_a_person_are_read_page_by_page(client):
    person = make_person("Ann Smith")
    for number in range(13):
        when = datetime.datetime(2026, 1, 1 + number, tzinfo=datetime.UTC)
        make_mention(make_article(f"Story {number:02}", publish_at=when), person)
    first = body(client, person.get_absolute_url())
    assert re.findall(r">(Story \d\d)<", first) == [f"Story {number:02}" for number in range(12, 2, -1)]
    older = re.search(r'rel="next" href="\?articles=([^#"]+)#articles"', first)[1]
    rest = body(client, f"{person.get_absolute_url()}?articles={older}")
    assert re.findall(r">(Story \d\d)<", rest) == ["Story 02", "Story 01", "Story 00"]
    assert "noindex" in rest


def test_relationships_are_read_from_both_ends(client):
    ann, bo = make_person("Ann Smith"), make_person("Bo Berg")
    make_relationship(bo, "son-in-law", ann, start="1998")
    assert "Son-in-law Bo Berg since 1998" in text(client, ann.get_absolute_url())
    assert "Parent-in-law Ann Smith since 1998" in text(client, bo.get_absolute_url())


def test_names_identifiers_and_links_lead_elsewhere(client):
    person = make_person("Ann Smith")
    make_other_name(person, "Ann Brown", kind="birth")
    make_other_name(person, "Анна Смит", kind="transliteration", language="ru")
    Identifier.objects.create(person=person, scheme="wikidata", value="Q42")
    Identifier.objects.create(person=person, scheme="feed-7", value="<x>")
    Link.objects.create(person=person, url="https://example.org/ann", note="Official site")
    page = body(client, person.get_absolute_url())
    assert "<bdi>Ann Brown</bdi>" in page
    assert '<bdi lang="ru">Анна Смит</bdi>' in page
    for number in range(9):
        make_other_name(person, f"Name {number}")
    assert "Name 8" in body(client, person.get_absolute_url())
    assert '<a href="https://www.wikidata.org/wiki/Q42">Q42</a>' in page
    assert "&lt;x&gt;" in page
    assert '<a href="https://example.org/ann" dir="auto">Official site</a>' in page


def test_sources_are_numbered_once_each_where_facts_need_them(client):
    person = make_person("Ann Smith")
    first, second = make_role(person, "Mayor", start="2020"), make_role(person, "Clerk", start="2010")
    third = make_role(person, "Scribe", start="2000")
    for role in (first, third):
        make_source(role, title="Register", url="https://example.org/r")
    make_source(second, title="Gazette")
    make_source(second, make_draft("Draft story"))
    page = text(client, person.get_absolute_url())
    assert re.search("Mayor1 .*Clerk2 .*Scribe1 .*Where this is known from Register Gazette", page)
    assert "Draft story" not in page


def test_what_a_reporter_wrote_stands_on_their_page(client):
    reporter = make_person("Lena Quill")
    make_article("By her", bylines=[reporter])
    make_draft("Not yet by her", bylines=[reporter])
    page = text(client, reporter.get_absolute_url())
    assert "Written by Lena Quill" in page
    assert "By her" in page
    assert "Not yet" not in page


def test_a_person_is_told_to_machines(client):
    person = make_person("Ann “A” Smith", birth="1961-05", summary="Mayor </script><b>of</b> Rivermouth")
    make_role(person, "Mayor", make_organisation("River Council"), start="2019", end_state="ongoing")
    make_role(person, "Chair", start="2020", end_state="unknown")
    page = body(client, person.get_absolute_url())
    profile, crumbs = (
        json.loads(data) for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    )
    assert profile["@type"] == "ProfilePage"
    assert profile["mainEntity"]["name"] == "Ann “A” Smith"
    assert profile["mainEntity"]["birthDate"] == "1961-05"
    assert profile["mainEntity"]["jobTitle"] == ["Mayor"]
    assert profile["mainEntity"]["affiliation"][0]["name"] == "River Council"
    assert [item["name"] for item in crumbs["itemListElement"]] == ["Home", "People", "Ann “A” Smith"]
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{person.get_absolute_url()}">' in page
    assert f'href="/api/v1/people/{person.pk}/"' in page
    assert f'href="{reverse("person_feed", args=[person.slug])}"' in page


# --- All quotes of a person -------------------------------------------------------------------------------------------


def test_quotes_are_read_page_by_page_and_by_year(client):
    person = make_person("Ann Smith")
    article = make_article(text=" ".join(f"Word{number:02}." for number in range(40)))
    for number in range(40):
        make_quote(article, f"Word{number:02}.", person, said_on=f"20{number:02}")
    address = reverse("person_quotes", args=[person.slug])
    first = body(client, address)
    assert re.findall(r"“(Word\d\d)", first) == [f"Word{number:02}" for number in range(39, 9, -1)]
    following = re.search(r'rel="next" href="(\?after=[^"]+)"', first)[1]
    assert re.findall(r"“(Word\d\d)", body(client, address + following)) == [f"Word0{n}" for n in range(9, -1, -1)]
    assert re.findall(r"“(Word\d\d)", body(client, address, year="2007")) == ["Word07"]
    assert "No quotes in 1999 on record" in text(client, address, year="1999")


def test_quotes_are_chosen_by_the_role_they_were_said_in(client):
    person = make_person("Ann Smith")
    mayor, clerk = make_role(person, "Mayor"), make_role(person, "Clerk")
    article = make_article(text="As mayor. As clerk.")
    make_quote(article, "As mayor.", person, role=mayor)
    make_quote(article, "As clerk.", person, role=clerk)
    page = text(client, reverse("person_quotes", args=[person.slug]), role=mayor.pk)
    assert "“As mayor.”" in page
    assert "“As clerk.”" not in page


@pytest.mark.parametrize(
    "query", [{"year": "MMXX"}, {"year": "0000"}, {"year": "9" * 5000}, {"role": "x"}, {"role": "\0"}]
)
def test_a_filter_that_is_none_is_refused_with_its_reason(client, query):
    person = make_person("Ann Smith")
    page = text(client, reverse("person_quotes", args=[person.slug]), status=400, **query)
    assert "is not" in page


def test_quotes_are_searched_within_what_a_person_said(client):
    person = make_person("Ann Smith")
    make_quote(make_article(text="“We need a café,” she said."), "We need a café,", person, said_on="2020")
    make_quote(make_article(text="“It rained,” she said."), "It rained,", person, said_on="2020")
    make_quote(make_article(text="“A cafe,” he said."), "A cafe,", make_person())
    address = reverse("person_quotes", args=[person.slug])
    page = text(client, address, q="CAFE", year="2020")
    assert "We need a café" in page
    assert "It rained" not in page
    assert "A cafe," not in page
    assert "No quotes with “<x> y” on record." in html.unescape(text(client, address, q="<x>\0 y"))


def test_the_role_of_somebody_else_or_a_hidden_one_is_no_filter(client):
    person = make_person("Ann Smith")
    other, unknown = make_role(make_person("Bo Berg")), make_role(person, stands_alone=False)
    for role in (other, unknown):
        text(client, reverse("person_quotes", args=[person.slug]), status=400, role=role.pk)


# --- Organisations ----------------------------------------------------------------------------------------------------


def test_organisations_show_what_they_are_part_of(client):
    council = make_organisation("River Council", kind="council")
    make_organisation("Education", parent=council, kind="department")
    make_organisation("Education", parent=make_organisation("Secret Club", visibility="hidden"))
    page = text(client, "/organisations/")
    assert "Education Department · part of River Council" in page
    assert "Secret Club" not in page


def test_organisations_are_chosen_by_kind(client):
    make_organisation("River Council", kind="council")
    make_organisation("Harbour Party", kind="party")
    page = text(client, "/organisations/", kind="party")
    assert "Harbour Party" in page
    assert "River Council" not in page
    assert "No organisation is of the kind “\ufffd" not in page
    assert "No organisation is of the kind" in text(client, "/organisations/", kind="\0x")


def test_an_organisation_shows_who_holds_held_and_perhaps_holds_which_post(client):
    council = make_organisation("River Council")
    make_role(make_person("Ann Now"), "Mayor", council, start="2019", end_state="ongoing")
    make_role(make_person("Bo Before"), "Mayor", council, start="2001", end="2019")
    make_role(make_person("Cem Maybe"), "Clerk", council, start="2020", end_state="unknown")
    make_role(make_person("Dora Delisted", visibility="delisted"), "Clerk", council, start="2020")
    page = text(client, council.get_absolute_url())
    assert re.search(
        "Mayor Ann Now since 2019 now Bo Before 2001 – 2019 Clerk Cem Maybe from 2020 perhaps now",
        page,
    )
    assert "Dora" not in page


def test_a_party_shows_who_holds_a_post_on_its_behalf(client):
    party, council = make_organisation("Harbour Party"), make_organisation("River Council")
    make_role(make_person("Ann Smith"), "Mayor", council, start="2019", end_state="ongoing", on_behalf_of=party)
    make_role(make_person("Bo Berg"), "Chair", make_organisation("Club"), start="2019", end_state="ongoing")
    page = text(client, party.get_absolute_url())
    assert "Mayor Ann Smith, River Council since 2019 now" in page
    assert "Bo Berg" not in page
    assert "Mayor Ann Smith for Harbour Party since 2019 now" in text(client, council.get_absolute_url())


def test_an_organisation_shows_what_was_said_in_its_posts(client):
    council, person = make_organisation("River Council"), make_person("Ann Smith")
    mayor, elsewhere = make_role(person, "Mayor", council), make_role(person, "Chair", make_organisation("Club"))
    article = make_article("The story", text="As mayor. As chair. As a body. Hidden words.")
    make_quote(article, "As mayor.", person, role=mayor)
    make_quote(article, "As chair.", person, role=elsewhere)
    make_quote(article, "As a body.", None, speaker_kind="organisation", organisation=council)
    secret = make_role(person, "Adviser", council, stands_alone=False)
    make_quote(article, "Hidden words.", person, role=secret)
    page = text(client, council.get_absolute_url())
    assert "“As mayor.” Ann Smith" in page
    assert "“As a body.” River Council" in page
    assert "As chair." not in page
    assert "Hidden words." not in page


def test_an_organisation_leads_up_and_down(client):
    government = make_organisation("Government of Marlow")
    ministry = make_organisation("Ministry of Works", parent=government)
    make_organisation("Left Out", parent=government, visibility="delisted")
    assert "Part of Government of Marlow" in text(client, ministry.get_absolute_url())
    page = text(client, government.get_absolute_url())
    assert "Parts of it Ministry of Works" in page
    assert "Left Out" not in page


def test_a_delisted_organisation_still_shows_its_posts_on_its_own_page(client):
    council = make_organisation("River Council", visibility="delisted")
    make_role(make_person("Ann Smith"), "Mayor", council, start="2019", end_state="ongoing")
    page = body(client, council.get_absolute_url())
    assert "Ann Smith" in page
    assert "noindex" in page
    assert "River Council" not in body(client, "/organisations/")


def test_an_organisation_is_told_to_machines(client):
    council = make_organisation("River Council", founded="1888", parent=make_organisation("Marlow"))
    page = body(client, council.get_absolute_url())
    data = structured(page)[0]
    assert (data["@type"], data["foundingDate"]) == ("Organization", "1888")
    assert data["parentOrganization"]["name"] == "Marlow"


# --- All pages --------------------------------------------------------------------------------------------------------


def fill(number):
    """`number` of everything around one person and one organisation; their addresses."""
    person, council = make_person("Ann Smith"), make_organisation("River Council")
    for turn in range(number):
        role = make_role(person, f"Post {turn}", council, start="2019", end_state="ongoing")
        make_role(make_person(), "Clerk", make_organisation(parent=council), start="2019", on_behalf_of=council)
        article = make_article(text="Some words.", bylines=[person, make_person()])
        make_quote(article, "Some words.", person, role=role)
        make_mention(article, person)
        make_mention(article, council)
        make_relationship(person, "ally", make_person())
        make_other_name(person, f"Name {turn}")
        for fact in (person, council, role):
            make_source(fact)
    return person, council


def number_of_queries(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_page_takes_the_same_number_of_queries_for_one_and_for_thirty(client):
    counts = []
    for number in (1, 30):
        person, council = fill(number)
        addresses = {
            "people": "/people/",
            "organisations": "/organisations/",
            "person": person.get_absolute_url(),
            "quotes": reverse("person_quotes", args=[person.slug]),
            "organisation": council.get_absolute_url(),
        }
        counts.append({page: number_of_queries(client, address) for page, address in addresses.items()})
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 27


def test_names_in_any_script_keep_their_direction(client):
    person = make_person("علي الصالح")
    make_organisation("مجلس المدينة")
    assert '<h1 dir="auto">علي الصالح</h1>' in body(client, person.get_absolute_url())
    assert 'dir="auto">علي الصالح</a>' in body(client, "/people/")
    assert 'dir="auto">مجلس المدينة</a>' in body(client, "/organisations/")


def test_a_quote_without_a_post_on_record_claims_none(client):
    person = make_person("Ann Smith")
    make_quote(make_article(text="Some words."), "Some words.", person)
    assert Quote.objects.get().role is None
    assert "As " not in text(client, person.get_absolute_url()).partition("“Some words.”")[2].partition("·")[0]
