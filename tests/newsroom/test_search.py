"""Search: what is found, how the words asked for are marked, and what a query may hold."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search import LONGEST, MOST_WORDS, asked, mark, passage, places, search, words
from people.names import fold
from tests.make import make_article, make_organisation, make_other_name, make_person, make_quote, make_role


@pytest.mark.parametrize(
    ("text", "q", "marked"),
    [
        ("We will build it.", "build", "We will <mark>build</mark> it."),
        ("Volodymyr Zelenskyy", "ZELENSKY", "Volodymyr <mark>Zelensky</mark>y"),
        ("Łódź and Ødegård", "odegard lodz", "<mark>Łódź</mark> and <mark>Ødegård</mark>"),
        ("O’Neill’s plan", "o'neill", "<mark>O’Neill</mark>’s plan"),
        ("Jean-Luc", "jean luc", "<mark>Jean</mark>-<mark>Luc</mark>"),
        ("Straße", "strasse", "<mark>Straße</mark>"),
        ("e\u0301te\u0301", "ete", "<mark>e\u0301te\u0301</mark>"),
        ("a < b & c", "b", "a &lt; <mark>b</mark> &amp; c"),
        ("<script>", "script", "&lt;<mark>script</mark>&gt;"),
        ("abcab", "ab abc", "<mark>abcab</mark>"),
        ("nothing here", "bridge", "nothing here"),
        ("nothing asked", "", "nothing asked"),
        ("", "bridge", ""),
    ],
)
def test_every_place_that_fits_is_marked(text, q, marked):
    assert mark(text, q) == marked


@given(st.text(), st.text(max_size=20))
def test_marking_adds_nothing_but_marks(text, q):
    bare = re.sub("</?mark>", "", mark(text, q))
    assert bare == mark(text, "")


@given(st.text(alphabet="aáeéßøŁ’'- \u0301xyz", max_size=30), st.data())
def test_what_search_finds_is_marked(text, data):
    found = words(text)
    if found:
        word = data.draw(st.sampled_from(found))
        assert places(text, [word])
        for start, end in places(text, [word]):
            assert word in fold(text[start:end]).replace(" ", "")


def test_a_passage_stands_around_the_first_place():
    text = "It rained. " * 50 + "Then the bridge was opened by the mayor. " + "It rained. " * 50
    cut = passage(text, "bridge", length=100)
    assert "the bridge was opened" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 110


def test_a_short_text_is_its_own_passage():
    assert passage("It rained.", "rained") == "It rained."
    assert passage("It rained.", "snow") == "It rained."


@pytest.mark.parametrize(
    ("given", "looked_for"),
    [
        ("  two   words ", ["two", "words"]),
        ('"exact phrase"', ["exact", "phrase"]),
        ("a AND (b OR -c*)", ["a", "and", "b", "or", "c"]),
        ("U.S. O’Neill Jean-Luc", ["u", "s", "oneill", "jean", "luc"]),
        ("nul\0l %_ \\", ["nul", "l"]),
        ("«!?»", []),
        ("same same SAME", ["same"]),
        ("हिन्दी", ["हिन्दी"]),
    ],
)
def test_a_query_is_read_as_words(given, looked_for):
    assert words(asked(given)) == looked_for


@given(st.text())
def test_a_query_is_cut_to_what_a_database_takes(text):
    q = asked(text)
    assert len(q) <= LONGEST
    assert len(words(q)) <= MOST_WORDS
    assert q.isprintable()


@pytest.mark.django_db
class TestFinding:
    def page(self, client, **query):
        response = client.get("/search/", query)
        assert response.status_code == 200
        return response.content.decode().partition("<main")[2]

    def test_four_groups_answer_one_query(self):
        person, council = make_person("Ann Rivers"), make_organisation("River Council")
        article = make_article("A river story", text="“The river is ours.”")
        make_quote(article, "The river is ours.", person)
        found = {group.name: group.page.rows for group in search("river")}
        assert list(found) == ["people", "organisations", "quotes", "articles"]
        assert found["people"] == [person]
        assert found["organisations"] == [council]
        assert found["articles"] == [article]

    def test_other_names_lead_to_a_person_and_misspellings_kept_out_of_search_do_not(self):
        person = make_person("Ann Smith")
        make_other_name(person, "Анна Смит")
        make_other_name(person, "Anm Smth", searchable=False)
        assert search("анна")[0].page.rows == [person]
        assert search("smth") == []

    def test_matches_are_marked_and_passages_shown(self, client):
        make_article("Ferries", text="It rained. " * 60 + "Then the Bridge opened.")
        page = self.page(client, q="bridge")
        assert "Then the <mark>Bridge</mark> opened." in page
        assert '<meta name="robots" content="noindex">' in client.get("/search/?q=bridge").content.decode()

    def test_a_group_with_more_than_fits_is_read_page_by_page(self, client):
        for number in range(27):
            make_person(f"Ann Number{number:02}")
        page = self.page(client, q="ann")
        assert page.count("<mark>Ann</mark>") == 5
        assert "?q=ann&amp;in=people" in page
        seen, address = [], "/search/?q=ann&in=people"
        while address:
            page = client.get(address).content.decode()
            seen += re.findall(r"</mark> (Number\d\d)", page)
            link = re.search(r'rel="next" href="([^"]+)"', page)
            address = link and "/search/" + link[1].replace("&amp;", "&")
        assert seen == [f"Number{number:02}" for number in range(27)]

    def test_nothing_asked_explains_what_can_be(self, client):
        assert "Search articles, people, organisations and quotes together" in self.page(client)

    def test_nothing_found_says_which_words_and_leads_on(self, client):
        page = self.page(client, q="unheard words")
        assert "unheard, words" in page
        assert 'href="/people/"' in page

    def test_nothing_to_look_for_says_so(self, client):
        make_person("Ann Smith")
        page = self.page(client, q="“!?”")
        assert "has no letter or digit" in page
        assert "Ann Smith" not in page

    @pytest.mark.parametrize(
        "q",
        ["x" * 5000, "x " * 2500, "\0", '"', "a OR b AND NOT c*", "%", "_", "\\", "'; DROP TABLE", "<b>x</b>", "NEAR("],
    )
    @pytest.mark.parametrize("group", ["", "people", "organisations", "quotes", "articles", "\0", "no such group"])
    def test_any_text_gets_a_page(self, client, q, group):
        page = self.page(client, q=q, **{"in": group})
        assert "<b>x" not in page
        assert "Search" in page

    def test_a_long_query_is_said_to_be_cut(self, client):
        assert "only its beginning" in self.page(client, q="word " * 1000)
        assert "only its beginning" not in self.page(client, q="word")

    def test_the_number_of_queries_does_not_grow(self, client):
        counts = []
        for number in (1, 30):
            for _ in range(number):
                person = make_person("Ann Smith")
                make_role(person, "Mayor", make_organisation("Ann’s Council"))
                make_quote(make_article("Ann’s story", text="Ann’s words."), "Ann’s words.", person)
            with CaptureQueriesContext(connection) as queries:
                client.get("/search/?q=ann")
            counts.append(len(queries))
        assert counts[0] == counts[1]
