import datetime

import pytest
from django.utils import timezone

from articles import page
from articles.models import Article
from articles.page import content, for_page, trail
from tests.make import HOUR, make_article, make_draft, make_mention, make_organisation, make_person, make_section

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)


def page_of(article):
    return for_page(Article.objects.filter(pk=article.pk)).get()


class TestNeighbours:
    def test_are_the_next_ones_of_the_section_that_readers_see(self):
        section, elsewhere = make_section(), make_section()
        hours = {"oldest": 5, "older": 4, "this": 3, "newer": 2, "newest": 1}
        made = {
            name: make_article(name, section=section, publish_at=AT - number * HOUR) for name, number in hours.items()
        }
        make_article("elsewhere", section=elsewhere, publish_at=AT - 3.5 * HOUR)
        make_draft("draft", section=section, publish_at=AT - 3.5 * HOUR)
        make_article("scheduled", section=section, publish_at=timezone.now() + HOUR)
        this = page_of(made["this"])
        assert (this.older_slug, this.older_headline, this.older_language) == ("older", "older", "en")
        assert this.newer_slug == "newer"
        assert page_of(made["oldest"]).older_slug is None
        assert page_of(made["newest"]).newer_slug is None

    def test_those_of_the_same_minute_follow_each_other_without_a_loop(self):
        section = make_section()
        made = [make_article(str(number), section=section, publish_at=AT) for number in range(4)]
        older = [page_of(article).older_headline for article in made]
        newer = [page_of(article).newer_headline for article in made]
        assert older == [None, "0", "1", "2"]
        assert newer == ["1", "2", "3", None]

    def test_an_article_without_a_section_has_none(self):
        article = make_article()
        make_article()
        assert page_of(article).older_slug is page_of(article).newer_slug is None


def test_people_and_organisations_stand_in_the_order_of_the_text_and_unnamed_ones_last():
    article = make_article(text="Globex hired Bo, then Ada. Initech did not.")
    unnamed = make_mention(article, make_person("Unnamed"))
    ada, bo = (make_mention(article, make_person(name)) for name in ("Ada", "Bo"))
    initech, globex = (make_mention(article, make_organisation(name)) for name in ("Initech", "Globex"))
    shown = content(page_of(article))
    assert shown["people"] == [bo, ada, unnamed]
    assert shown["organisations"] == [globex, initech]


class TestRelated:
    def related(self, article):
        return content(page_of(article))["related"]

    def naming(self, headline, *people, hours=1, **fields):
        article = make_article(headline, publish_at=timezone.now() - hours * HOUR, **fields)
        for person in people:
            make_mention(article, person)
        return article

    def test_the_editors_choice_comes_first_then_what_names_most_of_the_same_people(self):
        ada, bo, cem = make_person(), make_person(), make_person()
        this = self.naming("This", ada, bo)
        both, one = self.naming("Both", ada, bo, hours=9), self.naming("One", bo, cem, hours=2)
        self.naming("Nobody", cem)
        chosen = make_article("Chosen")
        this.related.add(chosen)
        assert self.related(this) == [chosen, both, one]

    def test_it_is_never_more_than_a_few_nor_one_twice(self, monkeypatch):
        monkeypatch.setattr(page, "MOST_RELATED", 2)
        ada = make_person()
        this, other, *_ = (self.naming(str(number), ada, hours=number) for number in range(1, 5))
        this.related.add(other)
        assert len(self.related(this)) == 2
        assert self.related(this)[0] == other

    def test_what_readers_do_not_see_is_not_related_nor_crowds_out_what_they_do(self, monkeypatch):
        monkeypatch.setattr(page, "NEWEST", 2)
        ada = make_person()
        this, seen = self.naming("This", ada), self.naming("Seen", ada, hours=9)
        for number in range(3):
            make_mention(make_draft(str(number)), ada)
            self.naming(f"Withdrawn {number}", ada, state="withdrawn")
        assert self.related(this) == [seen]

    def test_an_article_that_names_nobody_has_none_but_those_chosen(self):
        make_article()
        assert self.related(make_article()) == []


def test_the_way_to_an_article_leads_through_its_section():
    article = make_article("News", section=make_section("World"))
    assert trail(article) == [
        ("Home", "/"),
        ("Articles", "/articles/"),
        ("World", "/sections/world/"),
        ("News", "/articles/news/"),
    ]
