"""The search page: what it finds and says, with filters, page by page, whatever was typed."""

import datetime
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.search.asked import LONGEST, Asked, on_one_line
from newsroom.search.finding import search
from tests.make import (
    make_article,
    make_draft,
    make_mention,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_role,
    make_section,
)


@given(st.text())
@settings(max_examples=60)
def test_a_query_is_cut_to_one_line_that_a_database_takes(text):
    q = on_one_line(text)
    assert len(q) <= LONGEST
    assert q.isprintable()


def found(q="", **fields):
    """What is found, as {group: rows}."""
    return {group.name: group.page.rows for group in search(Asked({"q": q, **fields}))}


@pytest.mark.django_db
class TestFinding:
    def test_four_groups_answer_one_query(self):
        person, council = make_person("Ann Rivers"), make_organisation("River Council")
        article = make_article("A river story", text="“The river is ours.”")
        quote = make_quote(article, "The river is ours.", person)
        assert found("river") == {
            "people": [person], "organisations": [council], "quotes": [quote], "articles": [article],
        }  # fmt: skip

    def test_who_is_called_so_comes_first_and_who_is_only_in_part_comes_last(self):
        make_person("Ann Rivers")
        make_article("Rivers rise")
        make_article("Ann Rivers")
        assert list(found("rivers")) == ["people", "articles"]
        make_article("Rivers flooded")
        assert list(found("rivers flooded")) == ["articles", "people"]

    def test_other_names_lead_to_a_person_and_misspellings_kept_out_of_search_do_not(self):
        person = make_person("Ann Smith")
        make_other_name(person, "Анна Смит")
        make_other_name(person, "Quux", searchable=False)
        assert found("анна") == {"people": [person]}
        assert found("quux") == {}

    def test_other_spellings_of_a_name_lead_to_texts_too(self):
        person = make_person("Volodymyr Zelensky")
        article = make_article("Zelensky speaks", text="“We stay.”")
        quote = make_quote(article, "We stay.", person)
        for q in ("zelenskyy", "Зеленський", "zelensky stays"):
            assert found(q) == {"people": [person], "quotes": [quote], "articles": [article]}, q

    def test_one_typing_error_is_forgiven_in_names_and_in_texts_about_them(self):
        person = make_person("Volodymyr Zelensky")
        article = make_article("Zelensky speaks")
        assert found("zelesnky") == {"people": [person], "articles": [article]}
        assert found("zelenskxx") == {}

    def test_an_exact_phrase_stands_so(self):
        together, _ = make_article("The prime minister"), make_article("Minister in prime time")
        assert found('"prime minister"') == {"articles": [together]}
        assert len(found("prime minister")["articles"]) == 2

    def test_where_no_text_has_all_words_those_with_all_but_one_are_shown(self, client):
        article = make_article("Ferry strike ends")
        assert found("ferry strike unheard") == {"articles": [article]}
        assert "all but one" in client.get("/search/?q=ferry+strike+unheard").content.decode()

    def test_the_last_word_may_be_a_beginning(self):
        article = make_article("Ferry strike ends")
        assert found("ferry stri") == {"articles": [article]}

    def test_nothing_shows_that_the_gate_keeps_back_although_the_index_has_it(self, time_machine):
        time_machine.move_to(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), tick=False)
        moment = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
        make_draft("Bridges")
        article = make_article("Bridges", publish_at=moment, expire_at=moment + datetime.timedelta(days=1))
        person = make_person("Bo Bridges", visibility="hidden")
        quote = make_quote(article, article.body_text, person)
        assert found("bridges") == {}
        time_machine.move_to(moment, tick=False)
        assert found("bridges") == {"articles": [article], "quotes": [quote]}
        time_machine.move_to(moment + datetime.timedelta(days=1), tick=False)
        assert found("bridges") == {}


@pytest.mark.django_db
class TestFilters:
    def test_by_person_organisation_section_and_day(self):
        ann, council = make_person("Ann Rivers"), make_organisation("River Council")
        post = make_role(ann, "Mayor", council, start="2019", end_state="ongoing")
        section = make_section("Harbour")
        day = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)
        article = make_article("A ferry", text="“The ferry stays.”", section=section, publish_at=day)
        quote = make_quote(article, "The ferry stays.", ann, role=post)
        make_mention(article, ann)
        make_mention(article, council)
        other = make_article("Another ferry", text="“The ferry goes.”", publish_at=day - datetime.timedelta(days=9))
        make_quote(other, "The ferry goes.", make_person("Bo Hill"))
        everything = {"quotes": [quote], "articles": [article]}
        for fields in (
            {"by": "ann rivers"}, {"by": ann.slug}, {"by": "ann riverz"}, {"at": "river council"},
            {"section": section.slug}, {"since": "2026-02-05"}, {"since": "2026-02-01", "until": "2026-02-05"},
        ):  # fmt: skip
            assert found("ferry", **fields) == everything, fields
            assert found("", **fields) == everything, fields
        assert len(found("ferry", until="2026-02-05")["articles"]) == 2
        assert found("ferry", until="2026-01-01") == {}

    @pytest.mark.parametrize(
        ("field", "value", "said"),
        [
            ("by", "Nobody Known", "No person here is called “Nobody Known”"),
            ("at", "\0 %", "No organisation here is called"),
            ("since", "2026-13-40", "A day reads"),
            ("since", "0001-01-01", ""),
            ("until", "9999-12-31", ""),
            ("section", "none", "There is no such section"),
            ("in", "none", ""),
            ("sort", "none", "Select a valid choice"),
        ],
    )
    def test_what_a_field_cannot_take_is_said_and_passed_over(self, client, field, value, said):
        make_article("A ferry")
        page = client.get("/search/", {"q": "ferry", field: value})
        assert page.status_code == 200
        assert said in page.content.decode()
        assert "A <mark>ferry</mark>" in page.content.decode()

    def test_a_filter_is_named_and_can_be_taken_off(self, client):
        make_section("Harbour", slug="harbour")
        make_article("A ferry", section=None)
        make_article("Another", section_id=make_section("World").articles.model.objects.first().section_id)
        page = client.get("/search/?q=ferry&since=2026-02-05").content.decode()
        assert 'href="?q=ferry" aria-label="Remove: from 5 February 2026"' in page

    def test_a_hidden_person_cannot_be_asked_for(self, client):
        make_person("Ann Secret", slug="secret", visibility="hidden")
        assert "No person here" in client.get("/search/?by=secret").content.decode()


@pytest.mark.django_db
class TestPage:
    def page(self, client, **query):
        response = client.get("/search/", query)
        assert response.status_code == 200
        return response.content.decode().partition("<main")[2]

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

    @pytest.mark.parametrize("sort", ["", "newest"])
    def test_articles_are_read_page_by_page_forth_and_back(self, client, sort):
        for number in range(45):
            make_article(f"Ferry number{number:02}")
        pages, address, links = [], f"/search/?q=ferry&in=articles&sort={sort}", []
        while address:
            links.append(address)
            page = client.get(address).content.decode()
            pages.append(re.findall(r"(number\d\d)</a>", page))
            link = re.search(r'rel="next" href="([^"]+)"', page)
            address = link and "/search/" + link[1].replace("&amp;", "&")
        assert [len(page) for page in pages] == [20, 20, 5]
        assert len({name for page in pages for name in page}) == 45
        back = re.search(r'rel="prev" href="([^"]+)"', client.get(links[2]).content.decode())
        again = client.get("/search/" + back[1].replace("&amp;", "&")).content.decode()
        assert re.findall(r"(number\d\d)</a>", again) == pages[1]

    @pytest.mark.parametrize("after", ["tampered", "\0", "x" * 5000, "a:b:c"])
    def test_a_tampered_key_is_refused_with_a_page(self, client, after):
        make_article("A ferry")
        response = client.get("/search/", {"q": "ferry", "in": "articles", "after": after})
        assert response.status_code == 400
        assert "<main" in response.content.decode()

    def test_nothing_asked_explains_what_can_be(self, client):
        assert "Search articles, people, organisations and quotes together" in self.page(client)

    def test_nothing_found_says_which_words_and_leads_on(self, client):
        page = self.page(client, q="unheard words")
        assert "<strong>unheard</strong> <strong>words</strong>" in page
        assert 'href="/people/"' in page

    def test_nothing_to_look_for_says_so(self, client):
        make_person("Ann Smith")
        page = self.page(client, q="“!?”")
        assert "has no letter or digit" in page
        assert "Ann Smith" not in page

    @pytest.mark.parametrize(
        "q",
        [
            "x" * 5000,
            "x " * 2500,
            "\0",
            '"',
            "a OR b AND NOT c*",
            "%",
            "_",
            "\\",
            "'; DROP TABLE",
            "<b>x</b>",
            "NEAR(",
            "the of and",
            "…!?",
            "مرحبا",
            "🎉",
            "ﷺ",
            "'a':*",
            "a & !b | c",
            "-x +y",
            "{a}:b",
            "x^2",
            "aaaa",
        ],
    )
    @pytest.mark.parametrize("group", ["", "people", "articles", "no such group"])
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
        assert counts[1] <= 25


@pytest.mark.django_db
class TestSuggestions:
    def suggested(self, client, q):
        response = client.get("/search/suggest/", {"q": q})
        assert response.status_code == 200
        assert response["Content-Type"] == "application/json"
        return [(one["kind"], one["label"]) for one in json.loads(response.content)["suggestions"]]

    def test_names_and_headlines_are_offered_while_typing(self, client):
        make_role(make_person("Ann Rivers"), "Mayor", make_organisation("River Council"), end_state="ongoing")
        make_article("Rivers rise")
        assert self.suggested(client, "riv") == [
            ("person", "Ann Rivers"), ("organisation", "River Council"), ("article", "Rivers rise"),
        ]  # fmt: skip
        assert "Mayor, River Council" in client.get("/search/suggest/?q=riv").content.decode()

    @pytest.mark.parametrize(
        ("kind", "offered"),
        [("person", ["Ann Rivers"]), ("organisation", ["River Council"]), ("article", ["Rivers rise"]), ("cheese", [])],
    )
    def test_a_field_for_somebody_asks_for_its_kind_alone(self, client, kind, offered):
        make_person("Ann Rivers")
        make_organisation("River Council")
        make_article("Rivers rise")
        answer = client.get("/search/suggest/", {"q": "riv", "kind": kind}).json()
        assert [one["label"] for one in answer["suggestions"]] == offered

    @pytest.mark.parametrize("q", ["", "\0", "“!?”", "x" * 5000, '"', "a OR", "aaaa", "9" * 400])
    def test_any_text_gets_an_answer(self, client, q):
        assert self.suggested(client, q) == []

    def test_it_may_be_kept_for_a_minute(self, client):
        assert client.get("/search/suggest/?q=riv")["Cache-Control"] == "public, max-age=60"

    def test_the_number_of_queries_does_not_grow(self, client):
        counts = []
        for number in (1, 30):
            for _ in range(number):
                make_role(make_person("Ann Smith"), "Mayor", make_organisation("Ann’s Council"))
                make_article("Ann’s story")
            with CaptureQueriesContext(connection) as queries:
                client.get("/search/suggest/?q=ann")
            counts.append(len(queries))
        assert counts[0] == counts[1]
